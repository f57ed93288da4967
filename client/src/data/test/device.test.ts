/** The whole data room against a real relay, as people use it: several browsers, pulled cables, revoked links. */
import { addMilestone, readPlan, setText, textOf, type MilestoneId } from '@milepost/plan'
import { CLOSE, newCapability, parsePlanLink, type PlanId, type PlanLink, type Right } from '@milepost/protocol'
import { describe, expect, test } from 'vitest'
import type { Device } from '../device.ts'
import type { Me } from '../me.ts'
import type { PlanSession } from '../plan-session.ts'
import { until } from '../testing/until.ts'
import type { TestBrowser } from './browser.ts'
import { startRelayProcess } from './relay-process.mjs'
import { browsersOfRelay } from './relay-browsers.ts'

const SELLER: Me = { company: 'Quillmark', side: 'seller', role: 'Account executive', name: 'Maya' }

const { browser, closeBrowsers } = browsersOfRelay()

async function aPlan(device: Device, milestones: readonly string[] = ['Numbers match']): Promise<PlanId> {
  return device.createPlan((doc) => {
    setText(doc, { in: 'meta', field: 'title' }, 'Invoices that match')
    for (const title of milestones) addMilestone(doc, { title })
  }, SELLER)
}

const titles = ({ doc }: PlanSession) => readPlan(doc).milestones.map(({ title }) => title)
const relayState = ({ status }: PlanSession) => status.get().relay
const synced = (...sessions: readonly PlanSession[]) =>
  until(
    () => sessions.every((session) => relayState(session) === 'synced'),
    `synced (${sessions.map((s) => JSON.stringify([s.status.get(), s.access.get()])).join()})`,
  )
const firstMilestone = ({ doc }: PlanSession) => readPlan(doc).milestones[0]?.id as MilestoneId

async function linkFor(device: Device, planId: PlanId, right: Right, side: 'buyer' | 'seller' = 'buyer') {
  const made = await device.sharing(planId).createGrant({ right, side, role: 'Controller', name: 'Dana' })
  if (typeof made === 'string') throw new Error(made)
  const link = parsePlanLink(made.url)
  if (typeof link === 'string') throw new Error(link)
  return { grant: made.grant, link }
}

async function join(device: Device, link: PlanLink): Promise<PlanSession> {
  expect(await device.keepLink(link)).toBe(link.planId)
  return device.openPlan(link.planId)
}

