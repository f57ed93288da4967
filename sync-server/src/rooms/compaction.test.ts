import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { mergeTree, mergeVerified } from './compaction.ts'
import { decodeRuns } from './runs.ts'
import { saysTheSame } from './same-content.ts'
import { disorderly, docOf, faceOf, gappy, history } from './testing/random-history.ts'

function merged(updates: readonly Uint8Array[]): Uint8Array {
  const result = mergeVerified(updates)
  if (result === 'mismatch') throw new Error('mismatch')
  return result.update
}

test('[COMPACT-1] before and after are the same: contents, vector, deletions, what waits', () => {
  const property = fc.property(fc.oneof(history, disorderly, gappy), ({ updates }) => {
    expect(faceOf(docOf([merged(updates)]))).toEqual(faceOf(docOf(updates)))
  })
  expect(() => fc.assert(property, { numRuns: 500 })).not.toThrow()
})

test('[COMPACT-1] the same for any cut into segments, each merged alone', () => {
  const property = fc.property(fc.oneof(history, disorderly), fc.nat(59), ({ updates }, at) => {
    const cut = at % (updates.length + 1)
    const segments = [updates.slice(0, cut), updates.slice(cut)].filter((part) => part.length > 0).map(merged)
    expect(faceOf(docOf(segments))).toEqual(faceOf(docOf(updates)))
    expect(faceOf(docOf(segments.toReversed()))).toEqual(faceOf(docOf(updates)))
    expect(faceOf(docOf([merged(segments)]))).toEqual(faceOf(docOf(updates)))
  })
  expect(() => fc.assert(property, { numRuns: 300 })).not.toThrow()
})

describe('[COMPACT-2] the proof sees', () => {
  const doc = new Y.Doc()
  doc.clientID = 7
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  doc.getText('t').insert(0, 'hello')
  doc.getText('t').insert(5, ' world')
  doc.getMap('m').set('a', { b: [1, 'x'] })
  doc.getText('t').delete(0, 2)
  const says = (bytes: Uint8Array) => saysTheSame(updates, Y.decodeUpdate(bytes))

  test('that nothing is wrong', () => {
    expect(says(mergeTree(updates))).toBe(true)
  })

  test.each([0, 1, 2, 3])('that update %i is missing', (missing) => {
    expect(says(mergeTree(updates.filter((_, at) => at !== missing)))).toBe(false)
  })

  test('that something was added', () => {
    const more = new Y.Doc()
    more.clientID = 8
    more.getText('t').insert(0, 'x')
    expect(says(mergeTree([...updates, Y.encodeStateAsUpdate(more)]))).toBe(false)
  })

  test('that one more was deleted', () => {
    const more = docOf(updates)
    more.getText('t').delete(0, 1)
    expect(says(Y.encodeStateAsUpdate(more))).toBe(false)
  })

  test('one changed character, wherever it stands', () => {
    const good = mergeTree(updates)
    const at = Buffer.from(good).indexOf('world')
    const bad = Uint8Array.from(good)
    bad[at] = 'w'.charCodeAt(0) + 1
    expect(says(bad)).toBe(false)
  })

  test('a changed value, and another place in the tree', () => {
    const other = (change: (doc: Y.Doc) => void) => {
      const doc = new Y.Doc({ gc: false })
      doc.clientID = 7
      doc.getText('t').insert(0, 'hello')
      doc.getText('t').insert(5, ' world')
      change(doc)
      doc.getText('t').delete(0, 2)
      return Y.encodeStateAsUpdate(doc)
    }
    expect(says(other((doc) => doc.getMap('m').set('a', { b: [1, 'x'] })))).toBe(true)
    expect(says(other((doc) => doc.getMap('m').set('a', { b: [1, 'y'] })))).toBe(false)
    expect(says(other((doc) => doc.getMap('m').set('c', { b: [1, 'x'] })))).toBe(false)
    expect(says(other((doc) => doc.getMap('n').set('a', { b: [1, 'x'] })))).toBe(false)
  })

  test('any byte turned: seen, or it decodes to the very same', () => {
    const good = mergeTree(updates)
    const property = fc.property(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const bad = Uint8Array.from(good)
      bad[at] = (bad[at] ?? 0) ^ flip
      let decoded: ReturnType<typeof Y.decodeUpdate>
      try {
        decoded = Y.decodeUpdate(bad)
      } catch {
        return
      }
      if (!saysTheSame(updates, decoded)) return
      expect(faceOf(docOf([bad]))).toEqual(faceOf(docOf(updates)))
    })
    expect(() => fc.assert(property, { numRuns: 3_000 })).not.toThrow()
  })
})

test('[COMPACT-3] fifty thousand keystrokes merge up a tree', () => {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let at = 0; at < 50_000; at++) doc.getText('t').insert(at, String(at % 10))
  const result = merged(updates)
  expect(docOf([result]).getText('t').length).toBe(50_000)
})

test('[COMPACT-4] the runs kept with a segment are those of its structs', () => {
  const property = fc.property(fc.oneof(history, gappy), ({ updates }) => {
    const result = mergeVerified(updates)
    const total = result === 'mismatch' ? [] : decodeRuns(result.runs)
    const units = new Set<string>()
    for (const { structs } of updates.map((update) => Y.decodeUpdate(update))) {
      for (const { id, length } of structs)
        for (let at = 0; at < length; at++) units.add(`${id.client} ${id.clock + at}`)
    }
    const covered = total.flatMap(({ client, from, to }) =>
      Array.from({ length: to - from }, (_, at) => `${client} ${from + at}`),
    )
    expect(covered.toSorted()).toEqual([...units].toSorted())
  })
  expect(() => fc.assert(property, { numRuns: 200 })).not.toThrow()
})

test('[COMPACT-5] what a collected document says beside the full one is no mismatch', () => {
  const full = new Y.Doc({ gc: false })
  full.clientID = 1
  full.getText('t').insert(0, 'secret')
  full.getText('t').delete(0, 6)
  const collected = new Y.Doc()
  Y.applyUpdate(collected, Y.encodeStateAsUpdate(full))
  expect(mergeVerified([Y.encodeStateAsUpdate(full), Y.encodeStateAsUpdate(collected)])).not.toBe('mismatch')
  expect(mergeVerified([Y.encodeStateAsUpdate(collected), Y.encodeStateAsUpdate(full)])).not.toBe('mismatch')
})
