import { AppPage } from '../pages/app-page.ts'
import { PlanPage } from '../pages/plan-page.ts'
import { TemplatesPage } from '../pages/templates-page.ts'
import { expect, test } from '../support/story.ts'

test('a template is edited as a plan that never leaves the device, and goes back as its next version; the older one stays', async ({
  person,
}) => {
  const dana = await person()
  const { page } = dana
  const templates = new TemplatesPage(page)
  await dana.open('/templates')
  await templates.open('Renew and extend')
  await page.getByRole('button', { name: 'Make a variant' }).click()
  const dialog = page.getByRole('dialog', { name: 'A variant of Renew and extend' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Renewal in insurance')
  await dialog.getByRole('textbox', { name: 'Industry' }).fill('Insurance')
  await dialog.getByRole('button', { name: 'Make the variant' }).click()
  await templates.isOpen('Renewal in insurance')

  // Halfway, somebody reloads and looks elsewhere.
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  const draft = new PlanPage(page)
  await draft.milestone(1).rename('The claims of the first year, counted')
  await expect(page.getByText('You are editing a template')).toBeVisible()
  await expect(draft.share).toBeHidden()
  await page.reload()
  await expect(draft.milestone(1).title).toHaveValue('The claims of the first year, counted')
  await page.getByRole('link', { name: 'Back to the template' }).click()
  await expect(page.getByText('Changes to this template are not saved yet.')).toBeVisible()
  await expect(templates.milestones.first()).toHaveText('The first year’s value, agreed in numbers')
  const app = new AppPage(dana)
  await app.openHome()
  await expect(app.firstScreen).toBeVisible()

  await dana.open('/templates')
  await expect(templates.own).toContainText('changes not saved yet')
  await templates.open('Renewal in insurance')
  await page.getByRole('link', { name: 'Go on editing' }).click()
  await page.getByRole('button', { name: 'Save as version 2' }).click()
  await templates.isOpen('Renewal in insurance')
  await expect(templates.milestones.first()).toHaveText('The claims of the first year, counted')
  await expect(page.getByText('Changes to this template are not saved yet.')).toBeHidden()

  // What was only looked at is no version.
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await page.getByRole('button', { name: 'Save as version 3' }).click()
  await expect(templates.versions.getByRole('listitem')).toHaveCount(2)

  await templates.versions.getByRole('button', { name: 'Show version 1' }).click()
  await expect(templates.milestones.first()).toHaveText('The first year’s value, agreed in numbers')
  await templates.versions.getByRole('button', { name: 'Use it again as version 3' }).click()
  await expect(templates.versions.getByRole('listitem')).toHaveCount(3)
  await expect(page.getByText('Version 3', { exact: true }).first()).toBeVisible()
  await expect(templates.milestones.first()).toHaveText('The first year’s value, agreed in numbers')

  // Removed, and back with all of them, also in another tab.
  const other = await dana.newTab()
  await other.open('/templates')
  const others = new TemplatesPage(other.page)
  await expect(others.own.getByRole('link')).toHaveText('Renewal in insurance')
  await templates.more('Remove from this device')
  await expect(templates.own).toContainText('None yet')
  await expect(others.own).toContainText('None yet')
  await draft.notice('Renewal in insurance removed').getByRole('button', { name: 'Undo' }).click()
  await templates.open('Renewal in insurance')
  await expect(templates.versions.getByRole('listitem')).toHaveCount(3)

  // In a new plan it is found by its industry.
  await other.open('/new')
  await other.page.getByRole('button', { name: /Any industry/ }).click()
  await other.page.getByRole('menuitemradio', { name: 'Insurance' }).click()
  await expect(other.page.getByRole('radio', { name: /^Renewal in insurance/ })).toBeVisible()
})
