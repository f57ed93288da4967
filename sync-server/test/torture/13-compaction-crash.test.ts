// 13, compaction: before is after (COMPACT-1, COLLECT-1 over random histories); here it is killed at any moment, done by two at
// once, and answered wrongly.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { roomOf } from '@milepost/protocol'
import { expect, onTestFinished, test } from 'vitest'
import { mergeVerified } from '../../src/rooms/compaction.ts'
import { Chain } from '../../src/rooms/chain.ts'
import { directMerger } from '../../src/rooms/testing/direct-merger.ts'
import { SqliteEngine, isOpenProblem } from '../../src/storage/sqlite-engine.ts'
import { PLAN, change, newGrant, newPlan } from '../../src/storage/testing/storage-contract.ts'
import { faultyStorage } from '../support/faulty-storage.ts'
import { chance, firstSeed, rounds } from '../support/seeded.ts'
import { stage } from '../support/stage.ts'
import { freshFolder } from '../support/test-relay.ts'
import { keystrokes, textOf } from '../support/updates.ts'

const ROOM = roomOf(PLAN)
const CHILD = join(import.meta.dirname, '../support/compaction-child.ts')
const SEED = firstSeed()

function folder(): string {
  const { dir, remove } = freshFolder()
  onTestFinished(remove)
  return dir
}

function opened(path: string): SqliteEngine {
  const engine = SqliteEngine.open({ path })
  if (isOpenProblem(engine)) throw new Error(engine)
  return engine
}

/** Runs until it has said so many lines, then kills; the last change it said was kept. */
function killedAfter(lines: number, path: string, clientId: number): Promise<number> {
  const child = spawn(process.execPath, [CHILD, path, String(clientId)])
  let output = ''
  let trouble = ''
  child.stderr.on('data', (data: Buffer) => (trouble += data.toString()))
  child.stdout.on('data', (data: Buffer) => {
    output += data.toString()
    if (output.split('\n').length > lines) child.kill('SIGKILL')
  })
  return new Promise((resolve, reject) => {
    child.once('close', () => {
      const kept = [...output.matchAll(/kept (\d+)\n/g)].at(-1)
      if (trouble.includes('Error')) reject(new Error(trouble))
      else resolve(Number(kept?.[1] ?? 0))
    })
  })
}

test(`[COMPACT-7] killed at any moment of it, again and again: nothing confirmed is missing, seed ${SEED}`, async () => {
  const dice = chance(SEED)
  const path = join(folder(), 'milepost.sqlite')
  const engine = opened(path)
  engine.createPlan(newPlan(newGrant('first', 1)))
  engine.close()
  let kept = 0
  for (let round = 1; round <= rounds(5); round++) {
    kept += await killedAfter(2 + dice.below(400), path, round)
    const again = opened(path)
    const room = again.readRoom(ROOM)
    again.close()
    if (typeof room === 'string') throw new Error(room)
    const written = textOf([...room.segments, ...room.tail].map(({ update }) => update)).length
    expect(room.head).toBe(written)
    expect(written).toBeGreaterThanOrEqual(kept)
    kept = written
  }
}, 600_000)

test('[COMPACT-8] two who compact one room at once: one does, the other changes nothing', () => {
  const engine = opened(join(folder(), 'milepost.sqlite'))
  onTestFinished(() => engine.close())
  engine.createPlan(newPlan(newGrant('first', 1)))
  const keys = keystrokes('what two of them wanted to merge')
  const plans = [20, keys.length].map((upTo, at) => {
    const from = at === 0 ? 0 : 20
    engine.append(keys.slice(from, upTo).map((update) => change([...update])))
    const room = engine.readRoom(ROOM)
    if (typeof room === 'string') throw new Error(room)
    const plan = new Chain(room, directMerger()).planCompaction()
    const merged = plan && mergeVerified(plan.updates)
    if (plan === null || merged === null || merged === 'mismatch') throw new Error('nothing to merge')
    return { ...plan, ...merged }
  })
  const [early, late] = plans
  const replacement = { at: 1, isCollection: false }
  expect(engine.compact(ROOM, late!, replacement)).toBe('compacted')
  const before = engine.readRoom(ROOM)
  expect(engine.compact(ROOM, early!, replacement)).toBe('changed')
  expect(engine.readRoom(ROOM)).toEqual(before)
  expect(typeof before === 'string' ? before : textOf(before.segments.map(({ update }) => update))).toBe(
    'what two of them wanted to merge',
  )
})

test('[COMPACT-9] a merge that came out wrong deletes nothing, is counted, and is not tried again and again', async () => {
  const storage = faultyStorage()
  const merger = { ...directMerger(), merge: async () => 'mismatch' as const }
  const { raw, plan, stored, storedText, relay } = await stage({ storage, merger })
  const ann = raw(plan.secret)
  await ann.next('syncStep1')
  const text = 'x'.repeat(600)
  const answer = ann.next('barrierAnswer')
  ann.send({ type: 'syncStep2', update: Uint8Array.of(0, 0) })
  for (const update of keystrokes(text)) ann.send({ type: 'update', update })
  ann.send({ type: 'barrier', n: 1 })
  await answer
  expect(await stored()).toMatchObject({ segments: [], tail: { length: 600 } })
  expect(await storedText()).toBe(text)
  expect(await relay.metrics.text()).toContain('milepost_compaction_mismatch_total 1')
})
