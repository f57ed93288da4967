// Who does what: a name leads to a link, everybody has an opposite number, and sees what comes next for them.
import { ShareDialog } from '../pages/share-dialog.ts'
import { expect, test } from '../support/story.ts'
import { makes, twoSides } from '../support/two-sides.ts'

test('naming a role leads straight to a link for that person', async ({ person }) => {
  const { plan } = await makes(person)
  const { page } = plan
  await page.getByRole('button', { name: 'Name IT manager' }).click()
  await page.keyboard.type('Pia Hestrand')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Pia Hestrand is now IT manager.')).toBeVisible()
  await page.getByRole('button', { name: 'Create a link for them' }).click()
  const share = await ShareDialog.shown(page)
  await expect(share.role).toHaveValue('IT manager')
  await expect(share.name).toHaveValue('Pia Hestrand')
})

test('one person has several roles: named once, known in both, with one link for them', async ({ person }) => {
  const { plan } = await makes(person, { start: 'One team first' })
  const { page } = plan
  await page.getByRole('button', { name: 'Name IT manager' }).click()
  await page.keyboard.type('Pia Hestrand')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Create a link for them' }).click()
  const share = await ShareDialog.shown(page)
  await share.isReady()
  await share.create.click()
  await expect(share.link).toBeVisible()
  await share.close()

  await page.getByRole('button', { name: 'Name IT security officer' }).click()
  const pia = page.getByRole('option', { name: /^Pia Hestrand/ })
  await expect(pia).toHaveCount(1)
  await expect(pia).toContainText('IT manager')
  await pia.click()
  await page.getByRole('button', { name: 'Not now' }).click()
  await page.getByRole('button', { name: 'Name Head of department' }).click()
  await expect(pia).toContainText('IT manager and IT security officer')
  await page.keyboard.press('Escape')

  const again = await ShareDialog.open(page)
  await expect(again.row('Pia Hestrand')).toHaveCount(1)
  await expect(again.row('Pia Hestrand')).toContainText('IT manager')
})

test('everybody has an opposite number: suggested, chosen for both directions, and seen by the other side', async ({
  person,
}) => {
  const { dana, ingrid } = await twoSides(person)
  const { page } = dana.plan
  await page.getByRole('button', { name: 'Who does what', exact: true }).click()
  const his = page.getByRole('dialog', { name: 'People' })
  const manager = his.getByRole('button', { name: /^Opposite number of IT manager/ })
  await expect(manager).toContainText('Solutions engineer')
  await manager.click()
  await page.getByRole('menu').getByText('Customer success manager').click()
  await expect(manager).toContainText('Customer success manager')
  await expect(his.getByRole('button', { name: /^Opposite number of Customer success manager/ })).toContainText(
    'IT manager',
  )
  await ingrid.plan.page.getByRole('button', { name: 'Who does what', exact: true }).click()
  const hers = ingrid.plan.page.getByRole('dialog', { name: 'People' })
  await expect(hers.getByRole('button', { name: /^Opposite number of IT manager/ })).toContainText(
    'Customer success manager',
  )
})

test('what somebody owes next leads to its line', async ({ person }) => {
  const { plan } = await makes(person)
  const { page } = plan
  await page.getByRole('button', { name: 'Who does what', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'People' })
  await expect(dialog.getByText('you', { exact: true })).toHaveCount(1)
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Dana Okafor' }).first()).toContainText('you')
  const first = dialog.getByRole('region', { name: 'Quillmark' }).getByRole('listitem').first()
  await expect(first).toContainText('Account executive – Dana Okafor')
  // The first of its buttons is the opposite number.
  const owed = first.getByRole('button').nth(1)
  const title = (await owed.textContent()) ?? ''
  await owed.click()
  await expect(dialog).toBeHidden()
  await expect(plan.step(title).row).toBeFocused()
})

