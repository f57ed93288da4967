import { ShareDialog } from '../pages/share-dialog.ts'
import { editControls } from '../support/edit-controls.ts'
import { INGRIDS_LINK, OUTCOME, twoSides } from '../support/two-sides.ts'
import { changeWithoutNetwork, UnsentQuestion, unsentSeenBy } from '../support/unsent.ts'
import { expect, test } from '../support/story.ts'

test('revoked while offline: discarding what was not sent goes back to what the others have, for good', async ({
  person,
}) => {
  const { dana, ingrid } = await twoSides(person, { outcome: OUTCOME }, { access: 'Can edit' })
  const { page } = ingrid.person
  await ingrid.person.goOffline()
  await ingrid.plan.isOffline()
  const count = await changeWithoutNetwork(ingrid.plan)
  const dialog = await ShareDialog.open(dana.person.page)
  await dialog.revoke(INGRIDS_LINK)
  await expect(dana.plan.notice(`Link of ${INGRIDS_LINK} revoked`)).toBeVisible()
  await ingrid.person.goOnline()

  const question = new UnsentQuestion(page)
  await expect(question.heading).toHaveText(`${count} changes were not sent`)
  await question.discard.click()

  await expect(question.box).toHaveCount(0)
  await expect(ingrid.plan.outline.getByRole('heading', { level: 3 })).toHaveCount(8)
  expect(await unsentSeenBy(ingrid.plan)).toEqual([])
  await expect(ingrid.plan.saveState('Your link was revoked')).toBeVisible()
  await page.reload()
  await expect(ingrid.plan.saveState('Your link was revoked')).toBeVisible()
  await expect(ingrid.plan.outline.getByRole('heading', { level: 3 })).toHaveCount(8)
  expect(await unsentSeenBy(ingrid.plan)).toEqual([])
  expect(await editControls(page)).toEqual(['button "Your link was revoked"'])
})
