import { AppPage } from '../pages/app-page.ts'
import { ShareDialog } from '../pages/share-dialog.ts'
import { linkParts } from '../support/relay-calls.ts'
import { makes, OUTCOME } from '../support/two-sides.ts'
import { expect, test } from '../support/story.ts'

test('Dana shares by role first; the CFO opens the link, and from then on each sees the other', async ({ person }) => {
  const dana = await makes(person, { outcome: OUTCOME })
  const dialog = await ShareDialog.open(dana.person.page)

  // Role first: without one the dialog asks for it and makes nothing.
  await dialog.create.click()
  await expect(dialog.box.getByRole('alert')).toContainText('Say the role first')

  const link = await dialog.createLink({
    side: 'Halden Foods',
    role: 'CFO',
    name: 'Astrid Nygaard',
    access: 'Can edit',
  })
  const { origin, planId, secret } = linkParts(link)
  await expect(dialog.row('CFO – Astrid Nygaard')).toContainText('Not opened yet')
  await expect(dialog.box.getByRole('img', { name: 'QR code of the link for the CFO' })).toBeVisible()

  await dialog.box.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(dialog.box.getByRole('button', { name: 'Copied' })).toBeVisible()
  await expect.poll(() => dana.person.page.evaluate(() => navigator.clipboard.readText())).toBe(link)

  const astrid = await person()
  const titles: string[] = []
  await astrid.context.exposeFunction('titleWas', (title: string) => titles.push(title))
  await astrid.context.addInitScript(() => {
    const tell = () => (globalThis as unknown as { titleWas: (title: string) => void }).titleWas(document.title)
    new MutationObserver(tell).observe(document, { subtree: true, childList: true, characterData: true })
    tell()
  })
  const astridsPlan = await new AppPage(astrid).openLink(link)

  await expect(astrid.page, 'the secret is out of the address').toHaveURL(`${origin}/p/${planId}`)
  await expect(astrid.page).toHaveTitle('Invoices match by themselves – Milepost')
  expect(titles.join('\n')).not.toContain(secret)
  await expect(astridsPlan.outcome).toHaveValue('Invoices match by themselves')

  await expect(astridsPlan.here.getByRole('img', { name: 'Dana Okafor' })).toBeVisible()
  await expect(astridsPlan.here.getByRole('img', { name: 'Astrid Nygaard, you' })).toBeVisible()
  await expect(astrid.page.getByRole('listitem').filter({ hasText: 'CFO – Astrid Nygaard' })).toContainText('you')
  await dialog.close()
  await expect(dana.plan.here.getByRole('img', { name: 'Astrid Nygaard' })).toBeVisible()
  await expect(dana.person.page.getByRole('listitem').filter({ hasText: 'CFO – Astrid Nygaard' })).toContainText('now')

  // Used, it is hers alone: seen now, not to be copied any more, only to be replaced.
  const again = await ShareDialog.open(dana.person.page)
  const row = again.row('CFO – Astrid Nygaard')
  await expect(row.getByText('Now', { exact: true })).toBeVisible()
  await expect(row.getByRole('button', { name: /^Copy link of/ })).toHaveCount(0)
  await expect(row.getByRole('button', { name: /^New link for/ })).toBeVisible()
  await again.close()

  await astrid.page.close()
  await expect(dana.plan.here.getByRole('img', { name: 'Astrid Nygaard' })).toHaveCount(0)
  const later = await ShareDialog.open(dana.person.page)
  await expect(later.row('CFO – Astrid Nygaard').getByText('now', { exact: true }), 'last seen').toBeVisible()
})

test('a link that was used is replaced by a new one, and only the new one opens the plan', async ({ person }) => {
  const dana = await makes(person, { outcome: OUTCOME })
  const dialog = await ShareDialog.open(dana.person.page)
  const first = await dialog.createLink({ side: 'Halden Foods', role: 'CFO', access: 'Can edit' })
  const astrid = await person()
  await new AppPage(astrid).openLink(first)
  await dialog.close()
  const again = await ShareDialog.open(dana.person.page)
  await again
    .row('CFO')
    .getByRole('button', { name: /^New link for/ })
    .click()
  await expect(again.link).toBeVisible()
  const second = await again.link.inputValue()
  expect(second).not.toBe(first)

  await expect(astrid.page.getByRole('button', { name: /^Your link was revoked/ })).toBeVisible()
  const other = await person()
  await other.open(first)
  await expect(other.page.getByRole('heading', { name: 'This link was revoked' })).toBeVisible()
  const opened = await new AppPage(await person()).openLink(second)
  await expect(opened.outcome).toHaveValue('Invoices match by themselves')
})
