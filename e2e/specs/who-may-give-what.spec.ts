import { ShareDialog } from '../pages/share-dialog.ts'
import { callRelay, linkParts } from '../support/relay-calls.ts'
import { joins, makes, OUTCOME, sendLink, twoSides } from '../support/two-sides.ts'
import { expect, test } from '../support/story.ts'

test('the other side’s first link is offered with everything: a plan belongs to both', async ({ person }) => {
  const dana = await makes(person, { outcome: OUTCOME })
  const dialog = await ShareDialog.open(dana.person.page)
  // Nothing has been chosen yet: the dialog begins with the side that has no link.
  await expect(dialog.side).toHaveAccessibleName('Side Halden Foods')
  await expect(dialog.access).toHaveAccessibleName('Access Can manage')
  await expect(dialog.box).toContainText('It is offered with “Can manage”')
  const first = await dialog.createLink({ role: 'AP Director', name: 'Ingrid Solheim' })
  await expect(dialog.row('AP Director – Ingrid Solheim')).toContainText('Can manage')
  expect(linkParts(first).page).toBe('p')

  // The second one is no first one any more; and for one's own side nothing is special.
  await expect(dialog.access).toHaveAccessibleName('Access Can edit')
  await dialog.chooseSide('Quillmark')
  await expect(dialog.access).toHaveAccessibleName('Access Can edit')
  await expect.poll(() => dialog.offeredAccess()).toEqual(['Read-only', 'Can comment', 'Can edit', 'Can manage'])
})

test('an editor makes links for the own side, up to editing; no menu and no call gets them further', async ({
  person,
}) => {
  const { ingrid, link } = await twoSides(person, { outcome: OUTCOME }, { access: 'Can edit' })
  const dialog = await ShareDialog.open(ingrid.person.page)
  await expect(dialog.side, 'an editor is not asked for the side').toHaveCount(0)
  await expect.poll(() => dialog.offeredAccess()).toEqual(['Read-only', 'Can comment', 'Can edit'])
  const colleague = await dialog.createLink({ role: 'CFO', name: 'Astrid Nygaard', access: 'Can edit' })
  await expect(dialog.row('CFO – Astrid Nygaard')).toContainText('Can edit')
  // Links that others made are listed, and not hers to touch.
  await expect(dialog.row('Account executive – Dana Okafor').getByRole('button')).toHaveCount(0)

  const wish = { role: '', name: '' }
  for (const body of [
    { right: 'manage', side: 'buyer', ...wish },
    { right: 'edit', side: 'seller', ...wish },
    { right: 'view', side: 'seller', ...wish },
  ]) {
    expect(await callRelay(link, 'POST', '/grants', body)).toMatchObject({
      status: 403,
      body: { error: { code: 'not-allowed' } },
    })
  }
  const { body } = await callRelay(link, 'GET', '/grants')
  const grants = body['grants'] as readonly { id: string; name: string; right: string }[]
  const danas = grants.find(({ name }) => name === 'Dana Okafor')
  const astrids = grants.find(({ name }) => name === 'Astrid Nygaard')
  expect((await callRelay(link, 'DELETE', `/grants/${danas?.id}`)).status).toBe(403)
  expect((await callRelay(link, 'PATCH', `/grants/${danas?.id}`, { right: 'view' })).status).toBe(403)
  expect((await callRelay(link, 'PATCH', `/grants/${astrids?.id}`, { right: 'manage' })).status).toBe(403)
  expect((await callRelay(colleague, 'GET', '/me')).body).toMatchObject({ right: 'edit' })
})

test('a reader gives away reading, and nothing else; who has which link is not theirs to see', async ({ person }) => {
  const dana = await makes(person, { outcome: OUTCOME })
  const link = await sendLink(dana, { side: 'Halden Foods', role: 'CFO', name: 'Astrid Nygaard', access: 'Read-only' })
  const astrid = await joins(person, link)
  await astrid.plan.share.click()
  const dialog = ShareDialog.on(astrid.person.page)
  await expect(dialog.box).toContainText('The link will be read-only')
  await expect(dialog.access).toHaveCount(0)
  await expect(dialog.side).toHaveCount(0)
  await expect(dialog.box.getByText('Last seen')).toHaveCount(0)
  const further = await dialog.createLink({ role: 'Board member' })
  expect(linkParts(further).page).toBe('v')
  await expect((await joins(person, further)).plan.outcome).toHaveCount(0)

  expect((await callRelay(link, 'GET', '/grants')).status).toBe(403)
  const wish = { side: 'buyer', role: '', name: '' }
  for (const right of ['comment', 'edit', 'manage']) {
    expect((await callRelay(link, 'POST', '/grants', { right, ...wish })).status).toBe(403)
  }
})

test('the last link that can manage the plan stays: the relay says so and nothing is changed', async ({ person }) => {
  const { link } = await twoSides(person, { outcome: OUTCOME }, { access: 'Can manage' })
  const { body } = await callRelay(link, 'GET', '/grants')
  const grants = body['grants'] as readonly { id: string; name: string }[]
  const danas = grants.find(({ name }) => name === 'Dana Okafor')
  const own = grants.find(({ name }) => name === 'Ingrid Solheim')
  expect((await callRelay(link, 'DELETE', `/grants/${danas?.id}`)).status).toBe(200)
  expect((await callRelay(link, 'DELETE', `/grants/${own?.id}`)).status).toBe(409)
  expect((await callRelay(link, 'PATCH', `/grants/${own?.id}`, { right: 'edit' })).status).toBe(409)
  expect((await callRelay(link, 'GET', '/me')).body).toMatchObject({ right: 'manage' })
})
