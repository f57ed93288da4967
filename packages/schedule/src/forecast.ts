/**
 * When everything will be finished, as far as anybody can say today (rules SCHED-6 to SCHED-8).
 *
 * One loop in plan order. A skipped milestone is looked through: it hands on the latest of what it waits for, together
 * with whose finish that is.
 */
import { dayToDate, type DayNumber, type LocalDate } from './local-date.ts'
import { networkOf, type MilestoneNode, type Network } from './network.ts'
import type { ScheduleInput } from './schedule-input.ts'
import { addWork, type WorkCalendar } from './work-calendar.ts'
import { workingEstimatesOf } from './working-estimate.ts'

export type Status = 'skipped' | 'done' | 'overdue' | 'pushed' | 'atRisk' | 'slipped' | 'soon' | 'onTrack'

export interface Forecast<Id extends string = string> {
  /** Null where no milestone that is still needed is go-live. */
  readonly goLive: GoLiveForecast | null
  /** In plan order, skipped ones too. */
  readonly milestones: readonly MilestoneForecast<Id>[]
}

export interface GoLiveForecast {
  readonly finish: LocalDate
  readonly agreed: LocalDate | null
  /** Working days; null without an agreed date. */
  readonly slip: number | null
  readonly slipCalendarDays: number | null
}

export interface MilestoneForecast<Id extends string = string> {
  readonly id: Id
  /** Null where it is skipped, as are `driver` and `slip`. */
  readonly finish: LocalDate | null
  readonly driver: Driver<Id> | null
  /** Working days from the agreed date to the finish; null without an agreed date. */
  readonly slip: number | null
  readonly status: Status
}

/** What decided the finish: the day it was done, its promise, a milestone it waits for, the start of the plan, or today. */
export type Driver<Id extends string = string> = Id | 'done' | 'due' | 'start' | 'today'

const SOON = 5

export function forecast<Id extends string>(input: ScheduleInput<Id>): Forecast<Id> {
  const network = networkOf(input)
  const outlooks = outlooksOf(network)
  const goLive = outlooks[network.goLive]
  return {
    goLive: goLive === undefined ? null : goLiveForecast(goLive),
    milestones: outlooks.map((outlook) => ({
      id: outlook.node.id,
      finish: outlook.finish === null ? null : dayToDate(outlook.finish),
      driver: outlook.driver,
      slip: outlook.slip,
      status: outlook.status,
    })),
  }
}

/** The forecast of one milestone in day numbers, for whoever counts further with it. */
export interface Outlook<Id extends string = string> {
  readonly node: MilestoneNode<Id>
  readonly finish: DayNumber | null
  readonly driver: Driver<Id> | null
  readonly slip: number | null
  readonly status: Status
  readonly late: boolean
}

export function outlooksOf<Id extends string>(network: Network<Id>): readonly Outlook<Id>[] {
  const { calendar, origin, today, nodes } = network
  const estimates = workingEstimatesOf(network)
  const outlooks: Outlook<Id>[] = []
  /** Whose finish each place hands on to its followers: its own, that of the one looked through, or -1 for nothing. */
  const handedOn: number[] = []

  nodes.forEach((node, index) => {
    const last = latestOf(node.waitsFor, handedOn, outlooks)
    if (node.skipped) {
      handedOn.push(last)
      outlooks.push({ node, finish: null, driver: null, slip: null, status: 'skipped', late: false })
      return
    }
    const estimate = estimates[index]?.asItStands ?? 0
    const before = outlooks[last]
    const earliest = addWork(calendar, before?.finish ?? origin, estimate)
    const { finish, driver } = finishOf(node, earliest, before?.node.id ?? 'start', today)
    const slip = node.agreed === null ? null : calendar.count(finish) - calendar.count(node.agreed)
    const late = (node.due !== null && finish > node.due) || (slip ?? 0) > 0
    const pushed = before !== undefined && driver === before.node.id && (before.late || before.node.agreed === null)
    const daysLeft = calendar.count(finish) - calendar.count(today - 1)
    // What waits for something open has its days: it is forecast no nearer than a whole estimate after today.
    const atRisk = node.startedOn === null && daysLeft < estimate
    handedOn.push(index)
    const status = statusOf(node, { late, pushed, atRisk }, today, calendar)
    outlooks.push({ node, finish, driver, slip, status, late })
  })
  return outlooks
}

/** Whose finish is the latest among `places`, the earliest-placed of equals; -1 where there is nothing to wait for. */
function latestOf(places: readonly number[], handedOn: readonly number[], outlooks: readonly Outlook[]): number {
  let latest = -1
  let latestFinish = -Infinity
  for (const place of places) {
    const candidate = handedOn[place] ?? -1
    const finish = outlooks[candidate]?.finish ?? -Infinity
    if (finish > latestFinish || (finish === latestFinish && candidate < latest)) {
      latest = candidate
      latestFinish = finish
    }
  }
  return latest
}

/** The latest of promise, what it waits for, and today; on a tie the first in this order has decided. */
function finishOf<Id extends string>(
  { doneOn, due }: MilestoneNode<Id>,
  earliest: DayNumber,
  waitedFor: Id | 'start',
  today: DayNumber,
): { finish: DayNumber; driver: Driver<Id> } {
  if (doneOn !== null) return { finish: doneOn, driver: 'done' }
  const finish = Math.max(due ?? -Infinity, earliest, today)
  if (finish === due) return { finish, driver: 'due' }
  return { finish, driver: finish === earliest ? waitedFor : 'today' }
}

function statusOf(
  { doneOn, due }: MilestoneNode,
  { late, pushed, atRisk }: { late: boolean; pushed: boolean; atRisk: boolean },
  today: DayNumber,
  calendar: WorkCalendar,
): Status {
  if (doneOn !== null) return 'done'
  if (due !== null && due < today) return 'overdue'
  if (late && pushed) return 'pushed'
  if (atRisk) return 'atRisk'
  if (late) return 'slipped'
  if (due !== null && calendar.count(due) - calendar.count(today) <= SOON) return 'soon'
  return 'onTrack'
}

function goLiveForecast({ node: { agreed }, finish, slip }: Outlook): GoLiveForecast | null {
  if (finish === null) return null
  return {
    finish: dayToDate(finish),
    agreed: agreed === null ? null : dayToDate(agreed),
    slip,
    slipCalendarDays: agreed === null ? null : finish - agreed,
  }
}
