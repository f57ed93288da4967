// Which structs an update holds, as runs of clock numbers per Yjs client, and how far a room's own runs reach.
//
// A room's state vector is kept from these, so that a relay without a live document can ask a returning writer for what
// it lacks. The vector stops at the first hole of each client: a lost piece is asked for again and heals.
// Rules VECTOR-1 to VECTOR-4, SPEC.md.

/** Structs of one client from clock `from` up to, not including, `to`. */
export interface Run {
  readonly client: number
  readonly from: number
  readonly to: number
}

/** What a room holds of every client. */
export class Coverage {
  /** client -> ranges in order, neither touching nor overlapping, as [from, to, from, to, …]. */
  readonly #ranges = new Map<number, number[]>()
  #gaps = 0

  /** How many pieces lie behind a hole. */
  get gaps(): number {
    return this.#gaps
  }

  get clientCount(): number {
    return this.#ranges.size
  }

  knows(client: number): boolean {
    return this.#ranges.has(client)
  }

  /** Takes a run in; true where any of it is new. */
  add({ client, from, to }: Run): boolean {
    if (to <= from) return false
    const ranges = this.#ranges.get(client)
    if (ranges === undefined) {
      this.#ranges.set(client, [from, to])
      if (from > 0) this.#gaps++
      return true
    }
    // Nearly always the next piece of what is there.
    if (ranges.length === 2 && ranges[1] === from) {
      ranges[1] = to
      return true
    }
    this.#gaps -= gapsIn(ranges)
    const isNew = insert(ranges, from, to)
    this.#gaps += gapsIn(ranges)
    return isNew
  }

  has({ client, from, to }: Run): boolean {
    const ranges = this.#ranges.get(client) ?? []
    for (let at = 0; at < ranges.length; at += 2) {
      if ((ranges[at] ?? 0) <= from && to <= (ranges[at + 1] ?? 0)) return true
    }
    return from >= to
  }

  /** Up to where everything of this client is here. */
  clockOf(client: number): number {
    const ranges = this.#ranges.get(client)
    return ranges?.[0] === 0 ? (ranges[1] ?? 0) : 0
  }

  *runs(): Generator<Run> {
    for (const [client, ranges] of this.#ranges) {
      for (let at = 0; at < ranges.length; at += 2) yield { client, from: ranges[at] ?? 0, to: ranges[at + 1] ?? 0 }
    }
  }

  /** As a Yjs state vector, V1. */
  toVector(): Uint8Array {
    const numbers: number[] = []
    for (const client of this.#ranges.keys()) {
      const clock = this.clockOf(client)
      if (clock > 0) numbers.push(client, clock)
    }
    return encodeNumbers([numbers.length / 2, ...numbers])
  }
}

/** Makes room for [from, to) among `ranges`; true where it was not all there. */
function insert(ranges: number[], from: number, to: number): boolean {
  let first = 0
  while (first < ranges.length && (ranges[first + 1] ?? 0) < from) first += 2
  let last = first
  let low = from
  let high = to
  while (last < ranges.length && (ranges[last] ?? 0) <= to) {
    if ((ranges[last] ?? 0) <= from && to <= (ranges[last + 1] ?? 0)) return false
    low = Math.min(low, ranges[last] ?? 0)
    high = Math.max(high, ranges[last + 1] ?? 0)
    last += 2
  }
  ranges.splice(first, last - first, low, high)
  return true
}

function gapsIn(ranges: readonly number[]): number {
  return ranges.length / 2 - (ranges[0] === 0 ? 1 : 0)
}

export function encodeRuns(runs: Iterable<Run>): Uint8Array {
  return encodeNumbers([...runs].flatMap(({ client, from, to }) => [client, from, to - from]))
}

export function decodeRuns(bytes: Uint8Array): Run[] {
  const numbers: number[] = []
  let value = 0
  let factor = 1
  for (const byte of bytes) {
    value += (byte & 127) * factor
    factor *= 128
    if (byte < 128) {
      numbers.push(value)
      value = 0
      factor = 1
    }
  }
  const runs: Run[] = []
  for (let at = 0; at + 2 < numbers.length; at += 3) {
    const [client = 0, from = 0, length = 0] = numbers.slice(at, at + 3)
    runs.push({ client, from, to: from + length })
  }
  return runs
}

function encodeNumbers(numbers: readonly number[]): Uint8Array {
  const bytes: number[] = []
  for (let value of numbers) {
    while (value > 127) {
      bytes.push(128 + (value % 128))
      value = Math.floor(value / 128)
    }
    bytes.push(value)
  }
  return Uint8Array.from(bytes)
}
