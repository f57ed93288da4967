// What is agreed beside the milestones: goals and how they are measured, how both sides work together, what it asks of each.
import { AppPage } from '../pages/app-page.ts'
import { PlanTerms } from '../pages/plan-terms.ts'
import { editControls } from '../support/edit-controls.ts'
import { expect, test } from '../support/story.ts'
import { makes, sendLink, twoSides } from '../support/two-sides.ts'

test('both sides agree to what is measured; a changed target asks them again, and the last milestone is where it is scored', async ({
  person,
}) => {
  const { dana, ingrid } = await twoSides(person, { start: 'Blank plan', goLive: '+60' })
  const [hers, his] = [new PlanTerms(ingrid.plan.page), new PlanTerms(dana.plan.page)]
  await hers.addCriterion('Second delivery attempts', '11.8 %', '7.1 %')
  await hers.addCriterion('Phone hours a week', '18', '6')
  // A day of another year is there to the last figure.
  const by = hers.criterion(2).getByRole('textbox', { name: 'By when' })
  await by.fill('24 May 2031')
  await by.press('Enter')
  await expect(by).toHaveValue(/2031/)
  for (const width of [390, 1280]) {
    await ingrid.plan.page.setViewportSize({ width, height: 800 })
    await expect.poll(() => by.evaluate((field) => field.scrollWidth - field.clientWidth)).toBeLessThanOrEqual(0)
  }
  await hers.goals.getByRole('button', { name: 'Agree for Halden Foods' }).click()
  await expect(his.goals.getByText('Halden Foods agrees', { exact: true })).toBeVisible()
  await expect(his.goals.getByText('Quillmark has not agreed yet', { exact: true })).toBeVisible()
  await his.goals.getByRole('button', { name: 'Agree for Quillmark' }).click()
  await expect(hers.goals.getByText('Quillmark agrees', { exact: true })).toBeVisible()

  await his.value(1, 'Target').fill('5 %')
  await expect(hers.value(1, 'Target')).toHaveValue('5 %')
  await expect(hers.goals.getByText('Halden Foods agrees to 1 of 2; 1 changed since', { exact: true })).toBeVisible()
  await expect(hers.criterion(1)).toContainText('Halden Foods agreed before it changed')
  await his.value(1, 'Target').fill('7.1 %')
  await expect(hers.goals.getByText('Halden Foods agrees', { exact: true })).toBeVisible()

  await ingrid.plan.milestone(2).unfold()
  const result = ingrid.plan.milestone(2).item
  await result.getByRole('textbox', { name: 'So far' }).first().fill('6.9 %')
  await result
    .getByRole('button', { name: /^Result/ })
    .first()
    .click()
  await ingrid.plan.page
    .getByRole('menuitemradio', { name: 'Reached', exact: true })
    .or(ingrid.plan.page.getByRole('menuitem', { name: 'Reached', exact: true }))
    .click()
  await expect(his.value(1, 'So far')).toHaveValue('6.9 %')
  await expect(his.criterion(1).getByRole('button', { name: /^Result/ })).toContainText('Reached')
  await expect(
    his.goals.getByText('Halden Foods agrees', { exact: true }),
    'a score is no other agreement',
  ).toBeVisible()

  // Beside the figures both write what was promised, what came of it and which gains are next.
  await result.getByRole('button', { name: 'Add promises and next gains' }).click()
  await expect(ingrid.plan.promises).toBeFocused()
  await ingrid.plan.page.keyboard.type('Promised: 7 % by spring')
  await dana.plan.milestone(2).unfold()
  await expect(dana.plan.promises).toHaveText('Promised: 7 % by spring')
  await dana.plan.promises.click()
  await dana.plan.page.keyboard.press('ControlOrMeta+End')
  await dana.plan.page.keyboard.type(', came: 6.9 %')
  // Behind the words stands whose caret it is.
  await expect(ingrid.plan.promises).toContainText('Promised: 7 % by spring, came: 6.9 %')
})

