/**
 * An open plan held against what it was, with a real relay and a disk: what the relay had, what a merge did not keep, and
 * what others changed while nobody looked.
 */
import {
  addMilestone,
  readPlan,
  setMilestoneDue,
  setText,
  spliceText,
  takeBack,
  textOf,
  type MilestoneId,
  type PlanDoc,
} from '@milepost/plan'
import { parsePlanLink, type PlanId, type PlanLink } from '@milepost/protocol'
import type { LocalDate } from '@milepost/schedule'
import { expect, test } from 'vitest'
import type { Device } from '../device.ts'
import type { PlanSession } from '../plan-session.ts'
import { until } from '../testing/until.ts'
import type { TestBrowser } from './browser.ts'
import { browsersOfRelay } from './relay-browsers.ts'

const { browser, closeBrowsers } = browsersOfRelay()

const relayState = ({ status }: PlanSession) => status.get().relay
const synced = (...sessions: readonly PlanSession[]) =>
  until(() => sessions.every((session) => relayState(session) === 'synced'), 'synced')
const dueIn = (doc: PlanDoc | null) => doc && readPlan(doc).milestones[0]?.due
const first = ({ doc }: { readonly doc: PlanDoc }) => readPlan(doc).milestones[0]?.id as MilestoneId
const promise = (session: PlanSession, day: string) => setMilestoneDue(session.doc, first(session), day as LocalDate)

/** Maya's plan, and Dana's link to it. */
async function aPlan(): Promise<{ planId: PlanId; mine: PlanSession; link: PlanLink }> {
  const seller = await browser().tab()
  const planId = await seller.createPlan((doc) => void addMilestone(doc, { title: 'Numbers match' }), {
    company: 'Quillmark',
    side: 'seller',
    role: 'Account executive',
    name: 'Maya',
  })
  const mine = seller.openPlan(planId)
  await synced(mine)
  const made = await seller.sharing(planId).createGrant({ right: 'edit', side: 'buyer', role: 'CFO', name: 'Dana' })
  const link = typeof made === 'string' ? made : parsePlanLink(made.url)
  if (typeof link === 'string') throw new Error(link)
  return { planId, mine, link }
}

async function join(device: Device, link: PlanLink): Promise<PlanSession> {
  await device.keepLink(link)
  const session = device.openPlan(link.planId)
  await synced(session)
  // As the page does, a moment after what came by the link is on screen.
  await session.lookBack()
  return session
}

test('what the relay had is read from the disk while changes wait, also after a reload', async () => {
  const { planId, mine, link } = await aPlan()
  const danas = browser()
  const tab = await danas.tab()
  const theirs = await join(tab, link)
  const relayHad = async (session: PlanSession) => (await session.lookBack()).relayHad()
  promise(theirs, '2026-06-30')
  await synced(theirs)
  danas.unplug()
  promise(theirs, '2026-07-08')
  const before = await relayHad(theirs)
  expect([dueIn(before), dueIn(theirs.doc)]).toEqual(['2026-06-30', '2026-07-08'])
  expect(before && addMilestone(before, { title: 'into the past' })).toBeNull()
  await danas.close()

  const again = (await danas.tab()).openPlan(planId)
  await until(() => again.loaded.get() === 'loaded')
  const later = await relayHad(again)
  expect(takeBack(again.doc, later!, { list: 'milestones', id: first(again), field: 'due' })).toBe('changed')
  expect(dueIn(again.doc)).toBe('2026-06-30')
  danas.plugIn()
  await synced(again)
  expect(dueIn(await relayHad(again))).toBe('2026-06-30')
  await until(() => dueIn(mine.doc) === '2026-06-30')
})

test('where nothing is kept, nobody knows what the relay had', async () => {
  const { link } = await aPlan()
  const theirs = await join(await browser().tab({ indexedDB: undefined }), link)
  expect(await (await theirs.lookBack()).relayHad()).toBeNull()
})

