import { AppPage } from '../pages/app-page.ts'
import { manyPlans } from '../support/many-plans.ts'
import { keptOnDisk } from '../support/kept-on-disk.ts'
import { linkParts } from '../support/relay-calls.ts'
import { StockClient } from '../support/stock-client.ts'
import { expect, test, type Person } from '../support/story.ts'
import { makes, sendLink } from '../support/two-sides.ts'

const MANY = 40
const OFF = 6

/** Forty plans on the relay, and a manager whose browser was given a link to each and has read none. */
async function managerOf(person: () => Promise<Person>): Promise<{ kofi: Person; links: readonly string[] }> {
  const dana = await makes(person, { start: 'One team first', goLive: '+60' })
  const link = await sendLink(dana, {
    side: 'Quillmark',
    role: 'Sales manager',
    name: 'Kofi Mensah',
    access: 'Can edit',
  })
  const wishes = Array.from({ length: MANY }, (_, at) => ({
    buyer: `Company ${at + 1}`,
    title: `Outcome ${at + 1}`,
    later: at,
    ...(at < OFF ? { slipped: 14 } : {}),
  }))
  const links = await manyPlans(link, wishes)
  const kofi = await person()
  for (const each of links) {
    await kofi.open(each)
    await expect(kofi.page).toHaveURL(`${kofi.relay.origin}/p/${linkParts(each).planId}`)
  }
  return { kofi, links }
}

test('a manager with forty plans sees what needs attention first, finds one, values it, and puts one out of sight', async ({
  person,
}) => {
  test.slow()
  const { kofi, links } = await managerOf(person)
  const { page } = kofi
  const app = new AppPage(kofi)
  // Somebody writes while the manager has that plan closed.
  const writer = await StockClient.join(links[20] ?? '')
  writer.writeTitle('Never opened: ')
  await app.openHome()
  await expect(page.getByText(`${MANY} plans on this device`)).toBeVisible()
  const rows = app.plans.getByRole('rowheader')
  await expect(rows).toHaveCount(MANY)
  await expect(rows.filter({ hasText: 'Never opened: Outcome 21' })).toBeVisible()
  writer.leave()

  const filters = page.getByRole('group', { name: 'Filters' })
  await expect(filters.getByRole('button', { name: `Off schedule ${OFF}` })).toBeVisible()
  await expect(app.plans.getByText('not agreed')).toHaveCount(MANY - OFF)
  await expect(page.getByRole('region', { name: 'Go-lives by month' }).getByRole('listitem')).toHaveCount(7)

  // The keyboard alone: to the filters, to what is off, to a row, down and into it.
  await page.keyboard.press('f')
  await expect(filters.getByRole('button', { name: /^All/ })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(rows).toHaveCount(OFF)
  await rows.first().getByRole('link').focus()
  await page.keyboard.press('j')
  await expect(rows.nth(1).getByRole('link')).toBeFocused()
  const second = await rows.nth(1).getByRole('link').textContent()
  await page.keyboard.press('Enter')
  await expect(page).toHaveTitle(/Outcome/)
  await page.goBack()

  await page.getByRole('textbox', { name: 'Find a plan' }).fill('outcome 33')
  await expect(rows).toHaveCount(1)
  const name = 'Company 33 and Quillmark'
  const more = app.row(name).getByRole('button', { name: `More for ${name}` })
  await more.click()
  await page.getByRole('menuitem', { name: 'Set its value' }).click()
  await page.getByRole('textbox', { name: 'Value a year' }).fill('210k')
  await page.keyboard.press('Enter')
  await expect(app.row(name)).toContainText(/210/)
  await more.click()
  await page.getByRole('menuitem', { name: 'Archive on this device' }).click()
  await expect(page.getByText('No plan has “outcome 33”')).toBeVisible()
  await page.getByRole('button', { name: 'Show all plans' }).click()
  await expect(rows).toHaveCount(MANY - 1)
  expect(second).toContain('Company')

  // It stays so over a reload, and nobody else hears of it.
  await page.reload()
  await expect(rows).toHaveCount(MANY - 1)
  await filters.getByRole('button', { name: 'Archived 1' }).click()
  await expect(app.row(name)).toContainText(/210/)
  const other = await person()
  await new AppPage(other).openLink(links[32] ?? '')
  await expect(other.page).toHaveTitle(/Outcome 33/)
  expect(await keptOnDisk(other.page)).not.toContain('210000')
})

test('the list is there at once without a network, as it was last known, and says so', async ({ person, relay }) => {
  const dana = await makes(person, { start: 'One team first', goLive: '+60' })
  const link = await sendLink(dana, { side: 'Quillmark', role: 'Sales manager', access: 'Can edit' })
  const links = await manyPlans(link, [{ buyer: 'Northgate', slipped: 7 }, { buyer: 'Castelo' }])
  const kofi = await person()
  const app = new AppPage(kofi)
  for (const each of links) await (await app.openLink(each)).isSynced()
  await app.openHome()
  await expect(app.row('Northgate and Quillmark')).toContainText(/\+\d+d/)
  await expect(kofi.page.getByText('Ready to work, online or off')).toBeVisible()
  await relay.kill()
  await kofi.page.reload()
  await expect(app.row('Northgate and Quillmark')).toContainText(/\+\d+d/)
  await expect(app.row('Castelo and Quillmark')).toContainText('not agreed')
})
