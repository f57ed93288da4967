// What a returning client lacks of one segment, remembered: after a restart everybody comes back for the same.
//
// Vectors of two clients are rarely equal, but nearly always equal in what a segment knows of: only its own clients, and of
// those only up to where it reaches, count. So what is remembered goes by that, and a crowd that has everything shares
// one answer (the segment's deletions) however much each of them wrote on his own.
import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import type { Merged } from './compaction.ts'
import { decodeRuns } from './runs.ts'

/** Answers remembered for one segment, and no more bytes of them than the segment has itself. */
const REMEMBERED = 8

export class SegmentCuts {
  readonly #segment: Merged
  /** Client -> where its structs begin and end in this segment. */
  readonly #reach = new Map<number, { from: number; to: number }>()
  readonly #known = new Map<string, Promise<Uint8Array> | Uint8Array>()

  constructor(segment: Merged) {
    this.#segment = segment
    for (const { client, from, to } of decodeRuns(segment.runs)) {
      const reach = this.#reach.get(client)
      if (reach === undefined) this.#reach.set(client, { from, to })
      else this.#reach.set(client, { from: Math.min(from, reach.from), to: Math.max(to, reach.to) })
    }
  }

  /** What counts of a vector here; null where the whole segment is lacked and nothing is to be cut. */
  keyFor(vector: ReadonlyMap<number, number>): string | null {
    const hash = createHash('sha256')
    let knows = false
    for (const [client, { from, to }] of this.#reach) {
      const clock = Math.min(vector.get(client) ?? 0, to)
      if (clock > from) {
        knows = true
        hash.update(`${client} ${clock} `)
      }
    }
    return knows ? hash.digest('base64') : null
  }

  has(key: string): boolean {
    return this.#known.has(key)
  }

  /** `cut` is asked only where nobody came with the same before. */
  get(
    key: string,
    vector: Uint8Array,
    cut: (update: Uint8Array, vector: Uint8Array) => Promise<Uint8Array> | Uint8Array,
  ) {
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const made = cut(this.#segment.update, vector)
    this.#known.set(key, made)
    if (made instanceof Uint8Array) this.#forgetTooMuch()
    else made.then((piece) => this.#settle(key, piece), () => this.#known.delete(key)) // prettier-ignore
    return made
  }

  #settle(key: string, piece: Uint8Array): void {
    if (this.#known.has(key)) this.#known.set(key, piece)
    this.#forgetTooMuch()
  }

  #forgetTooMuch(): void {
    let bytes = 0
    for (const piece of this.#known.values()) if (piece instanceof Uint8Array) bytes += piece.length
    for (const [key, piece] of this.#known) {
      if (this.#known.size <= REMEMBERED && bytes <= this.#segment.update.length) break
      this.#known.delete(key)
      if (piece instanceof Uint8Array) bytes -= piece.length
    }
  }
}

export function cutHere(update: Uint8Array, vector: Uint8Array): Uint8Array {
  return Y.diffUpdate(update, vector)
}
