/** Plans far larger than any deal, for the bench and for tests that must not take long. The same seed gives the same plan. */
import { addCalendarDays, parseLocalDate, type LocalDate } from '../local-date.ts'
import type { ScheduleInput, ScheduleMilestone } from '../schedule-input.ts'
import { addWorkdays, workCalendar } from '../work-calendar.ts'

const START = parseLocalDate('2026-01-05') as LocalDate
const CALENDAR = {
  workdays: [1, 2, 3, 4, 5],
  holidays: Array.from({ length: 40 }, (_, index) => addCalendarDays(START, index * 27)),
  freezes: Array.from({ length: 6 }, (_, index) => ({
    from: addCalendarDays(START, 340 + index * 365),
    to: addCalendarDays(START, 355 + index * 365),
  })),
}

/** One after the other. */
export function chainOf(size: number): ScheduleInput {
  return planOf(size, (index) => (index === 0 ? [] : [index - 1]), 1)
}

/** Each waits for up to three of the six before it. */
export function networkOfSize(size: number, seed: number): ScheduleInput {
  const random = randomFrom(seed)
  const links = (index: number) =>
    Array.from({ length: Math.min(index, 3) }, () => index - 1 - Math.floor(random() * Math.min(index, 6)))
  return planOf(size, links, seed)
}

/** Nobody waits for anybody but the last one for all, and everything is overdue by another number of days. */
export function allOverdueAtOnce(size: number): ScheduleInput {
  const all = Array.from({ length: size - 1 }, (_, index) => index)
  const plan = planOf(size, (index) => (index === size - 1 ? all : []), 3)
  const milestones = plan.milestones.map((milestone, index) => {
    const agreed = addCalendarDays(START, index === size - 1 ? size : size - index)
    return { ...milestone, agreed, agreedGap: 5, due: agreed, doneOn: null, skipped: false }
  })
  return { ...plan, today: addCalendarDays(START, size + 20), milestones }
}

/** Agreed without slack, so that every delay reaches the end; the first half is done, up to three days off its dates. */
function planOf(size: number, links: (index: number) => readonly number[], seed: number): ScheduleInput {
  const random = randomFrom(seed)
  const calendar = workCalendar(CALENDAR)
  const half = Math.floor(size / 2)
  const agreed: LocalDate[] = []
  const milestones = Array.from({ length: size }, (_, index): ScheduleMilestone => {
    const after = links(index)
    const awaited = after.map((place) => agreed[place] ?? START).reduce((a, b) => (b > a ? b : a), START)
    const date = addWorkdays(calendar, awaited, 2)
    agreed.push(date)
    return {
      id: idOf(index),
      estimate: 2 + Math.floor(random() * 2.2),
      after: after.map(idOf),
      agreed: date,
      agreedEstimate: 2,
      agreedGap: null,
      due: date,
      startedOn: null,
      doneOn: index < half ? addWorkdays(calendar, date, Math.floor(random() * 7) - 3) : null,
      skipped: random() < 0.03 && index < size - 1,
    }
  })
  const today = addWorkdays(calendar, agreed[half] ?? START, 3)
  return { today, start: START, calendar: CALENDAR, goLiveId: idOf(size - 1), milestones }
}

function idOf(index: number): string {
  return `m${index}`
}

/** A small linear congruential generator: enough to shuffle plans, the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}
