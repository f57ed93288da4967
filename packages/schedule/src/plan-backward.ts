/**
 * Dates from a target go-live: the latest day for everything go-live waits for, and a plan forward from today for the
 * rest (rules SCHED-13 to SCHED-16).
 */
import { dayToDate, parseDay, type DayNumber, type LocalDate } from './local-date.ts'
import { networkOf, type Network } from './network.ts'
import type { ScheduleInput } from './schedule-input.ts'
import { addWork, workOnOrAfter, workOnOrBefore } from './work-calendar.ts'

export interface BackwardPlan<Id extends string = string> {
  /** In plan order; done and skipped milestones are not listed. */
  readonly due: readonly { readonly id: Id; readonly due: LocalDate }[]
  /** How many working days too late we are for the target; 0 where it can be met. */
  readonly shortBy: number
}

export function planBackward<Id extends string>(input: ScheduleInput<Id>, goLiveTarget: LocalDate): BackwardPlan<Id> {
  const network = networkOf(input)
  const target = parseDay(goLiveTarget)
  const goLive = network.nodes[network.goLive]
  if (target === null || goLive === undefined || goLive.skipped) return { due: [], shortBy: 0 }
  const latest = latestDatesOf(network, target)
  const dates = withSideTracks(network, latest)
  return {
    due: network.nodes.flatMap(({ id, skipped, doneOn }, index) =>
      skipped || doneOn !== null ? [] : [{ id, due: dayToDate(dates[index] ?? target) }],
    ),
    shortBy: shortageOf(network, latest),
  }
}

/** For go-live and all it waits for: the latest day that still meets the target. Null for milestones beside that. */
function latestDatesOf({ calendar, nodes, goLive }: Network, target: DayNumber): readonly (DayNumber | null)[] {
  /** The earliest day that any follower leaves to each place; Infinity where go-live does not wait for it. */
  const left = nodes.map(() => Infinity)
  const latest = nodes.map((): DayNumber | null => null)
  left[goLive] = target
  for (let index = goLive; index >= 0; index--) {
    const node = nodes[index]
    const given = left[index] ?? Infinity
    if (node === undefined || given === Infinity) continue
    const own = index === goLive ? given : workOnOrBefore(calendar, given)
    if (!node.skipped) latest[index] = own
    const takes = node.skipped || node.doneOn !== null ? 0 : (node.estimate ?? 0)
    const before = addWork(calendar, own, -takes)
    for (const place of node.waitsFor) left[place] = Math.min(left[place] ?? Infinity, before)
  }
  return latest
}

/** All dates of the new plan: the latest ones, real ones where done, and the rest planned forward from today. */
function withSideTracks(
  { calendar, origin, today, nodes }: Network,
  latest: readonly (DayNumber | null)[],
): readonly DayNumber[] {
  const dates: DayNumber[] = []
  nodes.forEach((node, index) => {
    let awaited = -Infinity
    for (const place of node.waitsFor) awaited = Math.max(awaited, dates[place] ?? -Infinity)
    if (node.skipped) {
      dates.push(awaited)
      return
    }
    const forward = addWork(calendar, awaited === -Infinity ? origin : awaited, node.estimate ?? 0)
    dates.push(node.doneOn ?? latest[index] ?? workOnOrAfter(calendar, Math.max(forward, today)))
  })
  return dates
}

/**
 * The worst of those that could begin now: by how many working days the earliest they can finish is past their latest
 * day. Asked of all open ones, because whatever still waits for an open one is never worse off than that.
 */
function shortageOf({ calendar, today, nodes }: Network, latest: readonly (DayNumber | null)[]): number {
  const soonest = workOnOrAfter(calendar, today)
  let shortage = 0
  nodes.forEach(({ estimate, startedOn, doneOn }, index) => {
    const last = latest[index] ?? null
    if (last === null || doneOn !== null) return
    const begins = Math.min(startedOn ?? soonest, soonest)
    const finish = Math.max(today, addWork(calendar, begins - 1, estimate ?? 0))
    shortage = Math.max(shortage, calendar.count(finish) - calendar.count(last))
  })
  return shortage
}
