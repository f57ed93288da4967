// A walk through every screen and everything that opens on one, for checks that hold everywhere: what bars somebody, what
// scrolls sideways, what is too small to touch. The walk opens, `look` looks, the walk closes and goes on.
import { expect, type Page } from '@playwright/test'
import { AppPage } from '../pages/app-page.ts'
import { AwayCard, hasLooked } from '../pages/away-card.ts'
import { ExecutivePage } from '../pages/executive-page.ts'
import type { PlanPage } from '../pages/plan-page.ts'
import { saveAsTemplate, TemplatesPage } from '../pages/templates-page.ts'
import { PlanReview } from '../pages/plan-review.ts'
import { ShareDialog } from '../pages/share-dialog.ts'
import { PlanTerms } from '../pages/plan-terms.ts'
import { CommentsPanel } from '../pages/comments-panel.ts'
import { WhoWrites } from '../pages/who-writes.ts'
import { WaitingChanges } from '../pages/waiting-changes.ts'
import { callRelay, makeLink } from './relay-calls.ts'
import type { Person } from './story.ts'

export type Look = (where: string) => Promise<void>

type NewPerson = () => Promise<Person>

/** First screen, its dialog, the new plan, the sample with all its panels, the list. Nothing of it needs the relay. */
export async function walkAlone(person: NewPerson, look: (person: Person) => Look): Promise<void> {
  const dana = await person()
  const { page } = dana
  const see = look(dana)
  const app = new AppPage(dana)

  await app.openHome()
  await expect(app.firstScreen).toBeVisible()
  await see('first screen')
  await page.getByRole('button', { name: 'Open a link you were sent' }).click()
  const pasting = page.getByRole('dialog', { name: 'Open a link you were sent' })
  await pasting.getByRole('textbox', { name: 'Link' }).fill('not a link')
  await pasting.getByRole('button', { name: 'Open plan' }).click()
  await see('open a link, with a mistake')
  await closeDialogs(page)

  await dana.open('/new')
  await expect(page.getByRole('heading', { name: 'Start from the day it goes live' })).toBeVisible()
  await see('new plan, untouched')
  await page.getByRole('button', { name: 'Create plan' }).click()
  await expect(page.getByRole('textbox', { name: 'Your role' })).toHaveAttribute('aria-invalid', 'true')
  await see('new plan, what is missing')
  await page.getByRole('textbox', { name: 'Buyer', exact: true }).fill('Halden Foods')
  await page.getByRole('textbox', { name: 'Go-live', exact: true }).fill('+70')
  await page.getByRole('textbox', { name: 'What happens then', exact: true }).fill('Scanning contract ends')
  await page.getByRole('textbox', { name: 'The day of it', exact: true }).fill('+80')
  await page.keyboard.press('Enter')
  await see('new plan, dates worked back')
  await page.getByRole('textbox', { name: 'Go-live', exact: true }).fill('+10')
  await page.keyboard.press('Enter')
  await see('new plan, its start in the past')
  await page.getByRole('button', { name: 'Go-live: open the calendar' }).click()
  await expect(page.getByRole('grid')).toBeVisible()
  await see('new plan, calendar')
  await page.keyboard.press('Escape')

  await app.openHome()
  const plan = await app.openSample()
  await see('plan, folded')
  await unfoldAll(plan)
  await see('plan, unfolded')
  await walkLine(plan, see)
  await walkDates(plan, see)
  await walkTexts(plan, see)
  await walkTerms(plan, see)
  await walkRail(page, see)
  await walkFinding(plan, see)

  await walkTemplates(dana, see)

  await app.openHome()
  await expect(app.plans).toBeVisible()
  await see('list of plans')
  await page.getByRole('button', { name: 'Appearance' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await see('appearance menu')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'More for Halden Foods and Quillmark' }).click()
  await page.getByRole('menuitem', { name: 'Remove from this device' }).click()
  await expect(page.getByRole('dialog', { name: 'Remove from this device' })).toBeVisible()
  await see('remove from this device')
  await closeDialogs(page)
}

