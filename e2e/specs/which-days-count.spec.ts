// The calendar of a plan is everybody's: public holidays of a country, another week, another zone. Each shows what it does
// before or when it is kept, and each is taken back by one undo.
import { SchedulePanel } from '../pages/schedule-panel.ts'
import { expect, test } from '../support/on-a-day.ts'
import { twoSides } from '../support/two-sides.ts'

test('public holidays, weekdays and the zone move what follows, for both sides, and can be taken back', async ({
  clock,
  person,
}) => {
  test.setTimeout(120_000)
  await clock.goTo('2026-03-02')
  const { dana, ingrid } = await twoSides(person, { start: 'One team first', goLive: '22 May' })
  const { page } = dana.plan
  const panels = [new SchedulePanel(page), new SchedulePanel(ingrid.plan.page)]
  const goLiveIs = async (day: string) => {
    for (const panel of panels) await expect(panel.goLive).toContainText(day)
  }
  await goLiveIs('Fri 22 May')

  await page.getByRole('button', { name: 'Calendar', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Which days count' })
  await dialog.getByRole('button', { name: 'Add those of a country' }).click()
  await dialog.getByRole('button', { name: /^Country/ }).click()
  // A space is part of the word, not a press.
  await page.keyboard.type('United K')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: 'Country United Kingdom' })).toBeVisible()
  await dialog.getByRole('button', { name: /^Country/ }).click()
  await page.keyboard.type('Norw')
  await page.keyboard.press('Enter')
  const found = dialog.getByRole('list', { name: 'Days that would be added' })
  await expect(found).toContainText('2 Apr Maundy Thursday')
  // Easter Sunday is no working day anyway, New Year lies before the plan.
  await expect(found).not.toContainText('Easter Sunday')
  await expect(found).not.toContainText('1 Jan')
  const effect = dialog.getByRole('definition').first()
  const preview = /to (\w{3} \d+ \w{3})/.exec(((await effect.textContent()) ?? '').replaceAll(/\s+/g, ' '))?.[1] ?? ''
  expect(preview).not.toBe('')
  await dialog.getByRole('button', { name: /^Add \d+ days off$/ }).click()
  await expect(dialog).toContainText('All of them are in the plan')
  await goLiveIs(preview)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(dialog).toContainText('None yet')
  await goLiveIs('Fri 22 May')

  const friday = dialog.getByRole('button', { name: 'Fri', exact: true })
  await friday.click()
  await expect(friday).toHaveAttribute('aria-pressed', 'false')
  for (const panel of panels) await expect(panel.goLive).not.toContainText('Fri 22 May')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(friday).toHaveAttribute('aria-pressed', 'true')
  await goLiveIs('Fri 22 May')

  // At nine in the morning in London it is still yesterday in Pago Pago.
  const todayIs = (day: string) =>
    expect(ingrid.plan.page.getByRole('img', { name: /^Timeline/ })).toHaveAccessibleDescription(
      new RegExp(`^Today is ${day};`),
    )
  await todayIs('2 March')
  await dialog.getByRole('button', { name: /^Today is the day in/ }).click()
  await page.keyboard.type('Pago')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: 'Today is the day in Pago Pago (Pacific)' })).toBeVisible()
  await todayIs('1 March')
  await page.keyboard.press('ControlOrMeta+z')
  await todayIs('2 March')
})
