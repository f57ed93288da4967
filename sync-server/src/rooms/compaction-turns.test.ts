// One at a time, a rest after each, and nobody who has grown long waits for that.
import { expect, test } from 'vitest'
import { fakeTimer } from '../../test/support/fake-timer.ts'
import { CompactionTurns } from './compaction-turns.ts'

function turnsOf() {
  const timer = fakeTimer()
  const turns = new CompactionTurns(timer)
  const done: string[] = []
  const ends = new Map<string, () => void>()
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  const take = (name: string, isUrgent = () => false) => {
    const taken = turns.take(isUrgent, async () => {
      await new Promise<void>((resolve) => ends.set(name, resolve))
      done.push(name)
    })
    // What a room's own failure becomes is the room's matter.
    taken.catch(() => {})
    return taken
  }
  const end = async (name: string, ms: number) => {
    await settle()
    timer.advance(ms)
    ends.get(name)?.()
    await settle()
  }
  return { timer, turns, done, ends, take, end, settle }
}

test('[COMPACT-10] two rooms are not compacted at once, and between them is a rest as long as the work was, four times', async () => {
  const { timer, done, ends, take, end, settle } = turnsOf()
  for (const name of ['a', 'b', 'c']) void take(name)
  await end('a', 10)
  expect([...ends.keys()]).toEqual(['a'])
  timer.advance(39)
  await settle()
  expect([...ends.keys()]).toEqual(['a'])
  timer.advance(1)
  await end('b', 5)
  expect(done).toEqual(['a', 'b'])
  timer.advance(19)
  await settle()
  expect(ends.has('c')).toBe(false)
  timer.advance(1)
  await end('c', 0)
  expect(done).toEqual(['a', 'b', 'c'])
})

test('[COMPACT-10] a room that has grown long comes first and does not wait for the end of a rest', async () => {
  const { turns, done, ends, take, end, settle } = turnsOf()
  let isUrgent = false
  void take('a')
  void take('b')
  void take('long', () => isUrgent)
  await end('a', 10)
  expect([...ends.keys()]).toEqual(['a'])
  isUrgent = true
  turns.look()
  await end('long', 10)
  expect(done).toEqual(['a', 'long'])
  void take('long too', () => true)
  await settle()
  expect(ends.has('long too')).toBe(true)
  expect(ends.has('b')).toBe(false)
})

test('[COMPACT-10] one that hung, or failed, holds up nobody for long', async () => {
  const { timer, turns, done, take, end } = turnsOf()
  await expect(turns.take(() => false, () => Promise.reject(new Error('no disk')))).rejects.toThrow('no disk') // prettier-ignore
  void take('a')
  timer.advance(0)
  await end('a', 60_000)
  void take('b')
  timer.advance(500)
  await end('b', 0)
  expect(done).toEqual(['a', 'b'])
})
