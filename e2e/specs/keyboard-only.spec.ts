import type { Locator } from '@playwright/test'
import { AppPage } from '../pages/app-page.ts'
import { Palette } from '../pages/palette.ts'
import { PlanPage } from '../pages/plan-page.ts'
import { ShareDialog } from '../pages/share-dialog.ts'
import { expectVisibleFocus, tabTo } from '../support/keyboard.ts'
import { expect, test } from '../support/story.ts'
import { makes } from '../support/two-sides.ts'

test('from the empty first screen to a shared plan without touching a mouse', async ({ person }) => {
  const dana = await person()
  const { page } = dana
  const { keyboard } = page
  const field = (name: string) => page.getByRole('textbox', { name, exact: true })
  await dana.open('/')
  await expect(new AppPage(dana).firstScreen).toBeVisible()
  await tabTo(page, page.getByRole('link', { name: /^New plan/ }))
  await expectVisibleFocus(page, 'first screen')
  await keyboard.press('Enter')

  // A blank plan: its card is four arrows down, one stop for the whole group.
  await expect(page.getByRole('heading', { name: 'Start from the day it goes live' })).toBeVisible()
  await tabTo(page, page.getByRole('radio', { name: /^One team first/ }))
  for (let card = 0; card < 4; card += 1) await keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: /^Blank plan/ })).toBeChecked()
  await expectVisibleFocus(page, 'starting point')
  await tabTo(page, field('Buyer'))
  await keyboard.type('Halden Foods')
  await tabTo(page, field('Seller'))
  await keyboard.type('Quillmark')
  await tabTo(page, field('Outcome'))
  await keyboard.type('Invoices match by themselves')
  await tabTo(page, page.getByRole('radio', { name: /I am on the seller’s side/ }))
  await keyboard.press('Space')
  await tabTo(page, field('Your role'))
  await keyboard.type('Account executive')
  await tabTo(page, field('Your name'))
  await keyboard.type('Dana Okafor')
  await tabTo(page, field('Go-live'))
  await keyboard.type('+60')
  await keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: 'Create plan' }), 'back')
  await expectVisibleFocus(page, 'new plan')
  await keyboard.press('Enter')

  const plan = new PlanPage(page)
  await expect(plan.outline).toBeVisible()
  const before = (await plan.titles()).length

  // Milestones with Enter, steps with Tab.
  await tabTo(page, plan.outline.getByRole('button', { name: 'Add a milestone' }))
  await expectVisibleFocus(page, 'add a milestone')
  await keyboard.press('Enter')
  await keyboard.type('The board knows what it costs today')
  await keyboard.press('Enter')
  await keyboard.type('One team proves the saving')
  await keyboard.press('Enter')
  await keyboard.type('Pick the team')
  await keyboard.press('Tab')
  await expect(plan.step('Pick the team').title).toBeFocused()
  await keyboard.press('Enter')
  await keyboard.type('Count one week of invoices')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  const proves = plan.milestoneCalled('One team proves the saving')
  await expect(proves.row, 'Enter on an empty step leaves the list').toBeFocused()
  await expectVisibleFocus(page, 'a milestone')
  await expect
    .poll(async () => (await plan.titles()).slice(before))
    .toEqual(['The board knows what it costs today', 'One team proves the saving'])
  const number = before + 2
  await expect.poll(() => plan.stepTitles(number)).toEqual(['Pick the team', 'Count one week of invoices'])

  // Complete a step, open it again with the key of the text, and complete it with that one.
  await keyboard.press('ArrowDown')
  await expect(plan.step('Pick the team').row).toBeFocused()
  await keyboard.press('Space')
  await expect(plan.step('Pick the team').row).toHaveAccessibleName(/, done/)
  await keyboard.press('F2')
  await expect(plan.step('Pick the team').title).toBeFocused()
  await keyboard.press('ControlOrMeta+Enter')
  await expect(plan.step('Pick the team').row).not.toHaveAccessibleName(/, done/)
  await keyboard.press('ControlOrMeta+Enter')
  await expect(plan.step('Pick the team').row).toHaveAccessibleName(/, done/)
  await keyboard.press('Escape')

  // Move it, said aloud.
  await keyboard.press('Alt+ArrowDown')
  await expect.poll(() => plan.stepTitles(number)).toEqual(['Count one week of invoices', 'Pick the team'])
  await expect(plan.step('Pick the team').row).toBeFocused()
  await keyboard.press('ArrowUp')
  await keyboard.press('ArrowUp')
  await expect(proves.row).toBeFocused()
  await keyboard.press('Alt+ArrowUp')
  await expect(plan.said(`Milestone ${number} moved to place ${number - 1}`)).toHaveCount(1)
  await expect(proves.row).toBeFocused()
  await expect
    .poll(async () => (await plan.titles()).slice(before))
    .toEqual(['One team proves the saving', 'The board knows what it costs today'])

  // A date with D, typed.
  await keyboard.press('d')
  const day = page.getByRole('dialog', { name: 'Due date' }).getByRole('textbox', { name: /due date$/ })
  await expect(day).toBeFocused()
  await keyboard.type('+10')
  await keyboard.press('Enter')
  await expect(day).toHaveCount(0)
  await expect(proves.due).toHaveAccessibleName(/^due /)
  await expect(proves.row).toBeFocused()

  // An owner with @: role first, a new one; then its side; then its name.
  await keyboard.press('@')
  await expect(page.getByRole('combobox', { name: 'Which role owns it?' })).toBeFocused()
  await keyboard.type('AP Director')
  await keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: /^Which side has the role AP Director/ })).toBeFocused()
  await keyboard.type('Halden')
  await keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Who is AP Director?' })).toBeFocused()
  await keyboard.type('Ingrid Solheim')
  await keyboard.press('Enter')
  await expect(proves.row.getByRole('button', { name: /AP Director.*Ingrid Solheim/ })).toBeVisible()
  await expect(proves.row).toBeFocused()
  await plan.isSynced()

  // Share: a link for the CFO, copied.
  await tabTo(page, plan.share, 'back')
  await expectVisibleFocus(page, 'share')
  await keyboard.press('Enter')
  const dialog = ShareDialog.on(page)
  await dialog.isReady()
  await tabTo(page, dialog.role)
  await keyboard.type('CFO')
  await tabTo(page, dialog.name)
  await keyboard.type('Astrid Nygaard')
  await tabTo(page, dialog.access)
  await expectVisibleFocus(page, 'access')
  await keyboard.press('ArrowDown')
  await expect(page.getByRole('menuitemradio', { name: 'Can manage' })).toBeFocused()
  await keyboard.press('ArrowUp')
  await keyboard.press('Enter')
  await expect(dialog.access).toHaveAccessibleName('Access Can edit')
  await tabTo(page, dialog.create)
  await keyboard.press('Enter')
  await expect(dialog.link).toBeVisible()
  const link = await dialog.link.inputValue()
  await tabTo(page, dialog.box.getByRole('button', { name: 'Copy', exact: true }))
  await expectVisibleFocus(page, 'copy')
  await keyboard.press('Enter')
  await expect(plan.said('Link copied')).toHaveCount(1)
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(link)
  await keyboard.press('Escape')
  await expect(dialog.box).toHaveCount(0)
  await expect(plan.share, 'the focus is where it was').toBeFocused()

  // What the keys wrote is what the other one reads.
  const astrid = await new AppPage(await person()).openLink(link)
  await expect(astrid.outcome).toHaveValue('Invoices match by themselves')
  await expect
    .poll(async () => (await astrid.titles()).slice(before))
    .toEqual(['One team proves the saving', 'The board knows what it costs today'])
})

