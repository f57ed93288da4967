import { expect, test } from 'vitest'
import { editorSlots } from './editor-slots.ts'

test('the longest unused editor is closed when a fourth one opens', () => {
  const slots = editorSlots(3)
  const closed: string[] = []
  const [a] = ['a', 'b', 'c'].map((name) => slots.take(() => closed.push(name)))
  a!.touch()
  slots.take(() => closed.push('d'))
  expect(closed).toEqual(['b'])
  expect(slots.taken).toBe(3)
})

test('a released place is free and is not closed later', () => {
  const slots = editorSlots(1)
  const closed: string[] = []
  slots.take(() => closed.push('a')).release()
  slots.take(() => closed.push('b'))
  expect(closed).toEqual([])
  expect(slots.taken).toBe(1)
})

test('touching a closed editor does not bring its place back', () => {
  const slots = editorSlots(1)
  const a = slots.take(() => undefined)
  slots.take(() => undefined)
  a.touch()
  expect(slots.taken).toBe(1)
})
