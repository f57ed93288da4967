// Looking up a link is done for each socket and each call, so it must cost the same however many plans there are and however
// much was written. Nothing is timed here: SQLite says which way it takes, and every statement is counted.
import { join } from 'node:path'
import type { SQLInputValue } from 'node:sqlite'
import { roomOf, type PlanId } from '@milepost/protocol'
import { afterEach, expect, onTestFinished, test } from 'vitest'
import { rawClient } from '../../test/support/raw-client.ts'
import { call, createPlan, freshFolder, startTestRelay } from '../../test/support/test-relay.ts'
import { memoryStorage } from './memory-storage.ts'
import { SqliteFile, type Columns } from './sqlite-file.ts'
import { SqliteGrants } from './sqlite-grants.ts'
import { SqliteRooms } from './sqlite-rooms.ts'
import { migrate } from './sqlite-schema.ts'
import type { Storage } from './storage.ts'
import { change, newGrant, newPlan } from './testing/storage-contract.ts'

const PLANS = 50
const hashOf = (n: number) => new Uint8Array(32).fill(n)
const clean: (() => void)[] = []
afterEach(() => {
  for (const step of clean.splice(0).toReversed()) step()
})

/** Remembers what it was asked. */
class WatchedFile extends SqliteFile {
  readonly asked: string[] = []

  override get(sql: string, ...values: SQLInputValue[]): Columns | undefined {
    this.asked.push(sql)
    return super.get(sql, ...values)
  }

  override all(sql: string, ...values: SQLInputValue[]): Columns[] {
    this.asked.push(sql)
    return super.all(sql, ...values)
  }
}

function fileWithPlans(): WatchedFile {
  const { dir, remove } = freshFolder()
  const file = new WatchedFile({ path: join(dir, 'milepost.sqlite') })
  clean.push(remove, () => file.close())
  migrate(file.db)
  const grants = new SqliteGrants(file)
  for (let n = 0; n < PLANS; n++) grants.createPlan(newPlan(newGrant(`g${n}`, n, { planId: planOf(n) })))
  const rooms = new SqliteRooms(file)
  rooms.append(Array.from({ length: 500 }, () => change([1, 2, 3], { room: roomOf(planOf(7)), grantId: 'g7' })))
  file.asked.length = 0
  return file
}

function planOf(n: number): PlanId {
  return `plan_${n}`.padEnd(21, '_') as PlanId
}

test('[GRANT-10] a link is found by two looks into an index, and nothing is walked through', () => {
  const file = fileWithPlans()
  const grants = new SqliteGrants(file)
  expect(grants.findGrant(planOf(7), hashOf(7))).toMatchObject({ id: 'g7' })
  const asked = [...file.asked]
  expect(asked).toHaveLength(2)
  const ways = asked.flatMap((sql) => file.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...unknowns(sql)))
  const details = ways.map(({ detail }) => String(detail))
  expect(details).not.toEqual([])
  // By an index of its own for the plan and for the hash, by its number for the join.
  for (const detail of details) expect(detail).toMatch(/^SEARCH (plans|p|g) USING (COVERING )?(INDEX sqlite_autoindex_\w+|INTEGER PRIMARY KEY) /) // prettier-ignore
  file.asked.length = 0
  expect(grants.findGrant(planOf(7), hashOf(9))).toBe('unknown-link')
  expect(grants.findGrant('nobody_made_this_0000' as PlanId, hashOf(9))).toBe('no-such-plan')
  expect(file.asked).toHaveLength(3)
})

function unknowns(sql: string): SQLInputValue[] {
  return Array.from(sql.matchAll(/\?/g), () => 0)
}

test('[GRANT-10] whoever comes in or calls has his link looked up once, and nothing that grows is asked for', async () => {
  const { storage, calls } = countedStorage()
  const { relay, origin } = await startTestRelay({ storage })
  onTestFinished(() => relay.stop())
  const { planId, secret } = await createPlan(origin)
  const comeIn = async () => {
    calls.length = 0
    const client = rawClient(origin, planId, secret)
    onTestFinished(() => client.leave())
    await client.next('hello')
    return [...calls]
  }
  expect(await comeIn()).toEqual(['findGrant', 'readRoom'])
  expect(await comeIn()).toEqual(['findGrant'])
  calls.length = 0
  expect((await call(origin, secret, 'GET', `/api/plans/${planId}/me`)).status).toBe(200)
  expect(calls).toEqual(['findGrant'])
})

/** A storage that remembers what was called; being seen is written down by a timer, whenever that comes. */
function countedStorage(): { readonly storage: Storage; readonly calls: string[] } {
  const calls: string[] = []
  const storage = new Proxy(memoryStorage(), {
    get: (target, name: keyof Storage) => {
      if (name !== 'markSeen' && name !== 'forgetReplaced') calls.push(name)
      return target[name]
    },
  })
  return { storage, calls }
}
