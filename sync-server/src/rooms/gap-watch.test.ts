import { CLOSE, LIMITS, decodeFrame, isFrameProblem } from '@milepost/protocol'
import { beforeEach, expect, test } from 'vitest'
import { GapWatch } from './gap-watch.ts'
import type { Member } from './member.ts'
import { Coverage, type Run } from './runs.ts'

let coverage = new Coverage()
let watch = new GapWatch()

beforeEach(() => {
  coverage = new Coverage()
  watch = new GapWatch()
})

function member(): Member & { readonly heard: string[] } {
  const heard: string[] = []
  const nothing = () => {}
  const send = (message: Uint8Array) => {
    const messages = decodeFrame(message, 'relay')
    heard.push(isFrameProblem(messages) ? messages.problem : String(messages[0]?.type))
  }
  const close = (meaning: { readonly code: number }) => void heard.push(String(meaning.code))
  return { grantId: 'g', holder: 'g', right: 'edit', isWriter: true, heard, send, close, sendFramed: nothing, sendPresence: nothing, settled: nothing } // prettier-ignore
}

function takes(from: Member, bytes: number, ...runs: readonly Run[]): void {
  for (const run of runs) coverage.add(run)
  watch.taken(runs, bytes, from, coverage)
}

function look(...writers: readonly Member[]): void {
  watch.look(new Set(writers), coverage, () => coverage.toVector())
}

const run = (client: number, from: number, to = from + 1): Run => ({ client, from, to })

test('[GAP-1] whoever writes behind a hole is asked once, those who do not are not', () => {
  const [ann, bob] = [member(), member()]
  takes(ann, 10, run(1, 5))
  takes(bob, 10, run(2, 0))
  look(ann, bob)
  takes(ann, 10, run(1, 6))
  look(ann)
  expect([ann.heard, bob.heard]).toEqual([['syncStep1'], []])
  expect([watch.rows, watch.bytes]).toEqual([2, 20])
})

test('[GAP-1] what heals waits no more, and the next hole is asked about again', () => {
  const ann = member()
  takes(ann, 10, run(1, 5))
  takes(ann, 7, run(2, 3))
  look(ann)
  takes(ann, 1, run(1, 0, 5))
  look(ann)
  expect([watch.rows, watch.bytes]).toEqual([1, 7])
  takes(ann, 1, run(2, 0, 3))
  look(ann)
  expect([watch.rows, watch.bytes]).toEqual([0, 0])
  takes(ann, 1, run(1, 9))
  look(ann)
  expect(ann.heard).toEqual(['syncStep1', 'syncStep1'])
})

test.each([
  ['so many changes', LIMITS.waitingRows, 1],
  ['so many bytes', 2, LIMITS.waitingBytes / 2],
])('[GAP-2] over %s the sender is closed with 4413, after he was asked, and nobody else is', (_, rows, bytes) => {
  const [ann, bob, eve] = [member(), member(), member()]
  takes(bob, 1, run(9, 4))
  look(bob)
  for (let at = 1; at < rows; at++) takes(eve, bytes, run(1, 2 * at))
  look(eve)
  expect(eve.heard).toEqual(['syncStep1'])
  takes(eve, bytes, run(1, 2 * rows))
  takes(ann, 5, run(2, 0))
  look(eve, ann)
  expect([ann.heard, bob.heard, eve.heard]).toEqual([[], ['syncStep1'], ['syncStep1', String(CLOSE.tooBig.code)]])
})

test('[GAP-2] a burst over the budget is asked about before it is held against its sender', () => {
  const ann = member()
  for (let at = 1; at <= LIMITS.waitingRows + 5; at++) takes(ann, 1, run(1, at))
  look(ann)
  takes(ann, 1, run(1, 0))
  look(ann)
  expect(ann.heard).toEqual(['syncStep1'])
  expect(watch.rows).toBe(0)
})

test('[GAP-3] what was read from disk counts, and is held against nobody', () => {
  const ann = member()
  coverage.add(run(1, 5))
  watch.taken([run(1, 5)], LIMITS.waitingBytes + 1, null, coverage)
  look()
  expect([watch.rows, watch.bytes]).toEqual([1, LIMITS.waitingBytes + 1])
  takes(ann, 5, run(2, 0))
  look(ann)
  expect(ann.heard).toEqual([])
})
