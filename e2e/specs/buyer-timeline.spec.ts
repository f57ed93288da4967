// A buyer with two vendors, each on a relay of its own: both plans stand on one page, against dates that only one vendor was told.
import { AppPage } from '../pages/app-page.ts'
import {
  expectFingerSize,
  expectNoBarriers,
  expectNoBarriersInTheDark,
  expectNoSidewaysScroll,
} from '../support/barriers.ts'
import { Relay } from '../support/relay.ts'
import { expect, Person, test } from '../support/story.ts'
import { INGRID, makes, sendLink } from '../support/two-sides.ts'

test('vendors of two relays stand on one timeline against the buyer’s own freeze, and news of both relays comes in', async ({
  person,
}) => {
  test.slow()
  const elsewhere = await Relay.start()
  try {
    const dana = await makes(person, { start: 'Blank plan', goLive: '+60' })
    await addFreeze(dana.plan.page, 'Year-end freeze', '+61', '+75')
    await dana.plan.isSynced()
    const link = await sendLink(dana, { side: 'Halden Foods', role: 'AP Director', name: INGRID })
    await dana.plan.milestone(1).setOwner('AP Director')
    await dana.plan.isSynced()

    const there = async () => {
      const { context, page } = await person()
      return new Person(context, page, elsewhere)
    }
    const maya = await makes(there, { start: 'Blank plan', seller: 'Orrin', goLive: '+100', name: 'Maya Lind' })
    const otherLink = await sendLink(maya, { side: 'Halden Foods', role: 'AP Director', name: INGRID })
    expect(new URL(otherLink).origin).not.toBe(new URL(link).origin)

    const ingrid = await person()
    const app = new AppPage(ingrid)
    const { page } = ingrid
    await ingrid.open('/timeline')
    await expect(page.getByText('No plan on this device has you on the buyer’s side')).toBeVisible()
    await expectNoBarriers(page, 'timeline, nothing yet')
    await (await app.openLink(link)).isSynced()
    await app.openHome()
    await app.pasteLink(otherLink)
    await expect(page).toHaveTitle(/Orrin/)
    // The page is left for good: from here on nothing of hers holds that plan open.
    await ingrid.open('/new')

    await maya.plan.milestone(1).setDue('+64')
    await maya.plan.outcome.fill('Orders approve themselves')
    await maya.plan.isSynced()

    await app.openHome()
    await page.getByRole('link', { name: 'Our timeline' }).click()
    const table = page.getByRole('table', { name: 'Go-lives and your own dates' })
    const row = (name: RegExp) => table.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) })
    // What was written over there while she had it closed has come from over there.
    await expect(row(/^Orrin/)).toContainText('Orders approve themselves')
    await expect(row(/^Orrin/)).toContainText('in Year-end freeze')
    await expect(row(/^Orrin/)).toContainText(`${new URL(otherLink).host}, asked now`)
    await expect(row(/^Quillmark/)).not.toContainText('in Year-end freeze')
    await expect(row(/^Year-end freeze/)).toContainText('only with Quillmark')
    await expect(page.getByText('Two things collide.')).toBeVisible()
    const clashes = page.getByRole('region', { name: 'What collides' })
    await expect(clashes).toContainText(/Orrin is forecast to go live on .* in Year-end freeze/)
    await expect(clashes).toContainText('The plan with Orrin does not have it; the one with Quillmark does.')
    await expect(clashes).toContainText('Quillmark and Orrin go live within days of one another')
    const owed = page.getByRole('region', { name: 'Next on your side' })
    await expect(owed.getByRole('listitem')).toContainText('with Quillmark')
    await expect(owed.getByRole('listitem')).toContainText(INGRID)
    await expectNoBarriersInTheDark(page, 'timeline')
    await expectNoBarriers(page, 'timeline')

    // With the keyboard alone: from the clash to the date, in the plan of the vendor who knows it.
    await clashes.getByRole('link', { name: 'Your date in the plan with Quillmark' }).focus()
    await page.keyboard.press('Enter')
    await expect(page).toHaveTitle(/Quillmark|Halden/)
    await expect(page.locator(':focus')).toHaveAccessibleName(/^Year-end freeze/)
    await page.goBack()
    await clashes.getByRole('link', { name: 'Go-live with Orrin' }).first().click()
    await expect(page.locator(':focus')).toHaveAccessibleName(/^Milestone 1, Go-live/)
    await page.goBack()

    await page.setViewportSize({ width: 390, height: 844 })
    await expect(row(/^Orrin/)).toBeVisible()
    await expectNoSidewaysScroll(page, 'timeline, phone')
    await expectFingerSize(page, 'timeline, phone')

    // A vendor’s relay that is gone takes nothing away.
    await elsewhere.kill()
    await page.reload()
    await expect(row(/^Orrin/)).toContainText('Orders approve themselves')
    await expect(page.getByText('Two things collide.')).toBeVisible()
  } finally {
    await elsewhere.remove()
  }
})

async function addFreeze(page: Person['page'], title: string, from: string, to: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a key date' }).click()
  await page.getByRole('textbox', { name: 'What happens' }).fill(title)
  await page.getByRole('textbox', { name: 'Day', exact: true }).fill(from)
  await page.getByRole('button', { name: 'Add the key date' }).click()
  await page.getByRole('button', { name: new RegExp(`^${title}`) }).click()
  const edit = page.getByRole('dialog', { name: new RegExp(title) })
  await edit.getByRole('button', { name: 'More than one day' }).click()
  await edit.getByRole('textbox', { name: 'To' }).fill(to)
  await edit.getByRole('textbox', { name: 'To' }).press('Enter')
  await edit.getByRole('checkbox', { name: 'No work is done in it' }).check()
  await page.keyboard.press('Escape')
}
