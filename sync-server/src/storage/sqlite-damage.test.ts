// What a disk gives back is not always what was written.
import { discussionRoomOf, roomOf } from '@milepost/protocol'
import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { freshFolder, sqliteIn } from '../../test/support/test-relay.ts'
import { keystrokes, textOf } from '../../test/support/updates.ts'
import { mergeVerified } from '../rooms/compaction.ts'
import { rowChecksum } from './sqlite-checksum.ts'
import type { Replacement, Segment, Storage, StoredRoom } from './storage.ts'
import { PLAN, change, newGrant, newPlan } from './testing/storage-contract.ts'

const ROOM = roomOf(PLAN)
const AT: Replacement = { at: 1_000, isCollection: false }
const KEYS = keystrokes('abcdef')

function segment(fromSeq: number, toSeq: number): Segment {
  const merged = mergeVerified(KEYS.slice(fromSeq - 1, toSeq))
  if (merged === 'mismatch') throw new Error(merged)
  return { fromSeq, toSeq, ...merged }
}

/** Six rows of two links, written by `write`; then something happens to the closed file. */
async function damaged(write: (storage: Storage) => Promise<void>, sql: string): Promise<Storage> {
  const { dir, remove } = freshFolder()
  onTestFinished(remove)
  const first = await sqliteIn(dir)
  await first.createPlan(newPlan(newGrant('first', 1)))
  await first.addGrant(newGrant('second', 2), 0)
  await first.append(KEYS.map((key, at) => change([...key], { grantId: at > 3 ? 'second' : 'first' })))
  await write(first)
  await first.close()
  const db = new DatabaseSync(join(dir, 'milepost.sqlite'))
  db.exec(sql)
  db.close()
  const second = await sqliteIn(dir)
  onTestFinished(() => second.close())
  return second
}

async function read(storage: Storage): Promise<StoredRoom> {
  const room = await storage.readRoom(ROOM)
  if (typeof room === 'string') throw new Error(room)
  expect(textOf([...room.segments, ...room.tail].map(({ update }) => update))).toBe('abcdef')
  return room
}

const compacted = async (first: Storage) => void (await first.compact(ROOM, segment(1, 4), AT))
const FLIP = 'UPDATE segments SET data = zeroblob(2);'

test.each([
  ['a row with flipped bits', 'UPDATE updates SET data = zeroblob(1) WHERE seq = 5'],
  ['a row that is gone', 'DELETE FROM updates WHERE seq = 5'],
  ['the last row gone', 'DELETE FROM updates WHERE seq = 6'],
  ['a row too many', 'INSERT INTO updates SELECT room, 7, grant_n, data, crc FROM updates WHERE seq = 6'],
  ['a segment gone, and a row of it', 'DELETE FROM segments; DELETE FROM updates WHERE seq = 3'],
  ['a segment with flipped bits, a row of it too', `${FLIP} UPDATE updates SET data = zeroblob(1) WHERE seq = 2`],
  ['a segment with flipped bits, a row of it gone', `${FLIP} DELETE FROM updates WHERE seq = 4`],
  ['a segment with flipped bits, forgotten what it replaced', `${FLIP} DELETE FROM replacements`],
])('[DAMAGE-1] %s: the room says so, the others do not care', async (_, sql) => {
  const storage = await damaged(compacted, sql)
  expect(await storage.readRoom(ROOM)).toBe('damaged')
  expect(await storage.readRoom(discussionRoomOf(PLAN))).toMatchObject({ head: 0 })
})

test('[DAMAGE-1] a part that was put aside and is damaged too', async () => {
  const write = async (first: Storage) => {
    await first.compact(ROOM, segment(1, 2), AT)
    await first.compact(ROOM, segment(1, 4), AT)
  }
  const storage = await damaged(write, `${FLIP} UPDATE replaced SET runs = zeroblob(1)`)
  expect(await storage.readRoom(ROOM)).toBe('damaged')
})

test.each([
  ['data', FLIP],
  ['runs', 'UPDATE segments SET runs = zeroblob(2)'],
])('[DAMAGE-2] a segment with damaged %s is made again from its rows', async (_, sql) => {
  const storage = await damaged(compacted, sql)
  expect(await read(storage)).toMatchObject({ restored: 1, segments: [segment(1, 4)], tail: [{ seq: 5 }, { seq: 6 }] })
  expect(await read(storage)).toMatchObject({ restored: 0, segments: [segment(1, 4)], head: 6 })
  expect(await storage.grantsOf(PLAN)).toMatchObject({ grants: [{ edits: 4 }, { edits: 2 }] })
  await storage.forgetReplaced(AT.at + 1)
  expect(await storage.grantsOf(PLAN)).toMatchObject({ grants: [{ edits: 4 }, { edits: 2 }] })
  expect(await read(storage)).toMatchObject({ segments: [segment(1, 4)] })
})