/** Two plans: then there is something to choose from, to value and to review. */
export async function walkPortfolio(person: NewPerson, look: (person: Person) => Look): Promise<void> {
  const dana = await person()
  const { page } = dana
  const see = look(dana)
  const app = new AppPage(dana)
  await app.makePlan({ goLive: '+70' })
  // Who makes it is known by now and not asked again.
  await dana.open('/new')
  await page.getByRole('textbox', { name: 'Buyer', exact: true }).fill('Northgate Colleges')
  await page.getByRole('textbox', { name: 'Go-live', exact: true }).fill('+60')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Create plan' }).click()
  await expect(page).toHaveURL(/\/p\//)
  await app.openHome()
  await expect(page.getByRole('region', { name: 'Go-lives by month' })).toBeVisible()
  await see('list of many plans')
  await page.getByRole('button', { name: /^Waiting on us/ }).click()
  await page.getByRole('textbox', { name: 'Find a plan' }).fill('nobody')
  await expect(page.getByText('No plan has “nobody”')).toBeVisible()
  await see('list of many plans, nothing found')
  await page.getByRole('button', { name: 'Show all plans' }).click()
  await page.getByRole('button', { name: 'More for Northgate Colleges and Quillmark' }).click()
  await page.getByRole('menuitem', { name: 'Set its value' }).click()
  await page.getByRole('textbox', { name: 'Value a year' }).fill('much')
  await page.keyboard.press('Enter')
  await see('value of a plan, with a mistake')
  await closeDialogs(page)
  await page.getByRole('link', { name: 'Review the plans' }).click()
  await expect(page.getByRole('article')).toBeVisible()
  await see('review of the plans')
  await dana.open('/compare')
  await expect(page.getByRole('region', { name: 'Against the template' })).toBeVisible()
  await see('plans of one template, compared')
  await dana.open('/timeline')
  await expect(page.getByText('No plan on this device has you on the buyer’s side')).toBeVisible()
  await see('timeline of a buyer, nothing on it')
}

/** From the open sample: saved as a template, then the list, one of them with all that opens on it, and one that was sent. */
async function walkTemplates(person: Person, see: Look): Promise<void> {
  const { page } = person
  const dialog = await saveAsTemplate(page)
  await expect(dialog.getByRole('group')).toBeVisible()
  await see('save as a template')
  await dialog.getByRole('button', { name: 'Save template' }).click()
  const open = page.getByRole('link', { name: 'Open the template' })
  await expect(open).toBeVisible()
  await see('saved as a template')
  await open.click()
  const templates = new TemplatesPage(page)
  await expect(templates.learnt).toContainText('No plan')
  await page.getByText('steps of').first().click()
  await see('a template')
  const link = await templates.link()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Link' })).toBeVisible()
  await see('send a template')
  await closeDialogs(page)
  await templates.more('Make a variant')
  await expect(page.getByRole('dialog', { name: /^A variant of/ })).toBeVisible()
  await see('a variant of a template')
  await closeDialogs(page)
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Save as version 2' })).toBeVisible()
  await see('a template, edited')
  await page.getByRole('link', { name: 'Back to the template' }).click()
  await page.getByRole('button', { name: 'Discard the changes' }).click()
  await see('a template, its changes about to be discarded')
  await page.getByRole('button', { name: 'Discard for good' }).click()
  await person.open('/templates')
  await expect(templates.own.getByRole('link')).toBeVisible()
  await see('list of templates')
  await templates.openFile('odd.json', '{}')
  await expect(page.getByRole('alert')).toBeVisible()
  await see('list of templates, a file that is none')
  await person.open(link)
  await expect(page.getByText('You have this template already.')).toBeVisible()
  await see('a template that was sent')
}

async function unfoldAll(plan: PlanPage): Promise<void> {
  await plan.outline.getByRole('button', { name: 'Unfold all' }).click()
  await expect(plan.outline.getByRole('button', { name: 'Fold all' })).toBeVisible()
}

/** What opens beside a line: menu, owner, name, date, calendar, where to move; and what removing brings. */
async function walkLine(plan: PlanPage, see: Look): Promise<void> {
  const { page } = plan
  const line = plan.milestone(3)
  await line.select()
  await see('plan, a line selected')
  await page.keyboard.press('Shift+F10')
  await expect(page.getByRole('menu')).toBeVisible()
  await see('menu of a line')
  await page.getByRole('menuitem', { name: 'Move to' }).click()
  await expect(page.getByRole('dialog', { name: 'Move to' })).toBeVisible()
  await see('where to move a line')
  await page.keyboard.press('Escape')

  await line.select()
  await page.keyboard.press('@')
  await expect(page.getByRole('dialog', { name: 'Who owns it' })).toBeVisible()
  await see('owner of a line')
  await page.keyboard.type('Data steward')
  await see('owner of a line, a new role')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: /^Which side has the role/ })).toBeVisible()
  await see('owner of a line, its side')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Who is Data steward?' })).toBeVisible()
  await see('owner of a line, its name')
  await page.keyboard.press('Escape')

  await line.select()
  await page.keyboard.press('d')
  const due = page.getByRole('dialog', { name: 'Due date', exact: true })
  await expect(due).toBeVisible()
  await due.getByRole('textbox', { name: /due date$/ }).fill('+30')
  await see('due date of a line')
  await page.keyboard.press('Escape')
  await due.getByRole('button', { name: /open the calendar$/ }).click()
  await expect(page.getByRole('grid')).toBeVisible()
  await see('due date of a line, calendar')
  await page.keyboard.press('Escape')
  await closeDialogs(page)

  await line.select()
  await page.keyboard.press('c')
  const comments = new CommentsPanel(page, 'milestone 3')
  await see('comments on a line, none yet')
  await comments.say('Does @Priya Raman join?')
  await comments.reply('Yes.')
  await see('comments on a line')
  await closeDialogs(page)

  await plan.milestone(6).choose('Remove')
  await expect(plan.notice(/removed/)).toBeVisible()
  // A notice stays while the pointer is on it, however long somebody looks.
  await plan.notice(/removed/).hover()
  await see('plan, a line removed')
  await plan
    .notice(/removed/)
    .getByRole('button', { name: 'Show removed' })
    .click()
  await expect(page.getByRole('dialog', { name: 'Removed' })).toBeVisible()
  await see('what was removed')
  await page.getByRole('button', { name: /^Restore / }).click()
  await expect(plan.milestone(8).row).toBeVisible()
  const goLive = plan.outline.getByRole('group', { name: /, go-live(,|$)/ })
  await goLive.getByRole('button', { name: /^More for milestone/ }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await expect(page.getByRole('dialog', { name: /is go-live$/ })).toBeVisible()
  await see('which milestone is go-live instead')
  await closeDialogs(page)
}

