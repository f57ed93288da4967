import { readFile } from 'node:fs/promises'
import { AppPage } from '../pages/app-page.ts'
import { saveAsTemplate, TemplatesPage } from '../pages/templates-page.ts'
import { expect, test } from '../support/story.ts'

test('a plan that went well becomes a template, which goes by file and by link to a colleague, who starts a plan from it', async ({
  person,
}) => {
  const dana = await person()
  const app = new AppPage(dana)
  const plan = await app.makePlan({ start: 'Proof of value', outcome: 'Invoices match', goLive: '+120' })
  await plan.milestone(2).rename('Halden’s data is safe with Quillmark')
  await plan.addMilestone('Works council agrees')

  const dialog = await saveAsTemplate(dana.page)
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Proof in the food industry')
  await dialog.getByRole('textbox', { name: 'Industry' }).fill('Food')
  // The one text that names somebody, with what will stand there.
  const names = dialog.getByRole('group', { name: '1 text with a name of this deal' })
  await expect(names).toContainText('The buyer’s data is safe with the seller')
  await dialog.getByRole('button', { name: 'Save template' }).click()
  await dana.page.getByRole('link', { name: 'Open the template' }).click()

  const danas = new TemplatesPage(dana.page)
  await danas.isOpen('Proof in the food industry')
  await expect(danas.milestones.nth(1)).toHaveText('The buyer’s data is safe with the seller')
  const link = await danas.link()
  const [download] = await Promise.all([dana.page.waitForEvent('download'), danas.more('Save as a file')])
  expect(download.suggestedFilename()).toBe('proof-in-the-food-industry.milepost-template.json')
  const file = await readFile(await download.path(), 'utf8')
  expect(file).not.toMatch(/Halden|Quillmark|Dana|\d{4}-\d\d-\d\d/u)

  // Kai has never been here. The link shows all of it, also after a reload, and nothing is kept before he says so.
  const kai = await person()
  await kai.open(link)
  const kais = new TemplatesPage(kai.page)
  await kais.isOpen('Proof in the food industry')
  await kai.page.reload()
  await kais.isOpen('Proof in the food industry')
  await expect(kais.milestones).toHaveCount(9)
  await kai.page.getByRole('button', { name: 'Not now' }).click()
  await expect(kais.own).toContainText('None yet')

  // A file that is something else changes nothing, and says so.
  await kais.openFile('plan.json', '{"format":"milepost-plan/1"}')
  await expect(kai.page.getByRole('alert')).toContainText('This file brings no template')
  await kai.page.getByRole('button', { name: 'All right' }).click()
  await kais.openFile('from-dana.json', file)
  await kai.page.getByRole('button', { name: 'Keep this template' }).click()
  await kais.isOpen('Proof in the food industry')
  await expect(kais.versions).toContainText('Version 1')

  // What is known is known.
  await kai.open(link)
  await expect(kai.page.getByText('You have this template already.')).toBeVisible()
  await kai.page.getByRole('link', { name: 'Open it' }).click()

  await kai.page.getByRole('link', { name: 'New plan from it' }).click()
  await expect(kai.page.getByRole('radio', { name: /^Proof in the food industry/ })).toBeChecked()
  await kai.page.getByRole('textbox', { name: 'Buyer', exact: true }).fill('Orrinlake')
  await kai.page.getByRole('textbox', { name: 'Seller', exact: true }).fill('Quillfern')
  await kai.page.getByRole('textbox', { name: 'Your role' }).fill('Account executive')
  await kai.page.getByRole('button', { name: 'Create plan' }).click()
  await expect(kai.page.getByText('Starting point only, change it. Orrinlake has changed nothing yet.')).toBeVisible()
  await expect(plan.page.getByRole('heading', { level: 1 })).toBeVisible()
  await kai.page.getByRole('textbox', { name: /^Title of milestone 9/ }).waitFor()
})
