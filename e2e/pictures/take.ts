// The pictures in docs/, taken anew from the product: `npm run pictures`. Everything on them was pressed and typed as people do;
// only the sample plan is put on the relay from outside (shared-sample.ts), because the app itself never sends it.
import { expect, type Page } from '@playwright/test'
import { AppPage, type StartingPoint } from '../pages/app-page.ts'
import { CommentsPanel } from '../pages/comments-panel.ts'
import { ExecutivePage } from '../pages/executive-page.ts'
import { PlanPage } from '../pages/plan-page.ts'
import { ShareDialog } from '../pages/share-dialog.ts'
import { WaitingChanges } from '../pages/waiting-changes.ts'
import { WhoWrites } from '../pages/who-writes.ts'
import { manyPlans } from '../support/many-plans.ts'
import { linkParts, makeLink } from '../support/relay-calls.ts'
import { makes, sendLink } from '../support/two-sides.ts'
import { nameEverybody } from './name-everybody.ts'
import { shareSample } from './shared-sample.ts'
import { Stage, take } from './stage.ts'

const DANA = { role: 'Account Executive', name: 'Dana Okafor' }
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 1.5 }

interface Managed {
  readonly start: StartingPoint
  readonly buyer: string
  readonly outcome: string
  readonly goLive: string
  readonly value: string
  /** Calendar days by which go-live moved after the dates were agreed; left out: not agreed yet. */
  readonly slipped?: number
  /** Who of the buyer's wrote, and how often for each time that Dana did. */
  readonly writes: number
}

const MANAGED: readonly Managed[] = [
  { start: 'One team first', buyer: 'Northgate Colleges', outcome: 'Timetables without double bookings', goLive: '28 Sep', value: '120k', slipped: 0, writes: 2 },
  { start: 'Renew and extend', buyer: 'Lindqvist Freight', outcome: 'Customs papers ready before the ship', goLive: '26 Oct', value: '210k', slipped: 14, writes: 1 },
  { start: 'Proof of value', buyer: 'Brightwell Clinics', outcome: 'Every referral answered in a day', goLive: '12 Oct', value: '86k', writes: 1 },
] // prettier-ignore

const stage = await Stage.set()
try {
  await newPlan()
  const links = await sharedSample()
  await ofSeller(links.dana, links.ingrid)
  await ofExecutive(links.astrid)
  await ofBuyer(links.ingrid, links.dana)
  await ofManager(links.kofi)
} finally {
  await stage.leave()
}

/** The sample on the relay with a link for each, and some days of work in it. */
async function sharedSample() {
  const somebody = await stage.person()
  const app = new AppPage(somebody)
  await app.openHome()
  await app.openSample()
  await expect(new PlanPage(somebody.page).milestone(8).row).toBeVisible()
  const { link: dana, invite } = await shareSample(somebody.page, stage.relay.origin, DANA.role)
  const ingrid = await invite('AP Director', 'manage')
  const marek = await invite('IT Security Lead', 'edit')
  const tomas = await invite('Integration Engineer', 'edit')
  const astrid = await invite('CFO', 'view')
  await stage.writes([ingrid, dana, ingrid, marek, ingrid, tomas, ingrid, dana, marek, ingrid, dana, marek])
  await somebody.context.close()
  const kofi = await invite('VP Sales', 'view')
  return { dana, ingrid, astrid, kofi }
}

async function newPlan(): Promise<void> {
  const { page } = await stage.person({ viewport: { width: 1280, height: 980 } })
  await page.goto(`${stage.relay.origin}/new`)
  const field = (name: string) => page.getByRole('textbox', { name, exact: true })
  await page.getByRole('radio', { name: /^One team first/ }).check()
  await field('Buyer').fill('Halden Foods')
  await field('Seller').fill('Quillmark')
  await field('Outcome').fill('Supplier invoices match themselves at all six plants')
  await field('Go-live').fill('14 Sep')
  await field('What happens then').fill('Scanning contract ends')
  await field('The day of it').fill('30 Sep')
  await page.keyboard.press('Enter')
  await field('Your role').fill(DANA.role)
  await field('Your name').fill(DANA.name)
  await field('Your name').blur()
  await page.evaluate(() => globalThis.scrollTo(0, 0))
  await take('new-plan', page)
}

async function ofExecutive(link: string): Promise<void> {
  const large = await stage.person()
  await large.open(link)
  await new ExecutivePage(large.page).isKept()
  await take('executive', large.page)
  await large.context.close()
  const phone = await stage.person(PHONE)
  await phone.open(link)
  await new ExecutivePage(phone.page).isKept()
  await take('executive-phone', phone.page)
  await phone.context.close()
}

