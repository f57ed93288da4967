// One side offers, the other answers with a day of its own: both wishes stand on the row until one offer is accepted. What is
// agreed then is promised too, so nothing counts as won back by agreeing, and what was agreed before stays readable.
import { SchedulePanel } from '../pages/schedule-panel.ts'
import { expect, test } from '../support/on-a-day.ts'
import { twoSides } from '../support/two-sides.ts'

test('an offer is answered with another day, settled, and settled anew', async ({ clock, person }) => {
  test.setTimeout(120_000)
  await clock.goTo('2026-01-05')
  const { dana, ingrid } = await twoSides(person, { start: 'One team first', goLive: '5 Jun' })
  const [danas, ingrids] = [new SchedulePanel(dana.plan.page), new SchedulePanel(ingrid.plan.page)]
  await danas.offer()

  await ingrids.box.getByRole('button', { name: 'Look and answer' }).click()
  const dialog = ingrid.plan.page.getByRole('dialog', { name: 'Agreement on the dates' })
  await dialog.getByRole('button', { name: 'Answer with other dates' }).click()
  const day = dialog.getByRole('textbox', { name: 'Milestone 4: your date' })
  // A day that cannot be is said to be none.
  await day.fill('1 Apr')
  await day.press('Enter')
  await expect(dialog).toContainText('Wed 1 Apr is too early for what it waits for')
  await day.fill('6 May')
  await day.press('Enter')
  await dialog.getByRole('button', { name: 'Offer these dates' }).click()
  await dialog.getByRole('button', { name: 'Close' }).click()

  for (const { plan } of [dana, ingrid]) {
    await expect(plan.milestone(4).row).toContainText('Halden Foods offers Wed 6 May')
    await expect(plan.milestone(4).row).toContainText('Quillmark offers Wed 29 Apr')
    await expect(plan.milestone(3).row).not.toContainText('offers')
  }

  await danas.agree()
  for (const panel of [danas, ingrids]) {
    await expect(panel.box).toContainText('Agreed by both sides on 5 Jan')
    await expect(panel.goLive).toContainText('Fri 12 Jun')
    await expect(panel.box).toContainText('On the agreed date')
    await expect(panel.box).toContainText('Nothing has moved it')
  }
  await expect(dana.plan.milestone(4).row).not.toContainText('offers')
  await expect(ingrid.plan.milestone(4).due).toContainText('Wed 6 May')

  // A week that is lost shows, until both agree again; the first agreement stays readable.
  await ingrid.plan.milestone(4).setDue('13 May')
  await expect(danas.box).toContainText('5 working days off the agreed date')
  await danas.box.getByRole('button', { name: 'Offer the dates of today' }).click()
  await expect(ingrids.box).toContainText('Other dates were offered by Quillmark on 5 Jan')
  await expect(ingrids.box).toContainText('5 working days off the agreed date')
  await ingrids.agree()
  await expect(danas.goLive).toContainText('Fri 19 Jun')
  await expect(danas.box).toContainText('On the agreed date')
  await danas.box.getByRole('button', { name: 'Agreement', exact: true }).click()
  const agreement = dana.plan.page.getByRole('dialog', { name: 'Agreement on the dates' })
  const before = agreement.getByRole('group').filter({ hasText: 'offered by Halden Foods' })
  await before.getByText('5 Jan, offered by Halden Foods').click()
  await expect(before.getByRole('listitem').nth(3)).toContainText('6 May')
})
