/** Who wrote in a plan, from a real relay: the same answer for both sides and for readers, and the last one without a network. */
import { addComment, addMilestone, setText, type CommentDraft, type MilestoneId } from '@milepost/plan'
import { parsePlanLink, type GrantView, type PlanId } from '@milepost/protocol'
import { expect, test } from 'vitest'
import type { Device } from '../device.ts'
import { until } from '../testing/until.ts'
import type { Written } from '../written-record.ts'
import { browsersOfRelay } from './relay-browsers.ts'

const SELLER = { company: 'Quillmark', side: 'seller', role: 'Account executive', name: 'Dana' } as const
const DAY_MS = 24 * 60 * 60 * 1000

const { browser } = browsersOfRelay()

/** Dana's plan; the relay has it. */
async function danas() {
  const device = await browser().tab()
  const planId = await device.createPlan((doc) => {
    setText(doc, { in: 'meta', field: 'title' }, 'Numbers match')
    addMilestone(doc, { title: 'Live' })
  }, SELLER)
  await until(() => device.plans.get()[0]?.waiting === 0, 'sent')
  return { device, planId }
}

type Grant = Partial<Pick<GrantView, 'right' | 'side' | 'role' | 'name'>>

/** Somebody new with a link of their own, who has the plan open. */
async function joins(from: Device, planId: PlanId, grant: Grant) {
  const whole = { right: 'edit', side: 'buyer', role: 'AP Director', name: 'Ingrid', ...grant } as const
  const made = await from.sharing(planId).createGrant(whole)
  const link = typeof made === 'string' ? made : parsePlanLink(made.url)
  if (typeof link === 'string') throw new Error(link)
  const theirs = browser()
  const device = await theirs.tab()
  await device.keepLink(link)
  const session = device.openPlan(planId)
  await until(() => session.status.get().relay === 'synced', 'open')
  return { theirs, device, session }
}

async function asked(device: Device, planId: PlanId) {
  const record = await device.written(planId)
  await record.ask('now')
  return record
}

const names = (written: Written | null) => written?.writers.map(({ name, late }) => `${name} ${late}`).toSorted()

test('both sides and a reader are told the same; who only reads is in no list', async () => {
  const { device, planId } = await danas()
  const ingrid = await joins(device, planId, {})
  const astrid = await joins(device, planId, { right: 'view', role: 'CFO', name: 'Astrid' })
  addMilestone(ingrid.session.doc, { title: 'Agreed' })
  await until(() => ingrid.session.status.get().waiting === 0)
  const said = await Promise.all(
    [device, ingrid.device, astrid.device].map(async (each) => (await asked(each, planId)).written.get()?.writers),
  )
  expect(said[0]?.toSorted((a, b) => a.name.localeCompare(b.name))).toEqual([
    { side: 'seller', role: 'Account executive', name: 'Dana', late: 1, all: 1 },
    { side: 'buyer', role: 'AP Director', name: 'Ingrid', late: 1, all: 1 },
  ])
  expect(said[1]).toEqual(said[0])
  expect(said[2]).toEqual(said[0])
})

test('who only comments has written too, and a reader is not told who that is', async () => {
  const { device, planId } = await danas()
  const maya = await joins(device, planId, { right: 'comment', role: 'Legal', name: 'Maya' })
  const draft: CommentDraft = { on: { kind: 'milestone', id: 'x' as MilestoneId }, body: 'Which date?' }
  addComment(maya.session.discussion, draft)
  await until(() => maya.session.status.get().waiting === 0)
  expect(names((await asked(device, planId)).written.get())).toEqual(['Dana 1', 'Maya 1'])
  const astrid = await joins(device, planId, { right: 'view', role: 'CFO', name: 'Astrid' })
  expect(names((await asked(astrid.device, planId)).written.get())).toEqual([' 1', 'Dana 1'])
})

test('without a network it is what was last heard, and a new start has it too', async () => {
  const { device, planId } = await danas()
  const { theirs, device: first } = await joins(device, planId, {})
  const heard = (await asked(first, planId)).written.get()
  expect(names(heard)).toEqual(['Dana 1'])
  await theirs.close()
  theirs.unplug()
  const record = await asked(await theirs.tab(), planId)
  expect(record.state.get()).toBe('unreachable')
  expect(record.written.get()).toEqual(heard)
  theirs.plugIn()
  await record.ask('older')
  expect(record.state.get()).toBe('resting')
})

