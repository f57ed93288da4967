import { AppPage } from '../pages/app-page.ts'
import { ShareDialog } from '../pages/share-dialog.ts'
import { DANA, INGRID, joins } from '../support/two-sides.ts'
import { expect, test } from '../support/story.ts'

test('a plan made while the relay is down is whole on the device, and shared once the relay is back', async ({
  person,
  relay,
}) => {
  const dana = await person()
  const app = new AppPage(dana)
  await app.openHome()
  await expect(dana.page.getByText('Ready to work, online or off')).toBeVisible()
  await relay.kill()

  const plan = await app.makePlan({ outcome: 'Invoices paid on time', start: 'Renew and extend', goLive: '+90' })
  await plan.isOffline()
  await expect(plan.outline.getByRole('group', { name: /^Milestone \d+, / })).toHaveCount(7)
  await plan.milestone(1).rename('Made in a train')
  await dana.page.reload()
  await expect(plan.milestone(1).title).toHaveValue('Made in a train')

  // A link is the relay's to make: the dialog says so, and the plan goes on.
  await plan.share.click()
  const dialog = ShareDialog.on(dana.page)
  await expect(dialog.box.getByText('The links cannot be shown now')).toBeVisible()
  await relay.startAgain()
  await dialog.box.getByRole('button', { name: 'Try again' }).click()
  await dialog.isReady()
  const link = await dialog.createLink({ role: 'AP Director', name: INGRID })
  await dialog.close()
  await plan.isSynced()

  const ingrid = await joins(person, link)
  await ingrid.plan.isSynced()
  await expect(ingrid.plan.outcome).toHaveValue('Invoices paid on time')
  await expect(ingrid.plan.milestone(1).title).toHaveValue('Made in a train')
  await expect(ingrid.plan.here.getByRole('img', { name: DANA })).toBeVisible()
  await expect.poll(() => ingrid.plan.everything()).toBe(await plan.everything())
})
