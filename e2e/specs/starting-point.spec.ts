import { joins, makes, sendLink } from '../support/two-sides.ts'
import { expect, test } from '../support/story.ts'

test('a plan from a template is called a starting point until the other side has changed something, for both at once', async ({
  person,
}) => {
  const dana = await makes(person, { start: 'One team first' })
  const line = dana.plan.page.getByText('Starting point only, change it. Halden Foods has changed nothing yet.')
  await expect(line).toBeVisible()
  await dana.plan.milestone(1).rename('What it costs today is known')

  const link = await sendLink(dana, { side: 'Halden Foods', role: 'AP Director', name: 'Ingrid Solheim' })
  const ingrid = await joins(person, link)
  await ingrid.plan.isSynced()
  await expect(ingrid.plan.page.getByText(/^Starting point only/)).toBeVisible()
  await expect(line).toBeVisible()

  await ingrid.plan.milestone(2).rename('We have seen our own cases')
  await expect(ingrid.plan.page.getByText(/^Starting point only/)).toBeHidden()
  await expect(line).toBeHidden()
})
