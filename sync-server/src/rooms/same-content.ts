// Do these updates and this merged one say the same? Struct by struct, without a document: each piece of the merged one
// must be there before, hanging in the same place and holding the same; nothing may be missing; the same must be deleted.
//
// Merging joins neighbours and cuts where pieces overlap, so structs are compared over the clocks they share. The same
// clocks may come several times: a client that returns sends what was there, and what one device has collected another
// still holds. Then one equal is enough.
import * as Y from 'yjs'
import { Coverage } from './runs.ts'
import { runsOf } from './update-check.ts'

type Decoded = ReturnType<typeof Y.decodeUpdate>
type Content = Y.Item['content']
type Held = Y.Item | Y.GC

export function saysTheSame(updates: readonly Uint8Array[], merged: Decoded): boolean {
  const before = updates.map((update) => Y.decodeUpdate(update))
  const deleted = Y.mergeDeleteSets(before.map(({ ds }) => ds))
  if (!Y.equalDeleteSets(deleted, Y.mergeDeleteSets([merged.ds]))) return false
  const structs = before.flatMap((update) => update.structs)
  if (!covers(merged.structs, structs)) return false
  const known = byClient(structs)
  return merged.structs.every((struct) => struct instanceof Y.Skip || isKnown(struct, known.get(struct.id.client)))
}

/** Is all that lives in `collected` what these said, and nothing missing from it but what was deleted? */
export function keepsWhatLives(
  updates: readonly Uint8Array[],
  collected: Decoded,
  deleted: ReturnType<typeof Y.mergeDeleteSets>,
): boolean {
  const structs = updates.flatMap((update) => Y.decodeUpdate(update).structs)
  if (!covers(collected.structs, structs) || !covers(structs, collected.structs)) return false
  const known = byClient(structs)
  return collected.structs.every((struct) => {
    if (struct instanceof Y.Skip) return false
    const last = Y.createID(struct.id.client, endOf(struct) - 1)
    // A document cuts structs where deletions begin and end, so the two ends speak for all of it.
    const isGone = Y.isDeleted(deleted, struct.id) && Y.isDeleted(deleted, last)
    return isGone || (struct instanceof Y.Item && isKnown(struct, known.get(struct.id.client)))
  })
}

function covers(outer: Decoded['structs'], inner: Decoded['structs']): boolean {
  const coverage = new Coverage()
  for (const run of runsOf(outer)) coverage.add(run)
  return runsOf(inner).every((run) => coverage.has(run))
}

/** Structs of one client by clock; `reach[i]` is the highest clock any of the first i + 1 reaches. */
interface Line {
  readonly structs: readonly Held[]
  readonly reach: readonly number[]
}

function byClient(structs: Decoded['structs']): Map<number, Line> {
  const held = structs.filter((struct): struct is Held => !(struct instanceof Y.Skip))
  const lines = new Map<number, Line>()
  for (const [client, group] of Map.groupBy(held, ({ id }) => id.client)) {
    const sorted = group.toSorted((a, b) => a.id.clock - b.id.clock)
    let highest = 0
    lines.set(client, { structs: sorted, reach: sorted.map((struct) => (highest = Math.max(highest, endOf(struct)))) })
  }
  return lines
}

/** Every clock of `struct` must be in one that was there and is equal over what they share. */
function isKnown(struct: Held, line: Line | undefined): boolean {
  if (line === undefined) return false
  let known = struct.id.clock
  for (let at = firstReaching(line.reach, struct.id.clock + 1); at < line.structs.length; at++) {
    const other = line.structs[at]
    if (other === undefined || other.id.clock > known) return false
    if (endOf(other) > known && isEqualOver(struct, other)) known = endOf(other)
    if (known >= endOf(struct)) return true
  }
  return false
}

function firstReaching(reach: readonly number[], clock: number): number {
  let low = 0
  let high = reach.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((reach[middle] ?? 0) < clock) low = middle + 1
    else high = middle
  }
  return low
}

function endOf({ id, length }: Held): number {
  return id.clock + length
}

function isEqualOver(a: Held, b: Held): boolean {
  if (a instanceof Y.GC || b instanceof Y.GC) return a instanceof Y.GC && b instanceof Y.GC
  const from = Math.max(a.id.clock, b.id.clock)
  const length = Math.min(endOf(a), endOf(b)) - from
  return hangsAlike(a, b, from) && holdsAlike(a.content, from - a.id.clock, b.content, from - b.id.clock, length)
}

/** Inside a struct each unit hangs on the one before it; the parent is told only where no neighbour tells it. */
function hangsAlike(a: Y.Item, b: Y.Item, clock: number): boolean {
  const [left, otherLeft] = [leftOf(a, clock), leftOf(b, clock)]
  if (!isSameId(left, otherLeft) || !isSameId(a.rightOrigin, b.rightOrigin)) return false
  if (left !== null || a.rightOrigin !== null) return true
  return isSameParent(a.parent, b.parent) && a.parentSub === b.parentSub
}

function leftOf({ id, origin }: Y.Item, clock: number): Y.ID | null {
  return clock === id.clock ? origin : Y.createID(id.client, clock - 1)
}

function isSameId(a: Y.ID | null, b: Y.ID | null): boolean {
  return a === null || b === null ? a === b : Y.compareIDs(a, b)
}

function isSameParent(a: unknown, b: unknown): boolean {
  return a instanceof Y.ID && b instanceof Y.ID ? Y.compareIDs(a, b) : a === b
}

function holdsAlike(a: Content, fromA: number, b: Content, fromB: number, length: number): boolean {
  if (a.constructor !== b.constructor) return false
  if (a instanceof Y.ContentDeleted) return true
  if (a instanceof Y.ContentString && b instanceof Y.ContentString) {
    return a.str.slice(fromA, fromA + length) === b.str.slice(fromB, fromB + length)
  }
  if (a instanceof Y.ContentAny && b instanceof Y.ContentAny) {
    return isSameList(a.arr.slice(fromA, fromA + length), b.arr.slice(fromB, fromB + length), bytesOfValue)
  }
  if (a instanceof Y.ContentJSON && b instanceof Y.ContentJSON) {
    return isSameList(a.arr.slice(fromA, fromA + length), b.arr.slice(fromB, fromB + length), JSON.stringify)
  }
  // All others are one unit long.
  return bytesOfContent(a) === bytesOfContent(b)
}

function isSameList(a: readonly unknown[], b: readonly unknown[], text: (value: unknown) => string): boolean {
  return a.every((value, at) => value === b[at] || text(value) === text(b[at]))
}

function bytesOfValue(value: unknown): string {
  const encoder = new Y.UpdateEncoderV1()
  encoder.writeAny(value)
  return Buffer.from(encoder.toUint8Array()).toString('latin1')
}

function bytesOfContent(content: Content): string {
  const encoder = new Y.UpdateEncoderV1()
  content.write(encoder, 0)
  return Buffer.from(encoder.toUint8Array()).toString('latin1')
}