test('a plan is read and left with the keyboard alone, and undone with it', async ({ person }) => {
  const dana = await person()
  const { page } = dana
  const { keyboard } = page
  await dana.open('/')
  await tabTo(page, page.getByRole('button', { name: /^See a sample plan/ }))
  await keyboard.press('Enter')
  const plan = new PlanPage(page)
  await expect(plan.outline).toBeVisible()
  const titles = await plan.titles()

  // One stop for the whole list; the arrows walk it.
  await tabTo(page, plan.milestone(1).row)
  await keyboard.press('End')
  await expect(plan.milestone(titles.length).row).toBeFocused()
  await keyboard.press('Home')
  await keyboard.press('ArrowDown')
  await expect(plan.milestone(2).row).toBeFocused()
  await keyboard.press('ArrowRight')
  await expect(plan.milestone(2).row).toHaveAccessibleName(/, unfolded$/)
  await keyboard.press('ArrowLeft')
  await expect(plan.milestone(2).row).toHaveAccessibleName(/, folded$/)

  // Remove by the menu, and take it back.
  await keyboard.press('Shift+F10')
  const remove = page.getByRole('menuitem', { name: 'Remove' })
  await expect(remove).toBeVisible()
  await keyboard.press('End')
  await expect(remove).toBeFocused()
  await keyboard.press('Enter')
  await expect.poll(() => plan.titles()).toEqual(titles.filter((_, index) => index !== 1))
  await expectVisibleFocus(page, 'after removing')
  await keyboard.press('ControlOrMeta+z')
  await expect.poll(() => plan.titles()).toEqual(titles)

  // Tab moves on from the list, as everywhere, and never holds anybody in it.
  await plan.milestone(3).row.focus()
  await tabTo(page, page.getByRole('button', { name: 'Add a milestone' }))
  await tabTo(page, page.getByRole('link', { name: 'Plans', exact: true }), 'back')
  await keyboard.press('Enter')
  await expect(new AppPage(dana).row('Halden Foods and Quillmark')).toBeVisible()
  await keyboard.press('n')
  await expect(page).toHaveURL(/\/new$/)
})

