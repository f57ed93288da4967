import { AppPage } from '../pages/app-page.ts'
import { Palette } from '../pages/palette.ts'
import { expectVisibleFocus } from '../support/keyboard.ts'
import { expect, test } from '../support/story.ts'
import { joins, makes, OUTCOME, sendLink } from '../support/two-sides.ts'

test('whatever is in a plan is a few letters away: a milestone, a folded step, a role, an action', async ({
  person,
}) => {
  const dana = await person()
  const { page } = dana
  const app = new AppPage(dana)
  await app.openHome()
  const plan = await app.openSample()
  await plan.isWhole()

  // From the middle of a text, which has the keyboard again when nothing is taken.
  await plan.milestone(1).title.click()
  const first = await Palette.open(page)
  await expect(page.getByRole('group', { name: 'In this plan' }).getByRole('option')).toHaveCount(8)
  await first.close()
  await expect(plan.milestone(1).title).toBeFocused()

  await (await Palette.open(page)).take('invo match')
  await expect(plan.milestone(2).row).toBeFocused()
  await expectVisibleFocus(page, 'the milestone that was looked for')
  await expect(plan.milestone(2).row).toBeInViewport()

  await (await Palette.open(page)).take('42 secur')
  await expect(plan.step('Halden’s 42 security questions answered').row).toBeFocused()
  await expect(plan.step('Halden’s 42 security questions answered').row).toBeInViewport()

  await (await Palette.open(page)).take('dvorak')
  await expect(page.getByRole('button', { name: /IT Security Lead$/ })).toBeFocused()

  await (await Palette.open(page)).take('agenda')
  await expect(page.getByRole('dialog')).toContainText('Agenda')
  await page.keyboard.press('Escape')

  // What was used lately stands first; what cannot be done now is not there.
  const rest = await Palette.open(page)
  await expect(page.getByRole('group', { name: 'Recent' }).getByRole('option').first()).toContainText('Agenda')
  await page.keyboard.type('undo')
  await expect(page.getByRole('status').filter({ hasText: 'Nothing here is called that' })).toBeVisible()
  await rest.close()

  await (await Palette.open(page)).take('new milestone')
  await page.keyboard.type('The board has seen the number')
  await expect(plan.milestoneCalled('The board has seen the number').title).toBeFocused()
  await (await Palette.open(page)).take('undo')
  await expect(plan.milestoneCalled('The board has seen the number').row).toHaveCount(0)

  // The same on every page, with the way back.
  await (await Palette.open(page)).take('all plans')
  await expect(app.plans).toBeVisible()
  await page.getByRole('button', { name: 'Search' }).click()
  const palette = new Palette(page)
  await expect(palette.field).toBeFocused()
  await palette.take('supplier inv')
  await expect(plan.outline).toBeVisible()
})

test('all keys are one key away, and only those that do something for who reads', async ({ person }) => {
  const dana = await makes(person, { outcome: OUTCOME })
  const reading = await sendLink(dana, {
    side: 'Halden Foods',
    role: 'CFO',
    name: 'Astrid Nygaard',
    access: 'Read-only',
  })
  await dana.plan.milestone(1).select()
  await dana.person.page.keyboard.press('?')
  const sheet = dana.person.page.getByRole('dialog', { name: 'Keys' })
  await expect(sheet.getByRole('heading', { level: 3 })).toHaveText([
    'Everywhere',
    'On a line of the plan',
    'In a title or benefit',
  ])
  await dana.person.page.keyboard.press('Escape')
  await expect(dana.plan.milestone(1).row).toBeFocused()
  // In a text it is a letter.
  await dana.plan.milestone(1).writeAtEnd()
  await dana.person.page.keyboard.type('?')
  await expect(dana.plan.milestone(1).title).toHaveValue(/\?$/)
  await expect(sheet).toHaveCount(0)

  const astrid = await joins(person, reading)
  const { page } = astrid.person
  await astrid.plan.isWhole()
  await astrid.plan.outline.getByRole('group', { name: /^Milestone 1, / }).focus()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' }).getByRole('heading', { level: 3 })).toHaveText([
    'Everywhere',
    'On a line of the plan',
  ])
  await page.keyboard.press('Escape')
  await Palette.open(page)
  const actions = page.getByRole('group', { name: 'Actions' }).getByRole('option')
  await expect(actions.filter({ hasText: /^(New milestone|Undo|Redo|Removed|Calendar)/ })).toHaveCount(0)
  await expect(actions.filter({ hasText: 'Unfold all' })).toHaveCount(1)
})
