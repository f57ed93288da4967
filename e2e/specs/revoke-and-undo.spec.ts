import { ShareDialog } from '../pages/share-dialog.ts'
import { INGRIDS_LINK, joins, OUTCOME, sendLink, twoSides } from '../support/two-sides.ts'
import { expect, test } from '../support/story.ts'

test('revoking takes the links that the revoked one made, and Undo gives all of them back', async ({ person }) => {
  const { dana, ingrid } = await twoSides(person, { outcome: OUTCOME }, { access: 'Can manage' })
  const astridsLink = await sendLink(ingrid, { side: 'Halden Foods', role: 'CFO', name: 'Astrid Nygaard' })
  const astrid = await joins(person, astridsLink)
  await astrid.plan.isSynced()

  const dialog = await ShareDialog.open(dana.person.page)
  await dialog.revoke(INGRIDS_LINK)
  // It says what goes with it before it goes, and taking it along is the default.
  await expect(dialog.revokeQuestion).toContainText(`${INGRIDS_LINK} has made 1 link: CFO – Astrid Nygaard.`)
  await expect(dialog.revokeQuestion.getByRole('checkbox', { name: 'Revoke it too' })).toBeChecked()
  await dialog.revokeQuestion.getByRole('button', { name: 'Revoke', exact: true }).click()

  await expect(ingrid.plan.saveState('Your link was revoked')).toBeVisible()
  await expect(astrid.plan.saveState('Your link was revoked')).toBeVisible()
  await expect(astrid.person.page.getByRole('region', { name: 'Your link' })).toContainText(
    'Ask whoever sent it for a new one.',
  )
  const notice = dana.plan.notice(`Link of ${INGRIDS_LINK} revoked, and 1 link made with it`)
  await notice.getByRole('button', { name: 'Undo' }).click()
  await expect(dana.plan.said(`Link of ${INGRIDS_LINK} works again`)).toHaveCount(1)
  await expect(dialog.row(INGRIDS_LINK)).toContainText('Can manage')
  await expect(dialog.row('CFO – Astrid Nygaard')).toContainText('Can edit')
  await dialog.close()

  for (const one of [ingrid, astrid]) {
    await one.person.page.reload()
    await one.plan.isSynced()
  }
  await astrid.plan.outcome.fill('Back again')
  await expect(dana.plan.outcome).toHaveValue('Back again')
})

test('the links that somebody made may be left alone when theirs is revoked', async ({ person }) => {
  const { dana, ingrid } = await twoSides(person, { outcome: OUTCOME }, { access: 'Can manage' })
  const astridsLink = await sendLink(ingrid, { side: 'Halden Foods', role: 'CFO', name: 'Astrid Nygaard' })
  const astrid = await joins(person, astridsLink)

  const dialog = await ShareDialog.open(dana.person.page)
  await dialog.revoke(INGRIDS_LINK)
  // The box is drawn by its label; a person presses the words.
  await dialog.revokeQuestion.getByText('Revoke it too').click()
  await expect(dialog.revokeQuestion.getByRole('checkbox', { name: 'Revoke it too' })).not.toBeChecked()
  await dialog.revokeQuestion.getByRole('button', { name: 'Revoke', exact: true }).click()
  await expect(ingrid.plan.saveState('Your link was revoked')).toBeVisible()
  await dialog.close()

  await astrid.plan.outcome.fill('Still here')
  await expect(dana.plan.outcome).toHaveValue('Still here')
  await astrid.plan.isSynced()
})

test('nobody can revoke the own link here, and whoever did it is named to everybody in the plan', async ({
  person,
}) => {
  const { dana, ingrid } = await twoSides(person, { outcome: OUTCOME }, { access: 'Can manage' })
  const cfo = await sendLink(ingrid, { side: 'Halden Foods', role: 'CFO', name: 'Astrid Nygaard' })
  const reading = await sendLink(dana, { side: 'Quillmark', role: 'Sales lead', access: 'Read-only' })
  const reader = await joins(person, reading)
  const dialog = await ShareDialog.open(dana.person.page)
  await expect(dialog.row('Account executive – Dana Okafor').getByRole('button')).toHaveCount(0)
  await dialog.revoke('CFO – Astrid Nygaard')
  await expect(dana.plan.notice('Link of CFO – Astrid Nygaard revoked')).toBeVisible()
  await dialog.close()

  // Neither side can lock the other out unseen: it stands in the plan, for readers too.
  const told = 'The link of CFO – Astrid Nygaard was revoked by Quillmark (Account executive – Dana Okafor)'
  await reader.person.page.reload()
  for (const { page } of [reader.person, ingrid.person, dana.person]) {
    await page.reload()
    await expect(page.getByRole('list', { name: 'Revoked links of Halden Foods' })).toContainText(told)
  }
  const hers = await ShareDialog.open(ingrid.person.page)
  await hers.box.getByRole('button', { name: '1 revoked link' }).click()
  await expect(hers.box.getByRole('region', { name: 'Revoked links' })).toContainText(
    /CFO – Astrid Nygaard.*revoked now by Account executive – Dana Okafor/,
  )
  const dead = await person()
  await dead.open(cfo)
  await expect(dead.page.getByRole('heading', { name: 'This link was revoked' })).toBeVisible()
  await expect(dead.page.getByText(OUTCOME)).toHaveCount(0)
})
