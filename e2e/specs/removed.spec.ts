import { Palette } from '../pages/palette.ts'
import { expect, test } from '../support/story.ts'
import { DANA, twoSides } from '../support/two-sides.ts'

test('removed by one while the other, without a network, goes on writing in it: it comes back with all of it', async ({
  person,
}) => {
  const { dana, ingrid } = await twoSides(person)
  const titles = await dana.plan.titles()
  const renamed = 'Your team has seen its own invoices go through'
  await ingrid.person.goOffline()
  await ingrid.plan.isOffline()

  await dana.plan.milestone(2).choose('Remove')
  await expect(dana.plan.notice(/^Milestone 2 removed/)).toBeVisible()
  await dana.plan.isSynced()
  await ingrid.plan.milestone(2).rename(renamed)
  await ingrid.plan.addStep(2, 'Send ten invoices of last week')
  const steps = await ingrid.plan.stepTitles(2)

  await ingrid.person.goOnline()
  await ingrid.plan.isSynced()
  await expect.poll(() => ingrid.plan.titles()).toEqual(titles.filter((_, at) => at !== 1))
  await dana.plan.isSynced()

  // Ingrid finds it: who removed it, what is in it, with what she wrote.
  await ingrid.plan.outline.getByRole('button', { name: '1 removed' }).click()
  const drawer = ingrid.person.page.getByRole('dialog', { name: 'Removed' })
  const line = drawer.getByRole('listitem')
  await expect(line).toContainText(renamed)
  await expect(line).toContainText(`Milestone with ${steps.length} steps`)
  await expect(line).toContainText(DANA)
  await drawer.getByRole('button', { name: `Restore ${renamed}` }).click()
  await expect(ingrid.plan.milestone(2).row).toBeFocused()
  await expect(ingrid.plan.milestone(2).title).toHaveValue(renamed)
  await expect(ingrid.plan.outline.getByRole('button', { name: /removed$/ })).toHaveCount(0)

  // And Dana has it again, with the steps.
  await ingrid.plan.isSynced()
  await expect(dana.plan.milestone(2).title).toHaveValue(renamed)
  await dana.plan.milestone(2).unfold()
  await expect.poll(() => dana.plan.stepTitles(2)).toEqual(steps)

  // To bring it back was a change like any other.
  await ingrid.plan.undo()
  await expect.poll(() => ingrid.plan.titles()).toEqual(titles.filter((_, at) => at !== 1))
})

test('a step, then its milestone: the step brings its milestone back with it', async ({ person }) => {
  const { dana } = await twoSides(person)
  const { plan } = dana
  const { page } = dana.person
  const [, second = ''] = await plan.titles()
  await plan.milestone(2).unfold()
  const steps = await plan.stepTitles(2)
  const [step = ''] = steps
  await plan.step(step).choose('Remove')
  await expect.poll(() => plan.stepTitles(2)).toEqual(steps.slice(1))
  await plan.milestone(2).choose('Remove')
  await expect(plan.milestoneCalled(second).row).toHaveCount(0)

  await (await Palette.open(page)).take('removed')
  const drawer = page.getByRole('dialog', { name: 'Removed' })
  await expect(drawer.getByRole('listitem').first(), 'the newest first').toContainText(second)
  await expect(drawer).toContainText(`Step of “${second}”, which was removed too and comes back with it`)
  await drawer.getByRole('button', { name: `Restore ${step}` }).click()
  await expect(plan.step(step).row).toBeFocused()
  await expect.poll(() => plan.stepTitles(2)).toEqual(steps)
})