test('[DAMAGE-2] several at once, wherever they stand: of segments and rows, the newest generation only', async () => {
  const write = async (first: Storage) => {
    await first.compact(ROOM, segment(1, 2), AT)
    await first.compact(ROOM, segment(1, 3), { ...AT, at: 2_000 })
    await first.compact(ROOM, segment(4, 5), { ...AT, at: 3_000 })
  }
  const storage = await damaged(write, FLIP)
  const room = await read(storage)
  expect(room).toMatchObject({ restored: 2, tail: [{ seq: 6 }] })
  expect(room.segments.map(({ fromSeq, toSeq }) => [fromSeq, toSeq])).toEqual([[1, 3], [4, 5]]) // prettier-ignore
})

test('[DAMAGE-2] what a collection replaced outlives later merging, and is used where it fits', async () => {
  const collect = async (first: Storage) => {
    await compacted(first)
    await first.compact(ROOM, segment(1, 5), { at: 2_000, isCollection: true })
  }
  expect(await read(await damaged(collect, FLIP))).toMatchObject({ restored: 1, tail: [{ seq: 6 }] })
  const later = async (first: Storage) => {
    await collect(first)
    await first.compact(ROOM, segment(1, 6), { at: 3_000, isCollection: false })
  }
  const storage = await damaged(later, FLIP)
  expect(await read(storage)).toMatchObject({ restored: 1, collectedAt: 2_000, tail: [] })
  await storage.forgetReplaced(2_001)
  expect(await read(storage)).toMatchObject({ collectedAt: null, tail: [] })
  expect(await storage.grantsOf(PLAN)).toMatchObject({ grants: [{ edits: 4 }, { edits: 2 }] })
})

test('[DAMAGE-3] one generation is kept, and only until it is forgotten', async () => {
  const { dir, remove } = freshFolder()
  onTestFinished(remove)
  const storage = await sqliteIn(dir)
  onTestFinished(() => storage.close())
  const column = (sql: string) => {
    const db = new DatabaseSync(join(dir, 'milepost.sqlite'), { readOnly: true })
    const values = db
      .prepare(sql)
      .all()
      .flatMap((row) => Object.values(row))
    db.close()
    return values
  }
  const kept = () => [column('SELECT from_seq FROM replaced ORDER BY 1'), column('SELECT seq FROM updates ORDER BY 1')]
  await storage.createPlan(newPlan(newGrant('first', 1)))
  await storage.append(KEYS.map((key) => change([...key])))
  await storage.compact(ROOM, segment(1, 2), AT)
  expect(kept()).toEqual([[], [1, 2, 3, 4, 5, 6]])
  await storage.compact(ROOM, segment(1, 3), { ...AT, at: 2_000 })
  expect(kept()).toEqual([[1], [3, 4, 5, 6]])
  await storage.forgetReplaced(2_000)
  expect(kept()).toEqual([[1], [3, 4, 5, 6]])
  await storage.forgetReplaced(2_001)
  expect(kept()).toEqual([[], [4, 5, 6]])
  expect(await read(storage)).toMatchObject({ tail: [{ seq: 4 }, { seq: 5 }, { seq: 6 }] })
})

test('[SCHEMA-1] a file of the first version is brought along: sound segments stay sound, damaged ones stay damaged', async () => {
  const write = async (first: Storage) => {
    await first.compact(ROOM, segment(1, 2), AT)
    await first.compact(ROOM, segment(3, 4), AT)
  }
  // What version 1 had: a checksum of the content alone, nothing put aside, no settings.
  const toVersion1 = (crc: number) => `
    UPDATE segments SET crc = ${crc} WHERE from_seq = 1;
    UPDATE segments SET crc = ${rowChecksum(segment(3, 4).update)} WHERE from_seq = 3;
    DELETE FROM updates WHERE seq < 5;
    DROP TABLE replaced; DROP TABLE replacements; DROP TABLE settings; PRAGMA user_version = 1`
  const sound = await damaged(write, toVersion1(rowChecksum(segment(1, 2).update)))
  expect(await read(sound)).toMatchObject({ head: 6, segments: [segment(1, 2), segment(3, 4)] })
  const bad = await damaged(write, toVersion1(7))
  expect(await bad.readRoom(ROOM)).toBe('damaged')
})
