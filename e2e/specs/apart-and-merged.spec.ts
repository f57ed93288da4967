import { joins, twoSides } from '../support/two-sides.ts'
import { expect, test } from '../support/story.ts'

test('both go offline: one moves and dates a milestone, the other renames it and adds steps; all of it is there when both are back', async ({
  person,
}) => {
  const { dana, ingrid, link } = await twoSides(person)
  const [first, second, third, fourth] = await dana.plan.titles()
  const renamed = 'Your team has seen its own invoices go through'

  await Promise.all([dana.person.goOffline(), ingrid.person.goOffline()])
  await Promise.all([dana.plan.isOffline(), ingrid.plan.isOffline()])

  // Dana moves milestone 2 behind the fourth and gives it a day.
  await dana.plan.milestone(2).select()
  await dana.person.page.keyboard.press('Alt+ArrowDown')
  await dana.person.page.keyboard.press('Alt+ArrowDown')
  await expect(dana.plan.milestone(4).title).toHaveValue(second!)
  await dana.plan.milestone(4).setDue('+30')
  const due = await dana.plan.milestone(4).due.innerText()
  await expect(dana.plan.saveState(/2 waiting$/)).toBeVisible()

  // Ingrid, at the same time, renames it and adds two steps.
  await ingrid.plan.milestone(2).rename(renamed)
  const stepsBefore = Number(/of (\d+)/.exec(await ingrid.plan.milestone(2).row.innerText())?.[1] ?? 0)
  await ingrid.plan.addStep(2, 'Send ten invoices of last week')
  await ingrid.plan.addStep(2, 'Say which suppliers matter most')
  const steps = await ingrid.plan.stepTitles(2)
  expect(steps.length).toBe(stepsBefore + 2)
  await expect(ingrid.plan.milestone(2).row).toHaveAccessibleName(/waiting to be sent/)

  // Neither knows of the other's work yet.
  await expect(dana.plan.milestoneCalled(renamed).row).toHaveCount(0)
  await expect(ingrid.plan.milestone(2).due).toHaveText('Set a date')

  await Promise.all([dana.person.goOnline(), ingrid.person.goOnline()])
  const astrid = await joins(person, link)
  for (const { plan } of [dana, ingrid, astrid]) {
    await plan.isSynced()
    await expect(plan.milestone(4).title).toHaveValue(renamed)
    await expect(plan.milestone(4).due).toHaveText(due)
    await expect.poll(async () => (await plan.titles()).slice(0, 4)).toEqual([first, third, fourth, renamed])
    await plan.milestone(4).unfold()
    await expect.poll(() => plan.stepTitles(4)).toEqual(steps)
    await expect(plan.milestone(4).row).not.toHaveAccessibleName(/waiting/)
  }
  const danas = await dana.plan.everything()
  await expect.poll(() => ingrid.plan.everything()).toBe(danas)
  await expect.poll(() => astrid.plan.everything()).toBe(danas)
})
