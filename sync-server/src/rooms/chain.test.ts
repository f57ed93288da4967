import { LIMITS } from '@milepost/protocol'
import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Chain, type ChainSizes } from './chain.ts'
import { keystrokes, textOf, typed } from '../../test/support/updates.ts'
import { mergeVerified } from './compaction.ts'
import { encodeRuns } from './runs.ts'
import { directMerger } from './testing/direct-merger.ts'
import { disorderly, docOf, faceOf, gappy, history } from './testing/random-history.ts'

/** Everything at once and merged late, or everything in the thread and merged early. */
const sizes = fc.record({
  hereRows: fc.constantFrom(0, 1_000),
  hereBytes: fc.constantFrom(0, 1_000, 1_000_000),
  newerRows: fc.constantFrom(0, 3, 64),
  newerBytes: fc.constantFrom(0, 100, 64_000),
})

function chainOf(updates: readonly Uint8Array[], compactAfter: readonly number[] = [], size?: ChainSizes): Chain {
  const empty = { segments: [], tail: [], head: 0 }
  const chain = new Chain(empty, directMerger(), size === undefined ? {} : { sizes: size })
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

test('[ANSWER-1] a new client gets everything, whatever was merged', async () => {
  const property = fc.asyncProperty(
    fc.oneof(history, disorderly, gappy),
    compactions,
    sizes,
    async ({ updates }, after, size) => {
      const chain = chainOf(updates, after, size)
      expect(faceOf(docOf(await chain.piecesFor(Uint8Array.of(0))))).toEqual(faceOf(docOf(updates)))
    },
  )
  await expect(fc.assert(property, { numRuns: 300 })).resolves.toBeUndefined()
})

test('[ANSWER-2] [ANSWER-3] a returning client gets what it lacks, deletions of what it knew included', async () => {
  const property = fc.asyncProperty(
    history,
    compactions,
    fc.nat(60),
    sizes,
    async ({ updates }, after, known, size) => {
      const doc = docOf(updates.slice(0, known))
      for (const piece of await chainOf(updates, after, size).piecesFor(Y.encodeStateVector(doc)))
        Y.applyUpdate(doc, piece)
      expect(faceOf(doc)).toEqual(faceOf(docOf(updates)))
    },
  )
  await expect(fc.assert(property, { numRuns: 300 })).resolves.toBeUndefined()
})

test('[ANSWER-3] a deletion alone reaches a client whose vector says it lacks nothing', async () => {
  const ann = new Y.Doc()
  const updates: Uint8Array[] = []
  ann.on('update', (update: Uint8Array) => updates.push(update))
  ann.getText('t').insert(0, 'abc')
  const bob = docOf(updates)
  ann.getText('t').delete(1, 1)
  expect(Y.encodeStateVector(ann)).toEqual(Y.encodeStateVector(bob))
  for (const chain of [chainOf(updates), chainOf(updates, [1])]) {
    const copy = docOf([Y.encodeStateAsUpdate(bob)])
    for (const piece of await chain.piecesFor(Y.encodeStateVector(copy))) Y.applyUpdate(copy, piece)
    expect(copy.getText('t').toJSON()).toBe('ac')
  }
})

test('[ANSWER-4] an empty room answers with the empty update', async () => {
  expect(await chainOf([]).piecesFor(Uint8Array.of(0))).toEqual([Uint8Array.of(0, 0)])
  expect(await chainOf([]).piecesFor(Uint8Array.of(1, 5, 5))).toEqual([Uint8Array.of(0, 0)])
})

test('[ANSWER-4] an answer made once is not given for a newer head', async () => {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  doc.getText('t').insert(0, 'a')
  doc.getText('t').insert(1, 'b')
  const chain = chainOf(updates.slice(0, 1))
  const vector = Uint8Array.of(1, 9, 9)
  expect(
    docOf(await chain.piecesFor(vector))
      .getText('t')
      .toJSON(),
  ).toBe('a')
  chain.push({ seq: 2, update: updates[1]! })
  expect(
    docOf(await chain.piecesFor(vector))
      .getText('t')
      .toJSON(),
  ).toBe('ab')
})

test('[ANSWER-5] a reader that fell behind gets everything after its row', async () => {
  const property = fc.asyncProperty(history, compactions, fc.nat(60), sizes, async ({ updates }, after, seen, size) => {
    const doc = docOf(updates.slice(0, seen))
    for (const piece of await chainOf(updates, after, size).piecesSince(Math.min(seen, updates.length)))
      Y.applyUpdate(doc, piece)
    expect(faceOf(doc)).toEqual(faceOf(docOf(updates)))
  })
  await expect(fc.assert(property, { numRuns: 300 })).resolves.toBeUndefined()
})

test('[ANSWER-2] asked again and again while rows come and go into segments, every answer holds what was there', async () => {
  const property = fc.asyncProperty(
    history,
    compactions,
    fc.nat(60),
    sizes,
    async ({ updates }, after, known, size) => {
      const chain = chainOf([], [], size)
      const doc = docOf(updates.slice(0, known))
      const vector = Y.encodeStateVector(doc)
      const answers: { upTo: number; pieces: Promise<readonly Uint8Array[]> }[] = []
      for (const [at, update] of updates.entries()) {
        chain.push({ seq: at + 1, update })
        answers.push({ upTo: at + 1, pieces: chain.piecesFor(vector) })
        // Some answers are on their way while this happens, some are done.
        if (after.includes(at)) compact(chain)
        if (at % 3 !== 0) await new Promise((resolve) => setImmediate(resolve))
      }
      for (const { upTo, pieces } of answers) {
        const copy = docOf([Y.encodeStateAsUpdate(doc), ...(await pieces), ...updates.slice(upTo)])
        expect(faceOf(copy)).toEqual(faceOf(docOf(updates)))
      }
    },
  )
  await expect(fc.assert(property, { numRuns: 400 })).resolves.toBeUndefined()
})

test('[ANSWER-2] asked by one after the other who know different amounts, each gets what he lacks', async () => {
  const property = fc.asyncProperty(history, compactions, sizes, async ({ updates }, after, size) => {
    const chain = chainOf(updates, after, size)
    // The more they know the less they get: so the other way round would hide an answer that was made for somebody else.
    for (let known = updates.length; known >= 0; known--) {
      const doc = docOf(updates.slice(0, known))
      for (const piece of await chain.piecesFor(Y.encodeStateVector(doc))) Y.applyUpdate(doc, piece)
      expect(faceOf(doc)).toEqual(faceOf(docOf(updates)))
    }
  })
  await expect(fc.assert(property, { numRuns: 100 })).resolves.toBeUndefined()
})

describe('[ANSWER-6] what is large is merged and cut in a thread', () => {
  const large = (client: number) => typed('x'.repeat(LIMITS.mainThreadBytes + 1), client)
  const rest = { runs: Uint8Array.of() }

  test('a large segment: once for a crowd that came back for the same, whatever each wrote on his own', async () => {
    const merger = directMerger()
    const merged = mergeVerified([large(7)])
    if (merged === 'mismatch') throw new Error(merged)
    const segments = [{ fromSeq: 1, toSeq: 1, ...merged }]
    const chain = new Chain({ segments, tail: [], head: 1 }, merger)
    const comesBack = (own: number) => {
      const doc = docOf([large(7)])
      // What came after this segment does not count for it.
      doc.clientID = 7
      doc.getText('t').insert(0, 'x'.repeat(own))
      doc.clientID = own
      doc.getText('t').insert(0, 'offline')
      return chain.piecesFor(Y.encodeStateVector(doc))
    }
    const answers = await Promise.all([comesBack(100), comesBack(101), comesBack(102)])
    expect(answers).toEqual([[Uint8Array.of(0, 0)], [Uint8Array.of(0, 0)], [Uint8Array.of(0, 0)]])
    expect(merger.asked).toEqual(['cut'])
    expect((await chain.piecesFor(Uint8Array.of(0)))[0]).toBe(merged.update)
    // Who has nothing of it gets it whole, uncut.
    expect((await chain.piecesFor(Uint8Array.of(1, 9, 9)))[0]).toBe(merged.update)
    expect(merger.asked).toEqual(['cut'])
  })

  test('a tail that was not merged yet: a crowd that comes back shares what is cut from it, though each brings something', async () => {
    const written = docOf([typed('x'.repeat(20_000), 7)])
    const vector = Y.encodeStateVector(written)
    written.clientID = 7
    written.getText('t').insert(0, 'more')
    const chain = chainOf([Y.encodeStateAsUpdate(written)])
    const answers: (readonly Uint8Array[])[] = []
    for (let client = 100; client < 105; client++) {
      answers.push(await chain.piecesFor(vector))
      chain.push({ seq: chain.head + 1, update: typed('o', client) })
    }
    // The same bytes, not only equal ones.
    for (const answer of answers) expect(answer[0]).toBe(answers[0]?.[0])
    expect(textOf([typed('x'.repeat(20_000), 7), ...(answers[4] ?? [])])).toHaveLength(20_008)
  })

  test('many small segments that are large together', async () => {
    const merger = directMerger()
    const segments = [1, 2, 3, 4].map((client) => {
      const update = typed('x'.repeat(LIMITS.mainThreadBytes / 3), client)
      const merged = mergeVerified([update])
      return { fromSeq: client, toSeq: client, ...(merged === 'mismatch' ? { update, ...rest } : merged) }
    })
    const chain = new Chain({ segments, tail: [], head: 4 }, merger)
    await chain.piecesFor(Uint8Array.of(4, 1, 1, 2, 1, 3, 1, 4, 1))
    expect(merger.asked).toEqual(['cut', 'cut', 'cut', 'cut'])
  })

  test('a long tail', async () => {
    const merger = directMerger()
    const tail = keystrokes('x'.repeat(LIMITS.mainThreadRows + 1)).map((update, at) => ({ seq: at + 1, update }))
    const chain = new Chain({ segments: [], tail, head: tail.length }, merger)
    const [one, two] = await Promise.all([chain.piecesFor(Uint8Array.of(0)), chain.piecesFor(Uint8Array.of(0))])
    expect(textOf(one)).toHaveLength(tail.length)
    expect(two).toEqual(one)
    expect(merger.asked).toEqual(['join'])
    await chain.piecesSince(0)
    expect(merger.asked).toEqual(['join', 'join'])
  })

  test('a thread that fails is asked again', async () => {
    const merger = directMerger()
    const tail = keystrokes('x'.repeat(LIMITS.mainThreadRows + 1)).map((update, at) => ({ seq: at + 1, update }))
    const segments = [
      { fromSeq: 1, toSeq: 1, update: large(7), runs: encodeRuns([{ client: 7, from: 0, to: 600_000 }]) },
    ]
    const fails = {
      join: async () => Promise.reject(new Error('no')),
      cut: async () => Promise.reject(new Error('no')),
    }
    const state = { ...merger, ...fails }
    const [long, wide] = [
      new Chain({ segments: [], tail, head: tail.length }, state),
      new Chain({ segments, tail: [], head: 1 }, state),
    ]
    const vector = Uint8Array.of(1, 7, 1)
    await expect(long.piecesFor(vector)).rejects.toThrow('no')
    await expect(wide.piecesFor(vector)).rejects.toThrow('no')
    Object.assign(state, { join: merger.join, cut: merger.cut })
    expect(textOf(await long.piecesFor(vector))).toHaveLength(tail.length)
    expect(await wide.piecesFor(vector)).toHaveLength(1)
  })
})

test('[COMPACT-6] a tail of large rows becomes several segments, none over its size but of one row', () => {
  const sizes = [0.6, 0.6, 1.5, 0.2, 0.2].map((share) => Math.floor(share * LIMITS.segmentBytes))
  const chain = new Chain({ segments: [], tail: [], head: 0 }, directMerger())
  for (const [at, size] of sizes.entries()) chain.push({ seq: at + 1, update: typed('x'.repeat(size), at + 1) })
  const covered: (readonly [number, number])[] = []
  for (let plan = chain.planCompaction(); plan !== null; plan = chain.planCompaction()) {
    covered.push([plan.fromSeq, plan.toSeq])
    expect(plan.rows).toBe(plan.toSeq - plan.fromSeq + 1)
    compact(chain)
  }
  expect(covered).toEqual([[1, 1], [2, 2], [3, 3], [4, 5]]) // prettier-ignore
})

test('[COMPACT-6] twenty thousand rows end in few segments, none over its size, each byte merged a few times', async () => {
  const doc = new Y.Doc()
  const chain = new Chain({ segments: [], tail: [], head: 0 }, directMerger())
  let seq = 0
  let mergedBytes = 0
  doc.on('update', (update: Uint8Array) => {
    chain.push({ seq: ++seq, update })
    if (seq % LIMITS.tailRows !== 0) return
    mergedBytes += chain.planCompaction()?.updates.reduce((sum, { length }) => sum + length, 0) ?? 0
    compact(chain)
  })
  for (let at = 0; at < 20_000; at++) doc.getArray('a').insert(0, [`value ${at}`])
  const pieces = await chain.piecesFor(Uint8Array.of(0))
  const total = pieces.reduce((sum, { length }) => sum + length, 0)
  expect(pieces.length).toBeLessThan(16)
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(LIMITS.segmentBytes)
  expect(mergedBytes).toBeLessThan(total * 12)
})
