import { AppPage } from '../pages/app-page.ts'
import {
  expectFingerSize,
  expectNoBarriers,
  expectNoBarriersInTheDark,
  expectNoSidewaysScroll,
} from '../support/barriers.ts'
import { manyPlans } from '../support/many-plans.ts'
import { makeLink } from '../support/relay-calls.ts'
import { expect, test } from '../support/story.ts'
import { joins, makes, sendLink } from '../support/two-sides.ts'

test('a manager sees which plans of a template no buyer has shaped, and gets from each difference to its line', async ({
  person,
}) => {
  const dana = await makes(person, { start: 'One team first', goLive: '+60' })
  const link = await sendLink(dana, { side: 'Quillmark', role: 'Sales manager', access: 'Can edit' })
  const [northgate = '', castelo = ''] = await manyPlans(link, [{ buyer: 'Northgate' }, { buyer: 'Castelo' }])

  const kofi = await person()
  const app = new AppPage(kofi)
  const { page } = kofi
  await (await app.openLink(link)).isSynced()
  await app.openHome()
  // With one plan there is nothing to compare, and the address says why.
  await expect(page.getByRole('link', { name: 'Compare plans' })).toHaveCount(0)
  await kofi.open('/compare')
  await expect(
    page.getByText('One plan on this device began with One team first. It takes two to compare.'),
  ).toBeVisible()
  await expectNoBarriers(page, 'compare, nothing yet')

  // Castelo makes its plan its own.
  const grant = { right: 'edit', side: 'buyer', role: 'AP Director', name: 'Ingrid Solheim' } as const
  const ingrid = await joins(person, await makeLink(castelo, grant))
  await ingrid.plan.milestone(1).rename('Castelo agrees what late invoices cost')
  for (const at of [1, 2, 3, 4, 5]) await ingrid.plan.addStep(2, `The works council is heard, part ${at}`)
  await ingrid.plan.isSynced()

  for (const each of [northgate, castelo]) await (await app.openLink(each)).isSynced()
  await app.openHome()
  await page.getByRole('link', { name: 'Compare plans' }).click()
  await expect(page).toHaveURL(/\/compare$/)
  await expect(page.getByText('One pair of plans is near-identical.')).toBeVisible()
  const alike = page.getByRole('region', { name: 'Near-identical' })
  await expect(alike.getByRole('listitem')).toHaveCount(1)
  await expect(alike).toContainText(/Nothing differs in \d+ lines/)
  await expect(alike).toContainText(/Neither (Halden Foods|Northgate) nor (Halden Foods|Northgate) wrote anything/)

  const others = page.getByRole('region', { name: 'Against each other' })
  await expect(others.getByText(/^6 of \d+ lines differ$/)).toHaveCount(2)
  const plan = page.getByRole('article', { name: 'Castelo' })
  // Whoever shared it added the manager’s role.
  await expect(plan).toContainText(/7 of \d+ lines differ/)
  await expect(plan).toContainText('Castelo wrote 6 of it.')
  await expect(page.getByRole('article', { name: 'Northgate' })).toContainText(
    /1 of \d+ lines differs.*Northgate wrote nothing that differs/,
  )
  await expect(page.getByText(/^Who wrote what is what people said of themselves/)).toBeVisible()

  // With the keyboard alone: to the differences, into them, and to the line.
  const differences = plan.locator('summary')
  await differences.focus()
  await page.keyboard.press('Enter')
  await expect(plan.getByText('Milestone reworded')).toBeVisible()
  await expectNoBarriersInTheDark(page, 'compare')
  await expectNoBarriers(page, 'compare')
  await plan
    .getByRole('listitem')
    .filter({ hasText: 'Castelo agrees what late invoices cost' })
    .getByRole('link')
    .focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/p\//)
  await expect(page.locator(':focus')).toHaveAccessibleName(/^Milestone 1, Castelo agrees what late invoices cost/)
  await page.goBack()

  await page.setViewportSize({ width: 390, height: 844 })
  await expect(plan).toBeVisible()
  await plan.locator('summary').click()
  await others.locator('summary').first().click()
  await expectNoSidewaysScroll(page, 'compare, phone')
  await expectFingerSize(page, 'compare, phone')

  // From the template as well.
  await page.getByRole('link', { name: 'One team first', exact: true }).click()
  await page.getByRole('link', { name: 'Compare the last plans that began with it (3 on this device)' }).click()
  await expect(page).toHaveURL(/\/compare\/one-team-first$/)
  await expect(plan).toBeVisible()
})