test('the arrows go from text to text, and a slash commands at the caret', async ({ person }) => {
  const dana = await person()
  const { page } = dana
  const { keyboard } = page
  await new AppPage(dana).openHome()
  const plan = await new AppPage(dana).openSample()
  const third = plan.milestone(3)
  const priority = page.getByRole('textbox', { name: /^Priority of Halden/ })
  const [before = '', title = ''] = (await plan.titles()).slice(1, 3)

  // Down from the outcome into the value proposition, the priority, and from there into the first title; and back up.
  await plan.outcome.focus()
  await keyboard.press('ControlOrMeta+End')
  await keyboard.press('ArrowDown')
  await expect(plan.proposition).toBeFocused()
  // Its editor takes the keys once it is here.
  await expect(plan.proposition).toHaveAttribute('contenteditable', 'true')
  await keyboard.press('ControlOrMeta+End')
  await keyboard.press('ArrowDown')
  await expect(priority).toBeFocused()
  await keyboard.press('ControlOrMeta+End')
  await keyboard.press('ArrowDown')
  await expect(plan.milestone(1).title).toBeFocused()
  await keyboard.press('ArrowUp')
  await expect(priority).toBeFocused()
  await keyboard.press('ControlOrMeta+Home')
  await keyboard.press('ArrowUp')
  await expect(plan.proposition).toBeFocused()
  // A key on the heels of another, before the browser has told of where the caret went.
  await expect(plan.proposition).toHaveAttribute('contenteditable', 'true')
  await plan.proposition.evaluate((text) => {
    document.getSelection()?.selectAllChildren(text)
    document.getSelection()?.collapseToEnd()
    text.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }))
  })
  await expect(priority).toBeFocused()

  // Notes are begun with a command; a slash that is not taken stays a letter, one inside a word is one from the start.
  await third.writeAtEnd()
  await keyboard.type(' /')
  const commands = page.getByRole('combobox', { name: 'Commands for this line' })
  await expect(commands).toBeFocused()
  await keyboard.type('or')
  await keyboard.press('Escape')
  await keyboard.type(' and/or')
  await expect(third.title).toHaveValue(`${title} /or and/or`)
  await expect(commands).toHaveCount(0)
  await keyboard.type(' /')
  await expect(commands).toBeFocused()
  await keyboard.type('notes')
  await keyboard.press('Enter')
  await expect(plan.notes(3)).toBeFocused()
  await keyboard.type('What both sides know.')

  // Title, benefit, notes, first step: one below the other.
  await third.title.focus()
  await keyboard.press('ControlOrMeta+End')
  for (const text of [plan.benefit(3), plan.notes(3), plan.steps(3).first().getByRole('textbox')]) {
    await keyboard.press('ArrowDown')
    await expect(text).toBeFocused()
    await keyboard.press('ControlOrMeta+End')
  }

  // All of the text, then the line; and a command on the line.
  await third.title.focus()
  await keyboard.press('ControlOrMeta+a')
  await expect(third.title).toBeFocused()
  await keyboard.press('ControlOrMeta+a')
  await expect(third.row).toBeFocused()
  await keyboard.press('/')
  await expect(commands).toBeFocused()
  await keyboard.type('move up')
  await keyboard.press('Enter')
  // The space in front of the slash was typed as a space.
  await expect.poll(async () => (await plan.titles()).slice(1, 3)).toEqual([`${title} /or and/or `, before])
  await expect(plan.milestone(2).row).toBeFocused()
})

