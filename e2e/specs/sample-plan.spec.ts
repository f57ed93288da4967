import { AppPage } from '../pages/app-page.ts'
import { expect, test } from '../support/story.ts'

test('the sample plan opens with one click, can be played with, and never reaches the relay', async ({ person }) => {
  const reader = await person()
  const asked: string[] = []
  reader.context.on('request', (request) => {
    if (/\/(api|sync)\//.test(request.url())) asked.push(request.url())
  })
  reader.context.on('page', (page) => page.on('websocket', (socket) => asked.push(socket.url())))
  reader.page.on('websocket', (socket) => asked.push(socket.url()))

  const app = new AppPage(reader)
  await app.openHome()
  await expect(app.firstScreen).toBeVisible()
  const plan = await app.openSample()
  await expect(plan.outline.getByRole('group', { name: /^Milestone \d+, / })).toHaveCount(8)
  await expect(plan.saveState('Saved on this device')).toBeVisible()
  await expect(plan.share).toHaveCount(0)

  await plan.addMilestone('Played with')
  await plan.milestone(1).rename('Every invoice is paid in time')
  await plan.milestone(8).setDue('+70')
  await reader.page.reload()
  await expect(plan.milestone(1).title).toHaveValue('Every invoice is paid in time')
  await expect(plan.saveState('Saved on this device')).toBeVisible()

  // Home says what it is, and offers no second one.
  await app.openHome()
  await expect(app.row('Halden Foods and Quillmark')).toContainText('Sample, on this device only')
  await expect(app.firstScreen).toHaveCount(0)

  // In another tab, and after a turn without a network, it is as quiet.
  const tab = await reader.newTab()
  await tab.open('/')
  await new AppPage(tab).openPlan('Halden Foods and Quillmark')
  await reader.goOffline()
  await reader.goOnline()
  await tab.page.reload()
  await expect(tab.page.getByRole('region', { name: 'Plan', exact: true })).toBeVisible()
  expect(asked).toEqual([])
})