test('questions of the decision are written apart and stand together; what is unknown says so, what is removed comes back', async ({
  person,
}) => {
  const { dana, ingrid } = await twoSides(person, { start: 'Blank plan' })
  const [hers, his] = [new PlanTerms(ingrid.plan.page), new PlanTerms(dana.plan.page)]
  await his.addQuestion('Who decides on the money?')
  await expect(hers.question(1).getByRole('textbox', { name: 'Question of the decision' })).toHaveValue(
    'Who decides on the money?',
  )
  await ingrid.person.goOffline()
  await ingrid.plan.isOffline()
  await hers.question(1).getByRole('textbox', { name: 'Answer' }).fill('The CFO, up to 100k')
  await hers.addQuestion('Which committee?', 'Investments, in July')
  await his
    .question(1)
    .getByRole('textbox', { name: 'Question of the decision' })
    .fill('Who decides on the money, and when?')
  await his.ways.getByRole('button', { name: 'Typical questions' }).click()
  await his.ways.getByRole('button', { name: 'How does a purchase order come about?' }).click()
  await his.ways.getByRole('button', { name: 'Typical questions' }).click()
  await ingrid.person.goOnline()
  await ingrid.plan.isSynced()
  await expect(his.ways.getByText('1 still unknown')).toBeVisible()
  await expect(his.question(1).getByRole('textbox', { name: 'Answer' })).toHaveValue('The CFO, up to 100k')
  await expect(hers.question(1).getByRole('textbox', { name: 'Question of the decision' })).toHaveValue(
    'Who decides on the money, and when?',
  )
  await expect.poll(async () => (await dana.plan.everything()) === (await ingrid.plan.everything())).toBe(true)

  await his.question(1).hover()
  await his
    .question(1)
    .getByRole('button', { name: /^Remove the question/ })
    .click()
  await expect(hers.ways.getByText('Who decides on the money, and when?')).toHaveCount(0)
  await dana.plan
    .notice(/removed/)
    .getByRole('button', { name: 'Undo' })
    .click()
  await expect(hers.question(1).getByRole('textbox', { name: 'Answer' })).toHaveValue('The CFO, up to 100k')
})

test('the keys of a list: Enter begins another line behind this one, Backspace in an empty one ends it, undo takes back', async ({
  person,
}) => {
  const { plan } = await makes(person, { start: 'Blank plan' })
  const { page } = plan
  const terms = new PlanTerms(page)
  const texts = terms.goals.getByRole('textbox', { name: 'Objective', exact: true })
  await terms.goals.getByRole('button', { name: 'Add an objective' }).click()
  await page.keyboard.insertText('First')
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('Third')
  await texts.first().focus()
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('Second')
  await expect(texts).toHaveCount(3)
  expect(await texts.evaluateAll((all) => all.map((text) => (text as HTMLTextAreaElement).value))).toEqual([
    'First',
    'Second',
    'Third',
  ])
  await page.keyboard.press('Enter')
  await expect(texts).toHaveCount(4)
  await page.keyboard.press('Backspace')
  await expect(texts).toHaveCount(3)
  await expect(texts.nth(1)).toBeFocused()
  await plan.undo()
  await plan.undo()
  await expect(texts).toHaveCount(3)
  await plan.undo()
  await expect(texts.nth(1)).toHaveValue('')
})

