// Merges many updates into one, and proves that nothing was lost or changed, before anything old may be deleted.
//
// Merging goes up a tree, at most 64 at a time: merging a flat list is quadratic (50,000 keystrokes took 78 s, the tree
// 0.1 s). No document is built: that would drop deleted content and cost ten times the memory. The proof compares what
// was with what is, one unit at a time: which structs, where each hangs, what it holds, and what is deleted.
// Rules COMPACT-1 to COMPACT-5, SPEC.md.
import { LIMITS } from '@milepost/protocol'
import * as Y from 'yjs'
import { encodeRuns } from './runs.ts'
import { runsOf } from './update-check.ts'

export interface Merged {
  readonly update: Uint8Array
  readonly runs: Uint8Array
}

/** One update that says what all of these say. */
export function mergeTree(updates: readonly Uint8Array[]): Uint8Array {
  let level = updates
  while (level.length > 1) {
    const next: Uint8Array[] = []
    for (let at = 0; at < level.length; at += LIMITS.mergeFanIn) {
      next.push(Y.mergeUpdates(level.slice(at, at + LIMITS.mergeFanIn)))
    }
    level = next
  }
  return level[0] ?? EMPTY_UPDATE
}

export const EMPTY_UPDATE = Uint8Array.of(0, 0)

/** Merges and compares; `mismatch` means: keep the old ones. */
export function mergeVerified(updates: readonly Uint8Array[]): Merged | 'mismatch' {
  const update = mergeTree(updates)
  const decoded = Y.decodeUpdate(update)
  return saysTheSame(updates, decoded) ? { update, runs: encodeRuns(runsOf(decoded.structs)) } : 'mismatch'
}

type Decoded = ReturnType<typeof Y.decodeUpdate>

/** Does `merged` hold each struct and each deletion of `updates`, and nothing else? Exported for the tests that break it. */
export function saysTheSame(updates: readonly Uint8Array[], merged: Decoded): boolean {
  const before = new UnitTable()
  const deletes: Decoded['ds'][] = []
  for (const update of updates) {
    const decoded = Y.decodeUpdate(update)
    for (const struct of decoded.structs) before.addAll(struct)
    deletes.push(decoded.ds)
  }
  for (const struct of merged.structs) if (!before.takeAll(struct)) return false
  if (!before.isAllTaken) return false
  return Y.equalDeleteSets(Y.mergeDeleteSets(deletes), Y.mergeDeleteSets([merged.ds]))
}

/**
 * Digests of single units (one character, one value, one type) by client and clock. The same unit may be given twice:
 * a client that came back sends what was there, and a struct may have been collected on one device and not on another.
 */
class UnitTable {
  readonly #clients = new Map<number, Map<number, number | number[]>>()
  #left = 0

  get isAllTaken(): boolean {
    return this.#left === 0
  }

  addAll(struct: Decoded['structs'][number]): void {
    if (struct instanceof Y.Skip) return
    let clocks = this.#clients.get(struct.id.client)
    if (clocks === undefined) this.#clients.set(struct.id.client, (clocks = new Map()))
    for (const [offset, digest] of digestsOf(struct).entries()) {
      const clock = struct.id.clock + offset
      const known = clocks.get(clock)
      if (known === undefined) {
        clocks.set(clock, digest)
        this.#left++
      } else if (typeof known === 'number') {
        if (known !== digest) clocks.set(clock, [known, digest])
      } else if (!known.includes(digest)) known.push(digest)
    }
  }

  /** False where the struct holds a unit that was never added, or was taken before. */
  takeAll(struct: Decoded['structs'][number]): boolean {
    if (struct instanceof Y.Skip) return true
    const clocks = this.#clients.get(struct.id.client)
    if (clocks === undefined) return false
    for (const [offset, digest] of digestsOf(struct).entries()) {
      const clock = struct.id.clock + offset
      const known = clocks.get(clock)
      if (known === undefined) return false
      if (typeof known === 'number' ? known !== digest : !known.includes(digest)) return false
      clocks.delete(clock)
      this.#left--
    }
    return true
  }
}

const GC_DIGEST = 1

/** One number per unit: where it hangs and what it holds. Inside a struct each unit hangs on the one before it. */
function digestsOf(struct: Y.Item | Y.GC): number[] {
  if (struct instanceof Y.GC) return Array.from({ length: struct.length }, () => GC_DIGEST)
  const { id, origin, rightOrigin, parent, parentSub, content } = struct
  const right = rightOrigin === null ? 2 : digestOf(3, rightOrigin.client, rightOrigin.clock)
  const first = origin === null ? hangsOn(parent, parentSub, rightOrigin) : digestOf(5, origin.client, origin.clock)
  const units = unitsOf(content)
  return Array.from({ length: struct.length }, (_, offset) => {
    const left = offset === 0 ? first : digestOf(5, id.client, id.clock + offset - 1)
    return digestOf(left, right, textDigest(units(offset)))
  })
}

/** The parent is written only where neither neighbour tells it. */
function hangsOn(parent: unknown, parentSub: string | null, rightOrigin: Y.ID | null): number {
  if (rightOrigin !== null) return 7
  const sub = parentSub === null ? 11 : textDigest(parentSub)
  if (typeof parent === 'string') return digestOf(13, textDigest(parent), sub)
  if (parent instanceof Y.ID) return digestOf(17, parent.client, parent.clock, sub)
  return digestOf(19, sub)
}

function unitsOf(content: Y.Item['content']): (offset: number) => string {
  if (content instanceof Y.ContentString) return (offset) => `s${content.str.charCodeAt(offset)}`
  if (content instanceof Y.ContentDeleted) return () => 'deleted'
  if (content instanceof Y.ContentAny) return (offset) => `a${bytesOfAny(content.arr[offset])}`
  if (content instanceof Y.ContentJSON) return (offset) => `j${JSON.stringify(content.arr[offset])}`
  const encoder = new Y.UpdateEncoderV1()
  content.write(encoder, 0)
  const bytes = `${content.constructor.name} ${Buffer.from(encoder.toUint8Array()).toString('latin1')}`
  return () => bytes
}

function bytesOfAny(value: unknown): string {
  const encoder = new Y.UpdateEncoderV1()
  encoder.writeAny(value)
  return Buffer.from(encoder.toUint8Array()).toString('latin1')
}

function textDigest(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

function digestOf(...numbers: readonly number[]): number {
  let hash = 0x811c9dc5
  for (const number of numbers) {
    hash = Math.imul(hash ^ (number >>> 0), 0x01000193)
    hash = Math.imul(hash ^ (Math.floor(number / 2 ** 32) + (hash >>> 15)), 0x85ebca6b)
    hash ^= hash >>> 13
  }
  return hash >>> 0
}
