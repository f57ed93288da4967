// The threads themselves: what they answer, and that none is begun that nobody would end.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { keystrokes } from '../../test/support/updates.ts'
import { threadMerger } from './merger.ts'

test('a thread merges, joins and cuts as it would be done here', async () => {
  const merger = threadMerger()
  const updates = keystrokes('abc')
  const merged = await merger.merge(updates)
  if (merged === 'mismatch') throw new Error(merged)
  expect(textOf(merged.update)).toBe('abc')
  expect(await merger.join(updates)).toEqual(merged)
  const [first] = updates
  const rest = await merger.cut(merged.update, Y.encodeStateVectorFromUpdate(first ?? Uint8Array.of(0, 0)))
  expect(rest).toEqual(Y.diffUpdate(merged.update, Y.encodeStateVectorFromUpdate(first ?? Uint8Array.of(0, 0))))
  await merger.close()
})

test('one that is closed takes nothing more: no thread is left running', async () => {
  const merger = threadMerger()
  await merger.close()
  await expect(merger.merge(keystrokes('a'))).rejects.toThrow('closed')
  await expect(merger.join(keystrokes('a'))).rejects.toThrow('closed')
})

function textOf(update: Uint8Array): string {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return doc.getText('t').toString()
}
