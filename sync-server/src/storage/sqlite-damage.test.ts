// What a disk gives back is not always what was written.
import { discussionRoomOf, roomOf } from '@milepost/protocol'
import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { freshFolder, sqliteIn } from '../../test/support/test-relay.ts'
import type { Replacement, Segment, Storage } from './storage.ts'
import { PLAN, change, newGrant, newPlan } from './testing/storage-contract.ts'

const ROOM = roomOf(PLAN)
const AT: Replacement = { at: 1_000, isCollection: false }

function segment(fromSeq: number, toSeq: number, mark = 0): Segment {
  return { fromSeq, toSeq, update: Uint8Array.of(100 + fromSeq, toSeq, mark), runs: Uint8Array.of(1, 0, toSeq) }
}

/** Six rows of two links, written by `write`; then something happens to the closed file. */
async function damaged(write: (storage: Storage) => Promise<void>, sql: string): Promise<Storage> {
  const { dir, remove } = freshFolder()
  onTestFinished(remove)
  const first = await sqliteIn(dir)
  await first.createPlan(newPlan(newGrant('first', 1)))
  await first.addGrant(newGrant('second', 2), 0)
  await first.append([1, 2, 3, 4, 5, 6].map((byte) => change([byte], { grantId: byte > 4 ? 'second' : 'first' })))
  await write(first)
  await first.close()
  const db = new DatabaseSync(join(dir, 'milepost.sqlite'))
  db.exec(sql)
  db.close()
  const second = await sqliteIn(dir)
  onTestFinished(() => second.close())
  return second
}

test.each([
  ['a row with flipped bits', 'UPDATE updates SET data = zeroblob(1) WHERE seq = 5'],
  ['a row that is gone', 'DELETE FROM updates WHERE seq = 5'],
  ['the last row gone', 'DELETE FROM updates WHERE seq = 6'],
  ['a row too many', 'INSERT INTO updates SELECT room, 7, grant_n, data, crc FROM updates WHERE seq = 6'],
  ['a segment gone', 'DELETE FROM segments'],
  ['a segment with flipped bits, and its parts too', 'UPDATE segments SET data = zeroblob(2); UPDATE replaced SET data = zeroblob(1) WHERE from_seq = 2'], // prettier-ignore
  ['a segment with flipped bits, one part gone', 'UPDATE segments SET data = zeroblob(2); DELETE FROM replaced WHERE from_seq = 4'], // prettier-ignore
  ['a segment with flipped bits, parts forgotten', 'UPDATE segments SET data = zeroblob(2); DELETE FROM replaced'],
])('[DAMAGE-1] %s: the room says so, the others do not care', async (_, sql) => {
  const storage = await damaged(async (first) => void (await first.compact(ROOM, segment(1, 4), AT)), sql)
  expect(await storage.readRoom(ROOM)).toBe('damaged')
  expect(await storage.readRoom(discussionRoomOf(PLAN))).toMatchObject({ head: 0 })
})

const FLIPS = [
  ['data', 'UPDATE segments SET data = zeroblob(2)'],
  ['runs', 'UPDATE segments SET runs = zeroblob(2)'],
] as const

test.each(FLIPS)('[DAMAGE-2] a segment with damaged %s is put together again from its rows', async (_, sql) => {
  const storage = await damaged(async (first) => void (await first.compact(ROOM, segment(1, 4), AT)), sql)
  const rows = [1, 2, 3, 4, 5, 6].map((byte) => ({ seq: byte, update: Uint8Array.of(byte) }))
  expect(await storage.readRoom(ROOM)).toMatchObject({ restored: 1, segments: [], tail: rows, head: 6 })
  expect(await storage.readRoom(ROOM)).toMatchObject({ restored: 0, segments: [], tail: rows })
  expect(await storage.grantsOf(PLAN)).toMatchObject({ grants: [{ edits: 4 }, { edits: 2 }] })
  expect(await storage.compact(ROOM, segment(1, 4), AT)).toBe('compacted')
  expect(await storage.grantsOf(PLAN)).toMatchObject({ grants: [{ edits: 4 }, { edits: 2 }] })
})

test('[DAMAGE-2] from segments and rows, the newest generation only', async () => {
  const storage = await damaged(async (first) => {
    await first.compact(ROOM, segment(1, 2), AT)
    await first.compact(ROOM, segment(3, 4), AT)
    await first.compact(ROOM, segment(1, 5), { ...AT, at: 2_000 })
  }, FLIPS[0][1])
  expect(await storage.readRoom(ROOM)).toMatchObject({
    restored: 1,
    segments: [segment(1, 2), segment(3, 4)],
    tail: [{ seq: 5 }, { seq: 6 }],
  })
})

test('[DAMAGE-2] what a collection replaced outlives later merging, and is used where it fits', async () => {
  const collect = async (first: Storage) => {
    await first.compact(ROOM, segment(1, 4), AT)
    await first.compact(ROOM, segment(1, 4, 9), { at: 2_000, isCollection: true })
  }
  const fresh = await damaged(collect, FLIPS[0][1])
  expect(await fresh.readRoom(ROOM)).toMatchObject({ restored: 1, segments: [segment(1, 4)] })
  const merged = async (first: Storage) => {
    await collect(first)
    await first.compact(ROOM, segment(1, 5), { at: 3_000, isCollection: false })
  }
  const later = await damaged(merged, FLIPS[0][1])
  expect(await later.readRoom(ROOM)).toMatchObject({ collectedAt: 2_000, segments: [segment(1, 4, 9)] })
})

test('[DAMAGE-3] one generation is kept, and only until it is forgotten', async () => {
  const { dir, remove } = freshFolder()
  onTestFinished(remove)
  const storage = await sqliteIn(dir)
  onTestFinished(() => storage.close())
  const aside = () => {
    const db = new DatabaseSync(join(dir, 'milepost.sqlite'), { readOnly: true })
    const rows = db.prepare('SELECT from_seq FROM replaced ORDER BY from_seq').all()
    db.close()
    return rows.map(({ from_seq: from }) => from)
  }
  await storage.createPlan(newPlan(newGrant('first', 1)))
  await storage.append([1, 2, 3, 4].map((byte) => change([byte])))
  await storage.compact(ROOM, segment(1, 2), AT)
  expect(aside()).toEqual([1, 2])
  await storage.compact(ROOM, segment(1, 3), { ...AT, at: 2_000 })
  expect(aside()).toEqual([1, 3])
  await storage.forgetReplaced(2_000)
  expect(aside()).toEqual([1, 3])
  await storage.forgetReplaced(2_001)
  expect(aside()).toEqual([])
})

test('[SCHEMA-1] a file of the first version is brought along: sound segments stay sound, damaged ones stay damaged', async () => {
  const write = async (first: Storage) => {
    await first.compact(ROOM, segment(1, 2), AT)
    await first.compact(ROOM, segment(3, 4), AT)
  }
  // What version 1 had: a checksum of the content alone, nothing put aside, no settings.
  const toVersion1 = (crc: number) => `
    UPDATE segments SET crc = ${crc} WHERE from_seq = 1;
    UPDATE segments SET crc = 3602235827 WHERE from_seq = 3;
    DROP TABLE replaced; DROP TABLE replacements; DROP TABLE settings; PRAGMA user_version = 1`
  const sound = await damaged(write, toVersion1(2_204_873_307))
  expect(await sound.readRoom(ROOM)).toMatchObject({ head: 6, segments: [segment(1, 2), segment(3, 4)] })
  const bad = await damaged(write, toVersion1(7))
  expect(await bad.readRoom(ROOM)).toBe('damaged')
})
