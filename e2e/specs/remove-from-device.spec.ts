import { LinkPage } from '../pages/link-page.ts'
import { linkParts } from '../support/relay-calls.ts'
import { keptOnDisk } from '../support/kept-on-disk.ts'
import { twoSides } from '../support/two-sides.ts'
import { expect, test } from '../support/story.ts'

const NAME = 'Halden Foods and Quillmark'

test('a plan is removed from one device: text and link are gone from it, everybody else keeps theirs, the link brings it back', async ({
  person,
}) => {
  const { dana, ingrid, link } = await twoSides(person, { start: 'Blank plan', outcome: 'Invoices paid on time' })
  const { planId, secret } = linkParts(link)
  await ingrid.plan.milestone(1).rename('Seen by Dana')
  await expect(dana.plan.milestone(1).title).toHaveValue('Seen by Dana')
  await ingrid.plan.isSynced()

  await ingrid.app.openHome()
  expect(await keptOnDisk(ingrid.person.page)).toContain(secret)
  const { page } = ingrid.person
  const question = page.getByRole('dialog', { name: 'Remove from this device' })
  const ask = async () => {
    await ingrid.app
      .row(NAME)
      .getByRole('button', { name: `More for ${NAME}` })
      .click()
    await page.getByRole('menuitem', { name: 'Remove from this device' }).click()
    await expect(question).toContainText('Everybody else keeps theirs. To open it here again you need a link.')
  }
  // It asks, and what has the focus is the way back.
  await ask()
  await expect(question.getByRole('button', { name: 'Keep it' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(question).toHaveCount(0)
  await expect(ingrid.app.row(NAME)).toBeVisible()

  await ask()
  await question.getByRole('button', { name: 'Remove from this device' }).click()
  await expect(ingrid.app.firstScreen).toBeVisible()
  const left = await keptOnDisk(page)
  for (const trace of [planId, secret, 'Seen by Dana', 'Invoices paid on time']) expect(left).not.toContain(trace)

  await page.reload()
  await expect(ingrid.app.firstScreen).toBeVisible()
  await ingrid.person.open(`/p/${planId}`)
  await expect(new LinkPage(page).heading).toHaveText('This address needs its link')

  await dana.plan.milestone(2).rename('Written without Ingrid')
  await dana.plan.isSynced()
  await ingrid.person.open('/')
  const back = await ingrid.app.openLink(link)
  await back.isSynced()
  await expect(back.milestone(1).title).toHaveValue('Seen by Dana')
  await expect(back.milestone(2).title).toHaveValue('Written without Ingrid')
})

test('removing a plan with unsent changes says what would be lost', async ({ person, relay }) => {
  const { ingrid } = await twoSides(person, { start: 'Blank plan' })
  await ingrid.app.openHome()
  await expect(ingrid.person.page.getByText('Ready to work, online or off')).toBeVisible()
  await ingrid.app.openPlan(NAME)
  await ingrid.plan.isSynced()
  await relay.kill()
  await ingrid.plan.isOffline()
  await ingrid.plan.milestone(1).rename('Nobody has this yet')
  await expect(ingrid.plan.saveState(/1 waiting$/)).toBeVisible()
  await ingrid.person.page.getByRole('link', { name: 'Milepost, all plans' }).click()
  await ingrid.app
    .row(NAME)
    .getByRole('button', { name: `More for ${NAME}` })
    .click()
  await ingrid.person.page.getByRole('menuitem', { name: 'Remove from this device' }).click()
  const question = ingrid.person.page.getByRole('dialog', { name: 'Remove from this device' })
  await expect(question).toContainText('1 change made here were not sent yet and would be lost.')
  await question.getByRole('button', { name: 'Keep it' }).click()
  await ingrid.app.openPlan(NAME)
  await expect(ingrid.plan.milestone(1).title).toHaveValue('Nobody has this yet')
})
