import { ImportPanel } from '../pages/import-panel.ts'
import { twoSides, makes, sendLink } from '../support/two-sides.ts'
import { AppPage } from '../pages/app-page.ts'
import { expect, test } from '../support/story.ts'

const CELLS = [
  ['Phase', 'Task', 'Owner', 'Company', 'Due date', 'Days', 'Status'],
  ['Discovery', 'The process of all plants is mapped', 'ap director', 'Halden', '3/4/2027', '5', 'Done'],
  ['', 'Controllers have been asked', 'Ingrid Solheim', '', '5/4/2027', '3 days', 'In progress'],
  ['Security', 'Penetration test is passed', 'CISO – Eva Lund', 'Halden', 'Q3', '2 weeks', ''],
  ['', 'Questions are answered', 'Solutions Engineer', 'Quillmark', '10/4/2027', '', ''],
]
const TEXT = CELLS.map((row) => row.join('\t')).join('\r\n')
/** As Excel writes it, with a merged cell, and with things in it that a page must never run. */
const HTML = `<html><head><style>td{color:red}</style></head><body><!--StartFragment--><table style="width:9in">${CELLS.map(
  (row, at) => `<tr>${row.map((cell, column) => (column === 0 && at > 0 ? merged(cell) : evil(cell))).join('')}</tr>`,
).join('')}</table><!--EndFragment--></body></html>`

function merged(cell: string): string {
  return cell === '' ? '' : `<td rowspan=2>${cell}<img src=x onerror="document.title='run'"></td>`
}

function evil(cell: string): string {
  return `<td><a href="javascript:document.title='run'">${cell}</a></td>`
}

/** What a blank plan calls its last milestone. */
const RESULT = 'Optimization: first result'

test('cells that are pasted on the plan are looked at first, come in as one change, and go with one undo', async ({
  person,
}) => {
  const { dana, ingrid } = await twoSides(person)
  const panel = new ImportPanel(dana.person.page)
  const before = await ingrid.plan.titles()
  await panel.pasteCells(TEXT, HTML)
  await expect(panel.box).toHaveAccessibleName('Bring in 4 rows')
  await expect(panel.box.getByText(/^1 date not understood: “Q3” in row 4/)).toBeVisible()
  await expect(panel.box.getByText('2 milestones, 4 steps, 1 new role and 1 new person')).toBeVisible()

  // Whether the day or the month comes first is asked, because the cells do not say.
  await panel.box.getByRole('button', { name: 'Day first' }).click()
  await expect(panel.preview.getByText('Sat 10 Apr 2027')).toHaveCount(2)
  await panel.box.getByRole('button', { name: 'Month first' }).click()
  await expect(panel.preview.getByText('Mon 4 Oct 2027')).toHaveCount(2)
  await panel.box.getByRole('button', { name: 'Day first' }).click()

  // A column that holds something else: at once another plan, and back again.
  await panel.setKind('Phase', 'Left out')
  await expect(panel.add).toHaveAccessibleName('Add 1 milestone')
  await panel.setKind('Phase', 'Milestone')
  await expect(panel.add).toHaveAccessibleName('Add 2 milestones')
  await panel.choose('Side of Eva Lund', 'Quillmark')
  expect(await ingrid.plan.titles(), 'nothing is changed by looking').toEqual(before)

  await panel.bring()
  await expect(dana.plan.notice('2 milestones, 4 steps, 1 new role and 1 new person brought in')).toBeVisible()
  for (const { plan } of [dana, ingrid]) {
    await expect.poll(() => plan.titles()).toHaveLength(before.length + 2)
    const titles = await plan.titles()
    const goLive = titles.findIndex((title) => title.startsWith('Go-live'))
    expect(titles.slice(goLive - 2, goLive), 'in front of go-live').toEqual(['Discovery', 'Security'])
    const number = titles.indexOf('Discovery') + 1
    await plan.milestone(number).unfold()
    await expect
      .poll(() => plan.stepTitles(number))
      .toEqual(['The process of all plants is mapped', 'Controllers have been asked'])
    await expect(plan.milestoneCalled('Discovery').due).toHaveText(/5 Apr 2027/)
    await expect(plan.step('The process of all plants is mapped').row).toContainText('AP Director')
    await expect(plan.step('Controllers have been asked').row).toContainText('Ingrid Solheim')
    await plan.milestone(number + 1).unfold()
    await expect(plan.step('Penetration test is passed').row).toContainText('CISO – Eva Lund')
  }
  await expect(dana.person.page).not.toHaveTitle('run')
  await dana.plan.milestoneCalled('Discovery').row.focus()
  await dana.plan.undo()
  await expect.poll(() => dana.plan.titles()).toEqual(before)
  await expect.poll(() => ingrid.plan.titles()).toEqual(before)
  await expect(dana.person.page.getByText('Eva Lund')).toHaveCount(0)
})

