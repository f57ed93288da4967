import { LIMITS } from '@milepost/protocol'
import { fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Chain } from './chain.ts'
import { mergeVerified } from './compaction.ts'
import { disorderly, docOf, faceOf, gappy, history } from './testing/random-history.ts'

function chainOf(updates: readonly Uint8Array[], compactAfter: readonly number[] = []): Chain {
  const chain = new Chain({ segments: [], tail: [], head: 0 })
  for (const [at, update] of updates.entries()) {
    chain.push({ seq: at + 1, update })
    if (compactAfter.includes(at)) compact(chain)
  }
  return chain
}

function compact(chain: Chain): void {
  const plan = chain.planCompaction()
  if (plan === null) return
  const merged = mergeVerified(plan.updates)
  if (merged === 'mismatch') throw new Error('mismatch')
  chain.compacted({ fromSeq: plan.fromSeq, toSeq: plan.toSeq, ...merged })
}

const compactions = fc.uniqueArray(fc.nat(59), { maxLength: 6 })

test('[ANSWER-1] a new client gets everything, whatever was merged', () => {
  const property = fc.property(fc.oneof(history, disorderly, gappy), compactions, ({ updates }, after) => {
    const chain = chainOf(updates, after)
    expect(faceOf(docOf(chain.piecesFor(Uint8Array.of(0))))).toEqual(faceOf(docOf(updates)))
  })
  expect(() => fc.assert(property, { numRuns: 300 })).not.toThrow()
})

test('[ANSWER-2] [ANSWER-3] a returning client gets what it lacks, deletions of what it knew included', () => {
  const property = fc.property(history, compactions, fc.nat(60), ({ updates }, after, known) => {
    const doc = docOf(updates.slice(0, known))
    for (const piece of chainOf(updates, after).piecesFor(Y.encodeStateVector(doc))) Y.applyUpdate(doc, piece)
    expect(faceOf(doc)).toEqual(faceOf(docOf(updates)))
  })
  expect(() => fc.assert(property, { numRuns: 300 })).not.toThrow()
})

test('[ANSWER-3] a deletion alone reaches a client whose vector says it lacks nothing', () => {
  const ann = new Y.Doc()
  const updates: Uint8Array[] = []
  ann.on('update', (update: Uint8Array) => updates.push(update))
  ann.getText('t').insert(0, 'abc')
  const bob = docOf(updates)
  ann.getText('t').delete(1, 1)
  expect(Y.encodeStateVector(ann)).toEqual(Y.encodeStateVector(bob))
  for (const chain of [chainOf(updates), chainOf(updates, [1])]) {
    const copy = docOf([Y.encodeStateAsUpdate(bob)])
    for (const piece of chain.piecesFor(Y.encodeStateVector(copy))) Y.applyUpdate(copy, piece)
    expect(copy.getText('t').toJSON()).toBe('ac')
  }
})

test('[ANSWER-4] an empty room answers with the empty update', () => {
  expect(chainOf([]).piecesFor(Uint8Array.of(0))).toEqual([Uint8Array.of(0, 0)])
  expect(chainOf([]).piecesFor(Uint8Array.of(1, 5, 5))).toEqual([Uint8Array.of(0, 0)])
})

test('[ANSWER-4] an answer made once is not given for a newer head', () => {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  doc.getText('t').insert(0, 'a')
  doc.getText('t').insert(1, 'b')
  const chain = chainOf(updates.slice(0, 1))
  const vector = Uint8Array.of(1, 9, 9)
  expect(docOf(chain.piecesFor(vector)).getText('t').toJSON()).toBe('a')
  chain.push({ seq: 2, update: updates[1]! })
  expect(docOf(chain.piecesFor(vector)).getText('t').toJSON()).toBe('ab')
})

test('[ANSWER-5] a reader that fell behind gets everything after its row', () => {
  const property = fc.property(history, compactions, fc.nat(60), ({ updates }, after, seen) => {
    const doc = docOf(updates.slice(0, seen))
    for (const piece of chainOf(updates, after).piecesSince(Math.min(seen, updates.length))) Y.applyUpdate(doc, piece)
    expect(faceOf(doc)).toEqual(faceOf(docOf(updates)))
  })
  expect(() => fc.assert(property, { numRuns: 300 })).not.toThrow()
})

test('[COMPACT-6] twenty thousand rows end in few segments, none over its size, each byte merged a few times', () => {
  const doc = new Y.Doc()
  const chain = new Chain({ segments: [], tail: [], head: 0 })
  let seq = 0
  let mergedBytes = 0
  doc.on('update', (update: Uint8Array) => {
    chain.push({ seq: ++seq, update })
    if (seq % LIMITS.tailRows !== 0) return
    mergedBytes += chain.planCompaction()?.updates.reduce((sum, { length }) => sum + length, 0) ?? 0
    compact(chain)
  })
  for (let at = 0; at < 20_000; at++) doc.getArray('a').insert(0, [`value ${at}`])
  const pieces = chain.piecesFor(Uint8Array.of(0))
  const total = pieces.reduce((sum, { length }) => sum + length, 0)
  expect(pieces.length).toBeLessThan(16)
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(LIMITS.segmentBytes)
  expect(mergedBytes).toBeLessThan(total * 12)
})
