import { AppPage } from '../pages/app-page.ts'
import { PlanPage } from '../pages/plan-page.ts'
import { ImportPanel } from '../pages/import-panel.ts'
import { Palette } from '../pages/palette.ts'
import { makes } from '../support/two-sides.ts'
import { expect, test } from '../support/story.ts'
import { workbook } from '../support/workbook.ts'

/** What a blank plan calls its last milestone. */
const RESULT = 'Optimization: first result'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

test('a workbook: its sheet is chosen, its days and levels are read, and it comes in offline too', async ({
  person,
}) => {
  const dana = await makes(person, { start: 'Blank plan' })
  const panel = new ImportPanel(dana.person.page)
  await expect(panel.door).toBeVisible()
  await dana.person.goOffline()
  await dana.plan.isOffline()
  const buffer = workbook({
    'Read me': [['Our plan, version 7']],
    Plan: [
      ['Mutual action plan for Halden'],
      [],
      ['WBS', 'Name', 'Due', 'Days'],
      ['1', 'Pilot plant matches', '', ''],
      ['1.1', 'Data is loaded', new Date(Date.UTC(2027, 3, 12)), 3],
      ['1.2', 'Two teams are trained', new Date(Date.UTC(2027, 3, 30)), '2 weeks'],
      ['2', 'Go-live of all plants', new Date(Date.UTC(2027, 5, 1)), ''],
    ],
  })
  await panel.open({ name: 'plan & more.xlsx', mimeType: XLSX, buffer })
  await panel.choose(/^Sheet/, 'Plan')
  await expect(panel.box).toHaveAccessibleName('Bring in 4 rows')
  await expect(panel.box.getByText('Row 3 names the columns')).toBeVisible()
  await expect(panel.box.getByText('2 milestones and 2 steps')).toBeVisible()
  await panel.bring()
  await expect.poll(() => dana.plan.titles()).toEqual(['Pilot plant matches', 'Go-live of all plants', RESULT])
  await expect(dana.plan.milestone(1).due).toHaveText(/30 Apr 2027/)
  await expect(dana.plan.milestone(2).row).toHaveAccessibleName(/go-live/)
  await dana.person.page.reload()
  await expect.poll(() => dana.plan.titles()).toEqual(['Pilot plant matches', 'Go-live of all plants', RESULT])
  await dana.person.goOnline()
  await dana.plan.isSynced()
})

test('a text file with semicolons and the letters of Windows, dropped on the page', async ({ person }) => {
  const dana = await makes(person, { start: 'Blank plan' })
  const panel = new ImportPanel(dana.person.page)
  await panel.drop('plan.csv', 'Milestone;Owner;Due\nKosten; Général Counsel;14.09.2027\nPilot;;')
  await expect(panel.box).toHaveAccessibleName('Bring in 2 rows')
  await expect(panel.preview.getByText('Général Counsel')).toBeVisible()
  await panel.bring()
  await expect.poll(() => dana.plan.titles()).toEqual(['Kosten', 'Pilot', 'Go-live', RESULT])
  await expect(dana.plan.milestone(1).due).toHaveText(/14 Sept 2027/)
})

test('a file that cannot be read says why, and the plan is as it was', async ({ person }) => {
  const dana = await makes(person)
  const panel = new ImportPanel(dana.person.page)
  const before = await dana.plan.everything()
  const whole = workbook({ Plan: [['Milestone'], ['Pilot']] })
  await panel.open({ name: 'half.xlsx', mimeType: XLSX, buffer: whole.subarray(0, whole.length - 40) })
  await expect(panel.box.getByRole('alert')).toContainText('half.xlsx cannot be read')
  await expect(panel.box.getByRole('alert')).toContainText('The plan is as it was')
  // From here one goes on with another file.
  const chooser = dana.person.page.waitForEvent('filechooser')
  await panel.box.getByRole('button', { name: 'Choose a file' }).click()
  const rows = Array.from({ length: 250 }, (_, at) => `Milestone ${at}`).join('\n')
  await (
    await chooser
  ).setFiles({ name: 'many.csv', mimeType: 'text/csv', buffer: Buffer.from(`Milestone,Due\n${rows}`) })
  await expect(panel.box.getByRole('alert')).toContainText('A plan holds at most 200 milestones')
  await expect(panel.add).toHaveCount(0)
  await panel.box.getByRole('button', { name: 'Cancel' }).click()
  await expect(panel.box).toHaveCount(0)
  expect(await dana.plan.everything()).toBe(before)
})

