import { DANA, INGRID, twoSides } from '../support/two-sides.ts'
import { expect, test } from '../support/story.ts'

test('a buyer and a seller type in different milestones, then in the same one, and see each other doing it', async ({
  person,
}) => {
  const { dana, ingrid } = await twoSides(person)
  await expect(dana.plan.here.getByRole('img', { name: INGRID })).toBeVisible()
  await expect(ingrid.plan.here.getByRole('img', { name: DANA })).toBeVisible()

  // In different milestones: each sees the letters, the caret and the line of the other.
  const danas = dana.plan.milestone(2)
  const ingrids = ingrid.plan.milestone(5)
  await danas.title.fill('')
  await ingrids.title.fill('')
  await Promise.all([
    danas.title.pressSequentially('Finance has seen its own invoices match', { delay: 5 }),
    ingrids.title.pressSequentially('IT knows where every invoice is kept', { delay: 5 }),
  ])
  await expect(ingrid.plan.milestone(2).title).toHaveValue('Finance has seen its own invoices match')
  await expect(dana.plan.milestone(5).title).toHaveValue('IT knows where every invoice is kept')
  await expect(ingrid.plan.milestone(2).row.getByRole('img', { name: `${DANA} is here` })).toBeVisible()
  await expect(dana.plan.milestone(5).row.getByRole('img', { name: `${INGRID} is here` })).toBeVisible()
  await expect(ingrid.plan.caretOf(DANA)).toHaveCount(1)
  await expect(dana.plan.caretOf(INGRID)).toHaveCount(1)

  // The caret is where the other one writes: it follows the letters.
  const danasCaret = ingrid.plan.milestone(2).row.locator(ingrid.plan.caretOf(DANA))
  const right = async () => (await danasCaret.boundingBox())?.x ?? 0
  const atTheEnd = await right()
  await danas.title.press('Home')
  await expect.poll(right).toBeLessThan(atTheEnd - 100)

  // In the same milestone: one writes its title while the other writes what it is good for.
  await danas.title.press('End')
  const benefit = ingrid.plan.benefit(2)
  await benefit.fill('')
  await Promise.all([
    danas.title.pressSequentially(', all of March', { delay: 5 }),
    benefit.pressSequentially('No surprises at the end of the quarter', { delay: 5 }),
  ])
  await expect(ingrid.plan.milestone(2).title).toHaveValue('Finance has seen its own invoices match, all of March')
  await expect(dana.plan.benefit(2)).toHaveValue('No surprises at the end of the quarter')
  await expect(dana.plan.milestone(2).row.getByRole('img', { name: `${INGRID} is here` })).toBeVisible()
  await expect(dana.plan.milestone(5).row.getByRole('img', { name: `${INGRID} is here` })).toHaveCount(0)
  await expect(dana.plan.here.getByRole('img', { name: `${INGRID}, at milestone 2`, exact: true })).toBeVisible()
  // Not only in texts: who sets a day is at its line, and who writes in the head is there.
  await ingrid.plan.milestone(5).due.click()
  await expect(dana.plan.milestone(5).row.getByRole('img', { name: `${INGRID} is here` })).toBeVisible()
  await expect(dana.plan.here.getByRole('img', { name: `${INGRID}, at milestone 5`, exact: true })).toBeVisible()
  await ingrid.plan.page.keyboard.press('Escape')
  await ingrid.plan.outcome.click()
  await expect(
    dana.plan.here.getByRole('img', { name: `${INGRID}, at the head of the plan`, exact: true }),
  ).toBeVisible()
  await benefit.click()
  await expect(dana.plan.milestone(2).row.getByRole('img', { name: `${INGRID} is here` })).toBeVisible()

  await Promise.all([dana.plan.isSynced(), ingrid.plan.isSynced()])
  await expect.poll(() => ingrid.plan.everything()).toBe(await dana.plan.everything())

  // Who leaves is gone: from the bar, from the line, from the text.
  await ingrid.person.page.close()
  await expect(dana.plan.here.getByRole('img', { name: INGRID })).toHaveCount(0)
  await expect(dana.plan.caretOf(INGRID)).toHaveCount(0)
  await expect(dana.plan.milestone(2).row.getByRole('img', { name: `${INGRID} is here` })).toHaveCount(0)
})
