import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { hasSafeCursor } from './yjs-binding.ts'

function position(): unknown {
  const doc = new Y.Doc()
  const map = doc.getMap('m')
  const fragment = new Y.XmlFragment()
  map.set('f', fragment)
  fragment.insert(0, [new Y.XmlElement('paragraph')])
  return JSON.parse(JSON.stringify(Y.createRelativePositionFromTypeIndex(fragment, 0)))
}

test('a cursor as the binding itself writes it is shown', () => {
  expect(hasSafeCursor({ cursor: { anchor: position(), head: position() } })).toBe(true)
})

test.each([
  ['nothing', null],
  ['a text', 'cursor'],
  ['no cursor', { cursor: null }],
  ['half a cursor', { cursor: { anchor: position() } }],
  ['empty positions', { cursor: { anchor: {}, head: {} } }],
  ['a root by name', { cursor: { anchor: { tname: 'evil' }, head: { tname: 'evil' } } }],
  ['an id that is no number', { cursor: { anchor: { item: { client: 'x', clock: 0 } }, head: position() } }],
  ['a clock below zero', { cursor: { anchor: { item: { client: 1, clock: -1 } }, head: position() } }],
  [
    'a clock that is no whole number',
    { cursor: { anchor: { item: { client: 1, clock: Number.NaN } }, head: position() } },
  ],
  [
    'an odd item beside a good type',
    { cursor: { anchor: { type: { client: 1, clock: 1 }, item: 7 }, head: position() } },
  ],
])('%s is not shown', (_name, state) => {
  expect(hasSafeCursor(state)).toBe(false)
})
