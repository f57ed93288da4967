import { AppPage } from '../pages/app-page.ts'
import { ShareDialog } from '../pages/share-dialog.ts'
import { INGRIDS_LINK, joins, OUTCOME, sendLink, twoSides } from '../support/two-sides.ts'
import { changeWithoutNetwork, UNSENT, UnsentQuestion, unsentSeenBy } from '../support/unsent.ts'
import { expect, test } from '../support/story.ts'

test('revoked while offline: coming back tells how many changes were not sent, and they go on as a plan of one’s own', async ({
  person,
}) => {
  const { dana, ingrid } = await twoSides(person, { outcome: OUTCOME }, { access: 'Can edit' })
  const { page } = ingrid.person
  await ingrid.person.goOffline()
  await ingrid.plan.isOffline()
  const count = await changeWithoutNetwork(ingrid.plan)
  expect(count).toBeGreaterThanOrEqual(Object.keys(UNSENT).length)

  const dialog = await ShareDialog.open(dana.person.page)
  await dialog.revoke(INGRIDS_LINK)
  await expect(dana.plan.notice(`Link of ${INGRIDS_LINK} revoked`)).toBeVisible()
  await dialog.close()
  await ingrid.person.goOnline()

  const question = new UnsentQuestion(page)
  await expect(question.heading).toHaveText(`${count} changes were not sent`)
  await expect(question.box).toContainText('Your link was revoked.')
  // It stays asked until it is answered.
  await page.reload()
  await expect(question.heading).toHaveText(`${count} changes were not sent`)

  const shared = ingrid.plan.planId
  await question.keep.click()
  await expect(page).not.toHaveURL(new RegExp(shared))
  await expect(question.box).toHaveCount(0)
  await ingrid.plan.isSynced()
  await expect(ingrid.plan.milestone(2).title).toHaveValue(UNSENT.title)
  await expect(ingrid.plan.benefit(1)).toHaveValue(UNSENT.benefit)
  await ingrid.plan.milestone(3).unfold()
  await expect(ingrid.plan.step(UNSENT.step).title).toBeVisible()
  // It is hers in earnest: she works on and shares it, and whoever gets that link finds all of it.
  await ingrid.plan.outcome.fill('My own copy')
  await ingrid.plan.isSynced()
  const own = await sendLink(ingrid, { role: 'CFO', access: 'Read-only' })
  const cfo = await joins(person, own)
  await cfo.plan.outline.getByRole('button', { name: 'Unfold all' }).click()
  await expect.poll(() => unsentSeenBy(cfo.plan)).toEqual(Object.values(UNSENT))
  await expect(cfo.person.page.getByRole('heading', { level: 1 })).toHaveText('My own copy')

  // The plan of the others has none of it: not where it is open, and not for somebody who opens it now.
  const reading = await sendLink(dana, { side: 'Halden Foods', role: 'CFO', access: 'Read-only' })
  const fresh = await joins(person, reading)
  await fresh.plan.outline.getByRole('button', { name: 'Unfold all' }).click()
  await expect(fresh.plan.steps(3).first()).toBeVisible()
  expect(await unsentSeenBy(fresh.plan)).toEqual([])
  await dana.plan.outline.getByRole('button', { name: 'Unfold all' }).click()
  await expect(dana.plan.steps(3).first()).toBeVisible()
  expect(await unsentSeenBy(dana.plan)).toEqual([])

  // Her device has both: her own, and the one she lost, which says so.
  const app = new AppPage(ingrid.person)
  await app.openHome()
  await expect(app.row('Halden Foods and Quillmark')).toHaveCount(2)
  await expect(app.row('Halden Foods and Quillmark').filter({ hasText: 'Your link was revoked' })).toHaveCount(1)
})