async function ofBuyer(link: string, danas: string): Promise<void> {
  const ingrid = await stage.person()
  const { page } = ingrid
  await ingrid.open(link)
  const plan = await whole(page)
  await expect(page.getByRole('button', { name: 'Got it' })).toBeVisible()
  await take('first-visit', page)
  await page.getByRole('button', { name: 'Got it' }).click()

  const comments = new CommentsPanel(page, 'milestone 4')
  await CommentsPanel.button(page, 'milestone 4', 'Comment').click()
  await comments.say('Our ERP team is free again from Monday. Does that help?')
  await comments.close()
  const dana = await stage.person()
  await dana.open(danas)
  const danasPlan = await whole(dana.page)
  const danasComments = new CommentsPanel(dana.page, 'milestone 4')
  await CommentsPanel.button(dana.page, 'milestone 4', 1, 1).click()
  await danasComments.reply('Yes. Tomás can prove the connection with them by Thursday.')
  await danasComments.close()
  await danasPlan.isSynced()
  await CommentsPanel.button(page, 'milestone 4', 2, 1).click()
  await expect(comments.said).toHaveCount(2)
  await take('comments', comments.box, 8)
  await comments.close()

  await page.setViewportSize({ width: 1280, height: 1000 })
  const writing = await WhoWrites.open(page)
  await expect(writing.people('Halden Foods')).toHaveCount(2)
  await take('who-writes', writing.box, 8)
  await writing.close()
  await page.setViewportSize({ width: 1280, height: 800 })

  await ingrid.goOffline()
  await plan.isOffline()
  await plan.milestone(3).unfold()
  await plan.step('Penetration test finished by Halden’s own tester').select()
  await page.keyboard.press('Space')
  await plan
    .step('Security approval recorded, no questions left open')
    .rename('Security approval is in the risk register')
  const waiting = await WaitingChanges.open(plan)
  await take('offline', waiting.box, 8)
  await page.keyboard.press('Escape')
  await ingrid.goOnline()
  await plan.isSynced()

  await dana.page.getByRole('button', { name: 'Offer the dates of today' }).click()
  await page.getByRole('button', { name: 'Look and answer' }).click()
  const answer = page.getByRole('dialog', { name: 'Agreement on the dates' })
  await expect(answer.getByRole('button', { name: 'Agree to these dates' })).toBeVisible()
  await take('answer', answer, 8)
}

async function ofSeller(link: string, ingrids: string): Promise<void> {
  const ingrid = await stage.person()
  await ingrid.open(ingrids)
  await whole(ingrid.page)
  const dana = await stage.person({ viewport: { width: 1440, height: 900 } })
  const { page } = dana
  await dana.open(link)
  const plan = await whole(page)
  await expect(plan.here.getByRole('listitem')).toHaveCount(2)
  await take('plan', page)
  await ShareDialog.open(page)
  await take('share', page.getByRole('dialog', { name: 'Share this plan' }), 8)
  await ingrid.context.close()
  await dana.context.close()
}

/** A few plans of one team, each with people in it, and the one of the other pictures. */
async function ofManager(ofSample: string): Promise<void> {
  const links = [ofSample]
  // oxlint-disable-next-line no-await-in-loop -- one after the other, as one person would
  for (const each of MANAGED) links.push(await managed(each))
  const kofi = await stage.person({ viewport: { width: 1280, height: 760 } })
  const { page } = kofi
  for (const link of links) {
    await kofi.open(link.replace('/v/', '/p/'))
    await expect(page).toHaveURL(`${kofi.relay.origin}/p/${linkParts(link).planId}`)
  }
  const app = new AppPage(kofi)
  await app.openHome()
  await expect(app.plans.getByRole('rowheader')).toHaveCount(links.length)
  for (const { buyer, value } of [{ buyer: 'Halden Foods', value: '250k' }, ...MANAGED]) {
    const name = `${buyer} and Quillmark`
    await app
      .row(name)
      .getByRole('button', { name: `More for ${name}` })
      .click()
    await page.getByRole('menuitem', { name: 'Set its value' }).click()
    await page.getByRole('textbox', { name: 'Value a year' }).fill(value)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('textbox', { name: 'Value a year' })).toHaveCount(0)
  }
  await expect(page.getByText('Not counted')).toHaveCount(0)
  await take('many-plans', page)
  await page.getByRole('link', { name: 'Review the plans' }).click()
  await expect(page.getByRole('heading', { name: 'Halden Foods and Quillmark' })).toBeVisible()
  await page.setViewportSize({ width: 1280, height: 800 })
  await take('review', page)
}

async function managed({ start, buyer, outcome, goLive, slipped, writes }: Managed): Promise<string> {
  const maker = await makes(stage.person, { start, buyer, outcome, goLive })
  const made = await sendLink(maker, {
    side: 'Quillmark',
    role: 'Sales manager',
    name: 'Kofi Mensah',
    access: 'Can edit',
  })
  await maker.person.context.close()
  const [link = ''] = await manyPlans(made, [{ buyer, ...(slipped === undefined ? {} : { slipped }) }])
  await nameEverybody(link, stage.now())
  const theirs = await makeLink(link, { right: 'edit', side: 'buyer', role: 'Head of department', name: 'Nadia Berg' })
  await stage.writes([link, ...Array.from({ length: writes }, () => theirs)])
  return link
}

/** With all that comes after the first view. */
async function whole(page: Page): Promise<PlanPage> {
  const plan = new PlanPage(page)
  await plan.isSynced()
  await plan.isWhole()
  return plan
}
