import { LinkPage } from '../pages/link-page.ts'
import { ShareDialog } from '../pages/share-dialog.ts'
import { callRelay, makeLink } from '../support/relay-calls.ts'
import { INGRIDS_LINK, joins, makes, OUTCOME, sendLink } from '../support/two-sides.ts'
import { expect, test } from '../support/story.ts'

test('a link that has run out says so when it is opened, and to somebody who has the plan open', async ({ person }) => {
  const dana = await makes(person, { outcome: OUTCOME })
  const managing = await sendLink(dana, { side: 'Halden Foods', role: 'AP Director', access: 'Can manage' })
  // Long enough to be opened on a busy machine, short enough to be waited for.
  const link = await makeLink(managing, { right: 'edit', side: 'buyer', role: 'CFO', expiresAt: Date.now() + 15_000 })
  const guest = await joins(person, link)
  await expect(guest.plan.outcome).toHaveValue(OUTCOME)
  await expect.poll(async () => (await callRelay(link, 'GET', '/me')).status, { timeout: 30_000 }).not.toBe(200)

  const page = (await person()).page
  await page.goto(link)
  const late = new LinkPage(page)
  await expect(late.heading).toHaveText('This link has run out')
  await expect(late.words).toContainText('limited time')
  await expect(page.getByText(OUTCOME)).toHaveCount(0)
  await late.allPlans.click()
  await expect(page).toHaveURL(/\/$/)

  await expect(guest.plan.saveState('Your link has expired')).toBeVisible()
  await expect(guest.person.page.getByRole('heading', { level: 1 })).toHaveText(OUTCOME)
  await expect(guest.plan.outcome).toHaveCount(0)
})

test('a revoked link opened fresh says so and shows nothing of the plan; given back, it opens', async ({ person }) => {
  const dana = await makes(person, { outcome: OUTCOME })
  const link = await sendLink(dana, { side: 'Halden Foods', role: 'AP Director', name: 'Ingrid Solheim' })
  const dialog = await ShareDialog.open(dana.person.page)
  await dialog.revoke(INGRIDS_LINK)
  await expect(dana.plan.notice(`Link of ${INGRIDS_LINK} revoked`)).toBeVisible()

  const ingrid = await person()
  await ingrid.open(link)
  const dead = new LinkPage(ingrid.page)
  await expect(dead.heading).toHaveText('This link was revoked')
  await expect(ingrid.page.getByText(OUTCOME)).toHaveCount(0)
  await expect(ingrid.page).toHaveTitle(/Milepost/)

  await dialog.box.getByRole('button', { name: '1 revoked link' }).click()
  const revoked = dialog.box.getByRole('region', { name: 'Revoked links' })
  await expect(revoked).toContainText(INGRIDS_LINK)
  await revoked.getByRole('button', { name: /^Give back the link of/ }).click()
  await expect(revoked).toHaveCount(0)
  await dead.tryAgain.click()
  await expect(ingrid.page.getByRole('textbox', { name: 'Outcome of the plan' })).toHaveValue(OUTCOME)
})