describe('making and sharing', () => {
  test('a plan made here reaches the relay, and the buyer gets it by a link and writes back', async () => {
    const seller = await browser().tab()
    const planId = await aPlan(seller)
    const mine = seller.openPlan(planId)
    await synced(mine)
    expect(mine.access.get()).toMatchObject({
      right: 'manage',
      side: 'seller',
      name: 'Maya',
      known: true,
      canEdit: true,
    })

    const buyer = await browser().tab()
    const { link } = await linkFor(seller, planId, 'edit')
    const theirs = await join(buyer, link)
    expect(theirs.loaded.get()).toBe('loading')
    await synced(theirs)
    expect(titles(theirs)).toEqual(['Numbers match'])
    expect(theirs.access.get()).toMatchObject({ right: 'edit', side: 'buyer', role: 'Controller', name: 'Dana' })

    addMilestone(theirs.doc, { title: 'Live in Berlin' })
    expect(theirs.status.get().waiting).toBe(1)
    await synced(theirs)
    expect(theirs.status.get().waiting).toBe(0)
    await until(() => titles(mine).includes('Live in Berlin'))
    expect(buyer.plans.get()[0]).toMatchObject({ title: 'Invoices that match', seller: 'Quillmark', waiting: 0 })
    expect(
      readPlan(mine.doc)
        .writers.map(({ name }) => name)
        .toSorted(),
    ).toEqual(['Dana', 'Maya'])
  })

  test('a plan made offline waits, survives a reload, and is sent without anybody opening it', async () => {
    const first = browser()
    first.unplug()
    const planId = await aPlan(await first.tab())
    await first.close()

    const later = await first.tab()
    expect(later.plans.get()).toMatchObject([{ planId, waiting: 1, title: 'Invoices that match', refusal: null }])
    await first.close()

    first.plugIn()
    const again = await first.tab()
    await until(() => again.plans.get()[0]?.waiting === 0, 'the upload')
    const fresh = await browser().tab()
    const { link } = await linkFor(again, planId, 'view')
    expect(link.page).toBe('view')
    const theirs = await join(fresh, link)
    await synced(theirs)
    expect(titles(theirs)).toEqual(['Numbers match'])
  })

  test('the network comes back while nobody looks at the plan: it is sent', async () => {
    const one = browser()
    one.unplug()
    const device = await one.tab()
    const planId = await aPlan(device)
    await until(() => device.plans.get()[0]?.waiting === 1)
    one.plugIn()
    await until(() => device.plans.get()[0]?.waiting === 0, 'the upload')
    expect(await device.sharing(planId).refresh()).toBeNull()
  })

  test('the sample never leaves this device', async () => {
    const one = browser()
    const device = await one.tab()
    const planId = await device.createPlan(() => {}, SELLER, { sample: true })
    const session = device.openPlan(planId)
    await until(() => session.loaded.get() === 'loaded')
    addMilestone(session.doc, { title: 'Only here' })
    expect(session.status.get()).toMatchObject({ relay: 'local', refusal: null, waiting: 0 })
    expect(device.plans.get()).toMatchObject([{ sample: true, waiting: 0 }])
    expect(session.access.get().canEdit).toBe(true)
    expect(one.sent).toEqual([])
    expect(await device.sharing(planId).refresh()).toBe('notOnRelay')
  })

  test('a relay that lost its disk gets the plan back from the device that made it', async () => {
    const own = await startRelayProcess()
    const seller = await browser(own.origin).tab()
    const planId = await aPlan(seller)
    const mine = seller.openPlan(planId)
    await synced(mine)
    await own.forget()
    await until(() => relayState(mine) !== 'synced')
    addMilestone(mine.doc, { title: 'After the fire' })
    await synced(mine)
    const { link } = await linkFor(seller, planId, 'view')
    const reader = browser(own.origin)
    const theirs = await join(await reader.tab(), link)
    await synced(theirs)
    expect(titles(theirs)).toEqual(['Numbers match', 'After the fire'])
    await reader.close()
    await own.close()
  })

  test('a relay with a create token: the plan waits on this device until the token is given', async () => {
    const own = await startRelayProcess({ createToken: 'open sesame' })
    const seller = await browser(own.origin).tab()
    const planId = await aPlan(seller)
    const mine = seller.openPlan(planId)
    await until(() => mine.status.get().refusal === 'createTokenNeeded')
    expect(relayState(mine)).toBe('refused')
    addMilestone(mine.doc, { title: 'Still mine to change' })
    seller.setCreateToken(own.origin, 'open sesame')
    await synced(mine)
    expect(mine.status.get()).toMatchObject({ waiting: 0, refusal: null })
    await own.close()
  })

  test('a link of a plan that this device has from elsewhere is not kept', async () => {
    const seller = await browser().tab()
    const planId = await aPlan(seller)
    const mine = seller.openPlan(planId)
    await synced(mine)
    const { link } = await linkFor(seller, planId, 'edit')
    expect(await seller.keepLink({ ...link, origin: 'https://elsewhere.example' })).toBe('other-relay')
    expect(seller.links(planId)).toHaveLength(1)
  })

  test('of several links the strongest does the writing', async () => {
    const seller = await browser().tab()
    const planId = await aPlan(seller)
    await synced(seller.openPlan(planId))
    const buyer = await browser().tab()
    const theirs = await join(buyer, (await linkFor(seller, planId, 'view')).link)
    await synced(theirs)
    expect(theirs.access.get()).toMatchObject({ right: 'view', canEdit: false })
    await buyer.keepLink((await linkFor(seller, planId, 'edit')).link)
    await until(() => theirs.access.get().canEdit)
    await buyer.keepLink((await linkFor(seller, planId, 'comment')).link)
    await synced(theirs)
    expect(theirs.access.get().right).toBe('edit')
    expect(buyer.links(planId).map(({ right }) => right)).toEqual(['view', 'edit', 'comment'])
  })

  test('a link that opens nothing beside one that works is named, and let go of when that is wished', async () => {
    const seller = await browser().tab()
    const planId = await aPlan(seller)
    await synced(seller.openPlan(planId))
    const buyer = await browser().tab()
    const { link } = await linkFor(seller, planId, 'edit')
    const theirs = await join(buyer, link)
    await synced(theirs)
    await buyer.keepLink({ ...link, capability: newCapability() })
    await until(() => theirs.access.get().refusedLink === 'unknown')
    await synced(theirs)
    expect(theirs.access.get().canEdit).toBe(true)
    buyer.forgetRefusedLinks(planId)
    expect(theirs.access.get().refusedLink).toBe(null)
    expect(buyer.links(planId).map((each) => each.link.capability)).toEqual([link.capability])
  })

  test('another link of one’s own writes in a document of its own: its number stays with the link that wrote first', async () => {
    const seller = await browser().tab()
    const planId = await aPlan(seller)
    const mine = seller.openPlan(planId)
    await synced(mine)
    const buyer = await browser().tab()
    const first = await join(buyer, (await linkFor(seller, planId, 'edit')).link)
    await synced(first)
    addMilestone(first.doc, { title: 'As an editor' })
    await synced(first)
    await buyer.keepLink((await linkFor(seller, planId, 'manage')).link)
    await until(() => first.ended.get())
    first.release()
    const second = buyer.openPlan(planId)
    await synced(second)
    expect(second.doc.ydoc.clientID).not.toBe(first.doc.ydoc.clientID)
    addMilestone(second.doc, { title: 'As a manager' })
    await synced(second)
    await until(() => titles(mine).length === 3)
    const writers = readPlan(mine.doc).writers.filter(({ name }) => name === 'Dana')
    expect(new Set(writers.map(({ grantId }) => grantId)).size).toBe(2)
  })
})