test('a plan that never leaves the device has none; one that was removed leaves none behind', async () => {
  const device = await browser().tab()
  const sample = await device.createPlan(() => undefined, SELLER, { sample: true })
  expect((await asked(device, sample)).state.get()).toBe('notOnRelay')
  const { device: danasDevice, planId } = await danas()
  const record = await asked(danasDevice, planId)
  // Asked again while it goes.
  const asking = record.ask('now')
  await Promise.all([danasDevice.removePlan(planId), asking])
  expect([record.written.get(), (await danasDevice.written(planId)).written.get()]).toEqual([null, null])
  await record.ask('now')
  expect(record.state.get()).toBe('notOnRelay')
})

test('a link that was taken back keeps what was heard and says why there is no more', async () => {
  const { device, planId } = await danas()
  const { device: theirs } = await joins(device, planId, {})
  const record = await asked(theirs, planId)
  const sharing = device.sharing(planId)
  await sharing.refresh()
  const grant = sharing.grants.get()?.find(({ name }) => name === 'Ingrid')
  await sharing.revoke(grant?.id ?? '')
  await record.ask('now')
  expect(record.state.get()).toBe('refused')
  expect(names(record.written.get())).toEqual(['Dana 1'])
})

/** A relay that counted on other days. */
function countedBy(contributions: readonly object[], calls: string[]): typeof fetch {
  const grants = [
    { id: 'old', side: 'buyer', role: 'AP Director', name: 'Ingrid' },
    { id: 'new', side: 'buyer', role: 'AP Director', name: ' Ingrid' },
    { id: 'it', side: 'buyer', role: 'IT', name: '' },
    { id: 'other', side: 'seller', role: 'Ingrid', name: '' },
  ]
  return async (input, init) => {
    const url = String(input instanceof Request ? input.url : input)
    if (!/\/(contributions|authors)/.test(url)) return fetch(input, init)
    calls.push(url)
    return Response.json(url.includes('/authors') ? { authors: [], grants } : { contributions })
  }
}

test('fourteen days begin thirteen days ago; links of one name are one person, and of two sides are two', async () => {
  const ago = (days: number) => new Date((Math.floor(Date.now() / DAY_MS) - days) * DAY_MS).toISOString().slice(0, 10)
  const calls: string[] = []
  const counted = countedBy(
    [
      { grantId: 'old', side: 'buyer', day: ago(40), slots: 7 },
      { grantId: 'new', side: 'buyer', day: ago(13), slots: 2 },
      { grantId: 'new', side: 'buyer', day: ago(14), slots: 1 },
      { grantId: 'it', side: 'buyer', day: ago(0), slots: 4 },
      { grantId: 'other', side: 'seller', day: ago(0), slots: 5 },
    ],
    calls,
  )
  const { device: dana, planId } = await danas()
  const made = await dana.sharing(planId).createGrant({ right: 'edit', side: 'buyer', role: '', name: 'Kofi' })
  const link = typeof made === 'string' ? made : parsePlanLink(made.url)
  if (typeof link === 'string') throw new Error(link)
  const device = await browser().tab({ fetch: counted })
  await device.keepLink(link)
  const session = device.openPlan(planId)
  await until(() => session.status.get().relay === 'synced', 'open')
  const record = await asked(device, planId)
  expect(
    record.written.get()?.writers.map(({ side, role, name, late, all }) => [side, name.trim() || role, late, all]),
  ).toEqual([
    ['buyer', 'Ingrid', 2, 10],
    ['buyer', 'IT', 4, 4],
    ['seller', 'Ingrid', 5, 5],
  ])
  expect(calls.filter((url) => url.endsWith('/contributions?days=90'))).toHaveLength(1)
  // Heard a moment ago: nothing new can have been counted.
  await record.ask('older')
  expect(calls).toHaveLength(2)
})

test('an answer that cannot be read is none, and leaves what was heard before', async () => {
  const { device: dana, planId } = await danas()
  const { theirs, device } = await joins(dana, planId, {})
  const heard = (await asked(device, planId)).written.get()
  const bad = await theirs.tab({ fetch: countedBy([{ grantId: 'old', side: 'both', day: 'today', slots: -1 }], []) })
  const record = await asked(bad, planId)
  expect(record.state.get()).toBe('unreachable')
  expect(record.written.get()).toEqual(heard)
})
