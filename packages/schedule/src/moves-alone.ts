/**
 * Which of several milestones, let in alone, would move the target at least as far (rule SCHED-12), answered for all of
 * them in two passes over the network instead of one replay each.
 *
 * The target's finish is the largest of all path lengths into it: a path begins at a floor (or at the plan's start) and
 * adds up stretches. A milestone v that finishes at y makes it `max(A, y + L)`, where L is the longest path from v on and A
 * the longest path past v. Links only point forward in plan order, so a path past v either begins after v or jumps over
 * it in a single link; which v have such a path above a bound is one sweep over ranges.
 */
import { finishWith, letIn, setPace, targetFinish, type Pace, type Replay } from './replay.ts'

/** Those of `places`, in the given order, that would move the target by `days` or further in the same direction. */
export function movesAlone(replay: Replay, places: readonly number[], days: number): readonly number[] {
  const bound = targetFinish(replay) + days
  const toTarget = pathsToTarget(replay)
  const passedAbove = days < 0 ? passedAboveBound(replay, toTarget, bound) : null
  return places.filter((place) => {
    const finish = finishWith(replay, place, replay.real[place] ?? null)
    if (beginsBeforeThePlan(replay, place, finish)) return movesWhenReplayed(replay, place, days)
    const through = finish + (toTarget[place] ?? -Infinity)
    return passedAbove === null ? through >= bound : through <= bound && passedAbove[place] === 0
  })
}

/** The longest path from each place to the target, its own stretch not counted; -Infinity where there is none. */
function pathsToTarget({ target, paces, waitsFor }: Replay): readonly number[] {
  const paths = waitsFor.map(() => -Infinity)
  paths[target] = 0
  for (let place = target; place >= 0; place--) {
    const path = (paths[place] ?? -Infinity) + stretchOf(paces[place])
    if (path === -Infinity) continue
    for (const before of waitsFor[place] ?? []) paths[before] = Math.max(paths[before] ?? -Infinity, path)
  }
  return paths
}

/** For each place, how many paths above the bound begin after it or jump over it. */
function passedAboveBound(replay: Replay, toTarget: readonly number[], bound: number): readonly number[] {
  const { target, paces, waitsFor, finishes, origin } = replay
  const changes = new Int32Array(target + 2)
  const passes = (from: number, to: number) => {
    if (from >= to) return
    changes[from] = (changes[from] ?? 0) + 1
    changes[to] = (changes[to] ?? 0) - 1
  }
  for (let place = 0; place <= target; place++) {
    const pace = paces[place] ?? null
    const path = toTarget[place] ?? -Infinity
    if (pace !== null && pace.floor + path > bound) passes(0, place)
    let waitsForNothing = true
    for (const before of waitsFor[place] ?? []) {
      const finish = finishes[before] ?? -Infinity
      if (finish !== -Infinity) waitsForNothing = false
      if (finish + stretchOf(pace) + path > bound) passes(before + 1, place)
    }
    if (pace !== null && waitsForNothing && origin + pace.stretch + path > bound) passes(0, place)
  }
  let count = 0
  return Array.from(changes.subarray(0, target + 1), (change) => (count += change))
}

/**
 * The one case that is no largest-of-paths: a milestone comes in that finishes before the plan begins where there was
 * nothing to wait for, and whoever waited from the plan's start may now begin earlier.
 */
function beginsBeforeThePlan({ finishes, origin }: Replay, place: number, finish: number): boolean {
  return finishes[place] === -Infinity && finish < origin
}

function movesWhenReplayed(replay: Replay, place: number, days: number): boolean {
  const before = targetFinish(replay)
  const pace = replay.paces[place] ?? null
  letIn(replay, place)
  const moved = targetFinish(replay) - before
  setPace(replay, place, pace)
  return days > 0 ? moved >= days : moved <= days
}

/** An absent milestone hands on what it waits for as it is. */
function stretchOf(pace: Pace | null | undefined): number {
  return pace?.stretch ?? 0
}
