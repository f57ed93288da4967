import { ExecutivePage } from '../pages/executive-page.ts'
import { ShareDialog } from '../pages/share-dialog.ts'
import { linkParts, makeLink } from '../support/relay-calls.ts'
import { makes, OUTCOME, sendLink, type Participant } from '../support/two-sides.ts'
import { expect, test, type Person } from '../support/story.ts'

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const
const CFO = { side: 'Halden Foods', role: 'CFO', name: 'Astrid Nygaard', access: 'Read-only' } as const

async function opens(somebody: Person, link: string): Promise<ExecutivePage> {
  await somebody.open(link)
  const page = new ExecutivePage(somebody.page)
  await expect(page.outcome).toHaveText(OUTCOME)
  return page
}

/** The headings that a PDF names, as they were printed: plain, or two bytes a letter where one of them needs it. */
function headingsIn(pdf: string): readonly string[] {
  const plain = [...pdf.matchAll(/\/Title \(((?:[^()\\]|\\.)*)\)/g)].map(([, text = '']) =>
    text.replace(/\\(.)/g, '$1'),
  )
  const wide = [...pdf.matchAll(/\/Title <FEFF([0-9A-F]+)>/g)].map(([, hex = '']) =>
    Buffer.from(hex, 'hex').swap16().toString('utf16le'),
  )
  return [...plain, ...wide]
}

const offered = (dana: Participant) => sendLink(dana, CFO)

