// The content of a room as it lies on disk: segments in order, then the newest rows. From it every reader is answered.
//
// There is no live document: a new client gets the segments as they are, a returning one the difference per segment.
// Each difference carries the segment's deletions, because a state vector does not show them. Whatever is large is merged
// and cut in a thread; an answer is about the room as it was when it was asked for. Rules ANSWER-1 to ANSWER-6.
import { LIMITS } from '@milepost/protocol'
import * as Y from 'yjs'
import type { Row, Segment, StoredRoom } from '../storage/storage.ts'
import { joined, mergeTree, type Merged } from './compaction.ts'
import type { Merger } from './merger.ts'
import { SegmentCuts, cutHere } from './segment-cuts.ts'
import { isEmptyUpdate } from './update-check.ts'

export interface CompactionPlan {
  readonly fromSeq: number
  readonly toSeq: number
  /** How many of the updates are rows of the tail, and their bytes. */
  readonly rows: number
  readonly rowBytes: number
  readonly updates: readonly Uint8Array[]
}

/** A segment, or merged rows, and what was cut from it. */
interface Part {
  readonly update: Uint8Array
  readonly cuts: SegmentCuts
}

/** What is merged and cut at once, and how much may have come since the last merging before it is merged into the rest. */
export interface ChainSizes {
  readonly hereRows: number
  readonly hereBytes: number
  readonly newerRows: number
  readonly newerBytes: number
}

const SIZES: ChainSizes = {
  hereRows: LIMITS.mainThreadRows,
  hereBytes: LIMITS.mainThreadBytes,
  newerRows: LIMITS.mergeFanIn,
  newerBytes: 64 * 1024,
}

/** Merging so much anew costs next to nothing. */
const SMALL_BYTES = 2 * 1024

/** Merging and cutting away from the main thread. */
export type Elsewhere = Pick<Merger, 'join' | 'cut'>

export class Chain {
  readonly #elsewhere: Elsewhere
  readonly #sizes: ChainSizes
  #segments: readonly Segment[]
  readonly #parts = new WeakMap<Segment, Part>()
  #tail: Row[]
  #head: number
  #bytes: number
  /** The first rows of the tail merged, so that a join need not do it again. It lags behind a little: what was cut from it stays of use. */
  #base: { rows: number; part: Part } | null = null
  #joining: Promise<void> | null = null

  /** `merged`: the whole tail, where it was merged to be read. */
  constructor(
    { segments, tail, head }: Pick<StoredRoom, 'segments' | 'tail' | 'head'>,
    elsewhere: Elsewhere,
    { merged = null, sizes = SIZES }: { readonly merged?: Merged | null; readonly sizes?: ChainSizes } = {},
  ) {
    this.#sizes = sizes
    this.#elsewhere = elsewhere
    if (merged !== null) this.#base = { rows: tail.length, part: partOf(merged) }
    this.#segments = segments
    this.#tail = [...tail]
    this.#head = head
    this.#bytes = bytesOf(segments) + bytesOf(tail)
  }

  get head(): number {
    return this.#head
  }

  get bytes(): number {
    return this.#bytes
  }

