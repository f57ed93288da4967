import { ShareDialog } from '../pages/share-dialog.ts'
import { editControls } from '../support/edit-controls.ts'
import { INGRIDS_LINK, OUTCOME, twoSides } from '../support/two-sides.ts'
import { changeWithoutNetwork, UNSENT, UnsentQuestion, unsentSeenBy } from '../support/unsent.ts'
import { expect, test } from '../support/story.ts'

test('lowered to reading in the middle of a word, and raised again: she reads on, then writes on', async ({
  person,
}) => {
  const { dana, ingrid } = await twoSides(person, { outcome: OUTCOME }, { access: 'Can edit' })
  const { page } = ingrid.person
  const dialog = await ShareDialog.open(dana.person.page)
  await ingrid.plan.outcome.click()
  await ingrid.plan.outcome.press('End')
  const typing = page.keyboard.type(', and nobody types one twice ever again', { delay: 60 })
  await expect(ingrid.plan.outcome).toHaveValue(new RegExp(`^${OUTCOME}, and`))
  await dialog.changeAccess(INGRIDS_LINK, 'Read-only')

  await expect(ingrid.plan.outcome).toHaveCount(0)
  await typing
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText(new RegExp(`^${OUTCOME}, and`))
  const question = new UnsentQuestion(page)
  const left = await editControls(page)
  const ways = /^button "(Your link no longer allows changes.*|Keep (it|them) as my own plan|Discard (it|them))"/
  expect(left.filter((control) => !ways.test(control))).toEqual([])

  // She still reads what the others write.
  await dialog.close()
  await dana.plan.milestone(1).rename('A number the board can use')
  await expect(ingrid.plan.outline.getByRole('heading', { name: 'A number the board can use' })).toBeVisible()

  const again = await ShareDialog.open(dana.person.page)
  await again.changeAccess(INGRIDS_LINK, 'Can edit')
  await ingrid.plan.isSynced()
  await expect(question.box).toHaveCount(0)
  await ingrid.plan.outcome.fill('Raised again')
  await expect(dana.plan.outcome).toHaveValue('Raised again')
})

test('lowered while she was offline with changes: asked about them, and when raised again they simply go out', async ({
  person,
}) => {
  const { dana, ingrid } = await twoSides(person, { outcome: OUTCOME }, { access: 'Can edit' })
  await ingrid.person.goOffline()
  await ingrid.plan.isOffline()
  const count = await changeWithoutNetwork(ingrid.plan)
  const dialog = await ShareDialog.open(dana.person.page)
  await dialog.changeAccess(INGRIDS_LINK, 'Read-only')
  await ingrid.person.goOnline()

  const question = new UnsentQuestion(ingrid.person.page)
  await expect(question.heading).toHaveText(`${count} changes were not sent`)
  await expect(question.box).toContainText('Your link no longer allows changes.')
  await expect(ingrid.plan.outcome).toHaveCount(0)
  await dialog.close()
  // The other side has heard nothing of it, though she has been connected all the time since.
  await dana.plan.milestone(1).rename('A number the board can use')
  await expect(ingrid.plan.outline.getByRole('heading', { name: 'A number the board can use' })).toBeVisible()
  expect(await unsentSeenBy(dana.plan)).toEqual([])

  const again = await ShareDialog.open(dana.person.page)
  await again.changeAccess(INGRIDS_LINK, 'Can edit')
  await again.close()
  await ingrid.plan.isSynced()
  await expect(question.box).toHaveCount(0)
  await expect(dana.plan.milestone(2).title).toHaveValue(UNSENT.title)
  await expect(dana.plan.benefit(1)).toHaveValue(UNSENT.benefit)
  await dana.plan.milestone(3).unfold()
  await expect(dana.plan.step(UNSENT.step).title).toBeVisible()
})

test('lowered while she was offline with changes, and they are discarded: she reads what the others have', async ({
  person,
}) => {
  const { dana, ingrid } = await twoSides(person, { outcome: OUTCOME }, { access: 'Can edit' })
  await ingrid.person.goOffline()
  await ingrid.plan.isOffline()
  const count = await changeWithoutNetwork(ingrid.plan)
  const dialog = await ShareDialog.open(dana.person.page)
  await dialog.changeAccess(INGRIDS_LINK, 'Read-only')
  await dialog.close()
  await ingrid.person.goOnline()

  const question = new UnsentQuestion(ingrid.person.page)
  await expect(question.heading).toHaveText(`${count} changes were not sent`)
  await question.discard.click()
  await expect(question.box).toHaveCount(0)
  await expect(ingrid.person.page.getByText('Read-only for Ingrid Solheim')).toBeVisible()
  await dana.plan.milestone(1).rename('A number the board can use')
  await expect(ingrid.plan.outline.getByRole('heading', { name: 'A number the board can use' })).toBeVisible()
  expect(await unsentSeenBy(ingrid.plan)).toEqual([])
  expect(await editControls(ingrid.person.page)).toEqual([])
})
