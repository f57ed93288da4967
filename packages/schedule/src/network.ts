/**
 * What waits for what, read once from the input (rules SCHED-1 to SCHED-4 in SPEC.md).
 *
 * Only links to an EARLIER milestone count, so plan order is already an order in which everything can be computed: every
 * pass over the network is one loop, forwards or backwards, and no merge of concurrent edits can make a cycle.
 */
import { parseDay, type DayNumber } from './local-date.ts'
import type { ScheduleInput, ScheduleMilestone } from './schedule-input.ts'
import { workCalendar, type WorkCalendar } from './work-calendar.ts'

export interface Network<Id extends string = string> {
  readonly calendar: WorkCalendar
  readonly today: DayNumber
  /** The day before the plan begins: what a milestone waits for that waits for nothing. */
  readonly origin: DayNumber
  readonly nodes: readonly MilestoneNode<Id>[]
  readonly indexOf: ReadonlyMap<Id, number>
  /** Where the go-live milestone stands, or -1. */
  readonly goLive: number
}

/** A milestone with odd values read as null, and its links as places in plan order. */
export interface MilestoneNode<Id extends string = string> {
  readonly id: Id
  readonly estimate: number | null
  readonly agreed: DayNumber | null
  readonly agreedEstimate: number | null
  readonly agreedGap: number | null
  readonly due: DayNumber | null
  readonly startedOn: DayNumber | null
  readonly doneOn: DayNumber | null
  readonly skipped: boolean
  /** Places of what it waits for, each smaller than its own; skipped ones included: whoever reads looks through them. */
  readonly waitsFor: readonly number[]
}

/** Beyond this no estimate means anything, and sums of them stay exact. */
const MOST_WORKDAYS = 1_000_000

export function networkOf<Id extends string>(input: ScheduleInput<Id>): Network<Id> {
  const milestones = milestonesIn(input)
  const indexOf = new Map<Id, number>()
  milestones.forEach((milestone, index) => {
    if (!indexOf.has(milestone.id)) indexOf.set(milestone.id, index)
  })
  const start = parseDay(input.start)
  const today = parseDay(input.today) ?? start ?? 0
  return {
    calendar: workCalendar(input.calendar),
    today,
    origin: (start ?? today) - 1,
    nodes: milestones.map((milestone, index) => nodeOf(milestone, index, indexOf)),
    indexOf,
    goLive: input.goLiveId === null ? -1 : (indexOf.get(input.goLiveId) ?? -1),
  }
}

function milestonesIn<Id extends string>({ milestones }: ScheduleInput<Id>): readonly ScheduleMilestone<Id>[] {
  return Array.isArray(milestones) ? milestones.filter((milestone) => typeof milestone?.id === 'string') : []
}

function nodeOf<Id extends string>(
  milestone: ScheduleMilestone<Id>,
  index: number,
  indexOf: ReadonlyMap<Id, number>,
): MilestoneNode<Id> {
  return {
    id: milestone.id,
    estimate: estimateIn(milestone.estimate),
    agreed: parseDay(milestone.agreed),
    agreedEstimate: estimateIn(milestone.agreedEstimate),
    agreedGap: wholeNumberIn(milestone.agreedGap),
    due: parseDay(milestone.due),
    startedOn: parseDay(milestone.startedOn),
    doneOn: parseDay(milestone.doneOn),
    skipped: milestone.skipped === true,
    waitsFor: placesOf(milestone.after, index, indexOf),
  }
}

function placesOf<Id extends string>(
  after: readonly Id[] | null,
  index: number,
  indexOf: ReadonlyMap<Id, number>,
): readonly number[] {
  if (!Array.isArray(after)) return index === 0 ? [] : [index - 1]
  const places = new Set<number>()
  for (const id of after as readonly Id[]) {
    const place = indexOf.get(id)
    if (place !== undefined && place < index) places.add(place)
  }
  return [...places]
}

function estimateIn(value: unknown): number | null {
  const number = wholeNumberIn(value)
  return number !== null && number >= 0 ? number : null
}

function wholeNumberIn(value: unknown): number | null {
  if (typeof value !== 'number' || !Number.isInteger(value)) return null
  return Math.max(-MOST_WORKDAYS, Math.min(MOST_WORKDAYS, value))
}