describe('without a network', () => {
  test('both sides work on, and meet again with nothing lost', async () => {
    const sellers = browser()
    const seller = await sellers.tab()
    const planId = await aPlan(seller)
    const mine = seller.openPlan(planId)
    await synced(mine)
    const theirs = await join(await browser().tab(), (await linkFor(seller, planId, 'edit')).link)
    await synced(theirs)

    sellers.unplug()
    await until(() => relayState(mine) === 'offline')
    addMilestone(mine.doc, { title: 'From the train' })
    setText(mine.doc, { in: 'milestones', id: firstMilestone(mine), field: 'title' }, 'Numbers match, at last')
    addMilestone(theirs.doc, { title: 'From the office' })
    expect(mine.status.get()).toMatchObject({ relay: 'offline', waiting: 2 })
    expect(mine.unsent.get()).toContainEqual({ list: 'milestones', id: firstMilestone(mine), field: 'title' })
    await until(() => mine.status.get().kept === 'kept')

    sellers.plugIn()
    await synced(mine, theirs)
    await until(() => titles(mine).length === 3 && titles(theirs).length === 3)
    expect(mine.status.get().waiting).toBe(0)
    expect(titles(theirs).toSorted()).toEqual(['From the office', 'From the train', 'Numbers match, at last'])
  })

  test('changes made offline are counted after a reload, and sent', async () => {
    const sellers = browser()
    const seller = await sellers.tab()
    const planId = await aPlan(seller)
    const mine = seller.openPlan(planId)
    await synced(mine)
    sellers.unplug()
    await until(() => relayState(mine) === 'offline')
    addMilestone(mine.doc, { title: 'Offline' })
    await seller.close()

    const again = await sellers.tab()
    expect(again.plans.get()[0]?.waiting).toBe(1)
    const reopened = again.openPlan(planId)
    await until(() => reopened.loaded.get() === 'loaded')
    expect(reopened.status.get().waiting).toBe(1)
    expect(titles(reopened)).toContain('Offline')
    sellers.plugIn()
    await synced(reopened)
    expect(reopened.status.get().waiting).toBe(0)
  })

  test('a relay that is killed in the middle of typing has what it confirmed, and gets the rest', async () => {
    const own = await startRelayProcess()
    const seller = await browser(own.origin).tab()
    const planId = await aPlan(seller)
    const mine = seller.openPlan(planId)
    await synced(mine)
    const id = firstMilestone(mine)
    for (let at = 0; at < 30; at += 1) {
      setText(mine.doc, { in: 'milestones', id, field: 'title' }, 'x'.repeat(at))
      if (at === 15) await own.stop()
    }
    expect(mine.status.get().waiting).toBe(1)
    await until(() => relayState(mine) === 'offline')
    await own.start()
    await synced(mine)
    const theirs = await join(await browser(own.origin).tab(), (await linkFor(seller, planId, 'view')).link)
    await synced(theirs)
    expect(titles(theirs)).toEqual(['x'.repeat(29)])
    await closeBrowsers()
    await own.close()
  })
})

