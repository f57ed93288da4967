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
import { readWhole } from '../../src/storage/testing/read-whole.ts'
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

interface Death {
  /** Killed after it has said so many times that something is kept. */
  readonly after?: number
  /** Kills itself in front of this statement of a compaction. */
  readonly atStep?: number
}

/** The last change it said was kept before it died; and whether it died as it was told. */
function killed(
  { after = Number.POSITIVE_INFINITY, atStep = 0 }: Death,
  path: string,
  clientId: number,
): Promise<{ kept: number; isDone: boolean }> {
  const child = spawn(process.execPath, [CHILD, path, String(clientId), String(atStep)])
  let output = ''
  let trouble = ''
  child.stderr.on('data', (data: Buffer) => (trouble += data.toString()))
  child.stdout.on('data', (data: Buffer) => {
    output += data.toString()
    const compacted = output.split('compacted').length - 1
    if (output.split('kept').length > after || (atStep > 0 && compacted > 2)) child.kill('SIGKILL')
  })
  return new Promise((resolve, reject) => {
    child.once('close', () => {
      const kept = [...output.matchAll(/kept (\d+)\n/g)].at(-1)
      if (trouble.includes('Error')) reject(new Error(trouble))
      else resolve({ kept: Number(kept?.[1] ?? 0), isDone: output.split('compacted').length > 3 })
    })
  })
}

function emptyFile(): string {
  const path = join(folder(), 'milepost.sqlite')
  const engine = opened(path)
  engine.createPlan(newPlan(newGrant('first', 1)))
  engine.close()
  return path
}

/** Letters in the room, after whatever happened to it. */
function written(path: string): number {
  const engine = opened(path)
  const room = readWhole(engine, ROOM)
  engine.close()
  const letters = textOf([...room.segments, ...room.tail].map(({ update }) => update)).length
  expect(room.head).toBe(letters)
  return letters
}

test('[COMPACT-7] killed in front of each of its statements: all of it is there', async () => {
  const seen: number[] = []
  for (let atStep = 1; ; atStep++) {
    const path = emptyFile()
    const { kept, isDone } = await killed({ atStep }, path, 1)
    if (isDone) break
    expect([atStep, written(path)]).toEqual([atStep, kept])
    seen.push(atStep)
  }
  // To begin, to look, to put aside, to delete, to write, to end.
  expect(seen.length).toBeGreaterThan(8)
}, 600_000)

test(`[COMPACT-7] killed at any moment, again and again: nothing confirmed is missing, seed ${SEED}`, async () => {
  const dice = chance(SEED)
  const path = emptyFile()
  let kept = 0
  for (let round = 1; round <= rounds(3); round++) {
    kept += (await killed({ after: 1 + dice.below(300) }, path, round)).kept
    expect(written(path)).toBeGreaterThanOrEqual(kept)
    kept = written(path)
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
    const plan = new Chain(readWhole(engine, ROOM), directMerger()).planCompaction()
    const merged = plan && mergeVerified(plan.updates)
    if (plan === null || merged === null || merged === 'mismatch') throw new Error('nothing to merge')
    return { ...plan, ...merged }
  })
  const [early, late] = plans
  const replacement = { at: 1, isCollection: false }
  expect(engine.compact(ROOM, late!, replacement)).toBe('compacted')
  const before = readWhole(engine, ROOM)
  expect(engine.compact(ROOM, early!, replacement)).toBe('changed')
  expect(engine.readRoom(ROOM)).toEqual(before)
  expect(textOf(before.segments.map(({ update }) => update))).toBe('what two of them wanted to merge')
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
