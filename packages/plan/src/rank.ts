/**
 * Order among siblings. A rank is a string between its neighbours' ranks; lists are
 * sorted by (rank, id), so everybody sees one order even where two ranks are equal.
 *
 * Ranks are jittered: two people who insert into one gap got equal ranks 2,000
 * times of 2,000 without, never with. Anybody may still write any string, and the
 * libraries throw on a foreign one or on equal neighbours, so ranks are validated
 * first and a run of equal or odd neighbours is given new ranks in the same change.
 */
import { generateNKeysBetween } from 'jittered-fractional-indexing'
import * as v from 'valibot'
import { valueField } from './field.ts'
import type { RandomBytes } from './ids.ts'

/** Ranks are short; one that grew beyond this is renewed at the next insertion beside it. */
const RANK_LENGTH = 120
const LEAST_HEAD = 'a'.charCodeAt(0)
const GREATEST_NEGATIVE = 'Z'.charCodeAt(0)
/** Nothing fits in front of it, so it is never given. */
const SMALLEST = 'A'.padEnd(27, '0')
/** An odd rank stands behind all others until someone moves it. */
export const NO_RANK = '~'

export interface Ranked {
  readonly id: string
  readonly rank: string
}

/** A new rank, and the neighbours that need another one for it to fit. */
export interface Placement {
  readonly rank: string
  readonly renewed: readonly Ranked[]
}

/**
 * Whether the library takes it: a head that says how many digits the whole part has (a: 1 to z: 26, Z: 1 to A: 26), those
 * digits, and a fraction that does not end in 0. Said here once more, so that whoever only reads does without the library.
 */
export function isRank(raw: unknown): raw is string {
  if (typeof raw !== 'string' || raw.length > RANK_LENGTH || !/^[A-Za-z][A-Za-z0-9]+$/.test(raw)) return false
  const head = raw.charCodeAt(0)
  const whole = head >= LEAST_HEAD ? head - LEAST_HEAD + 2 : GREATEST_NEGATIVE - head + 2
  return raw.length >= whole && raw !== SMALLEST && !(raw.length > whole && raw.endsWith('0'))
}

export const rankValue = v.custom<string>(isRank)
export const rankField = valueField(rankValue, NO_RANK)

export function byRank(a: Ranked, b: Ranked): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1
}

/**
 * A rank for the place in front of `siblings[index]` (sorted). Where the neighbours
 * leave no room, the run of equal or odd ranks around the gap is spread out anew.
 */
export function rankAt(siblings: readonly Ranked[], index: number, random: RandomBytes): Placement {
  const getRandomBit = randomBits(random)
  let first = index
  let last = index
  // Equal ranks stand together and odd ones stand last: widening to the right first takes in the whole run.
  while (!hasRoom(siblings[first - 1], siblings[last])) {
    if (last < siblings.length) last += 1
    else first -= 1
  }
  const low = siblings[first - 1]?.rank
  const high = siblings[last]?.rank
  try {
    const placement = spread(siblings.slice(first, last), index - first, low, high, getRandomBit)
    if (placement.rank.length <= RANK_LENGTH) return placement
  } catch {
    // A valid rank at the very end of what ranks can say leaves no room beyond it.
  }
  return spread(siblings, index, undefined, undefined, getRandomBit)
}

function spread(
  run: readonly Ranked[],
  at: number,
  low: string | undefined,
  high: string | undefined,
  getRandomBit: () => boolean,
): Placement {
  const ranks = generateNKeysBetween(low, high, run.length + 1, { getRandomBit })
  const rank = ranks[at] ?? ''
  const others = ranks.filter((_, i) => i !== at)
  return { rank, renewed: run.map(({ id }, i) => ({ id, rank: others[i] ?? rank })) }
}

function hasRoom(left: Ranked | undefined, right: Ranked | undefined): boolean {
  if (left !== undefined && !isRank(left.rank)) return false
  if (right !== undefined && !isRank(right.rank)) return false
  return left === undefined || right === undefined || left.rank < right.rank
}

/** Bits for the jitter, a byte of randomness for eight of them. */
function randomBits(random: RandomBytes): () => boolean {
  let byte = 0
  let left = 0
  return () => {
    if (left === 0) {
      byte = random(1)[0] ?? 0
      left = 8
    }
    left -= 1
    return ((byte >> left) & 1) === 1
  }
}