/** The palette, the keys, the commands of a line: what one opens with the keyboard, and a finger with the glass in the bar. */
async function walkFinding(plan: PlanPage, see: Look): Promise<void> {
  const { page } = plan
  const open = page.getByRole('button', { name: 'Search' })
  const field = page.getByRole('combobox', { name: 'Find plans, milestones, people and actions' })
  await open.click()
  await expect(field).toBeVisible()
  await see('palette')
  await field.fill('secur')
  await see('palette, something found')
  await field.fill('zebra')
  await see('palette, nothing found')
  await field.fill('all keys')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await see('all keys')
  await closeDialogs(page)
  await plan.milestone(4).select()
  await page.keyboard.press('/')
  await expect(page.getByRole('combobox', { name: 'Commands for this line' })).toBeVisible()
  await see('commands of a line')
  await page.keyboard.press('Escape')
  await closeDialogs(page)
}

/** What the dates mean, and what both sides agree on. */
async function walkDates(plan: PlanPage, see: Look): Promise<void> {
  const { page } = plan
  const opens: readonly (readonly [string, string])[] = [
    ['Waits for and takes', 'waits for and takes'],
    ['Move dates from here on', 'dates from here on'],
  ]
  for (const [entry, where] of opens) {
    await plan.milestone(5).choose(entry)
    await expect(page.getByRole('dialog')).toBeVisible()
    await see(where)
    await closeDialogs(page)
  }
  for (const name of ['Agreement', 'Agenda', 'Escalation note']) {
    await page.getByRole('button', { name, exact: true }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await see(name.toLowerCase())
    await closeDialogs(page)
  }
  await page.getByRole('button', { name: /working days off the agreed date$/ }).hover()
  await expect(page.getByRole('tooltip')).toBeVisible()
  await see('an explanation')
  await page.keyboard.press('Escape')
}

async function walkTexts(plan: PlanPage, see: Look): Promise<void> {
  const { page } = plan
  await plan.proposition.click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' And so it stays.')
  await see('value proposition, being written')
  await page.keyboard.press('Escape')
  await plan.outline.getByRole('button', { name: 'Add notes' }).first().click()
  const notes = plan.outline.getByRole('textbox', { name: /^Notes of milestone/ })
  await expect(notes.first()).toBeVisible()
  await page.keyboard.type('What both sides know.')
  await see('notes, being written')
  await page.keyboard.press('Escape')
  await plan.milestone(4).title.click()
  await see('title, being written')
}