test('a plan with more than twenty people stays in hand: the rail folds, the list is looked through', async ({
  person,
}) => {
  const { plan } = await makes(person, { start: 'Blank plan' })
  const { page } = plan
  for (let number = 1; number <= 14; number += 1) {
    await page.getByRole('button', { name: 'Add a role at Halden Foods' }).click()
    const form = page.getByRole('dialog', { name: 'Add a role at Halden Foods' })
    await form.getByRole('textbox', { name: 'Role' }).fill(`Plant controller ${number}`)
    await form.getByRole('textbox', { name: 'Name, if you know it' }).fill(`Person ${number}`)
    await page.keyboard.press('Enter')
    await expect(form).toBeHidden()
  }
  const people = page.getByRole('region', { name: /^People/ })
  await expect(people.getByText('Plant controller 1', { exact: true })).toBeVisible()
  await expect(people.getByText('Plant controller 14', { exact: true })).toHaveCount(0)
  await people.getByRole('button', { name: /^\d+ more$/ }).click()
  await expect(people.getByText('Plant controller 14', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Who does what', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'People' })
  await dialog.getByRole('textbox', { name: 'Find somebody' }).fill('PERSON 14')
  await expect(dialog.getByRole('listitem')).toHaveCount(1)
  await expect(dialog.getByRole('listitem')).toContainText('Plant controller 14')
})

test('a side with many open roles shows them all, and promises no more than there are', async ({ person }) => {
  const { plan } = await makes(person, { start: 'Full rollout' })
  const people = plan.page.getByRole('region', { name: /^People/ })
  const open = people.getByRole('button', { name: /^Name / })
  await expect(people.getByRole('button', { name: 'Name Legal counsel' })).toBeVisible()
  const before = await open.count()
  for (let number = 1; number <= 11; number += 1) {
    await plan.page.getByRole('button', { name: 'Add a role at Halden Foods' }).click()
    const form = plan.page.getByRole('dialog', { name: 'Add a role at Halden Foods' })
    await form.getByRole('textbox', { name: 'Role' }).fill(`Plant controller ${number}`)
    await plan.page.keyboard.press('Enter')
    await expect(form).toBeHidden()
  }
  await expect(open).toHaveCount(before + 11)
  await expect(people.getByRole('button', { name: /^\d+ more$/ })).toHaveCount(0)
})

test('long titles and names stand in their own column, whoever is whose opposite number', async ({ person }) => {
  const { plan } = await makes(person, { start: 'Blank plan' })
  const { page } = plan
  for (const [side, name] of [
    ['Halden Foods', 'Maximiliane von Hohenstein-Ravensburg'],
    ['Quillmark', 'Bartholomew Featherstonehaugh'],
  ]) {
    await page.getByRole('button', { name: `Add a role at ${side}` }).click()
    const form = page.getByRole('dialog', { name: `Add a role at ${side}` })
    await form.getByRole('textbox', { name: 'Role' }).fill('Head of regional procurement and vendor management')
    await form.getByRole('textbox', { name: 'Name, if you know it' }).fill(name ?? '')
    await page.keyboard.press('Enter')
    await expect(form).toBeHidden()
  }
  await page.getByRole('button', { name: 'Who does what', exact: true }).click()
  const line = page
    .getByRole('dialog', { name: 'People' })
    .getByRole('listitem')
    .filter({ hasText: 'Maximiliane' })
    .first()
  const opposite = line.getByRole('button', { name: /^Opposite number of/ })
  await opposite.click()
  await page.getByRole('menu').getByText('Bartholomew').click()
  await expect(opposite).toContainText('Bartholomew Featherstonehaugh')
  const [button, next] = [await opposite.boundingBox(), await line.getByText('Has no part yet').boundingBox()]
  expect((button?.x ?? 0) + (button?.width ?? 0)).toBeLessThanOrEqual(next?.x ?? 0)
  // Nothing of the words is cut off, nor runs out of its button.
  expect(await opposite.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true)
  await page.keyboard.press('Escape')

  // In the list of those one may name, a long role leaves room for the name.
  await page.getByRole('button', { name: 'Add a role at Halden Foods' }).click()
  await page.getByRole('textbox', { name: 'Role', exact: true }).fill('Sponsor')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Name Sponsor' }).click()
  const name = page.getByRole('option', { name: /^Maximiliane/ }).getByText(/^Maximiliane/)
  expect((await name.boundingBox())?.width).toBeGreaterThan(100)
})
