/** An open plan held against what it was, with a real relay and a disk: what the relay had, and what a merge did not keep. */
import { addMilestone, readPlan, setMilestoneDue, takeBack, type MilestoneId, type PlanDoc } from '@milepost/plan'
import { parsePlanLink, type PlanId, type PlanLink } from '@milepost/protocol'
import type { LocalDate } from '@milepost/schedule'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Device } from '../device.ts'
import type { PlanSession } from '../plan-session.ts'
import { until } from '../testing/until.ts'
import { testBrowser, type TestBrowser } from './browser.ts'
import { startRelayProcess, type RelayProcess } from './relay-process.mjs'

let relay: RelayProcess
const browsers: TestBrowser[] = []
beforeAll(async () => {
  relay = await startRelayProcess()
})
afterEach(async () => {
  for (const browser of browsers.splice(0)) await browser.close()
})
afterAll(() => relay.close())

function browser(): TestBrowser {
  const made = testBrowser(relay.origin)
  browsers.push(made)
  return made
}

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
    for (const each of browsers.splice(0)) await each.close()
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
function keptSettings({ disk }: TestBrowser): Promise<readonly string[]> {
  return new Promise((resolve) => {
    const opening = disk.indexedDB.open('milepost')
    opening.addEventListener('success', () => {
      const keys = opening.result.transaction('settings').objectStore('settings').getAllKeys()
      keys.addEventListener('success', () => {
        opening.result.close()
        resolve(keys.result.map(String).filter((key) => key.includes(':')))
      })
    })
  })
}