/** What is agreed beside the milestones, and what opens in it. */
async function walkTerms(plan: PlanPage, see: Look): Promise<void> {
  const { page } = plan
  const { goals, ways, work } = new PlanTerms(page)
  await goals.getByRole('button', { name: 'Add an objective' }).click()
  await page.keyboard.type('Fewer')
  await goals.getByRole('button', { name: 'Compare the options by these criteria' }).click()
  await goals.getByRole('button', { name: 'Stay as we are' }).click()
  await ways.getByRole('button', { name: 'Typical questions' }).click()
  await work.getByRole('button', { name: 'Side by side' }).click()
  await see('terms, everything open')
  await ways.getByRole('button', { name: /^Every week on/ }).click()
  await expect(page.getByRole('dialog', { name: 'Check-in' })).toBeVisible()
  await see('check-in being changed')
  await closeDialogs(page)
  await plan.steps(3).first().hover()
  await plan
    .steps(3)
    .first()
    .getByRole('button', { name: /^More for/ })
    .click()
  await page.getByRole('menuitem', { name: 'Outcome, days, waits for' }).click()
  await expect(page.getByRole('dialog', { name: 'About this step' })).toBeVisible()
  await see('about a step')
  await closeDialogs(page)
}

async function walkRail(page: Page, see: Look): Promise<void> {
  await page.getByRole('button', { name: 'Add a role at Halden Foods' }).click()
  await page.getByRole('button', { name: 'Add the role' }).click()
  await see('new role, without a title')
  await closeDialogs(page)
  await page.getByRole('button', { name: 'Change CFO' }).click()
  await expect(page.getByRole('dialog', { name: 'CFO' })).toBeVisible()
  await see('a role being changed')
  await closeDialogs(page)
  await page.getByRole('button', { name: 'Who does what', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'People' })).toBeVisible()
  await page
    .getByRole('button', { name: /of \d+ done$/ })
    .first()
    .click()
  await see('who does what')
  await closeDialogs(page)
  await page.getByRole('button', { name: 'Add a key date' }).click()
  await page.getByRole('button', { name: 'Add the key date' }).click()
  await see('new key date, without a title')
  await closeDialogs(page)
  await page
    .getByRole('button', { name: /, change$/ })
    .first()
    .click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await see('a key date being changed')
  await closeDialogs(page)
  const review = new PlanReview(page)
  await review.box.scrollIntoViewIfNeeded()
  await review.unfoldAll()
  await see('plan review, unfolded')
  await review.menuOfFirst()
  await see('plan review, menu of a finding')
  await page.keyboard.press('Escape')
}

