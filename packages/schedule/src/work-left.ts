/**
 * The two numbers behind "not begun: needs 10 days, 1 left", and the day a milestone waits for: how long it takes as things
 * stand, and how many working days are left for it. Asked beside the forecast, because the forecast's answer is fixed.
 */
import { outlooksOf } from './forecast.ts'
import { dayToDate, type LocalDate } from './local-date.ts'
import { networkOf } from './network.ts'
import type { ScheduleInput } from './schedule-input.ts'
import { workingEstimatesOf } from './working-estimate.ts'

export interface WorkLeft<Id extends string = string> {
  readonly id: Id
  /** Working days, by the working estimate as it stands; negative is an agreed overlap. */
  readonly takes: number
  /** Working days until its finish, today included; null where it is skipped. */
  readonly left: number | null
  /** The latest finish among what it waits for; the day before the plan begins where it waits for nothing. */
  readonly awaited: LocalDate
}

/** In plan order, one for each milestone of the forecast. */
export function workLeft<Id extends string>(input: ScheduleInput<Id>): readonly WorkLeft<Id>[] {
  const network = networkOf(input)
  const { calendar, origin, today, nodes } = network
  const estimates = workingEstimatesOf(network)
  const outlooks = outlooksOf(network)
  const before = calendar.count(today - 1)
  /** What each place hands on: its own finish, or, where it is skipped, what it waited for. */
  const handedOn: number[] = []
  return nodes.map((node, index) => {
    const finish = outlooks[index]?.finish ?? null
    const awaited = node.waitsFor.reduce((latest, place) => Math.max(latest, handedOn[place] ?? -Infinity), -Infinity)
    handedOn.push(finish ?? awaited)
    return {
      id: node.id,
      takes: estimates[index]?.asItStands ?? 0,
      left: finish === null ? null : calendar.count(finish) - before,
      awaited: dayToDate(awaited === -Infinity ? origin : awaited),
    }
  })
}