test('a key date of the buyer is one command away from any line, and the caret comes back to it', async ({
  person,
}) => {
  const { plan, person: dana } = await makes(person)
  const { page } = dana
  const { keyboard } = page
  await plan.isWhole()
  await plan.milestone(2).writeAtEnd()
  await keyboard.type(' /')
  await expect(page.getByRole('combobox', { name: 'Commands for this line' })).toBeFocused()
  await keyboard.type('key')
  await keyboard.press('Enter')
  const form = page.getByRole('dialog', { name: 'Add a key date' })
  await expect(form.getByRole('textbox').first()).toBeFocused()
  await keyboard.type('Audit begins')
  await keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^Audit begins/ })).toBeVisible()
  await expect(plan.milestone(2).title).toBeFocused()
  await (await Palette.open(page)).take('key date')
  await expect(form.getByRole('textbox').first()).toBeFocused()
  await keyboard.press('Escape')
  await expect(form).toHaveCount(0)
})

test('from the head and from notes too, the second time all is the whole plan', async ({ person }) => {
  const { plan, person: dana } = await makes(person, { outcome: 'Invoices match' })
  const { keyboard } = dana.page
  const selected = plan.said('The whole plan is selected. Copy takes it along.')
  const isPlan = async (row: Locator) => {
    await keyboard.press('ControlOrMeta+a')
    await expect(row).not.toBeFocused()
    await keyboard.press('ControlOrMeta+a')
    await expect(row).toBeFocused()
    await expect(selected).toHaveCount(1)
    await keyboard.press('Escape')
  }
  await plan.outcome.click()
  await isPlan(plan.milestone(1).row)
  await plan.proposition.click()
  await expect(plan.proposition).toHaveAttribute('contenteditable', 'true')
  await keyboard.type('Every week counts.')
  await isPlan(plan.milestone(1).row)
  await expect(plan.proposition).toHaveText('Every week counts.')
  await plan.milestone(2).unfold()
  await plan.milestone(2).item.getByRole('button', { name: 'Add notes' }).click()
  await expect(plan.notes(2)).toHaveAttribute('contenteditable', 'true')
  await keyboard.type('First.')
  await keyboard.press('Enter')
  await keyboard.type('Second.')
  await isPlan(plan.milestone(2).row)
})

test('all of the text, then the whole plan: copied as an outline, ended by the next key', async ({ person }) => {
  const { plan, person: dana } = await makes(person)
  const { page } = dana
  const { keyboard } = page
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await plan.milestone(2).title.click()
  await keyboard.press('ControlOrMeta+a')
  await keyboard.press('ControlOrMeta+a')
  await expect(plan.milestone(2).row).toBeFocused()
  await expect(plan.said('The whole plan is selected. Copy takes it along.')).toHaveCount(1)
  await keyboard.press('ControlOrMeta+c')
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^1\. .*\n[^]*\n8\. .*/)
  const titles = await plan.titles()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  for (const title of titles) expect(copied).toContain(title)
  // Nothing happens to a whole plan at once: the next key is the line's again.
  await keyboard.press('Delete')
  await keyboard.press('ArrowDown')
  await expect(plan.milestone(3).row).toBeFocused()
  expect(await plan.titles()).toEqual(titles)
})
