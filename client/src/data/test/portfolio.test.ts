/** The plans of a device as a list of many, with a real relay and a disk: kept fresh, kept cheap, kept to oneself. */
import {
  acceptOffer,
  addMilestone,
  makeOffer,
  offerDays,
  writeAs,
  readPlan,
  setGoLive,
  setMilestoneDue,
  setMilestoneEstimate,
  setText,
  type MilestoneId,
} from '@milepost/plan'
import { parsePlanLink, type PlanId, type PlanLink } from '@milepost/protocol'
import type { LocalDate } from '@milepost/schedule'
import { Dexie } from 'dexie'
import { expect, test } from 'vitest'
import type { Device } from '../device.ts'
import type { PortfolioShelf } from '../portfolio-shelf.ts'
import { DATABASE_NAME, STORES } from '../storage/rows.ts'
import { until } from '../testing/until.ts'
import { browsersOfRelay } from './relay-browsers.ts'

const TODAY = '2026-06-17' as LocalDate
const SELLER = { company: 'Quillmark', side: 'seller', role: 'Account executive', name: 'Maya' } as const

const { browser } = browsersOfRelay()

async function aPlan(device: Device, title = 'Numbers match'): Promise<PlanId> {
  const planId = await device.createPlan((doc) => {
    setText(doc, { in: 'meta', field: 'title' }, title)
    const id = addMilestone(doc, { title: 'Live' }) as MilestoneId
    setMilestoneEstimate(doc, id, 5)
    setMilestoneDue(doc, id, '2030-01-07' as LocalDate)
    setGoLive(doc, id)
    const offer = makeOffer(doc, offerDays(readPlan(doc), TODAY))
    const buyer = { side: 'buyer', name: 'Dana', personId: null } as const
    if (offer !== null) writeAs(doc, { author: buyer }, () => acceptOffer(doc, offer))
  }, SELLER)
  return planId
}

/** Maya's plans, and a manager's device that was given a link to each and has opened none. */
async function manager(titles: readonly string[]) {
  const maya = browser()
  const seller = await maya.tab()
  const links: PlanLink[] = []
  for (const title of titles) {
    const planId = await aPlan(seller, title)
    await until(() => seller.plans.get().find((plan) => plan.planId === planId)?.waiting === 0, 'sent')
    // A link for reading is enough.
    const right = links.length === 2 ? 'view' : 'edit'
    const grant = { right, side: 'seller', role: 'Sales manager', name: 'Kofi' } as const
    const made = await seller.sharing(planId).createGrant(grant)
    const link = typeof made === 'string' ? made : parsePlanLink(made.url)
    if (typeof link === 'string') throw new Error(link)
    links.push(link)
  }
  const theirs = browser()
  // The links were kept two minutes ago: what was just opened is always looked at once more.
  let since = -120_000
  const device = await theirs.tab({ now: () => Date.now() + since })
  for (const link of links) await device.keepLink(link)
  since = 0
  return { seller, maya, theirs, device, ids: links.map(({ planId }) => planId) }
}

const titles = ({ plans }: PortfolioShelf) =>
  [...plans.get().values()].map(({ glance }) => glance?.title ?? '').toSorted()

/** Time enough for anything that would begin by itself to have begun. */
async function turns(): Promise<void> {
  let left = 150
  await until(() => (left -= 1) < 0)
}

/** Until every plan was asked for, and how much was written in it. */
const fresh = (portfolio: PortfolioShelf, all: number) =>
  until(() => [...portfolio.plans.get().values()].filter(({ share }) => share !== null).length === all, 'all asked')

test('plans that were never opened come from the relay, and nobody is shown as present there', async () => {
  const { seller, device, ids } = await manager(['One', 'Two', 'Three'])
  const [planId] = ids as [PlanId]
  const watched = seller.openPlan(planId)
  await until(() => watched.status.get().relay === 'synced')
  let most = 0
  watched.awareness.on('change', () => (most = Math.max(most, watched.awareness.getStates().size)))
  const portfolio = await device.portfolio()
  expect(titles(portfolio)).toEqual([])
  const end = portfolio.watch()
  await fresh(portfolio, 3)
  expect(titles(portfolio)).toEqual(['One', 'Three', 'Two'])
  expect(
    device.plans
      .get()
      .map(({ title }) => title)
      .toSorted(),
  ).toEqual(['One', 'Three', 'Two'])
  expect(device.plans.get().every(({ openedAt, waiting }) => openedAt > 0 && waiting === 0)).toBe(true)
  expect(portfolio.plans.get().get(planId)?.glance?.goLive?.finish).toBe('2030-01-07')
  expect(portfolio.plans.get().get(planId)?.share).toEqual({ buyer: 0, seller: 1 })
  expect(most).toBeLessThanOrEqual(1)
  end()
})

