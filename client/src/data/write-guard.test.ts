import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { guardWrites, ReadOnlyPlanError } from './write-guard.ts'

function guarded(mayChange: () => boolean) {
  const ydoc = new Y.Doc()
  guardWrites(ydoc, mayChange)
  const updates: boolean[] = []
  ydoc.on('update', (_update, _origin, _doc, transaction) => updates.push(transaction.local))
  return { ydoc, updates }
}

test.each([
  ['a transaction', (ydoc: Y.Doc) => ydoc.transact(() => ydoc.getMap('m').set('a', 1), 'binding')],
  ['a bare write', (ydoc: Y.Doc) => ydoc.getMap('m').set('a', 1)],
  ['text', (ydoc: Y.Doc) => ydoc.getText('t').insert(0, 'x')],
])('%s without the right is thrown out, and the document lives on', (_what, write) => {
  let may = false
  const { ydoc, updates } = guarded(() => may)
  expect(() => write(ydoc)).toThrow(ReadOnlyPlanError)
  expect(updates).toEqual([])
  expect(Y.encodeStateAsUpdate(ydoc)).toEqual(new Uint8Array([0, 0]))
  const other = new Y.Doc()
  other.getMap('m').set('b', 2)
  Y.applyUpdate(ydoc, Y.encodeStateAsUpdate(other))
  expect(ydoc.getMap('m').get('b')).toBe(2)
  may = true
  write(ydoc)
  expect(updates).toEqual([false, true])
})

test('an undo manager that still has something to take back is stopped too', () => {
  let may = true
  const { ydoc } = guarded(() => may)
  const undo = new Y.UndoManager(ydoc.getMap('m'))
  ydoc.getMap('m').set('a', 1)
  may = false
  expect(() => undo.undo()).toThrow(ReadOnlyPlanError)
  expect(ydoc.getMap('m').get('a')).toBe(1)
})

test('a write from an observer of somebody else’s change is thrown out as well', () => {
  const { ydoc, updates } = guarded(() => false)
  const seen: unknown[] = []
  ydoc.getMap('m').observe(() => {
    try {
      ydoc.transact(() => ydoc.getMap('n').set('a', 1), 'an observer')
    } catch (error) {
      seen.push(error)
    }
  })
  const other = new Y.Doc()
  other.getMap('m').set('b', 2)
  Y.applyUpdate(ydoc, Y.encodeStateAsUpdate(other))
  expect(seen).toHaveLength(1)
  expect(updates).toEqual([false])
  expect(ydoc.getMap('n').size).toBe(0)
})

test('Yjs may tidy up formatting behind other people’s changes', () => {
  const { ydoc } = guarded(() => false)
  const [ann, bob] = [new Y.Doc(), new Y.Doc()]
  ann.getText('t').insert(0, 'abcdef')
  Y.applyUpdate(bob, Y.encodeStateAsUpdate(ann))
  // Both make the same words bold while apart: one pair of marks is left over after the merge.
  ann.getText('t').format(1, 3, { bold: true })
  bob.getText('t').format(1, 3, { bold: true })
  for (const each of [ann, bob]) expect(() => Y.applyUpdate(ydoc, Y.encodeStateAsUpdate(each))).not.toThrow()
  Y.applyUpdate(ann, Y.encodeStateAsUpdate(bob))
  expect(ydoc.getText('t').toDelta()).toEqual(ann.getText('t').toDelta())
  expect(ydoc._transaction).toBeNull()
})
