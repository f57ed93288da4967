import { AppPage } from '../pages/app-page.ts'
import { LinkPage } from '../pages/link-page.ts'
import { PlanPage } from '../pages/plan-page.ts'
import { linkParts } from '../support/relay-calls.ts'
import { twoSides } from '../support/two-sides.ts'
import { expect, test } from '../support/story.ts'

const UNKNOWN_PLAN = 'aaaaaaaaaaaaaaaaaaaaa'
const UNKNOWN_SECRET = 'b'.repeat(42) + 'A'

test('a garbage link, a bare address and a link of an unknown plan are explained, and what is on the device stays readable', async ({
  person,
  relay,
}) => {
  const { dana, ingrid, link } = await twoSides(person, { start: 'Blank plan', outcome: 'Invoices paid on time' })
  const { planId, secret } = linkParts(link)
  const stranger = await person()
  const page = new LinkPage(stranger.page)

  const opens: readonly [address: string, title: string, words: string][] = [
    ['/somewhere/else', 'There is nothing at this address', 'The address of a plan has /p/ or /v/ in it'],
    ['/p/nonsense', 'There is nothing at this address', 'The address of a plan has /p/ or /v/ in it'],
    [`/p/${planId}`, 'This address needs its link', 'The address says which plan, not who may see it.'],
    [`/v/${planId}`, 'This address needs its link', 'The address says which plan, not who may see it.'],
    [`/p/${planId}#${secret.slice(0, 20)}`, 'The end of this link is damaged', 'It was cut off or changed on its way.'],
    [`/p/${planId}#${UNKNOWN_SECRET}`, 'This link opens no plan', 'The plan’s relay does not know it.'],
    [`/p/${UNKNOWN_PLAN}#${UNKNOWN_SECRET}`, 'This plan is not here yet', 'The relay has not heard of it.'],
  ]
  for (const [address, title, words] of opens) {
    await stranger.open('/')
    await stranger.open(address)
    await expect(page.heading, address).toHaveText(title)
    await expect(page.words, address).toContainText(words)
    await page.allPlans.click()
    await expect(stranger.page).toHaveURL(`${relay.origin}/`)
  }

  // What was kept of them is said to be nothing yet, and can be taken away.
  const list = new AppPage(stranger)
  await expect(list.row('A plan')).toHaveCount(2)
  await expect(list.row('A plan').first()).toContainText('Nothing of it has arrived yet')

  // The same words where a link is pasted, without leaving the place.
  const fresh = new AppPage(await person())
  const pasted: readonly [text: string, words: string][] = [
    ['', 'Paste the link you were sent.'],
    ['hello', 'This is not a link.'],
    ['javascript:alert(1)', 'This is not a link.'],
    ['https://example.org/', 'This address is not a plan.'],
    [`${relay.origin}/p/${planId}`, 'The end of the link is missing'],
    [`${relay.origin}/p/${planId}#abc`, 'The end of the link is cut off'],
  ]
  await fresh.openHome()
  for (const [text, words] of pasted) {
    await fresh.pasteLink(text)
    const dialog = fresh.person.page.getByRole('dialog', { name: 'Open a link you were sent' })
    await expect(dialog, text).toContainText(words)
    await fresh.person.page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  }
  await fresh.pasteLink(` ${link}\n`)
  await expect(new PlanPage(fresh.person.page).outcome).toHaveValue('Invoices paid on time')

  // Somebody who has the plan and opens a broken link of it is led to the plan.
  const ingrids = new LinkPage(ingrid.person.page)
  await ingrid.person.open('/')
  await ingrid.person.open(`/p/${planId}#${secret.slice(0, 20)}`)
  await expect(ingrids.heading).toHaveText('The end of this link is damaged')
  await ingrid.person.page.getByRole('link', { name: 'Open the plan' }).click()
  await expect(ingrid.plan.outcome).toHaveValue('Invoices paid on time')
  await ingrid.plan.isSynced()

  // A link of that plan that the relay does not know takes nothing away from the one she has.
  await ingrid.person.open('/')
  await ingrid.person.open(`/p/${planId}#${UNKNOWN_SECRET}`)
  await expect(ingrid.plan.outcome).toHaveValue('Invoices paid on time')
  await ingrid.plan.isSynced()
  const opened = ingrid.person.page.getByRole('region', { name: 'The link you opened' })
  await expect(opened).toContainText('The relay does not know it: it may have been copied in part.')
  await opened.getByRole('button', { name: 'Forget it' }).click()
  await expect(opened).toHaveCount(0)
  await ingrid.plan.milestone(1).rename('Still writing')
  await expect(dana.plan.milestone(1).title).toHaveValue('Still writing')

  // Nor does a link of an unknown plan.
  await ingrid.person.open(`/p/${UNKNOWN_PLAN}#${UNKNOWN_SECRET}`)
  await expect(ingrids.heading).toHaveText('This plan is not here yet')
  await ingrids.allPlans.click()
  await (await ingrid.app.openPlan('Halden Foods and Quillmark')).isSynced()
  await expect(ingrid.plan.milestone(1).title).toHaveValue('Still writing')
})
