import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { typed } from '../../test/support/updates.ts'
import { collectVerified } from './collection.ts'
import { mergeVerified } from './compaction.ts'
import { keepsWhatLives } from './same-content.ts'
import { disorderly, docOf, faceOf, gappy, history } from './testing/random-history.ts'

function collected(updates: readonly Uint8Array[]): Uint8Array {
  const result = collectVerified(updates)
  if (typeof result === 'string') throw new Error(result)
  return result.update
}

test('[COLLECT-1] before and after are the same: contents, vector, deletions', () => {
  const property = fc.property(fc.oneof(history, disorderly), ({ updates }) => {
    expect(faceOf(docOf([collected(updates)]))).toEqual(faceOf(docOf(updates)))
    // And again, whatever was collected before.
    expect(faceOf(docOf([collected([collected(updates)])]))).toEqual(faceOf(docOf(updates)))
  })
  expect(() => fc.assert(property, { numRuns: 500 })).not.toThrow()
})

test('[COLLECT-1] what was deleted is gone from the bytes, and much of their number', () => {
  const doc = new Y.Doc({ gc: false })
  doc.getText('t').insert(0, 'a secret that was taken out again '.repeat(100))
  doc.getText('t').delete(0, doc.getText('t').length)
  doc.getText('t').insert(0, 'kept')
  const full = Y.encodeStateAsUpdate(doc)
  const small = collected([full])
  expect(Buffer.from(full).includes('secret')).toBe(true)
  expect(Buffer.from(small).includes('secret')).toBe(false)
  expect(small.length).toBeLessThan(100)
  expect(docOf([small]).getText('t').toJSON()).toBe('kept')
})

test('[COLLECT-2] while pieces are missing nothing is collected', () => {
  const property = fc.property(gappy, ({ updates }) => {
    const { store } = docOf(updates)
    const isWaiting = store.pendingStructs !== null || store.pendingDs !== null
    expect(collectVerified(updates) === 'waiting').toBe(isWaiting)
  })
  expect(() => fc.assert(property, { numRuns: 300 })).not.toThrow()
})

/** The same to everybody who looks; what was deleted may be held in another form. */
function visible(doc: Y.Doc): unknown {
  const { deletions: _, ...rest } = faceOf(doc) as Record<string, unknown>
  return rest
}

test('[COLLECT-3] somebody who was away with all of it goes on as if nothing had been collected', () => {
  const property = fc.property(history, fc.nat(60), ({ updates }, at) => {
    const cut = at % (updates.length + 1)
    const [before, after] = [updates.slice(0, cut), updates.slice(cut)]
    const old = before.length === 0 ? [] : [collected(before)]
    // A new client gets what was collected and what came after it from those who had been away.
    expect(visible(docOf([...old, ...after]))).toEqual(visible(docOf(updates)))
    // Those who return with everything hear what was collected; and what they send is merged beside it.
    expect(visible(docOf([...updates, ...old]))).toEqual(visible(docOf(updates)))
    const merged = mergeVerified([...old, ...updates])
    expect(merged === 'mismatch' ? merged : visible(docOf([merged.update]))).toEqual(visible(docOf(updates)))
  })
  expect(() => fc.assert(property, { numRuns: 500 })).not.toThrow()
})

test('[COLLECT-3] undo of somebody who was away brings back what was collected meanwhile', () => {
  const property = fc.property(fc.array(fc.nat(4), { minLength: 1, maxLength: 8 }), (kinds) => {
    const doc = new Y.Doc()
    const roots = [doc.getText('t'), doc.getMap('m'), doc.getArray('a')]
    const undo = new Y.UndoManager(roots, { captureTimeout: 0 })
    const sent: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => sent.push(update))
    const record = new Y.Map<unknown>([['title', new Y.Text('a record')]])
    doc.getMap('m').set('r', record)
    doc.getArray('a').insert(0, [new Y.Map([['x', new Y.Text('in a list')]]), 2, 3])
    doc.getText('t').insert(0, 'some text to take pieces out of')
    undo.clear()
    for (const kind of kinds) deleteSomething(doc, kind)
    // Online until here; the relay collects; then everything is undone offline, and sent.
    const old = collected(sent)
    const offline: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => offline.push(update))
    while (undo.undoStack.length > 0) undo.undo()
    const fresh = docOf([old, ...offline])
    expect(visible(fresh)).toEqual(visible(doc))
    expect(fresh.getText('t').toJSON()).toBe('some text to take pieces out of')
    expect(JSON.stringify(fresh.getMap('m').toJSON())).toContain('a record')
    expect(JSON.stringify(fresh.getArray('a').toJSON())).toContain('in a list')
  })
  expect(() => fc.assert(property, { numRuns: 200 })).not.toThrow()
})

function deleteSomething(doc: Y.Doc, kind: number): void {
  const text = doc.getText('t')
  if (kind === 0 && text.length > 4) text.delete(2, 3)
  if (kind === 1) doc.getMap('m').delete('r')
  if (kind === 2 && doc.getArray('a').length > 0) doc.getArray('a').delete(0, 1)
  if (kind === 3) doc.getMap('m').set('r', 'overwritten')
  if (kind === 4) text.insert(text.length >> 1, 'more')
}

describe('[COLLECT-4] the proof sees', () => {
  const full = new Y.Doc({ gc: false })
  full.clientID = 7
  full.getText('t').insert(0, 'kept and gone')
  full.getText('t').delete(4, 9)
  full.getMap('m').set('a', { b: [1, 'x'] })
  const updates = [Y.encodeStateAsUpdate(full)]
  const says = (bytes: Uint8Array) =>
    keepsWhatLives(updates, Y.decodeUpdate(bytes), Y.createDeleteSetFromStructStore(full.store))

  test('that nothing is wrong', () => {
    expect(says(collected(updates))).toBe(true)
  })

  test('one changed character, and a changed value', () => {
    for (const [word, letter] of [
      ['kept', 'K'],
      ['x', 'y'],
    ] as const) {
      // prettier-ignore
      const bad = Uint8Array.from(collected(updates))
      bad[Buffer.from(bad).lastIndexOf(word)] = letter.charCodeAt(0)
      expect(says(bad)).toBe(false)
    }
  })

  test('that something living is gone', () => {
    const more = docOf(updates)
    more.gc = true
    more.getText('t').delete(0, 1)
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(more))
    expect(says(Y.encodeStateAsUpdate(copy))).toBe(false)
  })

  test('that something is missing or too much', () => {
    expect(says(typed('kept', 7))).toBe(false)
    const more = docOf(updates)
    more.clientID = 8
    more.getText('t').insert(0, '!')
    expect(says(Y.encodeStateAsUpdate(more))).toBe(false)
  })
})
