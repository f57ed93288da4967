// What the days of a draft would be: worked back from go-live with the arithmetic that the plan itself uses, except where
// somebody set a day by hand.
import type { Side } from '@milepost/protocol'
import {
  addWorkdays,
  planBackward,
  workCalendar,
  workdaysBetween,
  type CalendarInput,
  type LocalDate,
} from '@milepost/schedule'
import { estimateOf, templateToSchedule, workdaysToGoLive, type Template } from '@milepost/templates'
import { templateOf, type Draft } from './draft.ts'

export interface DraftRow {
  readonly key: string
  readonly number: number
  readonly title: string
  readonly role: string
  readonly side: Side | null
  readonly takes: number | null
  readonly from: LocalDate | null
  readonly due: LocalDate | null
  /** Set by hand instead of worked back. */
  readonly set: boolean
  readonly past: boolean
  readonly goal: 'goLive' | 'result' | null
}

export interface DraftDates {
  readonly rows: readonly DraftRow[]
  /** Working days to go-live, everything begun as early as possible. */
  readonly needed: number
  /** Working days from today to go-live, both counted; null without a go-live. */
  readonly left: number | null
  /** How many working days ago the plan would have had to begin. */
  readonly shortBy: number
  /** The first go-live that leaves enough time. */
  readonly firstPossible: LocalDate | null
  /** Working days between go-live and the buyer's own date; null where one of them is missing. */
  readonly room: number | null
}

/** A new plan counts Monday to Friday; its holidays are entered in the plan. */
export const NEW_PLAN_CALENDAR: CalendarInput = { workdays: [1, 2, 3, 4, 5], holidays: [], freezes: [] }
const CALENDAR = workCalendar(NEW_PLAN_CALENDAR)

export function draftDates(draft: Draft, today: LocalDate): DraftDates {
  const template = templateOf(draft)
  const { goLive, keyDate, estimates } = draft
  const back = goLive === null ? null : planBackward(templateToSchedule(template, { today, estimates }), goLive)
  const worked = new Map<string, LocalDate>(back?.due.map(({ id, due }) => [id, due]))
  const shortBy = back?.shortBy ?? 0
  return {
    rows: template.milestones.map((_, index) => rowOf(template, index, draft, worked, today)),
    needed: workdaysToGoLive(withEstimates(template, estimates)),
    left: goLive === null ? null : Math.max(0, workdaysBetween(CALENDAR, addWorkdays(CALENDAR, today, -1), goLive)),
    shortBy,
    firstPossible: goLive === null || shortBy === 0 ? null : addWorkdays(CALENDAR, goLive, shortBy),
    room: goLive === null || keyDate === null ? null : workdaysBetween(CALENDAR, goLive, keyDate),
  }
}

function rowOf(
  template: Template,
  index: number,
  draft: Draft,
  worked: ReadonlyMap<string, LocalDate>,
  today: LocalDate,
): DraftRow {
  const milestone = template.milestones[index]
  if (milestone === undefined) throw new Error('a row stands for a milestone of the template')
  const { key, title } = milestone
  const owner = template.roles.find((role) => role.key === milestone.owner)
  const takes = draft.estimates[key] ?? estimateOf(milestone)
  const isGoLive = key === template.goLive
  const set = isGoLive ? null : (draft.dues[key] ?? null)
  const due = set ?? (isGoLive ? draft.goLive : (worked.get(key) ?? null))
  const from = due === null || takes === null || takes === 0 ? null : addWorkdays(CALENDAR, due, 1 - takes)
  return {
    key,
    number: index + 1,
    title,
    role: owner?.title ?? '',
    side: owner?.side ?? null,
    takes,
    from,
    due,
    set: set !== null,
    past: (from ?? due ?? today) < today,
    goal: isGoLive ? 'goLive' : key === template.result ? 'result' : null,
  }
}

function withEstimates(template: Template, estimates: Readonly<Record<string, number>>): Template {
  return {
    ...template,
    milestones: template.milestones.map((milestone) => ({
      ...milestone,
      estimate: estimates[milestone.key] ?? milestone.estimate,
    })),
  }
}
