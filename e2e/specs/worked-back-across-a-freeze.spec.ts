// A template worked back from a Saturday go-live, and once more when a freeze comes to light: no date falls into it, none on
// a weekend but go-live, and what is shown before it is kept is what is kept.
import { SchedulePanel } from '../pages/schedule-panel.ts'
import { expect, test } from '../support/on-a-day.ts'
import { makes } from '../support/two-sides.ts'

const GO_LIVE = 'Sat 27 Jun'
const FREEZE = { from: '11 May', to: '13 May' }

test('a template is worked back from a Saturday, and again across a freeze', async ({ clock, person }) => {
  test.setTimeout(120_000)
  await clock.goTo('2026-01-05')
  const dana = await makes(person, { start: 'Full rollout', goLive: '27 Jun' })
  const { plan } = dana
  const { page } = plan
  const panel = new SchedulePanel(page)
  await expect(panel.goLive).toContainText(GO_LIVE)
  const before = await dues()
  expect(before.filter((day) => /^(Sat|Sun)/.test(day))).toEqual([GO_LIVE])

  await page.getByRole('button', { name: 'Add a key date' }).click()
  await page.getByRole('textbox', { name: 'What happens' }).fill('Release freeze')
  await page.getByRole('textbox', { name: 'Day', exact: true }).fill(FREEZE.from)
  await page.getByRole('button', { name: 'Add the key date' }).click()
  await page.getByRole('button', { name: /^Release freeze/ }).click()
  const edit = page.getByRole('dialog', { name: /Release freeze/ })
  await edit.getByRole('button', { name: 'More than one day' }).click()
  await edit.getByRole('textbox', { name: 'To' }).fill(FREEZE.to)
  await edit.getByRole('textbox', { name: 'To' }).press('Enter')
  await edit.getByRole('checkbox', { name: 'No work is done in it' }).check()
  await page.keyboard.press('Escape')

  await plan.milestone(1).choose('Move dates from here on')
  const dialog = page.getByRole('dialog', { name: /^Dates from milestone 1 on/ })
  await dialog.getByRole('button', { name: 'Back from go-live' }).click()
  const shown = await dialog.getByRole('list', { name: 'Dates that would move' }).getByRole('time').allInnerTexts()
  await dialog.getByRole('button', { name: /^Move \d+ dates?$/ }).click()
  await expect(dialog).toBeHidden()

  const after = await dues()
  expect(after.indexOf(GO_LIVE)).toBe(before.indexOf(GO_LIVE))
  expect(after.filter((day) => /^(Sat|Sun)/.test(day))).toEqual([GO_LIVE])
  expect(after.filter((day) => isInFreeze(day))).toEqual([])
  expect(after).not.toEqual(before)
  for (const day of shown) expect(after).toContain(day)
  await expect(panel.goLive).toContainText(GO_LIVE)

  async function dues(): Promise<readonly string[]> {
    const rows = plan.outline.getByRole('group', { name: /^Milestone \d+, / })
    return rows
      .getByRole('button', { name: /^due / })
      .getByRole('time')
      .evaluateAll((times) =>
        // The day alone, without the words that only a screen reader hears.
        times.map((time) => time.lastChild?.textContent ?? ''),
      )
  }
})

function isInFreeze(day: string): boolean {
  const [, number, month] = day.split(' ')
  return month === 'May' && Number(number) >= 11 && Number(number) <= 13
}
