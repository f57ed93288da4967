import { LIMITS } from '@milepost/protocol'
import { expect, test } from 'vitest'
import { GroupCommit, type Sink } from './group-commit.ts'
import type { Append, AppendOutcome } from './storage.ts'
import { change } from './testing/storage-contract.ts'

/** A storage whose commits end when the test says so. */
function slowStorage() {
  const batches: { readonly size: number; readonly end: (outcome?: Error) => Promise<void> }[] = []
  let arrived = () => {}
  return {
    batches,
    /** Resolves when one more batch has reached the disk. */
    next: () => new Promise<void>((resolve) => (arrived = resolve)),
    append: (batch: readonly Append[]) =>
      new Promise<readonly AppendOutcome[]>((resolve, reject) => {
        const end = async (failure?: Error) => {
          if (failure) reject(failure)
          else resolve(batch.map((_, at) => ({ seq: at + 1 })))
          await new Promise((settled) => setImmediate(settled))
        }
        batches.push({ size: batch.length, end })
        arrived()
      }),
  }
}

function sinkInto(log: string[], name = ''): Sink<Append> {
  return {
    settled: (entry, outcome) =>
      log.push(`${name}${entry.update[0]}:${typeof outcome === 'string' ? outcome : outcome.seq}`),
    batchEnded: () => log.push(`${name}end`),
  }
}

const quiet = { committed: () => {}, failed: () => {} }

test('[COMMIT-1] idle: at once; busy: everything that came during the last commit goes into the next', async () => {
  const storage = slowStorage()
  const commits = new GroupCommit(storage, quiet)
  const log: string[] = []
  const sink = sinkInto(log)
  const first = storage.next()
  commits.add(change([1]), sink)
  await first
  for (const byte of [2, 3, 4]) commits.add(change([byte]), sink)
  expect(storage.batches.map(({ size }) => size)).toEqual([1])
  await storage.batches[0]!.end()
  expect(storage.batches.map(({ size }) => size)).toEqual([1, 3])
  expect(log).toEqual(['1:1', 'end'])
  await storage.batches[1]!.end()
  await commits.idle()
  expect(log).toEqual(['1:1', 'end', '2:1', '3:2', '4:3', 'end'])
})

test('[COMMIT-6] what was handed in so far is waited for, and not what comes after', async () => {
  const storage = slowStorage()
  const commits = new GroupCommit(storage, quiet)
  const log: string[] = []
  const sink = sinkInto(log)
  await commits.settledSoFar()
  const first = storage.next()
  commits.add(change([1]), sink)
  await first
  commits.add(change([2]), sink)
  void commits.settledSoFar().then(() => log.push('so far'))
  const second = storage.next()
  await storage.batches[0]!.end()
  await second
  commits.add(change([3]), sink)
  expect(log).toEqual(['1:1', 'end'])
  await storage.batches[1]!.end()
  expect(log).toEqual(['1:1', 'end', '2:1', 'end', 'so far'])
  await storage.batches[2]!.end()
})

test('[COMMIT-6] a failed batch is settled, too', async () => {
  const storage = slowStorage()
  const commits = new GroupCommit(storage, quiet)
  const first = storage.next()
  commits.add(change([1]), sinkInto([]))
  await first
  const settled = commits.settledSoFar()
  await storage.batches[0]!.end(new Error('disk'))
  await expect(settled).resolves.toBeUndefined()
})

test('[COMMIT-2] nobody hears of a change before the storage has answered', async () => {
  const storage = slowStorage()
  const commits = new GroupCommit(storage, quiet)
  const log: string[] = []
  const first = storage.next()
  commits.add(change([1]), sinkInto(log))
  await first
  await new Promise((resolve) => setImmediate(resolve))
  expect(log).toEqual([])
  await storage.batches[0]!.end()
  expect(log).toEqual(['1:1', 'end'])
})

test('[COMMIT-3] a failed batch fails all of it, and the next is tried', async () => {
  const storage = slowStorage()
  const failures: unknown[] = []
  const commits = new GroupCommit(storage, { ...quiet, failed: (error) => failures.push(error) })
  const log: string[] = []
  const first = storage.next()
  commits.add(change([1]), sinkInto(log, 'a'))
  await first
  commits.add(change([2]), sinkInto(log, 'b'))
  await storage.batches[0]!.end(new Error('disk'))
  await storage.batches[1]!.end()
  await commits.idle()
  expect(log).toEqual(['a1:failed', 'aend', 'b2:1', 'bend'])
  expect(failures).toHaveLength(1)
})

test('[COMMIT-4] a batch has a bound', async () => {
  const storage = slowStorage()
  const commits = new GroupCommit(storage, quiet)
  const first = storage.next()
  for (let at = 0; at < LIMITS.commitRows + 5; at++) commits.add(change([1]), sinkInto([]))
  await first
  await storage.batches[0]!.end()
  await storage.batches[1]!.end()
  await commits.idle()
  expect(storage.batches.map(({ size }) => size)).toEqual([LIMITS.commitRows, 5])
})

test('[COMMIT-5] it says when writers should wait, and when not any more', async () => {
  const storage = slowStorage()
  const commits = new GroupCommit(storage, quiet)
  const first = storage.next()
  commits.add({ ...change([]), update: new Uint8Array(LIMITS.commitQueueBytes + 1) }, sinkInto([]))
  await first
  let hasRoom = false
  commits.whenRoom(() => (hasRoom = true))
  expect([commits.isFull, hasRoom]).toEqual([true, false])
  await storage.batches[0]!.end()
  expect([commits.isFull, hasRoom, commits.bytesWaiting]).toEqual([false, true, 0])
})
