// 2, a crash at every byte: the log of five hundred changes is cut anywhere, or has a hole in what nobody had waited for, or
// is left half copied into the database. The file opens each time, everything that was confirmed before is there, and
// nothing but it and its next neighbours.
//
// The write-ahead log is append-only and every commit waits for the disk, so what a crash can leave is the log up to some
// byte at or after the last confirmed commit, whatever came later being torn. In the ordinary run the places are drawn by
// chance (and each end of a commit is one); `npm run torture` takes all it has time for.
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { roomOf } from '@milepost/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SqliteEngine, isOpenProblem } from '../../src/storage/sqlite-engine.ts'
import { PLAN, change, newGrant, newPlan } from '../../src/storage/testing/storage-contract.ts'
import { chance, firstSeed, rounds } from '../support/seeded.ts'
import { freshFolder } from '../support/test-relay.ts'

const PER_COMMIT = 5
const COMMITS = 100
const SEED = firstSeed()
const FRAME = 24 + 4096

const { dir, remove } = freshFolder()
const before = join(dir, 'before.sqlite')
const after = join(dir, 'after.sqlite')
/** Bytes of the log after each confirmed commit. */
const ends: number[] = []
let log = Buffer.alloc(0)

function opened(path: string): SqliteEngine {
  const engine = SqliteEngine.open({ path })
  if (isOpenProblem(engine)) throw new Error(engine)
  return engine
}

beforeAll(() => {
  const path = join(dir, 'milepost.sqlite')
  const first = opened(path)
  first.createPlan(newPlan(newGrant('first', 1)))
  first.close()
  copyFileSync(path, before)
  const engine = opened(path)
  for (let commit = 0; commit < COMMITS; commit++) {
    engine.append(Array.from({ length: PER_COMMIT }, (_, at) => change(bytesOf(commit * PER_COMMIT + at + 1))))
    ends.push(statSync(`${path}-wal`).size)
  }
  log = readFileSync(`${path}-wal`)
  engine.close()
  copyFileSync(path, after)
})
afterAll(remove)

/** Change `seq`, some of them over several pages. */
function bytesOf(seq: number): number[] {
  return Array.from({ length: seq % 40 === 0 ? 9_000 : 20 }, (_, at) => (seq + at) % 256)
}

/** What a relay finds that starts on these bytes. */
function found(database: string | Buffer, wal: Buffer): number | string {
  const crash = join(dir, 'crash')
  mkdirSync(crash)
  const path = join(crash, 'milepost.sqlite')
  try {
    if (typeof database === 'string') copyFileSync(database, path)
    else writeFileSync(path, database)
    writeFileSync(`${path}-wal`, wal)
    const engine = opened(path)
    const room = engine.readRoom(roomOf(PLAN))
    engine.close()
    if (typeof room === 'string') return room
    if ('damaged' in room) return 'damaged'
    const isRight = room.tail.every(({ seq, update }) => Buffer.from(bytesOf(seq)).equals(update))
    return isRight && room.tail.length === room.head ? room.head : 'not what was written'
  } finally {
    rmSync(crash, { recursive: true })
  }
}

/** Confirmed when the log had so many bytes. */
function confirmedAt(bytes: number): number {
  return ends.filter((end) => end <= bytes).length * PER_COMMIT
}

test(`[KEPT-4] cut anywhere: all that was confirmed, and no half of a commit, seed ${SEED}`, () => {
  const dice = chance(SEED)
  const atEnds = ends.flatMap((end) => [end - 1, end, end + 1])
  const atFrames = Array.from({ length: Math.floor(log.length / FRAME) }, (_, at) => 32 + at * FRAME + 24)
  const byChance = Array.from({ length: rounds(150) }, () => dice.below(log.length + 1))
  const cuts = [0, 1, 31, 32, 33, ...atEnds, ...(process.env['TORTURE_ROUNDS'] ? atFrames : []), ...byChance]
  for (const cut of cuts) expect([cut, found(before, log.subarray(0, cut))]).toEqual([cut, confirmedAt(cut)])
}, 600_000)

test(`[KEPT-4] torn behind what was confirmed: whole commits only, none of the confirmed missing, seed ${SEED}`, () => {
  const dice = chance(SEED)
  for (let round = 0; round < rounds(60); round++) {
    const commit = dice.below(COMMITS - 3)
    const synced = ends[commit] ?? 0
    const torn = Buffer.from(log.subarray(0, ends[commit + 3]))
    // Sectors that never reached the disk, though later ones did.
    for (let hole = 0; hole <= dice.below(3); hole++) {
      const sector = synced + 512 * dice.below(Math.ceil((torn.length - synced) / 512))
      torn.fill(dice.is(0.5) ? 0 : 255, sector, Math.min(sector + 512, torn.length))
    }
    const head = found(before, torn)
    expect({ round, head: Number(head) % PER_COMMIT }).toEqual({ round, head: 0 })
    expect(head).toBeGreaterThanOrEqual((commit + 1) * PER_COMMIT)
  }
}, 600_000)

test(`[KEPT-4] killed while the log is copied into the database: everything is there, seed ${SEED}`, () => {
  const dice = chance(SEED)
  const [old, young] = [readFileSync(before), readFileSync(after)]
  for (let round = 0; round < rounds(40); round++) {
    const mixed = Buffer.from(young)
    for (let page = 0; page < young.length; page += 4096) {
      if (page < old.length && dice.is(0.5)) old.copy(mixed, page, page, Math.min(page + 4096, old.length))
    }
    const length = old.length + 4096 * dice.below((young.length - old.length) / 4096 + 1)
    expect(found(mixed.subarray(0, length), log)).toBe(COMMITS * PER_COMMIT)
  }
}, 600_000)

test('the log was never begun anew while it was recorded', () => {
  expect(ends).toEqual(ends.toSorted((a, b) => a - b))
  expect(existsSync(before)).toBe(true)
  const db = new DatabaseSync(before)
  expect(Object.values(db.prepare('PRAGMA page_size').get() ?? {})).toEqual([4096])
  db.close()
})
