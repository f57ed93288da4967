import { AppPage } from '../pages/app-page.ts'
import { twoSides } from '../support/two-sides.ts'
import { expect, test } from '../support/story.ts'

test('undo takes back one’s own changes only, across fields, also after the other one has written in the same title', async ({
  person,
}) => {
  const { dana, ingrid } = await twoSides(person, { start: 'Blank plan' })
  const { page } = dana.person
  const danas = dana.plan.milestone(1)
  await danas.rename('Go-live')
  await expect(ingrid.plan.milestone(1).title).toHaveValue('Go-live')

  // Three things of Dana's: words in a title, a day, words in another field. Each in one go: a pause would be a step of its own.
  await danas.writeAtEnd()
  await page.keyboard.insertText(' of the first team')
  await danas.setDue('+20')
  const due = await danas.due.innerText()
  const benefit = dana.plan.benefit(2)
  await dana.plan.milestone(2).row.hover()
  await benefit.click()
  await page.keyboard.insertText('Money saved')
  await expect(ingrid.plan.benefit(2)).toHaveValue('Money saved')

  // Ingrid writes into the same title, in front of Dana's words, and into the other field.
  const ingrids = ingrid.plan.milestone(1).title
  await ingrids.press('Home')
  await ingrids.pressSequentially('Oslo: ')
  await ingrid.plan.benefit(2).press('End')
  await ingrid.person.page.keyboard.insertText(', says Ingrid')
  await expect(danas.title).toHaveValue('Oslo: Go-live of the first team')
  await expect(benefit).toHaveValue('Money saved, says Ingrid')

  await dana.plan.undo()
  await expect(benefit).toHaveValue(', says Ingrid')
  await dana.plan.undo()
  await expect(danas.due).toHaveText('Set a date')
  await dana.plan.undo()
  await expect(danas.title).toHaveValue('Oslo: Go-live')
  await expect(ingrids).toHaveValue('Oslo: Go-live')
  await expect(ingrid.plan.milestone(1).due).toHaveText('Set a date')

  await dana.plan.redo()
  await expect(danas.title).toHaveValue('Oslo: Go-live of the first team')
  await dana.plan.redo()
  await expect(danas.due).toHaveText(due)
  await dana.plan.redo()
  await expect(benefit).toHaveValue('Money saved, says Ingrid')
  await Promise.all([dana.plan.isSynced(), ingrid.plan.isSynced()])
  await expect.poll(() => ingrid.plan.everything()).toBe(await dana.plan.everything())

  // Ingrid's undo is hers: nothing of Dana's goes with it.
  await ingrid.plan.undo()
  await expect(benefit).toHaveValue('Money saved')
  await expect(danas.title).toHaveValue('Oslo: Go-live of the first team')
})

test('a removed milestone comes back with Undo, and with what the other one wrote in it meanwhile', async ({
  person,
}) => {
  const { dana, ingrid } = await twoSides(person)
  const removed = (await dana.plan.titles())[2]!
  await ingrid.plan.milestone(3).unfold()
  const before = await ingrid.plan.stepTitles(3)
  await ingrid.person.goOffline()
  await ingrid.plan.isOffline()

  await dana.plan.milestone(3).choose('Remove')
  const notice = dana.plan.notice(`Milestone 3 removed with ${before.length} steps`)
  // Whoever looks at a notice holds it.
  await notice.hover()
  await expect(dana.plan.milestoneCalled(removed).row).toHaveCount(0)
  await expect(dana.plan.outline.getByRole('group', { name: /^Milestone 3, / })).toHaveCount(1)

  // Ingrid, who does not know, goes on working in it.
  await ingrid.plan.milestone(3).writeAtEnd()
  await ingrid.plan.milestone(3).title.pressSequentially(', as planned')
  await ingrid.plan.addStep(3, 'Written while it was gone')
  await ingrid.person.goOnline()
  await ingrid.plan.isSynced()
  await expect(ingrid.plan.milestoneCalled(`${removed}, as planned`).row).toHaveCount(0)

  await notice.getByRole('button', { name: /^Undo/ }).click()
  for (const { plan } of [dana, ingrid]) {
    await expect(plan.milestone(3).title).toHaveValue(`${removed}, as planned`)
    await plan.milestone(3).unfold()
    await expect.poll(() => plan.stepTitles(3)).toEqual([...before, 'Written while it was gone'])
  }
  await Promise.all([dana.plan.isSynced(), ingrid.plan.isSynced()])
  await expect.poll(() => ingrid.plan.everything()).toBe(await dana.plan.everything())
})

test('what undo changed comes into sight and is told; the keyboard stays, or goes back to the line that came back', async ({
  person,
}) => {
  const dana = await person()
  const { page } = dana
  const app = new AppPage(dana)
  await app.openHome()
  const plan = await app.openSample()
  await plan.isWhole()
  const cost = page.getByRole('textbox', { name: 'Cost of slipping' })
  const titles = await plan.titles()
  await plan.milestone(1).rename('Shorter')
  await cost.scrollIntoViewIfNeeded()
  await cost.focus()
  await expect(plan.milestone(1).title).not.toBeInViewport()
  await plan.undo()
  await expect(plan.milestone(1).title).toHaveValue(titles[0]!)
  await expect(plan.milestone(1).title).toBeInViewport()
  await expect(plan.said('Undo: Title, milestone 1')).toHaveCount(1)
  await expect(cost, 'nothing takes the keyboard away').toBeFocused()

  // What was removed is back by the key: its notice goes with it. Another one's stays until its own is back.
  await plan.milestone(3).choose('Remove')
  await expect(plan.notice(/^Milestone 3 removed/)).toBeVisible()
  await plan.milestone(1).rename('Shorter')
  await plan.undo()
  await expect(plan.milestone(1).title).toHaveValue(titles[0]!)
  await expect(plan.notice(/^Milestone 3 removed/)).toBeVisible()
  await plan.undo()
  await expect.poll(() => plan.titles()).toEqual(titles)
  await expect(plan.notice(/^Milestone 3 removed/)).toHaveCount(0)

  // Tab, by mistake: one key, and one writes on where one was.
  await plan.milestone(4).writeAtEnd()
  await page.keyboard.press('Tab')
  await expect(plan.step(titles[3]!).title).toBeFocused()
  await plan.undo()
  await expect(plan.milestone(4).title).toBeFocused()
  await page.keyboard.insertText(', as planned')
  await expect(plan.milestone(4).title).toHaveValue(`${titles[3]}, as planned`)
})
