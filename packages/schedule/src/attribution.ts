/**
 * Who and what caused the slip: how many working days each milestone moved the target, so that the days add up to its
 * slip exactly (rules SCHED-9 to SCHED-12).
 *
 * Reality is let into the agreed plan in the order in which it happened; what each milestone changes at that moment is
 * its own. So a delay counts where it enters the chain first, and what hides behind it counts nothing.
 */
import { outlooksOf } from './forecast.ts'
import { networkOf, type Network } from './network.ts'
import { agreedReplay, letIn, setPace, targetFinish, type Replay } from './replay.ts'
import type { ScheduleInput } from './schedule-input.ts'
import { movesAlone } from './moves-alone.ts'

export interface Cause<Id extends string = string> {
  /** `plan`: the calendar, the order or the links have changed since the agreement. */
  readonly id: Id | 'plan'
  /** Working days: positive lost, negative won back; never 0. */
  readonly days: number
  /** Others of the same moment that would have moved the target as far: they share these days. */
  readonly with?: readonly Id[]
}

/** The causes of go-live's slip, or of another milestone's. Null where that one is unknown, skipped or without agreed date. */
export function attribute<Id extends string>(input: ScheduleInput<Id>, targetId?: Id): readonly Cause<Id>[] | null {
  const network = networkOf(input)
  const target = targetId === undefined ? network.goLive : (network.indexOf.get(targetId) ?? -1)
  const node = network.nodes[target]
  if (node === undefined || node.skipped || node.agreed === null) return null

  const replay = agreedReplay(network, target)
  const byThePlan = targetFinish(replay) - network.calendar.count(node.agreed)
  const causes: Cause<Id>[] = byThePlan === 0 ? [] : [{ id: 'plan', days: byThePlan }]
  const events = eventsOf(network, target)
  events.forEach((event, index) => {
    const cause = causeOf(network, replay, event, () => rivalsOf(network, events, index))
    if (cause !== null) causes.push(cause)
  })
  return causes
}

/** One milestone let in, at the moment that counts for it. */
interface Event {
  readonly place: number
  readonly moment: number
}

/** Lets the milestone in and says what that changed; its rivals are asked for only where it changed something. */
function causeOf<Id extends string>(
  { nodes }: Network<Id>,
  replay: Replay,
  { place }: Event,
  rivals: () => readonly number[],
): Cause<Id> | null {
  const id = nodes[place]?.id
  const pace = replay.paces[place] ?? null
  const before = targetFinish(replay)
  letIn(replay, place)
  const days = targetFinish(replay) - before
  if (id === undefined || days === 0) return null

  const candidates = rivals()
  if (candidates.length === 0) return { id, days }
  setPace(replay, place, pace)
  const sharers = movesAlone(replay, candidates, days)
  letIn(replay, place)
  if (sharers.length === 0) return { id, days }
  return { id, days, with: sharers.flatMap((sharer) => nodes[sharer]?.id ?? []) }
}

/** The target and what it waits for, in the order in which reality came in. Nothing else can move it. */
function eventsOf(network: Network, target: number): readonly Event[] {
  const outlooks = outlooksOf(network)
  const events = placesBehind(network, target).flatMap((place): readonly (Event & { agreed: number })[] => {
    const agreed = network.nodes[place]?.agreed ?? null
    const moment = outlooks[place]?.finish ?? agreed
    return moment === null ? [] : [{ place, moment, agreed: agreed ?? Number.MAX_SAFE_INTEGER }]
  })
  return events.toSorted((a, b) => a.moment - b.moment || a.agreed - b.agreed || a.place - b.place)
}

/** The places the target waits for, directly or not, and its own. */
function placesBehind({ nodes }: Network, target: number): readonly number[] {
  const behind = new Set([target])
  for (let place = target; place >= 0; place--) {
    if (!behind.has(place)) continue
    for (const before of nodes[place]?.waitsFor ?? []) behind.add(before)
  }
  return [...behind]
}

/** Who came at the same moment but later in the order, and does not wait for it; a skipped one shares nobody's days. */
function rivalsOf({ nodes }: Network, events: readonly Event[], index: number): readonly number[] {
  const event = events[index]
  if (event === undefined) return []
  const rivals: number[] = []
  for (let next = index + 1; events[next]?.moment === event.moment; next++) {
    const place = events[next]?.place ?? -1
    if (nodes[place]?.skipped === false) rivals.push(place)
  }
  if (rivals.length === 0) return rivals
  const waiting = new Set([event.place])
  const last = Math.max(...rivals)
  for (let place = event.place + 1; place <= last; place++) {
    if (nodes[place]?.waitsFor.some((before) => waiting.has(before)) === true) waiting.add(place)
  }
  return rivals.filter((place) => !waiting.has(place))
}