test('an executive on a phone reads how it stands, and there is nothing to change', async ({ person }) => {
  const dana = await makes(person, { outcome: OUTCOME })
  const link = await offered(dana)
  const astrid = await person(PHONE)
  const plan = await opens(astrid, link)

  await expect(plan.verdict).toHaveText(/^Dates are not agreed yet: go-live is forecast for /)
  await expect(plan.standing.getByRole('term')).toHaveText(['Go-live', /./])
  await expect(plan.standing.getByRole('img', { name: 'Timeline, agreed and forecast' })).toBeVisible()
  await expect(plan.ask).toContainText('Nothing is needed from you.')
  await expect(plan.moved).toContainText('From the day on which both sides agree on dates')
  await expect(plan.milestones).toHaveCount(8)
  await expect(astrid.page.getByRole('heading', { name: 'Eight milestones, none done' })).toBeVisible()
  await expect(plan.people).toContainText('Astrid Nygaard')

  await plan.isKept()
  await expect(astrid.page.getByRole('button')).toHaveText(['Forward'])
  await expect(astrid.page.getByRole('textbox')).toHaveCount(0)
  expect(await astrid.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await expect(astrid.page, 'the address stays, so that a bookmark of it works').toHaveURL(link)
})

test('what her role owes now is what she is asked for', async ({ person }) => {
  const dana = await makes(person, { outcome: OUTCOME })
  const managing = await sendLink(dana, { ...CFO, access: 'Can manage' })
  const owner = { right: 'view', side: 'buyer', role: 'Head of department', name: 'Astrid Nygaard' } as const
  const plan = await opens(await person(), await makeLink(managing, owner))
  await expect(plan.ask.getByRole('heading')).toHaveText('One thing from you, Astrid')
  await expect(plan.ask).toContainText(/milestone 1/i)
})

test('a change arrives while she reads on, and what she reads stays where it is', async ({ person }) => {
  const dana = await makes(person, { outcome: OUTCOME })
  const link = await offered(dana)
  const astrid = await person(PHONE)
  const plan = await opens(astrid, link)
  await plan.isKept()
  await plan.people.scrollIntoViewIfNeeded()
  // Of what is on screen, not of the page: what is above may have grown.
  const place = async () => Math.round((await plan.people.boundingBox())?.y ?? Number.NaN)
  const before = await place()
  expect(await astrid.page.evaluate(() => globalThis.scrollY)).toBeGreaterThan(0)
  const said = (await plan.verdict.textContent()) ?? ''

  await dana.plan.milestone(1).rename('A number the board can use')
  await expect(plan.milestones.first()).toContainText('A number the board can use')
  await dana.plan.milestone(7).setDue('+400')
  await expect(plan.verdict).not.toHaveText(said)
  await expect(astrid.page.locator('[data-announces="remote"]')).toHaveText(/^The plan has changed\. /)
  expect(await place()).toBe(before)
})

test('read once, it opens without a network, and goes on from there when there is one', async ({ person }) => {
  const dana = await makes(person, { outcome: OUTCOME })
  const link = await offered(dana)
  const astrid = await person()
  const plan = await opens(astrid, link)
  await plan.isKept()
  await astrid.goOffline()
  await expect(plan.state(/^Offline/)).toBeVisible()
  await dana.plan.milestone(1).rename('Written while she was on a train')

  await astrid.page.reload()
  await expect(plan.outcome).toHaveText(OUTCOME)
  await expect(plan.state(/^Offline/)).toBeVisible()
  await expect(plan.milestones).toHaveCount(8)
  await expect(plan.milestones.first()).not.toContainText('Written while she was on a train')
  // By the bare address too, as a list of plans or a typed address opens it.
  await astrid.open(`/v/${linkParts(link).planId}`)
  await expect(plan.outcome).toHaveText(OUTCOME)
  // And with what a mail program hung on to it.
  await astrid.open(`/v/${linkParts(link).planId}?from=mail/today`)
  await expect(plan.outcome).toHaveText(OUTCOME)

  await astrid.goOnline()
  await expect(plan.milestones.first()).toContainText('Written while she was on a train')
  await expect(plan.state('Up to date')).toBeVisible()
})

test('printed, it is one dated sheet of paper', async ({ person }) => {
  const dana = await makes(person, { outcome: OUTCOME })
  // As many as fit: from eight to twelve, each as long as the sheet is wide.
  const { keyboard } = dana.person.page
  await dana.plan.milestone(8).title.click()
  await keyboard.press('End')
  for (let at = 9; at <= 12; at += 1) {
    await keyboard.press('Enter')
    await expect(dana.plan.milestone(at).title).toBeFocused()
    await keyboard.insertText(`Outcome ${at} with so many words that no sheet of paper has room for them`)
  }
  await dana.plan.isSynced()
  const link = await offered(dana)
  const astrid = await person({ viewport: { width: 1440, height: 900 } })
  const plan = await opens(astrid, link)
  await expect(plan.milestones).toHaveCount(12)

  const pdf = (await astrid.page.pdf({ preferCSSPageSize: true, outline: true, tagged: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
  // What is on the sheet itself, not only on a screen that looks like it.
  const headings = headingsIn(pdf)
  expect(headings).toContain(OUTCOME)
  expect(headings).toContain(await plan.verdict.textContent())
  await astrid.page.emulateMedia({ media: 'print' })
  await expect(plan.outcome).toBeVisible()
  await expect(plan.verdict).toBeVisible()
  await expect(astrid.page.getByText(/^As of \w+ \d+ \w+ \d{4}$|^As of \w+ \w+ \d+, \d{4}$/)).toBeVisible()
  await expect(plan.forward).toBeHidden()
  await expect(plan.wholePlan).toBeHidden()
})

test('she passes it on: one more link to read, for her own side', async ({ person }) => {
  const dana = await makes(person, { outcome: OUTCOME })
  const link = await offered(dana)
  const astrid = await person(PHONE)
  const plan = await opens(astrid, link)
  await plan.forward.click()
  const dialog = astrid.page.getByRole('dialog', { name: 'Forward this plan' })
  await expect(dialog).toContainText('it shows the whole plan and changes nothing.')
  await expect(dialog).toContainText('Halden Foods')
  // Which side and what it allows is no question here.
  await expect(dialog.getByRole('button', { name: /^(Side|Access) / })).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Create link', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('Say the role first')
  await dialog.getByRole('combobox', { name: 'Role' }).fill('Board member')
  await dialog.getByRole('button', { name: 'Create link', exact: true }).click()
  const field = dialog.getByRole('textbox', { name: 'Link for Board member' })
  const further = await field.inputValue()
  expect(linkParts(further).page).toBe('v')

  const board = await person()
  await opens(board, further)
  await expect(board.page.getByText('Read-only for Board member')).toBeVisible()
  // An editor of her side sees whose it is, and gives such a link in two presses.
  const shared = await ShareDialog.open(dana.person.page)
  await expect(shared.row('Board member')).toContainText('Read-only')
})

test('somebody who may write is never given more than reading to pass on here', async ({ person }) => {
  const dana = await makes(person, { outcome: OUTCOME })
  const link = await offered(dana)
  await dana.person.open(link)
  const plan = new ExecutivePage(dana.person.page)
  await plan.isKept()
  await expect(dana.person.page.getByText('Read-only for Dana Okafor')).toBeVisible()
  await plan.forward.click()
  const dialog = dana.person.page.getByRole('dialog', { name: 'Forward this plan' })
  await expect(dialog.getByRole('button', { name: /^(Side|Access) / })).toHaveCount(0)
  await dialog.getByRole('combobox', { name: 'Role' }).fill('VP Sales')
  await dialog.getByRole('button', { name: 'Create link', exact: true }).click()
  const further = await dialog.getByRole('textbox', { name: /^Link for / }).inputValue()
  expect(linkParts(further).page).toBe('v')
})

test('from the sentence to every step: the whole plan is one press away', async ({ person }) => {
  const dana = await makes(person, { outcome: OUTCOME })
  const link = await offered(dana)
  const astrid = await person()
  const plan = await opens(astrid, link)
  await plan.isKept()
  await plan.wholePlan.click()
  await expect(astrid.page.getByRole('button', { name: 'Unfold all' })).toBeVisible()
  await expect(astrid.page, 'without its secret').toHaveURL(new RegExp(`/p/${linkParts(link).planId}$`))
  await astrid.page.goBack()
  await expect(plan.outcome).toHaveText(OUTCOME)
})

test('a browser that runs no programs is told what is needed', async ({ person }) => {
  const dana = await makes(person, { outcome: OUTCOME })
  const link = await offered(dana)
  const astrid = await person({ javaScriptEnabled: false })
  await astrid.open(link)
  await expect(astrid.page.getByRole('paragraph')).toContainText('so it needs JavaScript')
})

test('links that open nothing are explained here too', async ({ person }) => {
  const dana = await makes(person, { outcome: OUTCOME })
  const link = await offered(dana)
  const { page, relay } = await person().then((somebody) => ({ page: somebody.page, relay: somebody.relay }))
  const heading = page.getByRole('heading', { level: 1 })
  await page.goto(link.slice(0, -9))
  await expect(heading).toHaveText('The end of this link is damaged')
  await page.goto(`${relay.origin}/v/nonsense`)
  await expect(heading).toHaveText('There is nothing at this address')
  const dialog = await ShareDialog.open(dana.person.page)
  await dialog.revoke('CFO – Astrid Nygaard')
  await page.goto('about:blank')
  await page.goto(link)
  await expect(heading).toHaveText('This link was revoked')
  await expect(page.getByText(OUTCOME)).toHaveCount(0)
})
