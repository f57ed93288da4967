// The relay wants a newer app: the page is loaded again once by itself, and never at the price of a keystroke.
import { AppPage } from '../pages/app-page.ts'
import { expect, test } from '../support/story.ts'

const APP_TOO_OLD = 4426

test('an app that the relay finds too old is loaded again once, keeps what was typed, and then says what to do', async ({
  person,
  relay,
}) => {
  const dana = await person()
  const app = new AppPage(dana)
  await app.openHome()
  // Without the relay the page loads again only from what the device keeps of the app.
  await expect(dana.page.getByText('Ready to work, online or off')).toBeVisible()
  const plan = await app.makePlan()
  await plan.isSynced()

  // Typed while there is no relay; when it is back it refuses every socket of this app's version.
  await relay.kill()
  await plan.milestone(1).rename('What invoices cost today')
  await plan.isOffline()
  let loads = 0
  dana.page.on('load', () => (loads += 1))
  await dana.context.routeWebSocket(/\/sync\//, (socket) => socket.close({ code: APP_TOO_OLD, reason: 'too old' }))
  await dana.page.reload()
  await relay.startAgain()

  // Asked for once by the story and once by the app; and it does not go on and on.
  await expect.poll(() => loads, { timeout: 30_000 }).toBe(2)
  const says = plan.saveState('Reload for the new version')
  await expect(says).toBeVisible({ timeout: 30_000 })
  await expect(plan.outline).toContainText('What invoices cost today')

  await says.click()
  await dana.page.getByRole('button', { name: 'Reload the page' }).click()
  await expect.poll(() => loads).toBe(3)
  await expect(says).toBeVisible({ timeout: 30_000 })
  await expect(plan.outline).toContainText('What invoices cost today')
  expect(loads).toBe(3)
})