/** Both promise another day while Dana is offline. Answers who was told: one of the two, whoever it is. */
async function bothMoved() {
  const { planId, mine, link } = await aPlan()
  const danas = browser()
  const theirs = await join(await danas.tab(), link)
  danas.unplug()
  promise(theirs, '2026-07-08')
  promise(mine, '2026-07-09')
  await synced(mine)
  danas.plugIn()
  await synced(theirs)
  await until(() => dueIn(mine.doc) === dueIn(theirs.doc))
  return { planId, mine, theirs, danas }
}

const openIn = async (session: PlanSession) => (await session.lookBack()).overruled.open.get()

/** Until Dana is the one whose day lost: which one it is, no one decides. */
async function danaLost() {
  for (;;) {
    const moved = await bothMoved()
    if (dueIn(moved.theirs.doc) === '2026-07-09') return moved
    await closeBrowsers()
  }
}

test('the one whose day is not shown is told, and nobody else; after a reload still', async () => {
  const { planId, mine, theirs, danas } = await danaLost()
  expect(await openIn(theirs)).toMatchObject([
    { in: 'milestones', field: 'due', mine: '2026-07-08', shown: '2026-07-09', by: { name: 'Maya' } },
  ])
  expect(await openIn(mine)).toEqual([])
  await danas.close()
  danas.unplug()
  const again = (await danas.tab()).openPlan(planId)
  await until(() => again.loaded.get() === 'loaded')
  const [note] = await openIn(again)
  expect(note).toMatchObject({ mine: '2026-07-08', shown: '2026-07-09' })
  expect((await again.lookBack()).overruled.keepMine(note!)).toBe('changed')
  expect(dueIn(again.doc)).toBe('2026-07-08')
  expect(await openIn(again)).toEqual([])
  danas.plugIn()
  await until(() => dueIn(mine.doc) === '2026-07-08')
  again.undo.undo()
  expect(dueIn(again.doc)).toBe('2026-07-09')
})

test('one answer ends it in every tab, also in one that is opened later, and it is not told again', async () => {
  const { planId, theirs, danas } = await danaLost()
  const other = (await danas.tab()).openPlan(planId)
  await synced(other)
  await until(async () => (await openIn(other)).length === 1)
  const { overruled } = await theirs.lookBack()
  overruled.dismiss(overruled.open.get()[0]!)
  expect(overruled.open.get()).toEqual([])
  await until(async () => (await openIn(other)).length === 0)
  expect(dueIn(other.doc)).toBe('2026-07-09')
  await danas.close()
  const later = (await danas.tab()).openPlan(planId)
  await synced(later)
  expect(await openIn(later)).toEqual([])
})

test('somebody’s next change settles it; nothing of it stays once the plan is removed', async () => {
  const { planId, mine, theirs } = await danaLost()
  promise(mine, '2026-07-20')
  await until(() => dueIn(theirs.doc) === '2026-07-20')
  expect(await openIn(theirs)).toEqual([])

  const again = await danaLost()
  const device = await again.danas.tab()
  expect(planId).not.toBe(again.planId)
  await device.flush()
  expect(await keptSettings(again.danas)).toContain(`overruled:${again.planId}`)
  await device.removePlan(again.planId)
  expect(await keptSettings(again.danas)).toEqual([])
})

/** The names under which something of a plan lies among the disk's settings. */
async function keptSettings(of: TestBrowser): Promise<readonly string[]> {
  return (await keysIn(of, 'settings')).filter((key) => key.includes(':'))
}

function keysIn({ disk }: TestBrowser, table: string): Promise<readonly string[]> {
  return new Promise((resolve) => {
    const opening = disk.indexedDB.open('milepost')
    opening.addEventListener('success', () => {
      const keys = opening.result.transaction(table).objectStore(table).getAllKeys()
      keys.addEventListener('success', () => {
        opening.result.close()
        resolve(keys.result.map(String))
      })
    })
  })
}

/** What is unread, in short: "due Maya". */
async function unreadIn(session: PlanSession): Promise<readonly string[]> {
  const { away } = await session.lookBack()
  const names = away.unread.get()?.changes.map(({ list, field, by }) => `${field ?? list} ${by?.name ?? '?'}`)
  return (names ?? []).toSorted()
}