test('what somebody else writes is in the list without anybody opening the plan, and is still news when it is opened', async () => {
  const { seller, theirs, device, ids } = await manager(['One'])
  const [planId] = ids as [PlanId]
  const mine = device.openPlan(planId)
  await until(() => mine.status.get().relay === 'synced')
  const look = (await mine.lookBack()).away
  const endLook = look.look(true)
  await look.flush()
  endLook()
  await theirs.close()

  const written = seller.openPlan(planId)
  await until(() => written.status.get().relay === 'synced')
  const [milestone] = readPlan(written.doc).milestones
  setMilestoneDue(written.doc, milestone?.id as MilestoneId, '2030-02-04' as LocalDate)
  await until(() => written.status.get().waiting === 0)

  const again = await theirs.tab()
  const portfolio = await again.portfolio()
  const end = portfolio.watch()
  await fresh(portfolio, 1)
  await until(() => portfolio.plans.get().get(planId)?.glance?.goLive?.finish === '2030-02-04')
  expect(again.plans.get()[0]?.goLive).toBe('2030-02-04')
  end()
  const opened = again.openPlan(planId)
  const { away } = await opened.lookBack()
  away.look(true)
  await until(() => (away.unread.get()?.changes.length ?? 0) > 0, 'the news')
})

test('a second start on the same day opens no document and asks nobody', async () => {
  const { theirs, device } = await manager(['One', 'Two'])
  const portfolio = await device.portfolio()
  portfolio.watch()
  await fresh(portfolio, 2)
  const rows = [...portfolio.plans.get().values()]
  await theirs.close()

  let reads = 0
  let calls = 0
  const tab = await theirs.tab({
    fetch: () => {
      calls += 1
      return Promise.reject(new TypeError('no network'))
    },
  })
  const again = await tab.portfolio()
  expect(again.plans.get()).toEqual(new Map(rows.map((row) => [row.room, row])))
  const before = again.plans.get()
  again.plans.subscribe(() => (reads += 1))
  again.watch()
  await turns()
  expect([reads, calls, again.plans.get() === before]).toEqual([0, 0, true])
})

test('what lies on the disk has been looked at before anybody may order it', async () => {
  const { theirs, device } = await manager(['One', 'Two', 'Three'])
  const portfolio = await device.portfolio()
  portfolio.watch()
  await fresh(portfolio, 3)
  await theirs.close()
  theirs.unplug()
  const tab = await theirs.tab({ now: () => Date.now() + 3 * 86_400_000 })
  const again = await tab.portfolio()
  let isLooked = false
  void again.looked.then(() => (isLooked = true))
  await turns()
  expect(isLooked).toBe(false)
  again.watch()
  await again.looked
  const days = [...again.plans.get().values()].map(({ glance }) => glance?.day)
  expect(new Set(days).size).toBe(1)
  expect(days[0]).not.toBe([...portfolio.plans.get().values()][0]?.glance?.day)
})

test('another day is another glance, from the disk alone, and one more number in the record of days', async () => {
  const { theirs, device } = await manager(['One'])
  const portfolio = await device.portfolio()
  portfolio.watch()
  await fresh(portfolio, 1)
  const [row] = [...portfolio.plans.get().values()]
  await theirs.close()
  theirs.unplug()
  const tab = await theirs.tab({ now: () => Date.now() + 3 * 86_400_000 })
  const again = await tab.portfolio()
  again.watch()
  await until(() => [...again.plans.get().values()][0]?.glance?.day !== row?.glance?.day)
  await until(() => again.refreshing.get().state === 'unreachable', 'says that the relay is away')
  const [next] = [...again.plans.get().values()]
  expect(next?.trend.map(({ day }) => day)).toEqual([row?.glance?.day, next?.glance?.day])
  expect(next?.trend.map(({ off }) => off)).toEqual([0, 0])
})

test('an open plan is glanced at as it changes', async () => {
  const one = browser()
  const device = await one.tab()
  const planId = await aPlan(device)
  const portfolio = await device.portfolio()
  const session = device.openPlan(planId)
  await until(() => session.loaded.get() === 'loaded')
  setText(session.doc, { in: 'meta', field: 'title' }, 'Renamed')
  const before = portfolio.plans.get().get(planId)?.glance?.title
  session.release()
  await until(() => portfolio.plans.get().get(planId)?.glance?.title === 'Renamed', 'the glance')
  expect(before).not.toBe('Renamed')
})

