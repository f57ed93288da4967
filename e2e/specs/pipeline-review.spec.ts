import { AppPage } from '../pages/app-page.ts'
import { manyPlans } from '../support/many-plans.ts'
import { expect, test } from '../support/story.ts'
import { makes, sendLink } from '../support/two-sides.ts'

test('a manager reviews one plan after the other, and every statement leads to where it was read from', async ({
  person,
}) => {
  const dana = await makes(person, { start: 'One team first', goLive: '+60' })
  const link = await sendLink(dana, { side: 'Quillmark', role: 'Sales manager', access: 'Can edit' })
  const links = await manyPlans(link, [
    { buyer: 'Northgate', title: 'One purchasing desk', slipped: 14 },
    { buyer: 'Castelo', title: 'Store invoices settled', later: 30 },
  ])
  const kofi = await person()
  const app = new AppPage(kofi)
  const { page } = kofi
  for (const each of links) await (await app.openLink(each)).isSynced()
  await app.openHome()
  await page.getByRole('link', { name: 'Review the plans' }).click()

  // What is off its agreed date comes first.
  const article = page.getByRole('article')
  await expect(article.getByRole('heading', { level: 2 })).toHaveText('Northgate and Quillmark')
  await expect(page.getByText('1 of 2')).toBeVisible()
  await expect(article.getByText(/working days off it/)).toBeVisible()
  await expect(article.getByText(/^Nobody has the role yet: .* at Northgate/)).toBeVisible()
  await expect(article.getByText(/^Northgate has called 0 of \d+ milestones right for them/)).toBeVisible()
  await expect(article.getByText('No priority of Northgate is named: what do they put this before?')).toBeVisible()
  const legal = article.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Legal', exact: true }) })
  await expect(legal).toContainText('who?')

  // Not one of them without.
  const place = page.getByRole('link', { name: /^Seen in: / })
  await expect(article.getByRole('listitem').filter({ hasNot: place })).toHaveCount(0)
  await expect(article.getByRole('row').filter({ has: page.getByRole('cell'), hasNot: place })).toHaveCount(0)
  await expect(article.getByRole('listitem').filter({ has: place })).not.toHaveCount(0)

  await page.keyboard.press('j')
  await expect(article.getByRole('heading', { level: 2 })).toHaveText('Castelo and Quillmark')
  await expect(article.getByText('Its dates are not agreed yet.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Next plan' })).toHaveCount(0)
  await page.keyboard.press('k')
  await expect(article.getByRole('heading', { level: 2 })).toHaveText('Northgate and Quillmark')

  const seen = article.getByRole('link', { name: /^Seen in: Milestone 1:/ }).first()
  await seen.click()
  await expect(page).toHaveTitle(/One purchasing desk/)
  await expect(page.locator(':focus')).toHaveAccessibleName(/^Milestone 1/)
  await page.goBack()
  await expect(article).toBeVisible()

  // What both sides agreed on, and who has a function, are places too.
  await article.getByRole('link', { name: 'Seen in: Agreement' }).first().click()
  await expect(page).toHaveTitle(/One purchasing desk/)
  await expect(page.locator(':focus')).toContainText(/agreed|offer/i)
  await page.goBack()
  await legal.getByRole('link', { name: /^Seen in: / }).click()
  await expect(page.locator(':focus')).toHaveAccessibleName(/Contract and data protection reviewer/)
  await page.goBack()
  await expect(article).toBeVisible()
})
