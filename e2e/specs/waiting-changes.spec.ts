import { CommentsPanel } from '../pages/comments-panel.ts'
import { expect, test } from '../support/story.ts'
import { twoSides } from '../support/two-sides.ts'
import { WaitingChanges } from '../pages/waiting-changes.ts'

test('offline, the save state lists what waits; one change is taken back alone, also after a reload, and the rest goes out', async ({
  person,
}) => {
  const { dana, ingrid } = await twoSides(person)
  const plan = ingrid.plan
  const [, second] = await plan.titles()
  await plan.isWhole()
  await ingrid.person.goOffline()
  await plan.isOffline()

  await plan.milestone(2).rename('Security answers nobody has to wait for')
  await plan.benefit(1).fill('The board decides on its own numbers.')
  await plan.addStep(3, 'Ask legal about the data centre')
  const waiting = await WaitingChanges.open(plan)
  await expect(waiting.heading).toHaveText('3 changes waiting on this device')
  await expect(waiting.items).toHaveCount(3)
  await expect(waiting.item('Title')).toContainText('“Security answers nobody has to wait for”')
  await expect(waiting.item('Title').locator('del')).toContainText(second!)
  await expect(waiting.item('Title')).toContainText('Milestone 2')
  await expect(waiting.item('New step')).toContainText('Ask legal about the data centre')

  // After a reload without a network the list and the old values are the same.
  await ingrid.person.page.reload()
  await plan.isOffline()
  const again = await WaitingChanges.open(plan)
  await expect(again.item('Title').locator('del')).toContainText(second!)
  await again.undo('Title').press('Enter')
  await expect(plan.milestone(2).title).toHaveValue(second!)
  await expect(again.item('Title')).toContainText('Taken back')
  await expect(again.undo('Title')).toHaveCount(0)
  // The keyboard stays in the list.
  await expect(again.items.getByRole('button').and(ingrid.person.page.locator(':focus'))).toHaveCount(1)
  await again.undo('New step').press('Enter')
  await expect(plan.step('Ask legal about the data centre').row).toHaveCount(0)
  await expect(again.undo('Benefit')).toBeVisible()
  await ingrid.person.page.keyboard.press('Escape')

  // The plan's own undo takes the last of it back again.
  await plan.milestone(3).unfold()
  await plan.milestone(3).select()
  await plan.undo()
  await expect(plan.step('Ask legal about the data centre').row).toHaveCount(1)

  await ingrid.person.goOnline()
  await plan.isSynced()
  await expect(dana.plan.benefit(1)).toHaveValue('The board decides on its own numbers.')
  await expect(dana.plan.milestone(2).title).toHaveValue(second!)
  await dana.plan.milestone(3).unfold()
  await expect(dana.plan.step('Ask legal about the data centre').row).toHaveCount(1)
  // Nothing is left in the list, nor a list.
  await plan.saveState('Saved on this device, synced').click()
  await expect(again.items).toHaveCount(0)
})

test('rich text is taken back by itself as well', async ({ person }) => {
  const { dana, ingrid } = await twoSides(person)
  const { plan } = ingrid
  await dana.plan.proposition.click()
  await dana.person.page.keyboard.type('Invoices match by themselves.')
  await expect(plan.proposition).toHaveText('Invoices match by themselves.')
  await plan.isWhole()
  await ingrid.person.goOffline()
  await plan.isOffline()
  await plan.proposition.click()
  await plan.page.keyboard.press('ControlOrMeta+End')
  await plan.page.keyboard.type(' Perhaps.')
  await plan.page.keyboard.press('Escape')
  // On a phone the name of the plan gives way; how much waits stays in sight, with nobody's face on it.
  const { width, height } = plan.page.viewportSize()!
  await plan.page.setViewportSize({ width: 390, height: 844 })
  const gap = async () => {
    const [state, here] = await Promise.all([plan.saveState(/waiting$/).boundingBox(), plan.here.boundingBox()])
    return here!.x - (state!.x + state!.width)
  }
  await expect.poll(gap).toBeGreaterThanOrEqual(0)
  await plan.page.setViewportSize({ width, height })
  const waiting = await WaitingChanges.open(plan)
  await waiting.undo('Value proposition').press('Enter')
  await expect(waiting.item('Value proposition')).toContainText('Taken back')
  await plan.page.keyboard.press('Escape')
  await expect(plan.proposition).toHaveText('Invoices match by themselves.')
  await ingrid.person.goOnline()
  await plan.isSynced()
  await expect(dana.plan.proposition).toHaveText('Invoices match by themselves.')
})

test('a long list folds, and what cannot be taken back alone has no undo', async ({ person }) => {
  const { ingrid } = await twoSides(person)
  const { plan } = ingrid
  await plan.isWhole()
  await ingrid.person.goOffline()
  await plan.isOffline()
  for (const number of [1, 2, 3, 4, 5, 6, 7]) await plan.benefit(number).fill(`For the board, number ${number}`)
  await plan.milestone(2).select()
  await plan.page.keyboard.press('c')
  const comments = new CommentsPanel(plan.page, 'milestone 2')
  await comments.say('Is that day firm?')
  await comments.close()
  const waiting = await WaitingChanges.open(plan)
  await expect(waiting.items).toHaveCount(6)
  await waiting.box.getByRole('button', { name: 'and 2 more' }).click()
  await expect(waiting.items).toHaveCount(8)
  await expect(waiting.items.getByRole('button', { name: /^Undo: Benefit of milestone \d$/ })).toHaveCount(7)
  await expect(waiting.item('Comment')).toContainText('Is that day firm?')
  await expect(waiting.undo('Comment')).toHaveCount(0)
})
