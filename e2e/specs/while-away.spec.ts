import { AppPage } from '../pages/app-page.ts'
import { CommentsPanel } from '../pages/comments-panel.ts'
import { AwayCard, hasLooked, seenAt } from '../pages/away-card.ts'
import { PlanPage } from '../pages/plan-page.ts'
import { expect, test } from '../support/story.ts'
import { twoSides } from '../support/two-sides.ts'

test('somebody comes back after others worked: each change with its place, one after the other, until it is read', async ({
  person,
}) => {
  const { dana, ingrid } = await twoSides(person)
  const { page } = ingrid.person
  await ingrid.plan.isWhole()
  await hasLooked(page)
  await new AppPage(ingrid.person).openHome()

  await dana.plan.milestone(2).rename('Security answers nobody has to wait for')
  await dana.plan.milestone(3).setDue('+30')
  await dana.plan.addStep(4, 'Ask legal about the data centre')
  await CommentsPanel.button(dana.person.page, 'milestone 5', 'Comment').click()
  const talk = new CommentsPanel(dana.person.page, 'milestone 5')
  await talk.say('Is the eighteenth firm? The committee papers close on the twentieth.')
  await talk.close()
  await dana.plan.isSynced()

  await ingrid.person.open(`/p/${dana.plan.planId}`)
  const away = new AwayCard(page)
  await expect(away.card).toContainText('4 changes by Dana since')
  await expect(away.items).toHaveCount(4)
  await expect(away.item('Comment')).toContainText('“Is the eighteenth firm?')
  await expect(away.item('Title')).toContainText('Milestone 2')
  await expect(away.item('Title')).toContainText('“Security answers nobody has to wait for”')
  await expect(away.item('Due date')).toContainText('Milestone 3')
  await expect(away.item('New step')).toContainText('Ask legal about the data centre')
  await expect(ingrid.plan.said(/While you were away: 4 changes by Dana/)).toHaveCount(1)

  // The keyboard goes to each place, and the place shows whose work it is until then.
  const row = ingrid.plan.milestone(2).row
  const edge = () => row.evaluate((element) => getComputedStyle(element, '::before').opacity)
  expect(await row.evaluate((element) => getComputedStyle(element, '::before').borderLeftWidth)).toBe('3px')
  expect(await edge()).toBe('1')
  await away.next.press('Enter')
  await expect(row).toBeFocused()
  await expect.poll(edge).toBe('0')
  await away.next.press('Enter')
  await expect(ingrid.plan.milestone(3).row).toBeFocused()
  await away.next.press('Enter')
  await expect(ingrid.plan.step('Ask legal about the data centre').row).toBeFocused()
  await away.next.press('Enter')
  await expect(ingrid.plan.milestone(5).row).toBeFocused()

  // Not read yet: it is all there after a reload, also without a network; what comes live was seen.
  const before = await seenAt(page)
  await dana.plan.benefit(1).fill('The board decides on its own numbers.')
  await expect(ingrid.plan.benefit(1)).toHaveValue('The board decides on its own numbers.')
  await expect.poll(() => seenAt(page)).toBeGreaterThan(before)
  await ingrid.person.goOffline()
  await page.reload()
  await expect(away.items).toHaveCount(4)
  await away.markAsRead()
  await page.reload()
  await ingrid.plan.isWhole()
  await ingrid.person.goOnline()
  await ingrid.plan.isSynced()
  await expect(away.card).toHaveCount(0)
})

test('offline with the page open is away too; one’s own work is not in it, in neither tab', async ({ person }) => {
  const { dana, ingrid } = await twoSides(person)
  await ingrid.plan.isWhole()
  await hasLooked(ingrid.person.page)
  const tab = await ingrid.person.newTab()
  await tab.open(`/p/${dana.plan.planId}`)
  const other = new PlanPage(tab.page)
  await other.isSynced()
  await ingrid.person.goOffline()
  await ingrid.plan.isOffline()
  await ingrid.plan.milestone(1).rename('Shorter')
  await other.benefit(2).fill('From the other tab.')
  await dana.plan.milestone(3).rename('From the office')
  await dana.plan.isSynced()
  await ingrid.person.goOnline()
  await ingrid.plan.isSynced()
  const away = new AwayCard(ingrid.person.page)
  await expect(away.card).toContainText('1 change by Dana since')
  await expect(away.items).toHaveCount(1)
  await expect(away.items).toContainText('From the office')
  const inOther = new AwayCard(tab.page)
  await expect(inOther.card).toContainText('1 change by Dana since')
  await away.markAsRead()
  await expect(inOther.card).toHaveCount(0)
  await expect(new AwayCard(dana.person.page).card).toHaveCount(0)
})