/** Dana looks at the plan, and has seen what there is. */
async function looks(session: PlanSession): Promise<() => void> {
  const { away } = await session.lookBack()
  const end = away.look(true)
  await synced(session)
  await away.flush()
  return end
}

async function danaLooks() {
  const { planId, mine, link } = await aPlan()
  const danas = browser()
  const tab = await danas.tab()
  const theirs = await join(tab, link)
  const stopLooking = await looks(theirs)
  return { planId, mine, danas, tab, theirs, stopLooking }
}

const arrived = (session: PlanSession, day: string) => until(() => dueIn(session.doc) === day)

test('what came while the app was closed is unread, by whom, until it is read; over a reload without a network too', async () => {
  const { planId, mine, danas } = await danaLooks()
  expect(await unreadIn(mine)).toEqual([])
  await danas.close()
  promise(mine, '2026-07-09')
  setText(mine.doc, { in: 'milestones', id: first(mine), field: 'title' }, 'Numbers match at all six plants')
  await synced(mine)

  const back = (await danas.tab()).openPlan(planId)
  await looks(back)
  await until(async () => (await unreadIn(back)).length > 0)
  expect(await unreadIn(back)).toEqual(['due Maya', 'title Maya'])
  const away = (await back.lookBack()).away.unread.get()!
  expect(readPlan(away.before).milestones[0]?.title).toBe('Numbers match')
  expect(away.changes.find(({ field }) => field === 'due')).toMatchObject({ before: null, now: '2026-07-09' })
  await danas.close()

  danas.unplug()
  const again = (await danas.tab()).openPlan(planId)
  await until(() => again.loaded.get() === 'loaded')
  const keeper = (await again.lookBack()).away
  keeper.look(true)
  await until(async () => (await unreadIn(again)).length > 0)
  expect(await unreadIn(again)).toEqual(['due Maya', 'title Maya'])
  expect(keeper.unread.get()!.since).toBe(away.since)
  await keeper.markRead()
  expect(await unreadIn(again)).toEqual([])
  await danas.close()
  danas.plugIn()
  const last = (await danas.tab()).openPlan(planId)
  await looks(last)
  expect(await unreadIn(last)).toEqual([])
})

test('what arrives while somebody looks was seen, what arrives behind a hidden page was not', async () => {
  const { mine, danas, theirs } = await danaLooks()
  const { away } = await theirs.lookBack()
  promise(mine, '2026-07-09')
  await arrived(theirs, '2026-07-09')
  danas.page('hidden')
  await away.flush()
  addMilestone(mine.doc, { title: 'Live in Berlin' })
  await until(() => readPlan(theirs.doc).milestones.length === 2)
  await away.flush()
  danas.page('shown')
  await until(async () => (await unreadIn(theirs)).length > 0)
  expect(await unreadIn(theirs)).toEqual(['milestones Maya'])
})

test('out of the relay’s reach with the page open is away too; one’s own work is no news, not even a word taken out', async () => {
  const { mine, danas, theirs } = await danaLooks()
  const title = { in: 'milestones', id: first(theirs), field: 'title' } as const
  danas.unplug()
  await until(() => relayState(theirs) === 'offline')
  spliceText(theirs.doc, title, 0, 8, '')
  addMilestone(theirs.doc, { title: 'From the train' })
  promise(mine, '2026-07-09')
  await synced(mine)
  danas.plugIn()
  await synced(theirs)
  await until(async () => (await unreadIn(theirs)).length > 0)
  expect(await unreadIn(theirs)).toEqual(['due Maya'])
  expect(textOf(theirs.doc, title)).toBe('match')
})

