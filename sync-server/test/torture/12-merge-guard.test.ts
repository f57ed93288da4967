// 12, fifty thousand changes of one letter in one room that was never compacted: whoever comes gets all of it, the long merges
// are made in threads, and compaction ends. (How long anybody waits: `npm run bench long-tail`.)
import { LIMITS, roomOf } from '@milepost/protocol'
import { expect, onTestFinished, test } from 'vitest'
import { threadMerger, type Merger } from '../../src/rooms/merger.ts'
import { stage } from '../support/stage.ts'
import { freshFolder, sqliteIn } from '../support/test-relay.ts'
import { keystrokes } from '../support/updates.ts'

const LETTERS = 50_000

test('[ANSWER-6] all of it arrives, merged in a thread, and compaction ends', async () => {
  const { dir, remove } = freshFolder()
  onTestFinished(remove)
  const threads = threadMerger()
  const asked: { task: string; updates: number }[] = []
  let isCompacted = () => {}
  const done = new Promise<void>((resolve) => (isCompacted = resolve))
  const merger: Merger = {
    ...threads,
    join: (updates) => (asked.push({ task: 'join', updates: updates.length }), threads.join(updates)),
    merge: (updates) => (asked.push({ task: 'merge', updates: updates.length }), threads.merge(updates)),
  }
  const storage = await sqliteIn(dir)
  const compact = storage.compact.bind(storage)
  storage.compact = async (...args) => {
    const outcome = await compact(...args)
    isCompacted()
    return outcome
  }
  const { stock, plan, stored } = await stage({ storage, merger })
  const updates = keystrokes('m'.repeat(LETTERS))
  for (let at = 0; at < LETTERS; at += LIMITS.commitRows) {
    const rows = updates.slice(at, at + LIMITS.commitRows)
    const entry = { room: roomOf(plan.planId), grantId: plan.grantId, newAuthors: [], slot: null }
    await storage.append(rows.map((update) => ({ ...entry, update })))
  }
  const ann = stock(plan.secret)
  await ann.synced()
  expect(ann.text.length).toBe(LETTERS)
  expect(asked).toContainEqual({ task: 'join', updates: LETTERS })
  await done
  const { segments, tail, head } = await stored()
  expect({ head, tail: tail.length, segments: segments.length }).toEqual({ head: LETTERS, tail: 0, segments: 1 })
  // The next one needs no merging at all.
  const before = asked.length
  const bob = stock(plan.secret)
  await bob.synced()
  expect(bob.text.length).toBe(LETTERS)
  expect(asked).toHaveLength(before)
}, 60_000)