describe('rights that change', () => {
  async function sharedPlan(right: Right = 'edit') {
    const seller = await browser().tab()
    const planId = await aPlan(seller)
    const mine = seller.openPlan(planId)
    await synced(mine)
    const buyers = browser()
    const buyer = await buyers.tab()
    const { grant, link } = await linkFor(seller, planId, right)
    const theirs = await join(buyer, link)
    await synced(theirs)
    return { seller, planId, mine, buyers, buyer, theirs, grant, sharing: seller.sharing(planId) }
  }

  test('a reader changes nothing, sends nothing, and is told so', async () => {
    const { theirs, buyers, mine } = await sharedPlan('view')
    const updates: Uint8Array[] = []
    theirs.doc.ydoc.on('update', (update, _origin, _doc, transaction) => {
      if (transaction.local) updates.push(update)
    })
    expect(addMilestone(theirs.doc, { title: 'x' })).toBeNull()
    expect(setText(theirs.doc, { in: 'meta', field: 'title' }, 'x')).toBe('not-allowed')
    expect(theirs.undo.undo()).toBe(false)
    expect(() => theirs.doc.ydoc.transact(() => theirs.doc.ydoc.getMap('meta').set('x', 1), 'binding')).toThrow(
      'may not be changed',
    )
    expect(() => theirs.doc.ydoc.getMap('meta').set('x', 1)).toThrow('may not be changed')
    expect(updates).toEqual([])
    // The document still works: what others do arrives.
    addMilestone(mine.doc, { title: 'Seen by readers' })
    await until(() => titles(theirs).includes('Seen by readers'))
    expect(theirs.status.get()).toMatchObject({ relay: 'synced', waiting: 0 })
    // Step 1, presence and nothing of the document.
    expect(buyers.sent.filter(([type, step]) => type === 0 && step !== 0)).toEqual([])
  })

  test('lowered in the middle: read-only at once, and back again when the right comes back', async () => {
    const { theirs, sharing, grant } = await sharedPlan()
    expect(await sharing.changeRight(grant.id, 'view')).toBeNull()
    await until(() => theirs.access.get().right === 'view')
    expect(theirs.access.get()).toMatchObject({ canEdit: false, loweredFrom: 'edit' })
    await synced(theirs)
    expect(await sharing.changeRight(grant.id, 'manage')).toBeNull()
    await until(() => theirs.access.get().canEdit)
    expect(theirs.access.get()).toMatchObject({ right: 'manage', loweredFrom: null })
  })

  test('revoked: what is on screen stays, and the status says why', async () => {
    const { theirs, sharing, grant, seller, planId } = await sharedPlan()
    expect(await sharing.revoke(grant.id)).toBeNull()
    await until(() => theirs.status.get().refusal === 'revoked')
    expect(titles(theirs)).toEqual(['Numbers match'])
    expect(theirs.access.get()).toMatchObject({ canEdit: false, name: 'Dana' })
    expect(sharing.grants.get()?.find(({ id }) => id === grant.id)?.revokedAt).toEqual(expect.any(Number))
    expect(await sharing.undoRevoke(grant.id, 'edit')).toBeNull()
    theirs.retry()
    await synced(theirs)
    expect(theirs.access.get().canEdit).toBe(true)
    expect(seller.plans.get().find((plan) => plan.planId === planId)?.refusal).toBeNull()
  })

  async function revokedWithUnsent(how: 'revoke' | 'lower') {
    const all = await sharedPlan()
    const { buyers, theirs, sharing, grant, mine } = all
    buyers.unplug()
    await until(() => relayState(theirs) === 'offline')
    addMilestone(theirs.doc, { title: 'Never sent' })
    await until(() => theirs.status.get().kept === 'kept')
    if (how === 'revoke') await sharing.revoke(grant.id)
    else await sharing.changeRight(grant.id, 'view')
    addMilestone(mine.doc, { title: 'Meanwhile' })
    await synced(mine)
    buyers.plugIn()
    await until(() => relayState(theirs) === 'refused')
    return all
  }

  test('revoked with unsent changes: they are counted, kept as an own plan, and the original goes back', async () => {
    const { theirs, buyer, planId, mine } = await revokedWithUnsent('revoke')
    expect(theirs.status.get()).toMatchObject({ refusal: 'revoked', waiting: 1 })
    const copyId = await buyer.keepAsOwn(planId, { company: 'Halden Foods', side: 'buyer', role: '', name: 'Dana' })
    expect(theirs.ended.get()).toBe(true)
    theirs.release()
    const own = buyer.openPlan(copyId)
    await synced(own)
    expect(titles(own)).toEqual(['Numbers match', 'Never sent'])
    expect(readPlan(own.doc).planId).toBe(copyId)
    const original = buyer.openPlan(planId)
    await until(() => original.loaded.get() === 'loaded')
    expect(titles(original)).toEqual(['Numbers match'])
    expect(original.status.get()).toMatchObject({ waiting: 0, refusal: 'revoked' })
    expect(titles(mine)).toEqual(['Numbers match', 'Meanwhile'])
  })

  test('lowered with unsent changes: they stay apart until discarded, and nobody else ever gets them', async () => {
    const { theirs, buyer, buyers, planId, mine } = await revokedWithUnsent('lower')
    expect(theirs.status.get()).toMatchObject({ refusal: 'notAllowed', waiting: 1 })
    expect(theirs.access.get()).toMatchObject({ right: 'view', loweredFrom: 'edit', canEdit: false })
    await until(() => titles(theirs).includes('Meanwhile'))
    expect(titles(theirs)).toContain('Never sent')
    await buyer.discardUnsent(planId)
    theirs.release()
    const after = buyer.openPlan(planId)
    await synced(after)
    expect(titles(after)).toEqual(['Numbers match', 'Meanwhile'])
    expect(after.status.get()).toMatchObject({ waiting: 0, refusal: null })
    expect(titles(mine)).toEqual(['Numbers match', 'Meanwhile'])
    await buyer.close()
    const reloaded = (await buyers.tab()).openPlan(planId)
    await synced(reloaded)
    expect(titles(reloaded)).toEqual(['Numbers match', 'Meanwhile'])
  })

  test('a secret is known where it was made until its link is used', async () => {
    const { seller, planId, sharing } = await sharedPlan()
    const { grant, link } = await linkFor(seller, planId, 'comment')
    expect(sharing.urlOf(grant.id)).toContain(link.capability)
    const third = await join(await browser().tab(), link)
    await synced(third)
    await sharing.refresh()
    expect(sharing.urlOf(grant.id)).toBeNull()
    const renewed = await sharing.renewGrant(grant.id)
    expect(renewed).toMatchObject({ grant: { right: 'comment', name: 'Dana' } })
    await until(() => third.status.get().refusal === 'revoked')
  })

  test('refusals of the sharing calls are words', async () => {
    const { sharing, buyer, planId, buyers } = await sharedPlan()
    const own =
      sharing.grants.get()?.find(({ you }) => you === true) ??
      (await sharing.refresh(), sharing.grants.get()?.find(({ you }) => you === true))
    expect(await sharing.changeRight(own?.id ?? '', 'edit')).toBe('lastManager')
    expect(await sharing.revoke('nobody')).toBe('noSuchGrant')
    expect(await buyer.sharing(planId).createGrant({ right: 'manage', side: 'seller', role: '', name: '' })).toBe(
      'notAllowed',
    )
    buyers.unplug()
    expect(await buyer.sharing(planId).refresh()).toBe('unreachable')
  })
})

