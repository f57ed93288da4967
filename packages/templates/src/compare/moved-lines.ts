/**
 * Which lines stand in another place: in another milestone, or in another order. Of an order as few lines as possible are called
 * moved (everything but a longest run that both have alike), and the same ones whichever of the two is asked about first.
 */
import type { Line } from './lines.ts'

/** Identities of lines that both have and that stand elsewhere. */
export function movedLines(one: readonly Line[], other: readonly Line[]): ReadonlySet<string> {
  const homes = new Map(other.map(({ identity, home }) => [identity, home]))
  const moved = new Set<string>()
  for (const { identity, home } of one) {
    if (homes.has(identity) && homes.get(identity) !== home) moved.add(identity)
  }
  const stays = (line: Line) => (line.kind === 'milestone' || line.kind === 'step') && !moved.has(line.identity)
  const groups = groupsOf(other.filter(stays))
  for (const [group, mine] of groupsOf(one.filter(stays))) {
    const theirs = groups.get(group) ?? []
    for (const identity of outOfOrder(mine, theirs)) moved.add(identity)
  }
  return moved
}

/** What can be in order with one another: the milestones, and the steps of each. */
function groupsOf(lines: readonly Line[]): ReadonlyMap<string, readonly string[]> {
  const groups = Map.groupBy(lines, ({ kind, home }) => `${kind} ${home ?? ''}`)
  return new Map([...groups].map(([group, all]) => [group, all.map(({ identity }) => identity)]))
}

function outOfOrder(one: readonly string[], other: readonly string[]): readonly string[] {
  const [first, second] = [common(one, other), common(other, one)]
  // Either direction finds as many, but not always the same ones.
  const [from, to] = first.join('\n') <= second.join('\n') ? [first, second] : [second, first]
  const places = new Map(to.map((identity, place) => [identity, place]))
  const kept = longestRise(from.map((identity) => places.get(identity) ?? -1))
  return from.filter((_, at) => !kept.has(at))
}

function common(one: readonly string[], other: readonly string[]): readonly string[] {
  const known = new Set(other)
  return one.filter((identity) => known.has(identity))
}

/** Where the members of a longest rising run stand (patience sorting). */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  const tops: number[] = []
  const before: number[] = []
  numbers.forEach((number, at) => {
    let low = 0
    let high = tops.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((numbers[tops[middle] ?? 0] ?? 0) < number) low = middle + 1
      else high = middle
    }
    before[at] = tops[low - 1] ?? -1
    tops[low] = at
  })
  const run = new Set<number>()
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) run.add(at)
  return run
}
