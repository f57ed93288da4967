import { newCapability, parsePlanId, type PlanId } from '@milepost/protocol'
import { afterEach, describe, expect, test } from 'vitest'
import { manualTimers } from '../../sync/testing/manual-timers.ts'
import { faultyIndexedDb, type FaultyIndexedDb } from '../testing/faulty-indexed-db.ts'
import { until } from '../testing/until.ts'
import { createDatabase } from './database.ts'
import { openDeviceRows } from './device-rows.ts'
import type { LinkRow, PlanRow } from './rows.ts'
import type { TabWord } from './update-log.ts'

const ID = parsePlanId('AAAAAAAAAAAAAAAAAAAAA') as PlanId
const OTHER = parsePlanId('BBBBBBBBBBBBBBBBBBBBB') as PlanId

const plan = (planId: PlanId, more: Partial<PlanRow> = {}): PlanRow => ({
  planId,
  relay: 'https://relay.example',
  sample: false,
  draftOf: null,
  made: null,
  registered: true,
  epoch: null,
  discussionEpoch: null,
  createdAt: 1,
  openedAt: 1,
  lastSyncedAt: null,
  refusal: null,
  loweredFrom: null,
  title: 'A plan',
  buyer: '',
  seller: '',
  goLive: null,
  ...more,
})

const link = (planId: PlanId, more: Partial<LinkRow> = {}): LinkRow => ({
  planId,
  capability: newCapability(),
  page: 'plan',
  keptAt: 1,
  grantId: null,
  right: null,
  side: null,
  role: '',
  name: '',
  roleId: null,
  personId: null,
  refusal: null,
  ...more,
})

const open: (() => void)[] = []
afterEach(() => open.splice(0).forEach((close) => close()))

function browser(disk: FaultyIndexedDb = faultyIndexedDb()) {
  const ears = new Set<(word: TabWord) => void>()
  return {
    disk,
    async tab() {
      const timers = manualTimers()
      const database = createDatabase({ ...disk, timers })
      const rows = await openDeviceRows({
        database,
        timers,
        openChannel: (_name, hear) => {
          ears.add(hear)
          return {
            send: (word) => ears.forEach((ear) => ear !== hear && ear(word)),
            close: () => void ears.delete(hear),
          }
        },
      })
      const close = () => {
        rows.close()
        database.close()
      }
      open.push(close)
      return { rows, database, timers, close }
    },
  }
}

test('rows are there after a reload, and in the other tab', async () => {
  const { tab } = browser()
  const [one, two] = [await tab(), await tab()]
  one.rows.putPlan(plan(ID))
  const kept = link(ID)
  one.rows.putLink(kept)
  one.rows.putSetting('folded', ['m1'])
  await until(() => two.rows.links(ID).length === 1)
  expect(two.rows.setting('folded')).toEqual(['m1'])
  one.close()
  const again = await tab()
  expect(again.rows.plan(ID)).toEqual(plan(ID))
  expect(again.rows.links(ID)).toEqual([kept])
})

test('two tabs that change one plan keep both changes', async () => {
  const { tab } = browser()
  const [one, two] = [await tab(), await tab()]
  one.rows.putPlan(plan(ID))
  await until(() => two.rows.plan(ID) !== null)
  one.rows.patchPlan(ID, { title: 'Another title' })
  two.rows.patchPlan(ID, { lastSyncedAt: 7 })
  await Promise.all([one.rows.flush(), two.rows.flush()])
  const both = plan(ID, { title: 'Another title', lastSyncedAt: 7 })
  await until(() => one.rows.plan(ID)?.lastSyncedAt === 7 && two.rows.plan(ID)?.title === both.title)
  expect((await tab()).rows.plan(ID)).toEqual(both)
})

test('what was known already is no change: no screen and no other tab hears of it', async () => {
  const { tab } = browser()
  const [one, two] = [await tab(), await tab()]
  one.rows.putPlan(plan(ID))
  const kept = link(ID, { right: 'edit' })
  one.rows.putLink(kept)
  await one.rows.flush()
  await until(() => two.rows.links(ID).length === 1)
  const links = one.rows.links(ID)
  let told = 0
  for (const { rows } of [one, two]) rows.subscribe(() => (told += 1))
  one.rows.patchPlan(ID, { refusal: null, title: 'A plan' })
  one.rows.patchLink(kept, { right: 'edit', refusal: null })
  await one.rows.flush()
  expect([told, one.rows.links(ID) === links]).toEqual([0, true])
  one.rows.patchLink(kept, { right: 'comment' })
  expect([told, one.rows.links(ID)[0]?.right]).toEqual([1, 'comment'])
  await until(() => two.rows.links(ID)[0]?.right === 'comment')
})

test('a plan takes its links and secrets along, and nobody else’s', async () => {
  const { tab } = browser()
  const { rows } = await tab()
  for (const planId of [ID, OTHER]) {
    rows.putPlan(plan(planId))
    rows.putLink(link(planId))
    rows.putSecret({ planId, grantId: 'g', capability: newCapability(), page: 'plan' })
  }
  rows.dropPlan(ID)
  await rows.flush()
  const again = await tab()
  expect([again.rows.plan(ID), again.rows.links(ID), again.rows.secrets(ID)]).toEqual([null, [], []])
  expect(again.rows.plans()).toHaveLength(1)
  expect([...again.rows.links(OTHER), ...again.rows.secrets(OTHER)]).toHaveLength(2)
})

describe('without storage', () => {
  test('everything works in memory, and is written once there is one', async () => {
    const { tab, disk } = browser()
    disk.failOpen(Infinity)
    const one = await tab()
    expect(one.rows.storage.get()).toBe('memoryOnly')
    one.rows.putPlan(plan(ID))
    one.rows.patchPlan(ID, { title: 'In memory' })
    await one.rows.flush()
    expect(one.rows.plan(ID)?.title).toBe('In memory')
    disk.failOpen(0)
    await until(() => (one.timers.pass(1_000), one.rows.storage.get() === 'kept'))
    await one.rows.flush()
    one.close()
    expect((await tab()).rows.plan(ID)?.title).toBe('In memory')
  })
})

describe('a disk that lies', () => {
  test('odd rows are passed over, odd fields get defaults', async () => {
    const { tab } = browser()
    const one = await tab()
    await one.database
      .dexie()
      .table('plans')
      .bulkPut([
        { planId: 'short', relay: 'x' },
        { planId: ID, relay: 7 },
        {
          ...plan(OTHER),
          title: 12,
          goLive: 'soon',
          refusal: 'tired',
          loweredFrom: 'king',
          openedAt: Number.NaN,
          extra: true,
        },
      ])
    await one.database
      .dexie()
      .table('links')
      .bulkPut([
        { ...link(OTHER), capability: 'too short' },
        { ...link(OTHER), right: 'owner', page: 'x', side: 'both' },
      ])
    one.close()
    const { rows } = await tab()
    expect(rows.plans()).toEqual([plan(OTHER, { title: '', openedAt: 0 })])
    expect(rows.links(OTHER)).toMatchObject([{ right: null, page: 'plan', side: null }])
  })
})
