import { AppPage } from '../pages/app-page.ts'
import { joins, OUTCOME, sendLink } from '../support/two-sides.ts'
import { expect, test } from '../support/story.ts'

test.use({ relayEnv: { MILEPOST_CREATE_TOKEN: 'brass-lantern-42' } })

test('a relay that asks for its create token: the plan stays on the device until the token is typed, then it syncs', async ({
  person,
}) => {
  const dana = await person()
  const app = new AppPage(dana)
  const plan = await app.makePlan({ outcome: OUTCOME })
  const state = plan.saveState(/^Kept on this device; this relay asks for its create token/)
  await expect(state).toBeVisible()

  // It is a whole plan all the same: written, kept, still here after a reload.
  await plan.outcome.fill('Invoices match, also without a relay')
  await plan.addMilestone('The relay lets us in')
  await dana.page.reload()
  await expect(plan.outcome).toHaveValue('Invoices match, also without a relay')
  await expect(plan.milestoneCalled('The relay lets us in').title).toBeVisible()

  await state.click()
  const panel = dana.page.getByRole('dialog', { name: 'What is saved and sent' })
  await expect(panel).toContainText('This relay asks for its create token')
  const token = panel.getByRole('textbox', { name: 'Create token' })
  await expect(token).toBeFocused()
  await token.fill('brass-lantern-41')
  await token.press('Enter')
  await expect(state, 'a wrong one changes nothing').toBeVisible()
  await state.click()
  await token.fill('brass-lantern-42')
  await panel.getByRole('button', { name: 'Send the plan' }).click()
  await plan.isSynced()

  const link = await sendLink({ person: dana, app, plan }, { side: 'Halden Foods', role: 'CFO', access: 'Can edit' })
  const cfo = await joins(person, link)
  await expect(cfo.plan.outcome).toHaveValue('Invoices match, also without a relay')
  await expect(cfo.plan.milestoneCalled('The relay lets us in').title).toBeVisible()

  // Typed once is enough for this relay.
  await dana.open('/new')
  await dana.page.getByRole('textbox', { name: 'Buyer', exact: true }).fill('Fjordlys')
  await dana.page.getByRole('textbox', { name: 'Seller', exact: true }).fill('Quillmark')
  await dana.page.getByRole('button', { name: 'Create plan' }).click()
  await expect(plan.outcome).toHaveValue('')
  await plan.isSynced()
})
