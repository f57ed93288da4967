/** The discussion of a plan against a real relay: sent and kept as the plan is, closed to readers, and never mixed up with it. */
import { addComment, addMilestone, readDiscussion, readPlan, setText } from '@milepost/plan'
import { discussionRoomOf, parsePlanLink, type PlanId, type Right } from '@milepost/protocol'
import { expect, test } from 'vitest'
import type { Device } from '../device.ts'
import type { Me } from '../me.ts'
import type { PlanSession } from '../plan-session.ts'
import { createDatabase } from '../storage/database.ts'
import { createLogStore } from '../storage/log-store.ts'
import { until } from '../testing/until.ts'
import { manualTimers } from '../../sync/testing/manual-timers.ts'
import type { TestBrowser } from './browser.ts'
import { browsersOfRelay } from './relay-browsers.ts'

const SELLER: Me = { company: 'Quillmark', side: 'seller', role: 'Account executive', name: 'Maya' }
const ON_PLAN = { kind: 'plan', id: null } as const

const { browser } = browsersOfRelay()

const said = ({ discussion }: PlanSession) => readDiscussion(discussion).comments.map(({ body }) => body)
const say = ({ discussion }: PlanSession, body: string) => addComment(discussion, { on: ON_PLAN, body })
const titles = ({ doc }: PlanSession) => readPlan(doc).milestones.map(({ title }) => title)
const synced = (...sessions: readonly PlanSession[]) =>
  until(
    () => sessions.every(({ status }) => status.get().relay === 'synced'),
    `synced (${sessions.map(({ status }) => JSON.stringify(status.get())).join()})`,
  )

async function shared(right: Right) {
  const sellers = browser()
  const seller = await sellers.tab()
  const planId = await seller.createPlan((doc) => {
    setText(doc, { in: 'meta', field: 'title' }, 'Invoices that match')
    addMilestone(doc, { title: 'Numbers match' })
  }, SELLER)
  const mine = seller.openPlan(planId)
  await synced(mine)
  const { grantId, link } = await linkFor(seller, planId, right)
  const buyers = browser()
  const buyer = await buyers.tab()
  await buyer.keepLink(link)
  const theirs = buyer.openPlan(planId)
  await synced(theirs)
  return { seller, mine, buyers, buyer, theirs, planId, grantId }
}

async function linkFor(device: Device, planId: PlanId, right: Right) {
  const made = await device.sharing(planId).createGrant({ right, side: 'buyer', role: 'Controller', name: 'Dana' })
  if (typeof made === 'string') throw new Error(made)
  const link = parsePlanLink(made.url)
  if (typeof link === 'string') throw new Error(link)
  return { grantId: made.grant.id, link }
}

/** What this browser's disk holds of the discussion: rows, and what of it is unsent. */
async function onDisk({ disk }: TestBrowser, planId: PlanId) {
  const database = createDatabase({ ...disk, timers: manualTimers() })
  await database.ready()
  const { rows, snapshot, unsent } = await createLogStore(database).read(discussionRoomOf(planId), -1)
  database.close()
  return { parts: rows.length + (snapshot === null ? 0 : 1), unsent: unsent.length }
}

test('who may comment writes there and in nothing else, and everybody with that right reads it', async () => {
  const { mine, theirs } = await shared('comment')
  expect(theirs.access.get()).toMatchObject({ right: 'comment', canEdit: false, canComment: true })
  expect(say(theirs, 'Is legal in?')).not.toBeNull()
  expect(theirs.status.get()).toMatchObject({ waiting: 1 })
  await until(() => said(mine).includes('Is legal in?'))
  await synced(theirs)
  expect(theirs.status.get().waiting).toBe(0)
  expect(addMilestone(theirs.doc, { title: 'Not mine to add' })).toBeNull()
  say(mine, 'From Monday on.')
  await until(() => said(theirs).length === 2)
  expect(readDiscussion(theirs.discussion).comments.map(({ author }) => author.name)).toEqual(['Dana', 'Maya'])
})

test('a reader receives none of it and can write none of it', async () => {
  const { mine, theirs, buyers } = await shared('view')
  say(mine, 'Between us')
  await synced(mine)
  addMilestone(mine.doc, { title: 'Something to wait for' })
  await until(() => titles(theirs).length === 2)
  expect(said(theirs)).toEqual([])
  expect(theirs.access.get().canComment).toBe(false)
  expect(say(theirs, 'Smuggled')).toBeNull()
  expect(theirs.status.get()).toMatchObject({ relay: 'synced', waiting: 0 })
  expect(buyers.sent.some((frame) => Buffer.from(frame).includes('Smuggled'))).toBe(false)
})

