/**
 * The plan replayed in working days: from the agreed plan to what really happened, one milestone at a time (SCHED-9).
 *
 * Everything is counted in N (working days up to a date), where `add(d, n)` is plain addition and the later of two dates
 * the larger of two numbers. So a milestone is two numbers, `floor` and `stretch`: it finishes at the larger of its floor
 * and `stretch` after what it waits for. Letting one in recomputes only what follows it, and only as far as a number
 * really changes. No calendar is asked and no date is made while replaying.
 */
import type { Network } from './network.ts'
import { workingEstimatesOf } from './working-estimate.ts'

/** How a milestone finishes: never before `floor`, and `stretch` after what it waits for. Null: absent, looked through. */
export interface Pace {
  readonly floor: number
  readonly stretch: number
}

export interface Replay {
  readonly target: number
  /** The pace that counts for each place now; places after the target do not matter to it. */
  readonly paces: (Pace | null)[]
  readonly real: readonly (Pace | null)[]
  /** N of each finish; what an absent milestone hands on, -Infinity where that is nothing. */
  readonly finishes: number[]
  readonly waitsFor: readonly (readonly number[])[]
  readonly followers: readonly (readonly number[])[]
  /** N of what a milestone waits for that waits for nothing. */
  readonly origin: number
}

/** The agreed plan, up to the target. */
export function agreedReplay(network: Network, target: number): Replay {
  const { calendar, nodes } = network
  const relevant = nodes.slice(0, target + 1)
  const estimates = workingEstimatesOf(network)
  const today = calendar.count(network.today)
  const paces = relevant.map(({ agreed }, index): Pace | null =>
    agreed === null ? null : { floor: calendar.count(agreed), stretch: estimates[index]?.asAgreed ?? 0 },
  )
  const real = relevant.map(({ skipped, doneOn, due }, index): Pace | null => {
    if (skipped) return null
    if (doneOn !== null) return { floor: calendar.count(doneOn), stretch: -Infinity }
    const promised = due === null ? -Infinity : calendar.count(due)
    return { floor: Math.max(promised, today), stretch: estimates[index]?.asItStands ?? 0 }
  })
  const waitsFor = relevant.map((node) => node.waitsFor)
  const followers = relevant.map((): number[] => [])
  waitsFor.forEach((places, index) => {
    for (const place of places) followers[place]?.push(index)
  })
  const replay = { target, paces, real, finishes: [], waitsFor, followers, origin: calendar.count(network.origin) }
  for (let place = 0; place <= target; place++) finishAgain(replay, place)
  return replay
}

/** Lets a milestone in; what it changes is read from the target's finish. */
export function letIn(replay: Replay, place: number): void {
  setPace(replay, place, replay.real[place] ?? null)
}

/** Gives a milestone a pace and carries the change to whatever follows from it. */
export function setPace(replay: Replay, place: number, pace: Pace | null): void {
  const { paces, followers, target } = replay
  paces[place] = pace
  const stale = new Uint8Array(target + 1)
  stale[place] = 1
  let last = place
  for (let at = place; at <= last; at++) {
    if (stale[at] === 0 || !finishAgain(replay, at)) continue
    for (const follower of followers[at] ?? []) {
      stale[follower] = 1
      if (follower > last) last = follower
    }
  }
}

/** The finish that a milestone has with a given pace, everything else as it is. */
export function finishWith({ waitsFor, finishes, origin }: Replay, place: number, pace: Pace | null): number {
  let awaited = -Infinity
  for (const before of waitsFor[place] ?? []) awaited = Math.max(awaited, finishes[before] ?? -Infinity)
  if (pace === null) return awaited
  return Math.max(pace.floor, (awaited === -Infinity ? origin : awaited) + pace.stretch)
}

export function targetFinish({ finishes, target }: Replay): number {
  return finishes[target] ?? -Infinity
}

/** Whether the finish is another one now. */
function finishAgain(replay: Replay, place: number): boolean {
  const finish = finishWith(replay, place, replay.paces[place] ?? null)
  if (replay.finishes[place] === finish) return false
  replay.finishes[place] = finish
  return true
}