/** Sharing, and what the others see: reader, dead link, cut off, with changes not sent. */
export async function walkTogether(person: NewPerson, look: (person: Person) => Look): Promise<void> {
  const dana = await person()
  const { page } = dana
  const see = look(dana)
  const plan = await new AppPage(dana).makePlan({ outcome: 'Invoices match by themselves' })
  await plan.isSynced()
  await plan.saveState(/^Saved on this device, synced/).click()
  await expect(page.getByRole('dialog', { name: 'What is saved and sent' })).toBeVisible()
  await see('what is saved and sent')
  await page.keyboard.press('Escape')

  const writing = await WhoWrites.open(page)
  await expect(writing.people('Quillmark')).toHaveCount(1)
  await see('who writes')
  await writing.close()

  const dialog = await ShareDialog.open(page)
  await see('share, its first link')
  await dialog.create.click()
  await expect(dialog.box.getByRole('alert')).toBeVisible()
  await see('share, role missing')
  await dialog.access.click()
  await expect(page.getByRole('menu')).toBeVisible()
  await see('share, which access')
  await page.keyboard.press('Escape')
  const managing = await dialog.createLink({ role: 'AP Director', name: 'Ingrid Solheim', access: 'Can manage' })
  await expect(dialog.box.getByRole('img', { name: /^QR code/ })).toBeVisible()
  await see('share, a link made')
  const reading = await makeLink(managing, { right: 'view', side: 'buyer', role: 'CFO', name: 'Astrid Nygaard' })
  await dialog.close()

  const astrid = await person()
  const seen = look(astrid)
  await astrid.open(reading)
  const executive = new ExecutivePage(astrid.page)
  await executive.isKept()
  await seen('executive page')
  await executive.forward.click()
  await expect(astrid.page.getByRole('dialog', { name: 'Forward this plan' })).toBeVisible()
  await seen('executive page, forward')
  await astrid.page.getByRole('textbox', { name: 'Name', exact: true }).press('Escape')
  await expect(astrid.page.getByRole('dialog')).toHaveCount(0)
  const readersPlan = await new AppPage(astrid).openLink(reading)
  await expect(astrid.page.getByText('Read-only for Astrid Nygaard')).toBeVisible()
  await seen('plan of a reader, folded')
  await unfoldAll(readersPlan)
  await seen('plan of a reader, unfolded')

  const ingrid = await person()
  const hers = await new AppPage(ingrid).openLink(managing)
  await hers.isSynced()
  await walkApart({ person: dana, plan, see }, { person: ingrid, plan: hers, see: look(ingrid) })
  await ingrid.goOffline()
  await hers.isOffline()
  await hers.milestone(1).rename('A number the board can use')
  await expect(hers.saveState(/ 1 waiting$/)).toBeVisible()
  const alone = look(ingrid)
  await alone('plan, offline with a change')

  const again = await ShareDialog.open(page)
  await again.revoke('AP Director – Ingrid Solheim')
  await expect(again.revokeQuestion).toBeVisible()
  await see('share, revoking one who made links')
  await again.revokeQuestion.getByRole('button', { name: 'Revoke', exact: true }).click()
  await expect(plan.notice(/ revoked, and 1 link made with it/)).toBeVisible()
  await again.box.getByRole('button', { name: '2 revoked links' }).click()
  await see('share, with revoked links')
  await again.close()

  await ingrid.goOnline()
  await expect(ingrid.page.getByRole('region', { name: 'Changes that were not sent' })).toBeVisible()
  await alone('plan, revoked with a change')
  await expect.poll(async () => (await callRelay(reading, 'GET', '/me')).status).not.toBe(200)
  const stranger = await person()
  await stranger.open(reading)
  await expect(stranger.page.getByRole('heading', { name: 'This link was revoked' })).toBeVisible()
  await look(stranger)('a dead link')
}

interface Walker {
  readonly person: Person
  readonly plan: PlanPage
  readonly see: Look
}

/** What waits here, what others did meanwhile, and a day that both set: one of the two is asked. */
async function walkApart(here: Walker, away: Walker): Promise<void> {
  const { page } = away.person
  await away.plan.isWhole()
  await hasLooked(page)
  await away.person.goOffline()
  await away.plan.isOffline()
  await away.plan.milestone(2).setDue('+30')
  await away.plan.benefit(3).fill('The board decides on its own numbers.')
  await WaitingChanges.open(away.plan)
  await away.see('what waits to be sent')
  await page.keyboard.press('Escape')
  await here.plan.milestone(2).setDue('+40')
  await here.plan.milestone(3).rename('Security answers nobody has to wait for')
  await here.plan.isSynced()
  await away.person.goOnline()
  await away.plan.isSynced()
  const card = new AwayCard(page)
  await expect(card.card).toBeVisible()
  await away.see('while you were away')
  const asked = ({ plan }: Walker) => plan.page.getByRole('group', { name: 'Set by both while apart' })
  await expect.poll(async () => (await asked(here).count()) + (await asked(away).count())).toBe(1)
  for (const each of [here, away]) {
    if ((await asked(each).count()) === 0) continue
    await each.see('a day that both set')
    await asked(each)
      .getByRole('button', { name: /leave it as it is$/ })
      .click()
  }
  await card.markAsRead()
}

/** Escape until nothing is open any more. */
async function closeDialogs(page: Page): Promise<void> {
  const dialogs = page.getByRole('dialog')
  await expect(async () => {
    if ((await dialogs.count()) > 0) await page.keyboard.press('Escape')
    expect(await dialogs.count()).toBe(0)
  }).toPass()
}
