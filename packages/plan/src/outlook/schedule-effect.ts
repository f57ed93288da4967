/**
 * What a change of dates would do, before it is kept: the plan's schedule with a few values replaced, forecast beside the
 * one that stands. Nothing is written; whatever is previewed on screen (a moved date, a bulk shift, another order, a new
 * link) is one of these.
 */
import {
  forecast,
  workdaysBetween,
  type CalendarInput,
  type LocalDate,
  type ScheduleInput,
  type ScheduleMilestone,
} from '@milepost/schedule'
import type { KeyDateId, MilestoneId } from '../ids.ts'
import type { Plan } from '../read-plan.ts'
import type { PlanOutlook } from './plan-outlook.ts'

type Values = Pick<ScheduleMilestone<MilestoneId>, 'due' | 'estimate' | 'after' | 'doneOn' | 'skipped'>

export interface ScheduleChange {
  readonly milestones?: ReadonlyMap<MilestoneId, Partial<Values>>
  /** The ids of all milestones that stand in the plan, in another order. */
  readonly order?: readonly MilestoneId[]
  /** Which days count. */
  readonly calendar?: Partial<CalendarInput>
}

/** A day that would move; `days` in working days, negative: earlier. */
export interface DayMoved {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly days: number
}

export interface ScheduleEffect {
  readonly goLive: DayMoved | null
  readonly result: DayMoved | null
  readonly room: { readonly keyDateId: KeyDateId; readonly from: number; readonly to: number } | null
  /** Whose finish would move, in plan order. */
  readonly moved: readonly (DayMoved & { readonly id: MilestoneId })[]
}

export function effectOfChange(plan: Plan, outlook: PlanOutlook, change: ScheduleChange): ScheduleEffect {
  const { calendar, room } = outlook
  const finishes = new Map(
    forecast(changedInput(outlook.input, change)).milestones.map(({ id, finish }) => [id, finish]),
  )
  const movedOf = (id: MilestoneId | null): DayMoved | null => {
    const from = id === null ? null : (outlook.milestones.get(id)?.finish ?? null)
    const to = id === null ? null : (finishes.get(id) ?? null)
    return from === null || to === null ? null : { from, to, days: workdaysBetween(calendar, from, to) }
  }
  const goLive = movedOf(plan.goLiveId)
  return {
    goLive,
    result: movedOf(plan.resultId),
    room:
      room === null || goLive === null
        ? null
        : { keyDateId: room.keyDateId, from: room.workdays, to: workdaysBetween(calendar, goLive.to, room.date) },
    moved: plan.milestones.flatMap(({ id }) => {
      const moved = movedOf(id)
      return moved === null || moved.from === moved.to ? [] : [{ id, ...moved }]
    }),
  }
}

export function changedInput(
  input: ScheduleInput<MilestoneId>,
  { milestones, order, calendar }: ScheduleChange,
): ScheduleInput<MilestoneId> {
  const placed = order === undefined ? input.milestones : inOrder(input.milestones, order)
  return {
    ...input,
    calendar: { ...input.calendar, ...calendar },
    milestones: placed.map((one) => ({ ...one, ...milestones?.get(one.id) })),
  }
}

/** Archived ones, which the order does not name, stay behind whatever they stood behind. */
function inOrder(
  milestones: readonly ScheduleMilestone<MilestoneId>[],
  order: readonly MilestoneId[],
): readonly ScheduleMilestone<MilestoneId>[] {
  const named = new Set(order)
  const groups = new Map<MilestoneId | null, ScheduleMilestone<MilestoneId>[]>([[null, []]])
  let head: MilestoneId | null = null
  for (const milestone of milestones) {
    if (named.has(milestone.id)) {
      head = milestone.id
      groups.set(head, [])
    }
    groups.get(head)?.push(milestone)
  }
  return [null, ...order].flatMap((id) => groups.get(id) ?? [])
}
