import { PlanPage } from '../pages/plan-page.ts'
import { TemplatesPage } from '../pages/templates-page.ts'
import { expect, test, type StoryClock } from '../support/on-a-day.ts'
import type { Person } from '../support/story.ts'

test('two plans that are live propose what they really took and what was added; it is taken over as a copy of one’s own', async ({
  clock,
  person,
}) => {
  await clock.goTo('2026-03-02')
  const dana = await person()
  await liveOn(dana, clock, { buyer: 'Halden Foods', begun: '2026-03-02', looked: '2026-03-13', done: '9 Mar' })
  await liveOn(dana, clock, { buyer: 'Orrinlake', begun: '2026-03-02', looked: '2026-03-13', done: '11 Mar' })

  const { page } = dana
  const templates = new TemplatesPage(page)
  await dana.open('/templates/blank')
  await expect(templates.learnt).toContainText('Two plans on this device began with it and are live.')
  await expect(templates.learnt).toContainText(
    'Go-live took 6 and 8 working days in two plans; the template says nothing.',
  )
  await expect(templates.learnt).toContainText('Ask the buyer’s council was added in both plans.')

  await templates.learnt.getByRole('button', { name: 'Take over: Plan with 7 working days, Go-live' }).click()
  await templates.isOpen('Blank plan, our way')
  await expect(templates.learnt).not.toContainText('Go-live took')
  await templates.learnt.getByRole('button', { name: 'Take over: Add the step, Ask the buyer’s council' }).click()
  await expect(page.getByText('Version 2', { exact: true }).first()).toBeVisible()
  await expect(page.getByText('2 milestones, 7 working days to go-live')).toBeVisible()
  await expect(templates.learnt).toContainText('They went about as it says.')

  // The one of the product is what it was.
  await dana.open('/templates/blank')
  await expect(page.getByText('2 milestones', { exact: true })).toBeVisible()
  await expect(templates.learnt.getByRole('link', { name: 'Blank plan, our way' })).toBeVisible()
})

interface Life {
  readonly buyer: string
  readonly begun: string
  /** The day on which somebody notes when it was done. */
  readonly looked: string
  readonly done: string
}

async function liveOn(dana: Person, clock: StoryClock, { buyer, begun, looked, done }: Life): Promise<void> {
  const { page } = dana
  await clock.goTo(begun)
  await dana.open('/new')
  await page.getByRole('radio', { name: /^Blank plan/ }).check()
  await page.getByRole('textbox', { name: 'Buyer', exact: true }).fill(buyer)
  await page.getByRole('textbox', { name: 'Seller', exact: true }).fill('Quillmark')
  const role = page.getByRole('textbox', { name: 'Your role' })
  // Asked once; the second time it is known.
  if (await role.isVisible()) await role.fill('Account executive')
  await page.getByRole('button', { name: 'Create plan' }).click()
  const plan = new PlanPage(page)
  await expect(plan.outline).toBeVisible()
  await plan.addStep(1, `Ask ${buyer}’s council`)
  await clock.goTo(looked)
  await plan.milestone(1).setDone(done)
}
