/** A page that only reads, against a real relay: what comes by the link alone, and what the device takes over. */
import { addMilestone, readPlan, setText } from '@milepost/plan'
import { parsePlanId, parsePlanLink, type PlanId, type PlanLink } from '@milepost/protocol'
import { afterEach, expect, test } from 'vitest'
import { manualTimers } from '../../sync/testing/manual-timers.ts'
import type { Device } from '../device.ts'
import type { PlanReading } from '../glance.ts'
import { openReading, type OpenReading, type ReadingOptions } from '../open-reading.ts'
import type { PlanSession } from '../plan-session.ts'
import { until } from '../testing/until.ts'
import type { TestBrowser } from './browser.ts'
import { browsersOfRelay } from './relay-browsers.ts'

const ME = { company: 'Quillmark', side: 'seller', role: 'Account executive', name: 'Maya' } as const

const { browser } = browsersOfRelay()
const readings: OpenReading[] = []
afterEach(() => {
  for (const reading of readings.splice(0)) reading.stop()
})

/** Maya's plan on the relay, and Dana's link to read it. */
async function aPlan(): Promise<{ maya: PlanSession; device: Device; link: PlanLink }> {
  const device = await browser().tab()
  const planId = await device.createPlan((doc) => {
    setText(doc, { in: 'meta', field: 'title' }, 'Invoices that match')
    addMilestone(doc, { title: 'Numbers match' })
  }, ME)
  const maya = device.openPlan(planId)
  await until(() => maya.status.get().relay === 'synced')
  const made = await device.sharing(planId).createGrant({ right: 'view', side: 'buyer', role: 'CFO', name: 'Dana' })
  const link = typeof made === 'string' ? made : parsePlanLink(made.url)
  if (typeof link === 'string') throw new Error(link)
  return { maya, device, link }
}

function read(at: TestBrowser, options: Partial<ReadingOptions> & { planId: PlanId }): OpenReading {
  const reading = openReading({
    link: null,
    world: at.world,
    openDevice: () => at.tab(),
    drawn,
    isAppHere: false,
    ...options,
  })
  readings.push(reading)
  return reading
}

const drawn = () => Promise.resolve()
const byLink = (at: TestBrowser, link: PlanLink, more: Partial<ReadingOptions> = {}) =>
  read(at, { planId: link.planId, link, ...more })
const shown = ({ plan }: OpenReading): PlanReading => {
  const now = plan.get()
  if (now === null) throw new Error('nothing is shown')
  return now
}
const titleOf = (reading: OpenReading) => readPlan(shown(reading).doc).title
const isHere = (reading: OpenReading) => () => reading.plan.get()?.loaded.get() === 'loaded'

test('a new device shows the plan before its storage is there, and keeps it once it is', async () => {
  const { maya, link } = await aPlan()
  const place = browser()
  let bring = () => {}
  const coming = new Promise<void>((resolve) => (bring = resolve))
  let asked = 0
  let draw = () => {}
  const painting = new Promise<void>((resolve) => (draw = resolve))
  const reading = byLink(place, link, {
    drawn: () => painting,
    openDevice: async () => {
      asked += 1
      await coming
      return place.tab()
    },
  })
  expect(asked).toBe(0)
  await until(isHere(reading))
  expect([titleOf(reading), shown(reading).status.get().kept, asked]).toEqual(['Invoices that match', 'memoryOnly', 0])
  // It asks for the plan and answers nothing: a reader's document never leaves.
  expect(place.sent.filter(([type, step]) => type === 0 && step !== 0)).toEqual([])
  draw()
  await until(() => asked === 1)
  expect(shown(reading).access.get()).toMatchObject({ known: true, right: 'view', name: 'Dana', canEdit: false })

  // What is told meanwhile is shown, and what the device has of it comes after that, never before.
  setText(maya.doc, { in: 'meta', field: 'title' }, 'Invoices match')
  await until(() => titleOf(reading) === 'Invoices match')
  const seen = new Set<string>()
  reading.plan.subscribe(() => seen.add(titleOf(reading)))
  bring()
  await until(() => shown(reading).status.get().kept === 'kept')
  expect([...seen]).toEqual(['Invoices match'])
  setText(maya.doc, { in: 'meta', field: 'title' }, 'They match')
  await until(() => titleOf(reading) === 'They match')
})

