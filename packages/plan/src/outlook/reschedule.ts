/**
 * Many promises at once: taking the forecast as the new promise, and shifting dates by working days. Both are first a list
 * of moves to look at, then one change that keeps them: one move record each, one step of undo.
 */
import {
  addCalendarDays,
  addWorkdays,
  isWorkday,
  planBackward,
  weekdayOf,
  type LocalDate,
  type WorkCalendar,
} from '@milepost/schedule'
import { bearerOf } from '../bearer.ts'
import type { MilestoneId } from '../ids.ts'
import { change, type Change, type LiveDoc } from '../live-doc.ts'
import { setMilestoneDue } from '../milestones.ts'
import { moveMilestoneDue, type MoveReason } from '../moves.ts'
import type { Offer } from '../offers.ts'
import type { Plan } from '../read-plan.ts'
import { followersOf } from './links.ts'
import type { PlanOutlook } from './plan-outlook.ts'
import type { ScheduleChange } from './schedule-effect.ts'

/** One promise that would change. `from` null: nothing was promised. */
export interface Rescheduled {
  readonly id: MilestoneId
  readonly from: LocalDate | null
  readonly to: LocalDate
}

/** `alone`, or also everything that waits for it. */
export type Reach = 'alone' | 'following'

/** Every open promise that is earlier than its forecast, or missing, set to the forecast. */
export function forecastAsPromise(
  plan: Plan,
  outlook: PlanOutlook,
  id: MilestoneId,
  reach: Reach,
): readonly Rescheduled[] {
  return openWithin(plan, outlook, id, reach).flatMap(({ id: each, due }) => {
    const finish = outlook.milestones.get(each)?.finish ?? null
    return finish === null || finish === due ? [] : [{ id: each, from: due, to: finish }]
  })
}

/** Every open promise within reach, `days` working days later (negative: earlier). */
export function shiftedDates(
  plan: Plan,
  outlook: PlanOutlook,
  id: MilestoneId,
  days: number,
  reach: Reach = 'following',
): readonly Rescheduled[] {
  return openWithin(plan, outlook, id, reach).flatMap(({ id: each, due }) => {
    if (due === null || days === 0) return []
    const to =
      each === plan.goLiveId ? sameKindOfDay(outlook.calendar, due, days) : addWorkdays(outlook.calendar, due, days)
    return [{ id: each, from: due, to }]
  })
}

/** All dates worked back from a go-live; `shortBy`: how many working days too late that begins. Done milestones keep their day. */
export function workedBack(
  plan: Plan,
  outlook: PlanOutlook,
  goLive: LocalDate,
): { readonly list: readonly Rescheduled[]; readonly shortBy: number } {
  const { due, shortBy } = planBackward(outlook.input, goLive)
  const dueOf = new Map(plan.milestones.map((milestone) => [milestone.id, milestone.due]))
  const list = due.flatMap(({ id, due: to }) => {
    const from = dueOf.get(id)
    return from === undefined || from === to ? [] : [{ id, from, to }]
  })
  return { list, shortBy }
}

/**
 * Open promises that are earlier than an offer says, or missing: once both sides agree to it, nobody owes a day sooner than
 * agreed. What is promised later stays as it is: that is a slip, and it shows.
 */
export function agreedAsPromise(plan: Plan, offer: Offer): readonly Rescheduled[] {
  return plan.milestones.flatMap(({ id, due, done, skipped }) => {
    const agreed = offer.days[id]?.date
    if (agreed === undefined || done !== null || skipped !== null || (due !== null && due >= agreed)) return []
    return [{ id, from: due, to: agreed }]
  })
}

/** A reason for a date that only follows, or catches up: it never takes the place of one that somebody gave. */
export function followReason(plan: Plan, id: MilestoneId, text: string): MoveReason | null {
  const { move } = bearerOf(plan, id)
  return move !== null && (move.text.trim() !== '' || move.role !== null) ? null : { text }
}

/** For the preview: `effectOfChange(plan, outlook, rescheduledChange(list))`. */
export function rescheduledChange(list: readonly Rescheduled[]): ScheduleChange {
  return { milestones: new Map(list.map(({ id, to }) => [id, { due: to }])) }
}

/**
 * Keeps them. Reasons are the caller's: whoever follows says that it follows. Null: nothing new is said about why, so no
 * move is recorded and the reason and the cause of the last one stand.
 */
export function reschedule(
  doc: LiveDoc,
  list: readonly Rescheduled[],
  reasonOf: (id: MilestoneId) => MoveReason | null = () => ({}),
): Change {
  return change(doc, () => {
    const changes = list.map(({ id, to }) => {
      const reason = reasonOf(id)
      return reason === null ? setMilestoneDue(doc, id, to) : moveMilestoneDue(doc, id, to, reason)
    })
    return changes.find((each) => each === 'changed') ?? changes[0] ?? 'unchanged'
  })
}

function openWithin(plan: Plan, outlook: PlanOutlook, id: MilestoneId, reach: Reach) {
  const ids = new Set(reach === 'alone' ? [id] : [id, ...followersOf(outlook.links, id)])
  return plan.milestones.filter(({ id: each, done, skipped }) => ids.has(each) && done === null && skipped === null)
}

/**
 * Go-live keeps the weekday people chose, where that is no working day: from a Saturday it goes to a Saturday, the first
 * one that is at least as far away as the shift says.
 */
function sameKindOfDay(calendar: WorkCalendar, due: LocalDate, days: number): LocalDate {
  const moved = addWorkdays(calendar, due, days)
  if (isWorkday(calendar, due)) return moved
  // Backwards it begins with the last day that no working day lies between: the weekend behind the Friday it moved to.
  const first = days > 0 ? moved : addCalendarDays(addWorkdays(calendar, moved, 1), -1)
  const week = Array.from({ length: 7 }, (_, off) => addCalendarDays(first, days > 0 ? off : -off))
  return week.find((day) => weekdayOf(day) === weekdayOf(due)) ?? moved
}