test('value and archive are kept beside the plan, seen by another tab, and never sent', async () => {
  const { theirs, device, ids } = await manager(['One'])
  const [planId] = ids as [PlanId]
  const portfolio = await device.portfolio()
  const other = await (await theirs.tab()).portfolio()
  const sent = theirs.sent.length
  expect(await portfolio.setValue(planId, 210_000)).toBe(true)
  expect(await portfolio.setArchived(planId, true)).toBe(true)
  await until(() => other.plans.get().get(planId)?.archived === true)
  expect(other.plans.get().get(planId)?.value).toBe(210_000)
  expect(theirs.sent.length).toBe(sent)
  // What is archived is not asked for.
  portfolio.watch()
  await turns()
  expect(portfolio.plans.get().get(planId)?.askedAt).toBe(0)
  await portfolio.setValue(planId, -3)
  expect(portfolio.plans.get().get(planId)?.value).toBe(0)
  await portfolio.setValue(planId, null)
  expect(portfolio.plans.get().get(planId)?.value).toBeNull()
})

test('a plan that is removed takes its row along, here and in other tabs', async () => {
  const { theirs, device, ids } = await manager(['One'])
  const [planId] = ids as [PlanId]
  const portfolio = await device.portfolio()
  const other = await (await theirs.tab()).portfolio()
  portfolio.watch()
  await fresh(portfolio, 1)
  await until(() => other.plans.get().size === 1)
  await device.removePlan(planId)
  await until(() => portfolio.plans.get().size === 0 && other.plans.get().size === 0)
  expect((await (await theirs.tab()).portfolio()).plans.get().size).toBe(0)
})

test('a plan that is removed while it is asked about leaves nothing on the disk', async () => {
  const { theirs, device, ids } = await manager(['One', 'Two'])
  const portfolio = await device.portfolio()
  portfolio.watch()
  await until(() => portfolio.refreshing.get().state === 'asking')
  for (const planId of ids) await device.removePlan(planId)
  await until(() => portfolio.refreshing.get().state === 'resting')
  await turns()
  await theirs.close()
  const dexie = new Dexie(DATABASE_NAME, { indexedDB: theirs.disk.indexedDB, IDBKeyRange: theirs.disk.IDBKeyRange })
  await dexie.open()
  const left = await Promise.all(
    ['plans', 'updates', 'snapshots', 'portfolio', 'links'].map((name) => dexie.table(name).count()),
  )
  dexie.close()
  expect(left).toEqual([0, 0, 0, 0, 0])
})

test('without a disk it lasts as long as the tab, and says so', async () => {
  const device = await browser().tab({ indexedDB: undefined })
  const planId = await aPlan(device)
  const portfolio = await device.portfolio()
  expect(await portfolio.setValue(planId, 5)).toBe(false)
  expect(portfolio.plans.get().get(planId)?.value).toBe(5)
})

test('a row that cannot be read stops no other; an odd glance is taken anew and leaves the value', async () => {
  const one = browser()
  const device = await one.tab()
  const [a, b] = [await aPlan(device, 'A'), await aPlan(device, 'B')]
  const portfolio = await device.portfolio()
  await portfolio.setValue(a, 7)
  await portfolio.setValue(b, 8)
  await one.close()
  const dexie = new Dexie(DATABASE_NAME, { indexedDB: one.disk.indexedDB, IDBKeyRange: one.disk.IDBKeyRange })
  await dexie.open()
  await dexie.table('portfolio').update(a, { glance: { title: 3 }, trend: 'x' })
  await dexie.table('portfolio').put({ room: 'no plan id', value: 'much' })
  dexie.close()
  const again = await (await one.tab()).portfolio()
  expect([again.plans.get().get(a)?.value, again.plans.get().get(b)?.value]).toEqual([7, 8])
  expect(again.plans.get().get(a)).toMatchObject({ glance: null, trend: [] })
  again.watch()
  await until(() => titles(again).join() === 'A,B')
})

test('a device of an older version is taken over as it is', async () => {
  const here = browser()
  const dexie = new Dexie(DATABASE_NAME, { indexedDB: here.disk.indexedDB, IDBKeyRange: here.disk.IDBKeyRange })
  const { portfolio: _, ...older } = STORES
  dexie.version(2).stores(older)
  await dexie.open()
  await dexie.table('settings').put({ key: 'me', value: SELLER })
  dexie.close()
  const tab = await here.tab()
  expect(tab.me.get()).toEqual(SELLER)
  expect(await (await tab.portfolio()).setValue(await aPlan(tab), 3)).toBe(true)
})