test('what the plan is called, when both meet and what a week costs stand where everybody reads them', async ({
  person,
}) => {
  const { dana, ingrid } = await twoSides(person, { start: 'Blank plan', goLive: '+60' })
  const [hers, his] = [new PlanTerms(ingrid.plan.page), new PlanTerms(dana.plan.page)]
  await expect(ingrid.plan.page.getByRole('heading', { name: 'Mutual action plan' })).toBeVisible()
  await his.ways.getByRole('button', { name: /^This plan is called/ }).click()
  await dana.plan.page.getByRole('menu').getByText('Go-live plan', { exact: true }).click()
  await expect(ingrid.plan.page.getByRole('heading', { name: 'Go-live plan' })).toBeVisible()

  await hers.ways.getByRole('button', { name: /^Set a rhythm/ }).click()
  await ingrid.plan.page.getByRole('button', { name: 'Set the rhythm' }).click()
  await expect(his.ways.getByText('Every week on Thursday, 25 minutes')).toBeVisible()

  await his.goals.getByRole('textbox', { name: 'Cost of slipping' }).fill('Each week costs €4,400.')
  await ingrid.plan.page.getByRole('textbox', { name: /^Priority of Halden/ }).fill('Cost per parcel below €3.10')
  await expect(dana.plan.page.getByRole('textbox', { name: /^Priority of Halden/ })).toHaveValue(
    'Cost per parcel below €3.10',
  )

  const reading = await sendLink(dana, {
    side: 'Halden Foods',
    role: 'CFO',
    name: 'Astrid Nygaard',
    access: 'Read-only',
  })
  const astrid = await person()
  await new AppPage(astrid).openLink(reading)
  const read = new PlanTerms(astrid.page)
  await expect(astrid.page.getByText('Cost per parcel below €3.10')).toBeVisible()
  await expect(read.goals.getByText('Each week costs €4,400.')).toBeVisible()
  await expect(
    read.goals.getByRole('heading', { name: 'Objectives' }),
    'nothing empty is shown to a reader',
  ).toHaveCount(0)
  await expect(read.ways.getByText('Every week on Thursday, 25 minutes')).toBeVisible()
  expect(await editControls(astrid.page)).toEqual([])
})

test('a buyer who comes for the first time reads what the plan does for them and what it asks, once', async ({
  person,
}) => {
  const { dana, ingrid } = await twoSides(person)
  const card = ingrid.plan.page.getByRole('region', { name: 'What this plan does for Halden Foods' })
  await expect(card).toContainText(/You see what it asks of you: \d+ steps in \d+ milestones, about \d+ working days/)
  await expect(dana.plan.page.getByRole('region', { name: /^What this plan does/ }), 'who made it knows').toHaveCount(0)
  await card.getByRole('button', { name: 'Got it' }).click()
  await expect(card).toHaveCount(0)
  await ingrid.plan.page.reload()
  await ingrid.plan.isWhole()
  await expect(card).toHaveCount(0)
})

test('both processes stand side by side, and say where one side goes alone', async ({ person }) => {
  const { plan } = await makes(person)
  const terms = new PlanTerms(plan.page)
  await expect(terms.work).toContainText(/Halden Foods \d+ steps in \d+ milestones, about \d+ working days/)
  await terms.work.getByRole('button', { name: 'Side by side' }).click()
  const table = terms.work.getByRole('table')
  await expect(table.getByRole('columnheader')).toHaveText(['Halden Foods', 'Milestone', 'Quillmark'])
  await expect(table.getByRole('rowheader')).toHaveCount(8)
})

test('a step says what there is once it is done, how long it takes and what it waits for', async ({ person }) => {
  const { dana, ingrid } = await twoSides(person, { start: 'Blank plan' })
  await dana.plan.addStep(1, 'Data-flow map agreed')
  await dana.plan.addStep(1, 'Certificates shared')
  await dana.plan.step('Certificates shared').choose('Outcome, days, waits for')
  const panel = dana.plan.page.getByRole('dialog', { name: 'About this step' })
  await expect(panel.getByRole('checkbox', { name: 'Data-flow map agreed' })).toBeChecked()
  await panel.getByRole('checkbox', { name: 'Data-flow map agreed' }).uncheck()
  await panel.getByRole('button', { name: /^Takes/ }).click()
  await dana.plan.page.getByRole('menu').getByText('3 working days', { exact: true }).click()
  await panel.getByRole('textbox', { name: 'What there is once it is done' }).fill('All certificates in one folder')
  await dana.plan.page.keyboard.press('Enter')
  await expect(panel).toBeHidden()
  await ingrid.plan.milestone(1).unfold()
  await expect(
    ingrid.plan.step('Certificates shared').row.getByRole('textbox', { name: 'What there is once it is done' }),
  ).toHaveValue('All certificates in one folder')
  await expect(new PlanTerms(ingrid.plan.page).work).toContainText('2 steps belong to nobody yet.')
})
