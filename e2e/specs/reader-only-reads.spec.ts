import { linkParts } from '../support/relay-calls.ts'
import { makes, OUTCOME, sendLink } from '../support/two-sides.ts'
import { AppPage } from '../pages/app-page.ts'
import { editControls } from '../support/edit-controls.ts'
import { StockClient } from '../support/stock-client.ts'
import { expect, test } from '../support/story.ts'

test('a reader sees the whole plan and not one control that changes it', async ({ person }) => {
  const dana = await makes(person, { outcome: OUTCOME })
  const link = await sendLink(dana, { side: 'Halden Foods', role: 'CFO', name: 'Astrid Nygaard', access: 'Read-only' })
  expect(linkParts(link).page, 'readers get the light page').toBe('v')

  const astrid = await person()
  await astrid.open(link)
  await expect(astrid.page.getByText('Read-only for Astrid Nygaard')).toBeVisible()
  await expect(astrid.page.getByRole('heading', { level: 1 })).toHaveText(OUTCOME)
  await expect(astrid.page, 'the link stays a bookmark').toHaveURL(link)

  const plan = await new AppPage(astrid).openLink(link)
  await expect(astrid.page.getByText('Read-only for Astrid Nygaard')).toBeVisible()
  await expect(astrid.page.getByRole('heading', { level: 1 })).toHaveText(OUTCOME)
  await plan.outline.getByRole('button', { name: 'Unfold all' }).click()
  await expect(plan.outline.getByRole('group', { name: /^Milestone 8, .*unfolded$/ })).toBeVisible()
  await expect(plan.steps(1).first()).toBeVisible()

  expect(await editControls(astrid.page)).toEqual([])
  // The keys that change a plan change nothing either.
  await plan.outline.getByRole('group', { name: /^Milestone 1, / }).focus()
  const before = await plan.everything()
  for (const key of ['Enter', ' ', 'Alt+ArrowDown', 'd', '@', 'Delete', 'Backspace', 'F2', 'ControlOrMeta+Enter']) {
    await astrid.page.keyboard.press(key)
  }
  expect(await plan.everything()).toBe(before)
  expect(await editControls(astrid.page)).toEqual([])

  // The bookmark opens it again, also later and in the same browser.
  await astrid.page.goto('about:blank')
  await new AppPage(astrid).openLink(link)
  expect(await editControls(astrid.page)).toEqual([])
})

test('a link for reading opens a page that only reads, also for somebody who may write; from there one goes on to write', async ({
  person,
}) => {
  const dana = await makes(person, { outcome: OUTCOME })
  const reading = await sendLink(dana, { side: 'Halden Foods', role: 'CFO', access: 'Read-only' })
  const { page } = dana.person
  await dana.person.open(reading)
  await expect(page.getByText('Read-only for Dana Okafor')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(OUTCOME)
  await expect(page.getByRole('button')).toHaveText(['Forward', 'Print'])
  await expect(page.getByRole('textbox')).toHaveCount(0)

  await page.getByRole('link', { name: 'See the whole plan' }).click()
  await dana.plan.milestone(1).rename('Numbers the board can use')
  await dana.plan.isSynced()
  await dana.app.openHome()
  await dana.app.openPlan('Halden Foods and Quillmark')
  await expect(dana.plan.outcome, 'the list leads to the page to work on').toHaveValue(OUTCOME)
})

test('a program that writes with a reader’s secret is shut out, and nobody ever sees what it wrote', async ({
  person,
}) => {
  const dana = await makes(person, { outcome: OUTCOME })
  const reading = await sendLink(dana, { side: 'Halden Foods', role: 'CFO', access: 'Read-only' })
  const writing = await sendLink(dana, { side: 'Halden Foods', role: 'AP Director', access: 'Can edit' })
  const reader = await person()
  await reader.open(reading)

  const forger = await StockClient.join(reading)
  expect(forger.title).toBe(OUTCOME)
  forger.writeTitle('FORGED ')
  expect(await forger.ended).toBe(4403)
  forger.leave()

  // Whoever may write is heard right after, so what the other one wrote had every chance to arrive before.
  const writer = await StockClient.join(writing)
  writer.writeTitle('All ')
  const honest = `All ${OUTCOME}`
  await expect(dana.plan.outcome).toHaveValue(honest)
  await expect(reader.page.getByRole('heading', { level: 1 })).toHaveText(honest)
  const fresh = await person()
  await fresh.open(reading)
  await expect(fresh.page.getByRole('heading', { level: 1 })).toHaveText(honest)
  writer.leave()
})
