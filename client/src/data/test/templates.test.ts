/** One's own templates on the device: kept by version, seen by every tab, and edited as plans that never leave it. */
import { addMilestone, readPlan } from '@milepost/plan'
import { startPlan, templateById, type Template } from '@milepost/templates'
import { Dexie } from 'dexie'
import { afterEach, describe, expect, test } from 'vitest'
import type { Device } from '../device.ts'
import type { Me } from '../me.ts'
import { DATABASE_NAME, STORES } from '../storage/rows.ts'
import { until } from '../testing/until.ts'
import { testBrowser, type TestBrowser } from './browser.ts'

const SELLER: Me = { company: 'Quillmark', side: 'seller', role: 'Account executive', name: 'Maya' }
const BASE = templateById('one-team-first') as Template

const browsers: TestBrowser[] = []
afterEach(async () => {
  for (const browser of browsers.splice(0)) await browser.close()
})

function browser(): TestBrowser {
  // Nobody answers at port 1.
  const made = testBrowser('http://127.0.0.1:1')
  browsers.push(made)
  return made
}

const ours = (version: number, name = 'Ours'): Template => ({ ...BASE, id: 'ours', version, name })
const shown = async (device: Device) =>
  (await device.templates()).own
    .get()
    .map(({ newest, versions }) => `${newest.name} ${versions.map(({ template }) => template.version).join(' ')}`)

test('every version is kept, the newest is offered, and another tab sees it', async () => {
  const here = browser()
  const tab = await here.tab()
  const other = await here.tab()
  const shelf = await tab.templates()
  const there = (await other.templates()).own
  expect(await shelf.keep(ours(1))).toBe(true)
  expect(await shelf.keep(ours(2, 'Ours, better'))).toBe(true)
  expect(await shelf.keep({ ...BASE, id: 'another', name: 'Another' })).toBe(true)
  expect(await shown(tab)).toEqual(['Another 2', 'Ours, better 2 1'])
  await until(() => there.get().length === 2)
  expect(await shown(await here.tab())).toEqual(['Another 2', 'Ours, better 2 1'])
})

test('what was removed comes back with all its versions', async () => {
  const here = browser()
  const shelf = await (await here.tab()).templates()
  await shelf.keep(ours(1))
  await shelf.keep(ours(2))
  const undo = await shelf.remove('ours')
  expect(await shown(await here.tab())).toEqual([])
  await undo()
  expect(await shown(await here.tab())).toEqual(['Ours 2 1'])
})

test('a disk that takes nothing keeps them in this tab, and says so', async () => {
  const tab = await browser().tab({ indexedDB: undefined })
  const shelf = await tab.templates()
  expect(await shelf.keep(ours(1))).toBe(false)
  expect(await shown(tab)).toEqual(['Ours 1'])
  await shelf.remove('ours')
  expect(await shown(tab)).toEqual([])
})

describe('what lies on the disk', () => {
  async function written(here: TestBrowser, rows: readonly object[]) {
    const dexie = new Dexie(DATABASE_NAME, { indexedDB: here.disk.indexedDB, IDBKeyRange: here.disk.IDBKeyRange })
    await dexie.open()
    await dexie.table('templates').bulkPut([...rows])
    dexie.close()
  }

  test('is read row by row: an odd one stops no other', async () => {
    const here = browser()
    const shelf = await (await here.tab()).templates()
    await shelf.keep(ours(1))
    await written(here, [
      { id: 'ours', version: 2, keptAt: 1, template: { ...BASE, format: 'milepost-template/1' } },
      { id: 'odd', version: 1, keptAt: 1, template: 'hello' },
      { id: 'odd', version: 2 },
    ])
    expect(await shown(await here.tab())).toEqual(['Ours 1'])
  })

  test('of an app that knew no templates is taken over as it is', async () => {
    const here = browser()
    const dexie = new Dexie(DATABASE_NAME, { indexedDB: here.disk.indexedDB, IDBKeyRange: here.disk.IDBKeyRange })
    const { templates: _, ...older } = STORES
    dexie.version(1).stores(older)
    await dexie.open()
    await dexie.table('settings').put({ key: 'me', value: SELLER })
    dexie.close()
    const tab = await here.tab()
    expect(tab.me.get()).toEqual(SELLER)
    expect(await (await tab.templates()).keep(ours(1))).toBe(true)
  })
})

test('a template that is edited as a plan never leaves the device and stands in no list', async () => {
  const here = browser()
  const tab = await here.tab()
  const shelf = await tab.templates()
  const planId = await tab.createPlan(() => {}, SELLER, { sample: true, draftOf: 'ours' })
  const session = tab.openPlan(planId)
  await until(() => session.loaded.get() === 'loaded')
  expect([session.status.get().relay, session.access.get().canEdit]).toEqual(['local', true])
  expect(tab.plans.get()).toEqual([])
  expect(shelf.draftOf('ours')).toBe(planId)
  expect(shelf.templateOfDraft(planId)).toBe('ours')
  expect(await (await (await here.tab()).templates()).plans()).toEqual([])
  await tab.removePlan(planId)
  expect(shelf.draftOf('ours')).toBeNull()
})

test('every plan of the device is read to learn from, open or not; a sample is none', async () => {
  const here = browser()
  const tab = await here.tab()
  const start = { buyer: 'Halden Foods', seller: 'Quillmark', title: '', today: '2026-06-17' as never, goLive: null }
  const fill = (doc: Parameters<typeof startPlan>[0]) =>
    void startPlan(doc, BASE, { ...start, side: 'seller', by: { role: '', name: '' } })
  const open = await tab.createPlan(fill, SELLER)
  await tab.createPlan(() => {}, SELLER)
  await tab.createPlan(fill, SELLER, { sample: true })
  const session = tab.openPlan(open)
  await until(() => session.loaded.get() === 'loaded')
  addMilestone(session.doc, { title: 'Just written' })
  const plans = await (await tab.templates()).plans()
  expect(plans.map(({ milestones }) => milestones.length).toSorted()).toEqual([0, 9])
  expect(plans).toContain(readPlan(session.doc))
})