test('said without a network: counted, kept over a reload, and sent without anybody opening the plan', async () => {
  const { mine, buyers, buyer, theirs, planId } = await shared('comment')
  buyers.unplug()
  await until(() => theirs.status.get().relay === 'offline')
  say(theirs, 'On a plane')
  expect(theirs.unsent.get()).toMatchObject([{ list: 'comments' }])
  await until(() => buyer.plans.get()[0]?.waiting === 1)
  await buyer.close()

  const later = await buyers.tab()
  expect(later.plans.get()).toMatchObject([{ planId, waiting: 1 }])
  buyers.plugIn()
  await until(() => later.plans.get()[0]?.waiting === 0, 'the errand')
  await until(() => said(mine).includes('On a plane'))
})

test('last words that the disk did not take are there with the next tab', async () => {
  const { mine, buyers, buyer, theirs } = await shared('comment')
  buyers.unplug()
  await until(() => theirs.status.get().relay === 'offline')
  buyers.disk.failAllWrites('AbortError')
  say(theirs, 'While the page goes')
  await until(() => theirs.status.get().kept === 'notKept')
  theirs.release()
  await buyer.close()
  buyers.disk.failAllWrites(null)
  buyers.plugIn()
  await buyers.tab()
  await until(() => said(mine).length > 0)
  expect(said(mine)).toEqual(['While the page goes'])
})

test('lowered to reading with something unsaid: it waits to be asked about, and discarding drops it', async () => {
  const { seller, mine, buyers, buyer, theirs, planId, grantId } = await shared('comment')
  say(theirs, 'Heard by all')
  await synced(theirs)
  buyers.unplug()
  await until(() => theirs.status.get().relay === 'offline')
  say(theirs, 'Never sent')
  await seller.sharing(planId).changeRight(grantId, 'view')
  buyers.plugIn()
  await until(() => theirs.status.get().relay === 'refused')
  expect(theirs.access.get()).toMatchObject({ right: 'view', loweredFrom: 'comment', canComment: false })
  expect(theirs.status.get()).toMatchObject({ waiting: 1, refusal: 'notAllowed' })
  await buyer.discardUnsent(planId)
  theirs.release()
  const after = buyer.openPlan(planId)
  await synced(after)
  expect(said(after)).toEqual(['Heard by all'])
  expect(said(mine)).toEqual(['Heard by all'])
})

test('lowered to commenting: what was changed waits, what was said goes out, and only the change is discarded', async () => {
  const { seller, mine, buyers, buyer, theirs, planId, grantId } = await shared('edit')
  buyers.unplug()
  await until(() => theirs.status.get().relay === 'offline')
  addMilestone(theirs.doc, { title: 'Never sent' })
  say(theirs, 'Sent all the same')
  await seller.sharing(planId).changeRight(grantId, 'comment')
  buyers.plugIn()
  await until(() => said(mine).includes('Sent all the same'))
  await until(() => theirs.status.get().relay === 'refused' && theirs.unsent.get().length === 1)
  expect(theirs.unsent.get()).toMatchObject([{ list: 'milestones' }])
  buyers.unplug()
  await until(() => theirs.status.get().relay !== 'refused')
  say(theirs, 'And this')
  await buyer.discardUnsent(planId)
  theirs.release()
  buyers.plugIn()
  const after = buyer.openPlan(planId)
  await synced(after)
  expect(titles(after)).toEqual(['Numbers match'])
  expect(said(after)).toEqual(['Sent all the same', 'And this'])
  await until(() => said(mine).length === 2)
})

test('raised from reading to commenting, the discussion opens by itself', async () => {
  const { seller, mine, theirs, planId, grantId } = await shared('view')
  say(mine, 'Before')
  await synced(mine)
  await seller.sharing(planId).changeRight(grantId, 'comment')
  await until(() => said(theirs).includes('Before'))
  expect(say(theirs, 'After')).not.toBeNull()
  await until(() => said(mine).includes('After'))
})

test('two tabs of one browser show one discussion, also without the relay', async () => {
  const { buyers, theirs, planId } = await shared('comment')
  const second = (await buyers.tab()).openPlan(planId)
  await synced(second)
  buyers.unplug()
  await until(() => theirs.status.get().relay === 'offline')
  say(theirs, 'In the first tab')
  await until(() => said(second).length > 0)
  expect(said(second)).toEqual(['In the first tab'])
})

test('a plan of one’s own takes along what was said; removing a plan leaves nothing of it on the disk', async () => {
  const { buyers, buyer, theirs, planId } = await shared('edit')
  say(theirs, 'Worth keeping')
  await synced(theirs)
  expect((await onDisk(buyers, planId)).parts).toBeGreaterThan(0)
  theirs.release()
  const copyId = await buyer.keepAsOwn(planId, { ...SELLER, side: 'buyer', name: 'Dana' })
  const own = buyer.openPlan(copyId)
  await synced(own)
  expect(said(own)).toEqual(['Worth keeping'])
  await buyer.removePlan(planId)
  expect(await onDisk(buyers, planId)).toEqual({ parts: 0, unsent: 0 })
})
