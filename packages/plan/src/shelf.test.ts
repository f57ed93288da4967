import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { shelf } from './shelf.ts'

/** A shelf of numbers that writes down what it reads. */
function counted() {
  const ydoc = new Y.Doc()
  const root = ydoc.getMap('numbers')
  const read: string[] = []
  const numbers = shelf<{ readonly n: number }>('numbers', 10, (key, raw) => {
    read.push(key)
    const value = raw instanceof Y.Map ? raw.get('n') : raw
    return typeof value === 'number' ? { n: value } : null
  })
  return { ydoc, root, numbers, readNow: () => [numbers.rowsIn(ydoc), read.splice(0)] as const }
}

test('[READ-4] only keys that a change touched are read again', () => {
  const { ydoc, root, readNow } = counted()
  ydoc.transact(() => {
    for (const key of ['b', 'a', 'c']) root.set(key, key.charCodeAt(0))
    root.set('deep', new Y.Map([['n', 1]]))
  })
  expect(readNow()[1]).toEqual(['b', 'a', 'c', 'deep'])
  expect(readNow()[1]).toEqual([])
  root.set('a', 5)
  expect(readNow()).toEqual([[{ n: 5 }, { n: 98 }, { n: 99 }, { n: 1 }], ['a']])
  ;(root.get('deep') as Y.Map<unknown>).set('n', 2)
  expect(readNow()[1]).toEqual(['deep'])
  ydoc.getMap('elsewhere').set('a', 1)
  expect(readNow()[1]).toEqual([])
})

test('[READ-2] the list is the same object while it says the same, and rows too', () => {
  const { root, readNow } = counted()
  root.set('a', 1)
  root.set('b', 2)
  const [before] = readNow()
  root.set('a', 1)
  root.set('odd', 'no number')
  expect(readNow()[0]).toBe(before)
  root.set('a', 3)
  const [after] = readNow()
  expect(after).not.toBe(before)
  expect(after[1]).toBe(before[1])
  root.delete('b')
  expect(readNow()[0]).toEqual([{ n: 3 }])
})

test('[PLAN-2] inside a change, what was touched is read at once', () => {
  const { ydoc, root, numbers } = counted()
  expect(numbers.rowsIn(ydoc)).toEqual([])
  ydoc.transact(() => {
    root.set('a', 1)
    numbers.touch(ydoc, 'a')
    expect(numbers.rowIn(ydoc, 'a')).toEqual({ n: 1 })
  })
  expect(numbers.rowsIn(ydoc)).toHaveLength(1)
})
