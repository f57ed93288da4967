import { TemplatesPage } from '../pages/templates-page.ts'
import { expect, test } from '../support/story.ts'

test('a template link that was cut or made up says so and changes nothing; another one in its place is read', async ({
  person,
}) => {
  const dana = await person()
  const { page } = dana
  const templates = new TemplatesPage(page)
  await dana.open('/templates/one-team-first')
  await page.getByRole('button', { name: 'Make a variant' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Ours')
  await page.keyboard.press('Enter')
  await templates.isOpen('Ours')
  const link = await templates.link()

  const kai = await person()
  const kais = new TemplatesPage(kai.page)
  for (const odd of [link.slice(0, -30), `${link.slice(0, link.indexOf('#'))}#t=AAAA`, `${link.split('#')[0]}#t=%00`]) {
    await kai.open('/')
    await kai.open(odd)
    await expect(kai.page.getByRole('alert')).toContainText('This link brings no template')
    await kai.page.getByRole('button', { name: 'All right' }).click()
    await expect(kai.page.getByRole('alert')).toBeHidden()
    await expect(kais.own).toContainText('None yet')
  }
  // Pasted over the page that stands, which loads nothing anew.
  await kai.page.evaluate((address) => globalThis.location.assign(address), link)
  await kais.isOpen('Ours')
  await kai.page.getByRole('button', { name: 'Keep this template' }).click()
  await expect(kais.versions).toContainText('Version 1')

  // A device that keeps nothing it did not ask for: the address alone opens no template.
  await kai.open('/templates/gone')
  await expect(kai.page.getByText('There is no such template on this device')).toBeVisible()
})