describe('this device', () => {
  test('two tabs of one browser show one plan', async () => {
    const one = browser()
    const [first, second] = [await one.tab(), await one.tab()]
    const planId = await aPlan(first)
    await until(() => second.hasPlan(planId))
    const [a, b] = [first.openPlan(planId), second.openPlan(planId)]
    await synced(a, b)
    one.unplug()
    await until(() => relayState(a) === 'offline' && relayState(b) === 'offline')
    addMilestone(a.doc, { title: 'In the first tab' })
    await until(() => titles(b).includes('In the first tab'))
    expect(b.status.get().waiting).toBe(1)
    // The tab that wrote it is closed; the other one sends it.
    await first.close()
    one.plugIn()
    await synced(b)
    expect(b.status.get().waiting).toBe(0)
  })

  test('what one tab has discarded, the other one lets go of too', async () => {
    const one = browser()
    const first = await one.tab()
    const planId = await aPlan(first)
    const a = first.openPlan(planId)
    await synced(a)
    const second = await one.tab()
    const b = second.openPlan(planId)
    await synced(b)
    one.unplug()
    await until(() => relayState(a) === 'offline')
    addMilestone(a.doc, { title: 'Gone soon' })
    await until(() => titles(b).includes('Gone soon'))
    await first.discardUnsent(planId)
    await until(() => b.ended.get())
    const again = second.openPlan(planId)
    await until(() => again.loaded.get() === 'loaded')
    expect(titles(again)).toEqual(['Numbers match'])
  })

  describe('a tab that is closed while the disk takes nothing', () => {
    /** Types a milestone that lies nowhere but ahead of the disk, and closes the tab. */
    async function closedInTheMiddle(one: TestBrowser, tab: Device, session: PlanSession): Promise<void> {
      one.disk.failAllWrites('QuotaExceededError')
      addMilestone(session.doc, { title: 'Last words' })
      await tab.close()
      one.disk.failAllWrites(null)
      expect(one.localStorage).toHaveLength(1)
    }

    test('leaves its last words to the next one, in a sample too', async () => {
      const one = browser()
      const first = await one.tab()
      const planId = await first.createPlan(() => {}, SELLER, { sample: true })
      const session = first.openPlan(planId)
      await until(() => session.loaded.get() === 'loaded')
      await closedInTheMiddle(one, first, session)
      const again = (await one.tab()).openPlan(planId)
      await until(() => again.loaded.get() === 'loaded')
      expect(titles(again)).toContain('Last words')
      expect(one.localStorage).toHaveLength(0)
    })

    test('leaves them to one that is open already: it counts them and sends them, without opening the plan', async () => {
      const one = browser()
      const [first, second] = [await one.tab(), await one.tab()]
      const planId = await aPlan(first)
      const session = first.openPlan(planId)
      await synced(session)
      const buyer = await browser().tab()
      const theirs = await join(buyer, (await linkFor(first, planId, 'edit')).link)
      await synced(theirs)
      one.unplug()
      await until(() => relayState(session) === 'offline')
      await closedInTheMiddle(one, first, session)
      one.page('shown')
      await until(() => second.plans.get()[0]?.waiting === 1)
      one.plugIn()
      await until(() => titles(theirs).includes('Last words'))
      expect(one.localStorage).toHaveLength(0)
    })

    test('has nothing more to say of what another tab discards', async () => {
      const one = browser()
      const [first, second] = [await one.tab(), await one.tab()]
      const planId = await aPlan(first)
      const session = first.openPlan(planId)
      await synced(session)
      one.unplug()
      await until(() => relayState(session) === 'offline')
      await closedInTheMiddle(one, first, session)
      await second.discardUnsent(planId)
      one.page('shown')
      const again = second.openPlan(planId)
      await until(() => again.loaded.get() === 'loaded')
      expect(titles(again)).toEqual(['Numbers match'])
      expect(one.localStorage).toHaveLength(0)
    })
  })

  test('removed from this device: nothing is left here, the relay keeps it', async () => {
    const one = browser()
    const seller = await one.tab()
    const planId = await aPlan(seller)
    const mine = seller.openPlan(planId)
    await synced(mine)
    const { link } = await linkFor(seller, planId, 'view')
    const secret = seller.links(planId)[0]?.link.capability ?? ''
    await seller.removePlan(planId)
    expect(mine.ended.get()).toBe(true)
    expect(seller.plans.get()).toEqual([])
    const left = await new Promise<string>((resolve) => {
      const opening = one.disk.indexedDB.open('milepost')
      opening.addEventListener('success', () => {
        const database = opening.result
        const tables = ['plans', 'updates', 'snapshots', 'unsent', 'links', 'secrets']
        const reading = database.transaction(tables)
        const found: unknown[] = []
        for (const table of tables) {
          const all = reading.objectStore(table).getAll()
          all.addEventListener('success', () => found.push(...all.result))
        }
        reading.addEventListener('complete', () => {
          database.close()
          resolve(JSON.stringify(found))
        })
      })
    })
    expect(left).toBe('[]')
    expect(left).not.toContain(secret)
    const theirs = await join(await browser().tab(), link)
    await synced(theirs)
  })

  test('without any storage plans work from the relay, and the status says that nothing is kept here', async () => {
    const seller = await browser().tab()
    const planId = await aPlan(seller)
    await synced(seller.openPlan(planId))
    const { link } = await linkFor(seller, planId, 'edit')
    const buyer = await browser().tab({ indexedDB: undefined })
    expect(buyer.storage.get()).toBe('memoryOnly')
    const theirs = await join(buyer, link)
    await synced(theirs)
    expect(theirs.status.get().kept).toBe('memoryOnly')
    addMilestone(theirs.doc, { title: 'Kept by the relay' })
    await synced(theirs)
    expect(theirs.status.get().waiting).toBe(0)
    const own = await aPlan(buyer)
    expect(titles(buyer.openPlan(own))).toEqual(['Numbers match'])
  })

  test('a session is shared, counted, and the same after a remount', async () => {
    const device = await browser().tab()
    const planId = await aPlan(device)
    const first = device.openPlan(planId)
    first.release()
    first.release()
    const second = device.openPlan(planId)
    expect(second.doc).toBe(first.doc)
    expect(textOf(second.doc, { in: 'meta', field: 'title' })).toBe('Invoices that match')
  })

  test('a plan this device does not know says so', async () => {
    const device = await browser().tab()
    const session = device.openPlan('AAAAAAAAAAAAAAAAAAAAA' as PlanId)
    await until(() => session.loaded.get() === 'empty')
    expect(session.status.get()).toMatchObject({ relay: 'refused', refusal: 'unknown' })
    expect(session.access.get()).toMatchObject({ known: false, canEdit: false })
  })

  test('who I am, small settings and their age survive a reload', async () => {
    const one = browser()
    const device = await one.tab()
    expect(device.me.get()).toBeNull()
    device.setMe(SELLER)
    const folded = device.local<readonly string[]>('folded', [])
    folded.set(['m1'])
    await device.close()
    const again = await one.tab()
    expect(again.me.get()).toEqual(SELLER)
    expect(again.local<readonly string[]>('folded', []).get()).toEqual(['m1'])
    expect(again.local('folded', 7).get()).toBe(7)
  })

  test('a clock that is an hour off is put right by the relay and reported', async () => {
    const device = await browser().tab({ now: () => Date.now() - 3_600_000 })
    const session = device.openPlan(await aPlan(device))
    await synced(session)
    expect(session.status.get().clockOff).toBe(true)
    expect(Math.abs(device.now() - Date.now())).toBeLessThan(60_000)
  })
})

test("the close codes this room relies on are the relay's", () => {
  expect(CLOSE.restart.code).toBe(1012)
})