test('what was read once opens without a network, by its link and by its bare address', async () => {
  const { link } = await aPlan()
  const place = browser()
  const first = byLink(place, link)
  await until(isHere(first))
  await until(() => shown(first).status.get().kept === 'kept' && shown(first).status.get().relay === 'synced')
  await first.device.get()?.flush()
  first.stop()
  place.unplug()
  for (const again of [byLink(place, link), read(place, { planId: link.planId })]) {
    await until(isHere(again))
    expect(titleOf(again)).toBe('Invoices that match')
  }
})

test('an address without a link, of a plan that is not here, says so', async () => {
  const reading = read(browser(), { planId: parsePlanId('aaaaaaaaaaaaaaaaaaaaa') as PlanId })
  await until(() => reading.problem.get() === 'no-link')
  expect(reading.plan.get()).toBe(null)
})

test('a revoked link shows nothing of the plan and says why', async () => {
  const { device, link } = await aPlan()
  const sharing = device.sharing(link.planId)
  await sharing.refresh()
  const grant = sharing.grants.get()?.find(({ right }) => right === 'view')
  if (grant === undefined) throw new Error('no such link')
  await sharing.revoke(grant.id)
  const reading = byLink(browser(), link)
  await until(() => reading.plan.get()?.status.get().refusal === 'revoked')
  expect(shown(reading).loaded.get()).toBe('empty')
})

test('revoked while somebody reads: the page stays, and nothing new comes', async () => {
  const { maya, device, link } = await aPlan()
  const place = browser()
  const reading = byLink(place, link)
  await until(isHere(reading))
  await until(() => shown(reading).status.get().relay === 'synced')
  const sharing = device.sharing(link.planId)
  await sharing.refresh()
  const grant = sharing.grants.get()?.find(({ right }) => right === 'view')
  if (grant === undefined) throw new Error('no such link')
  await sharing.revoke(grant.id)
  await until(() => shown(reading).status.get().refusal === 'revoked')
  setText(maya.doc, { in: 'meta', field: 'title' }, 'Not for her')
  await until(() => maya.status.get().relay === 'synced')
  expect(titleOf(reading)).toBe('Invoices that match')
})

test('a plan that this device has from another relay is not shown as that one', async () => {
  const { link } = await aPlan()
  const place = browser()
  const device = await place.tab()
  await device.keepLink({ ...link, origin: 'https://elsewhere.example' })
  const reading = byLink(place, link, { openDevice: async () => device })
  await until(() => reading.problem.get() !== null)
  expect(reading.problem.get()).toBe('other-relay')
})

test('a relay that does not answer is not waited for: what is kept here comes in, at once where the app is here', async () => {
  const { link } = await aPlan()
  const place = browser()
  const timers = manualTimers()
  const world = { ...place.world, timers, fetch: () => new Promise<Response>(() => {}) }
  let asked = 0
  const openDevice = () => {
    asked += 1
    return place.tab()
  }
  byLink(place, link, { world, openDevice })
  expect(asked).toBe(0)
  timers.pass(3_000)
  expect(asked).toBe(1)
  byLink(place, link, { world, openDevice, isAppHere: true })
  expect(asked).toBe(2)
})

test('an open device’s part that cannot be fetched takes nothing away, and is asked for again', async () => {
  const { maya, link } = await aPlan()
  const place = browser()
  let asked = 0
  const reading = byLink(place, link, {
    openDevice: () => {
      asked += 1
      return asked === 1 ? Promise.reject(new Error('no network')) : place.tab()
    },
  })
  await until(isHere(reading))
  setText(maya.doc, { in: 'meta', field: 'title' }, 'Still live')
  await until(() => titleOf(reading) === 'Still live')
  place.unplug()
  place.plugIn()
  await until(() => shown(reading).status.get().kept === 'kept')
  expect(asked).toBe(2)
})