test('from the palette, with the keyboard alone', async ({ person }) => {
  const dana = await makes(person, { start: 'Blank plan' })
  const { page } = dana.person
  const panel = new ImportPanel(page)
  await expect(panel.door).toBeVisible()
  const palette = await Palette.open(page)
  await palette.take('excel')
  const field = panel.box.getByRole('textbox', { name: 'Or paste cells or a list' })
  await field.focus()
  await ImportPanel.paste(page, 'one line alone')
  await expect(field).toHaveAccessibleDescription(/^This is one line/)
  await page.keyboard.press('ControlOrMeta+a')
  await ImportPanel.paste(page, 'Milestone\tDays\nPilot\t10\nRoll-out\t20')
  await expect(panel.box).toHaveAccessibleName('Bring in 2 rows')
  await panel.add.focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => dana.plan.titles()).toEqual(['Pilot', 'Roll-out', 'Go-live', RESULT])
  await expect(dana.plan.milestoneCalled('Pilot').row, 'the keyboard goes on there').toBeFocused()
})

test('a plan begins with a spreadsheet: chosen on the first screen, looked at in the plan that is made for it', async ({
  person,
}) => {
  const dana = await person()
  const app = new AppPage(dana)
  const { page } = dana
  const file = {
    name: 'halden.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Milestone,Due\nPilot,14 Sep 2027\nGo-live,1 Dec 2027'),
  }
  await app.openHome()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: /^Bring a spreadsheet/ }).click()
  await (await chooser).setFiles(file)
  await expect(page.getByText('halden.csv')).toBeVisible()
  await expect(page.getByRole('radio', { name: /^Blank plan/ })).toBeChecked()
  const field = (label: string) => page.getByRole('textbox', { name: label, exact: true })
  await field('Buyer').fill('Halden Foods')
  await field('Seller').fill('Quillmark')
  await field('Your role').fill('Account executive')
  await page.getByRole('button', { name: 'Create plan' }).click()

  const panel = new ImportPanel(page)
  await expect(panel.box).toHaveAccessibleName('Bring in 2 rows')
  await panel.bring()
  const plan = new PlanPage(page)
  await expect.poll(() => plan.titles()).toEqual(['Pilot', 'Go-live', RESULT])
  await expect(plan.milestone(2).due).toHaveText(/1 Dec 2027/)
  // It was for this plan: another one, and this one opened again, have nothing to look at.
  await page.getByRole('link', { name: 'Plans', exact: true }).click()
  await app.openPlan('Halden Foods and Quillmark')
  await expect(panel.door).toBeVisible()
  await expect(panel.box).toHaveCount(0)
  await page.getByRole('link', { name: 'Plans', exact: true }).click()
  await page.getByRole('link', { name: 'New plan' }).click()
  await field('Buyer').fill('Bergen')
  await page.getByRole('button', { name: 'Create plan' }).click()
  await expect(page.getByRole('navigation', { name: 'Place' })).toContainText('Bergen')
  await expect(panel.door).toBeVisible()
  await expect(panel.box).toHaveCount(0)
})

test('on the page for a new plan a spreadsheet is chosen, and given up again', async ({ person }) => {
  const dana = await person()
  await dana.open('/new')
  const { page } = dana
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'From a spreadsheet' }).click()
  await (await chooser).setFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\nc,d') })
  await expect(page.getByRole('radio', { name: /^Blank plan/ })).toBeChecked()
  await page.getByRole('button', { name: 'Without the spreadsheet' }).click()
  await expect(page.getByText('x.csv')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'From a spreadsheet' })).toBeVisible()
})
