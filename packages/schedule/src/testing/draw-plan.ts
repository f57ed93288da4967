/**
 * Plans in a few words, so that a test reads like a picture of its case:
 *
 *   planOf(11, 'demo 5d agreed 6 due 6', 'sign 5d agreed 13 due 13')
 *
 * Days are days of March 2026 (the 1st is a Sunday), the plan begins on Monday the 2nd and people work Monday to Friday.
 * Words of a milestone: `5d` its estimate, `agreed`, `due`, `done` and `started` with a day, `of 5d` the estimate as
 * agreed (else its own; `of -` for none), `gap 3` the agreed gap, `after a,b` or `after -` its links, `skipped`. The last one is go-live.
 */
import { addCalendarDays, parseLocalDate, type LocalDate } from '../local-date.ts'
import type { ScheduleInput, ScheduleMilestone } from '../schedule-input.ts'

const FEBRUARY_28 = parseLocalDate('2026-02-28') as LocalDate

/** The nth day of March 2026; beyond it the days go on into April, below 1 back into February. */
export function march(day: number): LocalDate {
  return addCalendarDays(FEBRUARY_28, day)
}

export function planOf(today: number, ...milestones: readonly string[]): ScheduleInput {
  const drawn = milestones.map(drawnMilestone)
  return {
    today: march(today),
    start: march(2),
    calendar: { workdays: [1, 2, 3, 4, 5], holidays: [], freezes: [] },
    goLiveId: drawn.at(-1)?.id ?? null,
    milestones: drawn,
  }
}

/** `5d` or a bare number; null for `-` and for nothing at all. */
function daysIn(value: string | null | undefined): number | null {
  const days = Number.parseInt(value ?? '', 10)
  return Number.isNaN(days) ? null : days
}

function drawnMilestone(drawing: string): ScheduleMilestone {
  const [id = '', ...words] = drawing.split(' ')
  const valueOf = (word: string) => (words.includes(word) ? (words[words.indexOf(word) + 1] ?? null) : null)
  const dateAt = (word: string) => (valueOf(word) === null ? null : march(Number(valueOf(word))))
  const estimate = daysIn(words.find((word, index) => /^\d+d$/.test(word) && words[index - 1] !== 'of'))
  const after = valueOf('after')
  return {
    id,
    estimate,
    after: after === null ? null : after === '-' ? [] : after.split(','),
    agreed: dateAt('agreed'),
    agreedEstimate: words.includes('of') ? daysIn(valueOf('of')) : estimate,
    agreedGap: daysIn(valueOf('gap')),
    due: dateAt('due'),
    startedOn: dateAt('started'),
    doneOn: dateAt('done'),
    skipped: words.includes('skipped'),
  }
}

/** A forecast in the same words: `demo 11 overdue +3 today`. */
export function drawn(
  milestones: readonly {
    readonly id: string
    readonly finish: LocalDate | null
    readonly driver: string | null
    readonly slip: number | null
    readonly status: string
  }[],
): readonly string[] {
  return milestones.map(({ id, finish, driver, slip, status }) => {
    if (finish === null) return `${id} ${status}`
    const day = Math.round((Date.parse(finish) - Date.parse(FEBRUARY_28)) / 86_400_000)
    const slipped = slip === null ? '' : ` ${slip < 0 ? '' : '+'}${slip}`
    return `${id} ${day} ${status}${slipped} ${driver}`
  })
}