test('a list in the first title of a blank plan becomes milestones and steps; one line stays words', async ({
  person,
}) => {
  const dana = await makes(person, { start: 'Blank plan' })
  const { page } = dana.person
  const panel = new ImportPanel(page)
  await expect(panel.door).toBeVisible()
  await dana.plan.milestone(1).writeAtEnd()
  await ImportPanel.paste(page, ' with one line\n')
  await expect(dana.plan.milestone(1).title).toHaveValue(/^Go-live with one line\s?$/)
  await dana.plan.milestone(1).title.fill('')
  await ImportPanel.paste(page, 'one\trow')
  await expect(dana.plan.milestone(1).title).toHaveValue(/^one\srow$/)
  await dana.plan.milestone(1).title.fill('')

  await ImportPanel.paste(
    page,
    [
      '1. Everyone agrees on the cost',
      '   - [x] Numbers of 2025 collected',
      '   - [ ] Shown to the CFO',
      '2. Go-live at six plants',
      '3. First €250k saved',
    ].join('\n'),
  )
  await expect
    .poll(() => dana.plan.titles())
    .toEqual(['Everyone agrees on the cost', 'Go-live at six plants', 'First €250k saved'])
  await expect(dana.plan.milestone(2).row, 'the plan’s own go-live').toHaveAccessibleName(/go-live/)
  await dana.plan.milestone(1).unfold()
  expect(await dana.plan.stepTitles(1)).toEqual(['Numbers of 2025 collected', 'Shown to the CFO'])
  await expect(dana.plan.step('Numbers of 2025 collected').row).toHaveAccessibleName(/done/)
  await expect(dana.plan.notice('3 milestones and 2 steps brought in')).toBeVisible()

  await dana.plan.notice('brought in').getByRole('button', { name: /^Undo/ }).click()
  await expect.poll(() => dana.plan.titles()).toEqual(['', RESULT])
})

test('the undo of the notice is gone once something else was done', async ({ person }) => {
  const dana = await makes(person, { start: 'Blank plan' })
  const panel = new ImportPanel(dana.person.page)
  await panel.pasteOnPage('One\n  Step\nTwo')
  await expect(panel.box).toHaveAccessibleName('Bring in 3 lines')
  await panel.bring()
  // Whoever looks at a notice holds it: it goes because of what is done, not by its time.
  await dana.plan.notice('2 milestones and 1 step brought in').hover()
  await dana.plan.milestoneCalled('Two').rename('Two and a half')
  await expect(dana.plan.notice('brought in')).toHaveCount(0)
  await dana.plan.undo()
  await expect.poll(() => dana.plan.titles()).toEqual(['One', 'Two', 'Go-live', RESULT])
  await dana.plan.undo()
  await expect.poll(() => dana.plan.titles()).toEqual(['Go-live', RESULT])
})

test('a text is a text: cells that are pasted into one stay words, and no panel comes over another dialog', async ({
  person,
}) => {
  const dana = await makes(person)
  const { page } = dana.person
  const panel = new ImportPanel(page)
  await expect(panel.door).toBeVisible()
  const titles = await dana.plan.titles()
  await dana.plan.milestone(1).writeAtEnd()
  await ImportPanel.paste(page, ' x\ty\nz')
  await expect(dana.plan.milestone(1).title).toHaveValue(new RegExp(`^${titles[0]} x\\s?y z$`))
  await dana.plan.milestone(2).rename('Go-live')
  await ImportPanel.paste(page, ' a\nb')
  await expect(dana.plan.milestone(2).title, 'called so by somebody').toHaveValue('Go-live a b')
  await expect(panel.box).toHaveCount(0)
  await dana.plan.share.click()
  await expect(page.getByRole('dialog', { name: 'Share this plan' })).toBeVisible()
  await page.getByRole('button', { name: 'Close', exact: true }).focus()
  expect(await ImportPanel.hand(page, TEXT, HTML)).toBe(false)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await ImportPanel.hand(page, TEXT, HTML), 'without the dialog it is taken').toBe(true)
})

test('a reader pastes nothing', async ({ person }) => {
  const dana = await makes(person)
  const link = await sendLink(dana, { side: 'Halden Foods', role: 'CFO', access: 'Read-only' })
  const astrid = await person()
  const plan = await new AppPage(astrid).openLink(link)
  await plan.isWhole()
  const before = await plan.everything()
  expect(await ImportPanel.hand(astrid.page, TEXT, HTML)).toBe(false)
  const panel = new ImportPanel(astrid.page)
  await expect(panel.door).toHaveCount(0)
  await expect(panel.box).toHaveCount(0)
  expect(await plan.everything()).toBe(before)
})
