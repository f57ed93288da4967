// A plan that would have had to begin before today says by how much, and each of the three ways out that it offers makes it
// fit: in the preview, and in the plan that is made of it.
import { SchedulePanel } from '../pages/schedule-panel.ts'
import { PlanPage } from '../pages/plan-page.ts'
import { expect, test } from '../support/on-a-day.ts'

const WAYS = [
  { words: /^Go live on Fri 12 Jun/, goLive: 'Fri 12 Jun', done: 0 },
  { words: /^Milestone 1 is already done/, goLive: 'Fri 5 Jun', done: 1 },
  { words: /^Shorten [\d, and]+ by 5 days/, goLive: 'Fri 5 Jun', done: 0 },
] as const

for (const { words, goLive, done } of WAYS) {
  test(`a start that lies in the past: ${words.source}`, async ({ clock, person }) => {
    // A Saturday: nobody works, and Monday is the first day that counts.
    await clock.goTo('2026-03-21')
    const dana = await person()
    const { page } = dana
    await dana.open('/new')
    const field = (label: string) => page.getByRole('textbox', { name: label, exact: true })
    await page.getByRole('radio', { name: /^One team first/ }).check()
    await field('Buyer').fill('Greyfell Housing')
    await field('Seller').fill('Quillmark')
    await field('Your role').fill('Account executive')
    await field('Go-live').fill('5 Jun')
    await field('Go-live').press('Enter')

    const late = page.getByRole('heading', { name: 'The first step would have started 5 working days ago' })
    await expect(late).toBeVisible()
    const preview = page.getByRole('region', { name: 'The plan as it would be' })
    await expect(preview).toContainText('60 working days needed, 55 left including today')
    await preview.getByRole('button', { name: words }).click()
    await expect(late).toBeHidden()
    await expect(preview.getByRole('heading', { name: `Worked back from ${goLive}` })).toBeVisible()

    await page.getByRole('button', { name: 'Create plan' }).click()
    const plan = new PlanPage(page)
    const panel = new SchedulePanel(page)
    await expect(panel.goLive).toContainText(goLive)
    // Nothing is promised earlier than it can be.
    await expect(page.getByRole('list', { name: 'Dates to look at' })).toBeHidden()
    await expect(plan.outline.getByRole('group', { name: /^Milestone 1, / })).toBeVisible()
    await expect(plan.outline.getByRole('group', { name: /^Milestone \d+, .*, done/ })).toHaveCount(done)
  })
}
