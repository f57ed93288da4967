// The content of a room as it lies on disk: segments in order, then the newest rows. From it every reader is answered.
//
// There is no live document: a new client gets the segments as they are, a returning one the difference per segment.
// Each difference carries the segment's deletions, because a state vector does not show them. Rules ANSWER-1 to ANSWER-5.
import { LIMITS } from '@milepost/protocol'
import * as Y from 'yjs'
import type { Row, Segment, StoredRoom } from '../storage/storage.ts'
import { mergeTree } from './compaction.ts'
import { isEmptyUpdate } from './update-check.ts'

export interface CompactionPlan {
  readonly fromSeq: number
  readonly toSeq: number
  readonly updates: readonly Uint8Array[]
}

export class Chain {
  #segments: readonly Segment[]
  #tail: Row[]
  #head: number
  #bytes: number
  /** The first rows of the tail merged, so that a join need not do it again. */
  #merged: { rows: number; update: Uint8Array } | null = null
  #lastDiff: { key: string; head: number; pieces: readonly Uint8Array[] } | null = null

  constructor({ segments, tail, head }: Pick<StoredRoom, 'segments' | 'tail' | 'head'>) {
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
  piecesFor(vector: Uint8Array): readonly Uint8Array[] {
    const parts = this.#parts()
    if (vector.length <= 1) return orEmpty(parts)
    // After a restart everybody comes back with the same vector.
    const key = Buffer.from(vector).toString('latin1')
    if (this.#lastDiff?.key !== key || this.#lastDiff.head !== this.#head) {
      const pieces = orEmpty(parts.map((part) => Y.diffUpdate(part, vector)))
      this.#lastDiff = { key, head: this.#head, pieces }
    }
    return this.#lastDiff.pieces
  }

  /** Everything after row `seq`, perhaps with some before it. */
  piecesSince(seq: number): readonly Uint8Array[] {
    const rows = this.#tail.filter((row) => row.seq > seq).map(({ update }) => update)
    const segments = this.#segments.filter(({ toSeq }) => toSeq > seq).map(({ update }) => update)
    return rows.length === 0 ? segments : [...segments, mergeTree(rows)]
  }

  /** Rows after `seq`, one by one; null where some of them were merged already. */
  rowsSince(seq: number): readonly Row[] | null {
    if (this.#segments.some(({ toSeq }) => toSeq > seq)) return null
    return this.#tail.filter((row) => row.seq > seq)
  }

  /**
   * What to merge next: the tail, and the segments before it that are not much larger. So each byte is merged a
   * logarithmic number of times, and the number of segments stays logarithmic too.
   */
  planCompaction(): CompactionPlan | null {
    const [first] = this.#tail
    const last = this.#tail.at(-1)
    if (first === undefined || last === undefined) return null
    const updates = this.#tail.map(({ update }) => update)
    let bytes = bytesOf(this.#tail)
    let fromSeq = first.seq
    for (const segment of this.#segments.toReversed()) {
      if (segment.update.length > 2 * bytes || segment.update.length + bytes > LIMITS.segmentBytes) break
      updates.unshift(segment.update)
      bytes += segment.update.length
      fromSeq = segment.fromSeq
    }
    return { fromSeq, toSeq: last.seq, updates }
  }

  compacted(segment: Segment): void {
    this.#segments = [...this.#segments.filter(({ fromSeq }) => fromSeq < segment.fromSeq), segment]
    this.#tail = this.#tail.filter(({ seq }) => seq > segment.toSeq)
    this.#bytes = bytesOf(this.#segments) + bytesOf(this.#tail)
    this.#merged = null
    this.#lastDiff = null
  }

  #parts(): Uint8Array[] {
    const parts = this.#segments.map(({ update }) => update)
    if (this.#tail.length === 0) return parts
    const { rows, update } = this.#merged ?? { rows: 0, update: null }
    if (update === null || rows < this.#tail.length) {
      const newer = this.#tail.slice(rows).map((row) => row.update)
      this.#merged = { rows: this.#tail.length, update: mergeTree(update === null ? newer : [update, ...newer]) }
    }
    return this.#merged === null ? parts : [...parts, this.#merged.update]
  }
}

function bytesOf(parts: readonly { readonly update: Uint8Array }[]): number {
  return parts.reduce((sum, { update }) => sum + update.length, 0)
}

function orEmpty(pieces: readonly Uint8Array[]): readonly Uint8Array[] {
  const full = pieces.filter((piece) => !isEmptyUpdate(piece))
  return full.length === 0 ? [Uint8Array.of(0, 0)] : full
}
