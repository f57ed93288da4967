// Days without a network: one writes on, the other does too, and coming back is one quiet merge with everything told once.
import { AwayCard, hasLooked } from '../pages/away-card.ts'
import { CommentsPanel } from '../pages/comments-panel.ts'
import { expect, test } from '../support/on-a-day.ts'
import { twoSides } from '../support/two-sides.ts'

test('after four days offline all that both wrote is there, and what the other one did is told with its days', async ({
  clock,
  person,
}) => {
  await clock.goTo('2026-06-01')
  const { dana, ingrid } = await twoSides(person, { goLive: '2026-09-21' })
  const { page } = ingrid.person
  await ingrid.plan.isWhole()
  await hasLooked(page)
  await ingrid.person.goOffline()
  await ingrid.plan.isOffline()
  await ingrid.plan.milestone(1).rename('Written on Monday, on the train')

  await clock.goTo('2026-06-02')
  await dana.plan.milestone(2).rename('Written on Tuesday')
  await CommentsPanel.button(dana.person.page, 'milestone 4', 'Comment').click()
  const talk = new CommentsPanel(dana.person.page, 'milestone 4')
  await talk.say('Asked on Tuesday')
  await talk.close()
  await clock.goTo('2026-06-04')
  await dana.plan.addStep(3, 'Added on Thursday')
  await ingrid.plan.benefit(2).fill('Written on Thursday, still away.')
  await dana.plan.isSynced()
  // The laptop was shut in between: nothing but what the device keeps is left.
  await page.reload()
  await expect(ingrid.plan.milestone(1).title).toHaveValue('Written on Monday, on the train')

  await clock.goTo('2026-06-05')
  await ingrid.person.goOnline()
  await ingrid.plan.isSynced()
  const away = new AwayCard(page)
  await expect(away.card).toContainText(/3 changes by Dana since (Mon )?1 Jun/)
  await expect(away.items).toHaveCount(3)
  await expect(away.item('Title')).toContainText('Written on Tuesday')
  await expect(away.item('New step')).toContainText('Added on Thursday')
  await expect(away.item('Comment')).toContainText('Asked on Tuesday')
  await expect(dana.plan.milestone(1).title).toHaveValue('Written on Monday, on the train')
  await expect(dana.plan.benefit(2)).toHaveValue('Written on Thursday, still away.')
  await expect(ingrid.plan.milestone(2).title).toHaveValue('Written on Tuesday')
  await away.markAsRead()
})
