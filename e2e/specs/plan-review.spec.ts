// What a plan lacks is said beside it, leads to its place, and goes once it is there; what it does without on purpose is said by
// whom, for both sides.
import { AppPage } from '../pages/app-page.ts'
import { PlanReview } from '../pages/plan-review.ts'
import { editControls } from '../support/edit-controls.ts'
import { expect, test } from '../support/story.ts'
import { DANA, makes, sendLink, twoSides } from '../support/two-sides.ts'

/** 33 words. */
const WORTH =
  'Six plants pay sixty thousand supplier invoices a year by hand. Matching them automatically frees nine thousand hours, ends ' +
  'duplicate payments of one million a year and lets every audit finish in ten days.'

test('a blank plan says what it lacks; a press leads to the place, and what is there is asked for no more', async ({
  person,
}) => {
  const { plan } = await makes(person, { start: 'Blank plan' })
  const { page } = plan
  const review = new PlanReview(page)
  await expect(review.findings).toHaveCount(3)
  await review.unfoldAll()
  const before = await review.findings.count()
  expect(before).toBeGreaterThan(3)

  await review.finding('Say what it is worth').click()
  await expect(page.getByRole('textbox', { name: 'Value proposition' })).toBeFocused()
  await page.keyboard.insertText(WORTH)
  await expect(review.finding('Say what it is worth')).toHaveCount(0)
  await page.keyboard.press('Escape')

  await review.finding('Give go-live a day').click()
  await expect(plan.milestone(1).row).toBeFocused()
  await plan.milestone(1).setDue('+60')
  await expect(review.finding('Give go-live a day')).toHaveCount(0)

  await review.finding('Add a key date').click()
  await expect(page.getByRole('button', { name: 'Add a key date', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  const form = page.getByRole('dialog', { name: 'Add a key date' })
  await form.getByRole('textbox', { name: 'What happens' }).fill('Scanning contract ends')
  await form.getByRole('button', { name: 'Add the key date' }).click()
  await expect(review.finding('Give the key date a day')).toHaveCount(1)
  await review.finding('Give the key date a day').click()
  await expect(page.getByRole('button', { name: /^Scanning contract ends/ })).toBeFocused()

  await review.finding('Bring in legal').click()
  await expect(page.getByRole('button', { name: 'Add a role at Halden Foods' })).toBeFocused()

  await plan.addMilestone('Demo')
  await review.choose('Say it as an outcome', 'Use “The team has seen it work with its own data”')
  await expect(plan.milestoneCalled('The team has seen it work with its own data').title).toBeVisible()
  await expect(review.finding('Say it as an outcome')).toHaveCount(0)
  await plan.undo()
  await expect(plan.milestoneCalled('Demo').title).toBeVisible()
})

test('what a plan does without is switched off for both sides, says by whom, and can be taken back', async ({
  person,
}) => {
  const { dana, ingrid } = await twoSides(person, { start: 'Blank plan' })
  const hers = new PlanReview(ingrid.plan.page)
  const mine = new PlanReview(dana.plan.page)
  await mine.unfoldAll()
  await hers.unfoldAll()
  await expect(hers.finding('Bring in legal')).toBeVisible()

  await mine.choose('Bring in legal', 'Leave out on purpose')
  await expect(mine.finding('Bring in legal')).toHaveCount(0)
  await expect(mine.box.getByRole('button', { name: '1 switched off' })).toBeFocused()
  await expect(hers.finding('Bring in legal')).toHaveCount(0)
  await hers.unfoldAll()
  await expect(hers.switchedOff).toHaveCount(1)
  await expect(hers.switchedOff).toContainText('Legal')
  await expect(hers.switchedOff).toContainText(DANA)

  await dana.plan.notice('“Legal” is off for this plan').getByRole('button', { name: /^Undo/ }).click()
  await expect(mine.finding('Bring in legal')).toBeVisible()
  await expect(hers.finding('Bring in legal')).toBeVisible()
  await expect(hers.switchedOff).toHaveCount(0)

  // The other side may do the same, and either may switch it on again.
  await hers.choose('Bring in finance', 'Leave out on purpose')
  await expect(mine.finding('Bring in finance')).toHaveCount(0)
  await mine.unfoldAll()
  await mine.switchedOff.getByRole('button', { name: 'Switch on: Finance' }).click()
  await expect(hers.finding('Bring in finance')).toBeVisible()
})

test('a reader sees the review, may go to the places, and is offered nothing that changes the plan', async ({
  person,
}) => {
  const dana = await makes(person, { start: 'Blank plan' })
  const mine = new PlanReview(dana.plan.page)
  await mine.unfoldAll()
  await mine.choose('Bring in IT security', 'Leave out on purpose')
  const link = await sendLink(dana, { side: 'Halden Foods', role: 'CFO', name: 'Astrid Nygaard', access: 'Read-only' })
  const astrid = await person()
  const plan = await new AppPage(astrid).openLink(link)
  const review = new PlanReview(plan.page)
  await review.unfoldAll()
  await expect(review.findings.first()).toBeVisible()
  await review.finding('Give go-live a day').click()
  await expect(plan.milestone(1).row).toBeFocused()
  await expect(review.switchedOff).toHaveCount(1)
  expect(await editControls(plan.page)).toEqual([])
})
