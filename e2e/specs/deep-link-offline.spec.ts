import { AppPage } from '../pages/app-page.ts'
import { PlanPage } from '../pages/plan-page.ts'
import { twoSides } from '../support/two-sides.ts'
import { expect, test } from '../support/story.ts'

test('after one visit the plan opens by its address with the relay gone, takes edits, and sends them when the relay is back', async ({
  person,
  relay,
}) => {
  const { dana, ingrid } = await twoSides(person, { outcome: 'Invoices paid on time from October' })
  await ingrid.person.page.getByRole('link', { name: 'Milepost, all plans' }).click()
  await expect(ingrid.person.page.getByText('Ready to work, online or off')).toBeVisible()
  await relay.stop()

  // By deep link, in a tab that has never been there.
  const tab = await ingrid.person.newTab()
  await ingrid.person.page.close()
  await tab.open(`/p/${dana.plan.planId}`)
  const reopened = new PlanPage(tab.page)
  await expect(reopened.outcome).toHaveValue('Invoices paid on time from October')
  await reopened.isOffline()
  await reopened.milestone(1).rename('Written in a train without a network')
  await expect(reopened.saveState(/^Offline, saved on this device.*1 waiting$/)).toBeVisible()
  await tab.page.reload()
  await expect(reopened.milestone(1).title).toHaveValue('Written in a train without a network')

  // The list of plans too, with what waits.
  await tab.open('/')
  const list = new AppPage(tab)
  const row = list.row('Halden Foods and Quillmark')
  await expect(row).toContainText('Invoices paid on time from October')
  await expect(row).toContainText('1 waiting to be sent')
  const opened = await list.openPlan('Halden Foods and Quillmark')
  await opened.isOffline()

  await relay.startAgain()
  await opened.isSynced()
  await dana.plan.isSynced()
  await expect(dana.plan.milestone(1).title).toHaveValue('Written in a train without a network')
  await tab.open('/')
  await expect(row).toContainText('Invoices paid on time from October')
  await expect(row).not.toContainText('waiting to be sent')
})
