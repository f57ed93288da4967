// What only a file can get wrong: a full disk, flipped bits, somebody else's file, two relays at once.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { discussionRoomOf, roomOf } from '@milepost/protocol'
import { afterEach, expect, test } from 'vitest'
import { freshFolder, sqliteIn } from '../../test/support/test-relay.ts'
import { openSqliteStorage } from './sqlite-storage.ts'
import { SqliteEngine, isOpenProblem } from './sqlite-engine.ts'
import { PLAN, change, newGrant, newPlan } from './testing/storage-contract.ts'

const ROOM = roomOf(PLAN)
const clean: (() => unknown)[] = []
afterEach(async () => {
  for (const step of clean.splice(0).toReversed()) await step()
})

function folder(): string {
  const { dir, remove } = freshFolder()
  clean.push(remove)
  return dir
}

function tamper(dir: string, sql: string): void {
  const db = new DatabaseSync(join(dir, 'milepost.sqlite'))
  db.exec(sql)
  db.close()
}

test('every commit waits for the disk', () => {
  const engine = SqliteEngine.open({ path: join(folder(), 'milepost.sqlite') })
  if (isOpenProblem(engine)) throw new Error(engine)
  expect(engine.settings()).toEqual({ journal: 'wal', synchronous: 2, logPages: 8_000 })
  engine.close()
})

test('[COMMIT-7] when nobody writes any more, the log is moved into the database', async () => {
  const dir = folder()
  const storage = await sqliteIn(dir)
  clean.push(() => storage.close())
  await storage.createPlan(newPlan(newGrant('first', 1)))
  for (let at = 0; at < 250; at++) await storage.append([change([at])])
  // Read without the log beside it.
  const copy = join(folder(), 'milepost.sqlite')
  const rowsInDatabase = () => {
    copyFileSync(join(dir, 'milepost.sqlite'), copy)
    const db = new DatabaseSync(copy)
    try {
      return db.prepare('SELECT count(*) AS rows FROM updates').get()?.['rows']
    } catch {
      return 'no table yet'
    } finally {
      db.close()
    }
  }
  expect(rowsInDatabase()).not.toBe(250)
  await expect.poll(rowsInDatabase, { timeout: 10_000 }).toBe(250)
})

test('a room whose rows cannot be written fails by itself, and the others of the batch stand', async () => {
  const storage = await sqliteIn(folder())
  clean.push(() => storage.close())
  await storage.createPlan(newPlan(newGrant('first', 1)))
  const talk = discussionRoomOf(PLAN)
  await storage.append([change([1])])
  const bad = change([3], { grantId: 'nobody has this one' })
  const batch = [change([2]), change([7], { room: talk }), bad, change([8], { room: talk })]
  expect(await storage.append(batch)).toEqual(['failed', { seq: 1 }, 'failed', { seq: 2 }])
  expect(await storage.append([change([4])])).toEqual([{ seq: 2 }])
  expect(await storage.readRoom(ROOM)).toMatchObject({ head: 2, bytes: 2, tail: { length: 2 } })
  expect(await storage.readRoom(talk)).toMatchObject({ head: 2, bytes: 2, tail: { length: 2 } })
})

test('a full disk: nothing is answered as kept, and after space returns the log has no hole', async () => {
  const dir = folder()
  const full = await sqliteIn(dir, 40)
  await full.createPlan(newPlan(newGrant('first', 1)))
  const kilobytes = Array.from({ length: 1000 }, (_, at) => at % 256)
  let kept = 0
  const fill = async () => {
    for (;;) {
      await full.append([change(kilobytes), change(kilobytes)])
      kept += 2
    }
  }
  await expect(fill()).rejects.toThrow('full')
  expect(kept).toBeGreaterThan(0)
  await expect(full.append([change(kilobytes), change(kilobytes)])).rejects.toThrow('full')
  expect(await full.readRoom(ROOM)).toMatchObject({ head: kept })
  await full.close()

  const roomy = await sqliteIn(dir)
  clean.push(() => roomy.close())
  expect(await roomy.readRoom(ROOM)).toMatchObject({ head: kept, tail: { length: kept } })
  expect(await roomy.append([change([1])])).toEqual([{ seq: kept + 1 }])
})

test('a file that is no database is left as it is', async () => {
  const dir = folder()
  const text = 'Dear diary, '.repeat(1000)
  writeFileSync(join(dir, 'milepost.sqlite'), text)
  expect(await openSqliteStorage({ dataDir: dir })).toBe('not-a-database')
  expect(readFileSync(join(dir, 'milepost.sqlite'), 'utf8')).toBe(text)
})

test("another program's database is left as it is", async () => {
  const dir = folder()
  tamper(dir, 'CREATE TABLE cats (name TEXT)')
  expect(await openSqliteStorage({ dataDir: dir })).toBe('foreign')
})

test('a newer schema is left as it is', async () => {
  const dir = folder()
  await (await sqliteIn(dir)).close()
  tamper(dir, 'PRAGMA user_version = 999')
  expect(await openSqliteStorage({ dataDir: dir })).toBe('newer')
})

test('a folder that cannot be one', async () => {
  const dir = folder()
  writeFileSync(join(dir, 'file'), '')
  expect(await openSqliteStorage({ dataDir: join(dir, 'file') })).toBe('not-writable')
  mkdirSync(join(dir, 'milepost.sqlite'))
  expect(await openSqliteStorage({ dataDir: dir })).toBe('not-writable')
})

test('two relays never write one folder', async () => {
  const dir = folder()
  const first = await sqliteIn(dir)
  expect(await openSqliteStorage({ dataDir: dir })).toBe('in-use')
  await first.close()
  const second = await sqliteIn(dir)
  clean.push(() => second.close())
  await second.probe()
})

test('[DISK-2] after a failed write the file is opened anew, and what it holds is read again', async () => {
  const dir = folder()
  const other = folder()
  const small = await sqliteIn(dir, 40)
  clean.push(() => small.close())
  await small.createPlan(newPlan(newGrant('first', 1)))
  const spare = await sqliteIn(other)
  await spare.createPlan(newPlan(newGrant('first', 1)))
  await spare.append([change([1]), change([2]), change([3])])
  await spare.close()
  const large = Array.from({ length: 200_000 }, (_, at) => at % 256)
  await expect(small.append([change(large)])).rejects.toThrow('full')
  // Only who opens the file again sees that another one lies there.
  for (const end of ['', '-wal', '-shm']) rmSync(join(dir, `milepost.sqlite${end}`), { force: true })
  copyFileSync(join(other, 'milepost.sqlite'), join(dir, 'milepost.sqlite'))
  expect(await small.readRoom(ROOM)).toMatchObject({ head: 3 })
})