test('a look out of the relay’s reach is none at what others do: news are told since the last one in its reach', async () => {
  const DAY = 24 * 60 * 60 * 1000
  const monday = Date.now()
  let now = monday
  const { planId, mine, link } = await aPlan()
  const danas = browser()
  await looks(await join(await danas.tab({ now: () => now }), link))
  await danas.close()

  danas.unplug()
  now += 3 * DAY
  const away = (await danas.tab({ now: () => now })).openPlan(planId)
  await until(() => away.loaded.get() === 'loaded')
  const keeper = (await away.lookBack()).away
  keeper.look(true)
  addMilestone(away.doc, { title: 'From the train' })
  await keeper.flush()
  promise(mine, '2026-07-09')
  await synced(mine)
  now += DAY
  danas.plugIn()
  await synced(away)
  await until(async () => (await unreadIn(away)).length > 0)
  expect(keeper.unread.get()!.since).toBe(monday)
  expect(keeper.lastLook.get()!.at).toBe(monday)
})

test('one’s own work of a closed app and of another tab is no news, and what is read in one tab is read in both', async () => {
  const { planId, mine, danas, theirs } = await danaLooks()
  danas.unplug()
  await until(() => relayState(theirs) === 'offline')
  spliceText(theirs.doc, { in: 'milestones', id: first(theirs), field: 'title' }, 0, 8, '')
  await danas.close()
  const again = await danas.tab()
  const one = again.openPlan(planId)
  await until(() => one.loaded.get() === 'loaded')
  addMilestone(one.doc, { title: 'Before anybody looks' })
  danas.plugIn()
  await looks(one)
  const two = (await danas.tab()).openPlan(planId)
  await looks(two)
  addMilestone(two.doc, { title: 'In the other tab' })
  await until(() => readPlan(mine.doc).milestones.length === 3)
  danas.page('hidden')
  promise(mine, '2026-07-09')
  await arrived(one, '2026-07-09')
  await arrived(two, '2026-07-09')
  danas.page('shown')
  await until(async () => (await unreadIn(one)).length > 0 && (await unreadIn(two)).length > 0)
  expect([await unreadIn(one), await unreadIn(two)]).toEqual([['due Maya'], ['due Maya']])
  await (await one.lookBack()).away.markRead()
  await until(async () => (await unreadIn(two)).length === 0)
})

test('what was changed back meanwhile, or set by oneself, is no news any more', async () => {
  const { planId, mine, danas } = await danaLooks()
  await danas.close()
  promise(mine, '2026-07-09')
  addMilestone(mine.doc, { title: 'Live in Berlin' })
  await synced(mine)
  const back = (await danas.tab()).openPlan(planId)
  const end = await looks(back)
  await until(async () => (await unreadIn(back)).length === 2)
  promise(back, '2026-07-10')
  end()
  await (await back.lookBack()).away.flush()
  await danas.close()
  const later = (await danas.tab()).openPlan(planId)
  await looks(later)
  await until(async () => (await unreadIn(later)).length > 0)
  expect(await unreadIn(later)).toEqual(['milestones Maya'])
})

test('the first look at a plan, begun before it has arrived, has no news', async () => {
  const { link } = await aPlan()
  const device = await browser().tab()
  await device.keepLink(link)
  const theirs = device.openPlan(link.planId)
  const { away } = await theirs.lookBack()
  away.look(true)
  await until(() => theirs.loaded.get() === 'empty')
  await away.flush()
  await synced(theirs)
  await away.flush()
  expect(readPlan(theirs.doc).milestones).toHaveLength(1)
  expect(await unreadIn(theirs)).toEqual([])
})

test('without storage it works as long as the tab lives; the first look has no news', async () => {
  const { mine, link } = await aPlan()
  const danas = browser()
  const theirs = await join(await danas.tab({ indexedDB: undefined }), link)
  await looks(theirs)
  expect(await unreadIn(theirs)).toEqual([])
  danas.unplug()
  await until(() => relayState(theirs) === 'offline')
  promise(mine, '2026-07-09')
  await synced(mine)
  danas.plugIn()
  await until(async () => (await unreadIn(theirs)).length > 0)
  expect(await unreadIn(theirs)).toEqual(['due Maya'])
})

test('of a plan that was removed from this device, nothing stays that was seen of it', async () => {
  const { planId, danas, tab } = await danaLooks()
  expect(await keysIn(danas, 'seen')).toHaveLength(1)
  await tab.removePlan(planId)
  expect(await keysIn(danas, 'seen')).toEqual([])
})