  push(row: Row): void {
    if (row.seq <= this.#head) return
    this.#tail.push(row)
    this.#head = row.seq
    this.#bytes += row.update.length
  }

  /** What a client with this state vector lacks, in pieces to be applied in any order; never none. */
  async piecesFor(vector: Uint8Array): Promise<readonly Uint8Array[]> {
    const tail = await this.#tailParts()
    // Read after the tail: rows that were merged into a segment meanwhile come twice, never not at all.
    const parts = [...this.#segments.map((segment) => this.#partOf(segment)), ...tail]
    if (vector.length <= 1) return orEmpty(parts.map(({ update }) => update))
    const clocks = Y.decodeStateVector(vector)
    const wanted = parts.map((part) => ({ part, key: part.cuts.keyFor(clocks) }))
    const toCut = wanted.filter(({ part, key }) => key !== null && !part.cuts.has(key)).map(({ part }) => part)
    const cut = this.#cutter(bytesOf(toCut))
    const pieces = wanted.map(({ part, key }) => (key === null ? part.update : part.cuts.get(key, vector, cut)))
    return orEmpty(await Promise.all(pieces))
  }

  /** Everything after row `seq`, perhaps with some before it. */
  async piecesSince(seq: number): Promise<readonly Uint8Array[]> {
    const rows = this.#tail.filter((row) => row.seq > seq)
    const segments = this.#segments.filter(({ toSeq }) => toSeq > seq).map(({ update }) => update)
    if (rows.length === 0) return segments
    return [...segments, await this.#merge(rows.map(({ update }) => update))]
  }

  /**
   * What to merge next: rows of the tail, and the segments before them that are not much larger. So each byte is merged a
   * logarithmic number of times, and the number of segments stays logarithmic too.
   */
  planCompaction(): CompactionPlan | null {
    const rows = this.#firstRows()
    const [first] = rows
    const last = rows.at(-1)
    if (first === undefined || last === undefined) return null
    const updates = rows.map(({ update }) => update)
    const rowBytes = bytesOf(rows)
    let bytes = rowBytes
    let fromSeq = first.seq
    for (const segment of this.#segments.toReversed()) {
      if (segment.update.length > 2 * bytes || segment.update.length + bytes > LIMITS.segmentBytes) break
      updates.unshift(segment.update)
      bytes += segment.update.length
      fromSeq = segment.fromSeq
    }
    return { fromSeq, toSeq: last.seq, rows: rows.length, rowBytes, updates }
  }

  /** All of it, to be collected; null where there is nothing to gain. */
  planCollection(): CompactionPlan | null {
    const last = this.#tail.at(-1)?.seq ?? this.#segments.at(-1)?.toSeq
    if (last === undefined || this.#bytes > LIMITS.collectBytes) return null
    const updates = [...this.#segments, ...this.#tail].map(({ update }) => update)
    return { fromSeq: 1, toSeq: last, rows: this.#tail.length, rowBytes: bytesOf(this.#tail), updates }
  }

  compacted(segment: Segment): void {
    this.#segments = [...this.#segments.filter(({ fromSeq }) => fromSeq < segment.fromSeq), segment]
    this.#tail = this.#tail.filter(({ seq }) => seq > segment.toSeq)
    this.#bytes = bytesOf(this.#segments) + bytesOf(this.#tail)
    this.#base = null
    this.#joining = null
  }

  /** The rows of the tail that make one segment: never none where there are any. */
  #firstRows(): readonly Row[] {
    let bytes = 0
    const end = this.#tail.findIndex(({ update }, at) => (bytes += update.length) > LIMITS.segmentBytes && at > 0)
    return end === -1 ? this.#tail : this.#tail.slice(0, end)
  }

  #partOf(segment: Segment): Part {
    let part = this.#parts.get(segment)
    if (part === undefined) this.#parts.set(segment, (part = partOf(segment)))
    return part
  }

  /** Small answers are made at once; for large ones the way to the thread is worth it. */
  #cutter(bytes: number): (update: Uint8Array, vector: Uint8Array) => Promise<Uint8Array> | Uint8Array {
    return bytes <= this.#sizes.hereBytes ? cutHere : (update, vector) => this.#elsewhere.cut(update, vector)
  }

  async #merge(updates: readonly Uint8Array[]): Promise<Uint8Array> {
    const bytes = updates.reduce((sum, { length }) => sum + length, 0)
    const isSmall = updates.length <= this.#sizes.hereRows && bytes <= this.#sizes.hereBytes
    return isSmall ? mergeTree(updates) : (await this.#elsewhere.join(updates)).update
  }

  /** The whole tail as it is now: what was merged before, and what came since. */
  async #tailParts(): Promise<readonly Part[]> {
    for (;;) {
      const tail = this.#tail
      const newer = tail.slice(this.#base?.rows ?? 0)
      if (newer.length <= this.#sizes.newerRows && bytesOf(newer) <= this.#newerBytes()) {
        const parts = newer.length === 0 ? [] : [partOf(joined(newer.map(({ update }) => update)))]
        return this.#base === null ? parts : [this.#base.part, ...parts]
      }
      const all = [...(this.#base === null ? [] : [this.#base.part]), ...newer].map(({ update }) => update)
      if (all.length <= this.#sizes.hereRows && bytesOf(tail) <= this.#sizes.hereBytes) {
        this.#base = { rows: tail.length, part: partOf(joined(all)) }
        continue
      }
      this.#joining ??= this.#join(tail.length, all)
      await this.#joining
    }
  }

  /**
   * How much may be merged anew for each who comes in: little beside what is merged already, so that a crowd that comes back
   * shares that, and what was cut from it.
   */
  #newerBytes(): number {
    const merged = this.#base?.part.update.length ?? 0
    return Math.min(this.#sizes.newerBytes, Math.max(SMALL_BYTES, merged / 2))
  }

  async #join(rows: number, updates: readonly Uint8Array[]): Promise<void> {
    const segments = this.#segments
    try {
      const merged = await this.#elsewhere.join(updates)
      // Compacted meanwhile: these rows are no longer the first of the tail.
      if (segments === this.#segments) this.#base = { rows, part: partOf(merged) }
    } finally {
      if (segments === this.#segments) this.#joining = null
    }
  }
}

function partOf(merged: Merged): Part {
  return { update: merged.update, cuts: new SegmentCuts(merged) }
}

function bytesOf(parts: readonly { readonly update: Uint8Array }[]): number {
  return parts.reduce((sum, { update }) => sum + update.length, 0)
}

function orEmpty(pieces: readonly Uint8Array[]): readonly Uint8Array[] {
  const full = pieces.filter((piece) => !isEmptyUpdate(piece))
  return full.length === 0 ? [Uint8Array.of(0, 0)] : full
}
