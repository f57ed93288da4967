import { PlanPage } from '../pages/plan-page.ts'
import { joins, twoSides } from '../support/two-sides.ts'
import { expect, test } from '../support/story.ts'

test('two tabs of one browser see each other’s edits, also while the relay is gone', async ({ person, relay }) => {
  const { dana, ingrid, link } = await twoSides(person, { start: 'Blank plan' })
  const tab = await ingrid.person.newTab()
  await tab.open(`/p/${dana.plan.planId}`)
  const one = ingrid.plan
  const two = new PlanPage(tab.page)
  await two.isSynced()

  await one.milestone(1).rename('From the first tab')
  await expect(two.milestone(1).title).toHaveValue('From the first tab')
  await two.addStep(1, 'From the second tab')
  await one.milestone(1).unfold()
  await expect(one.step('From the second tab').title).toBeVisible()
  await expect(dana.plan.milestone(1).title).toHaveValue('From the first tab')

  await relay.kill()
  await Promise.all([one.isOffline(), two.isOffline()])
  await one.milestone(2).rename('Written without a relay')
  await expect(two.milestone(2).title).toHaveValue('Written without a relay')
  await two.milestone(1).title.press('ControlOrMeta+End')
  await two.milestone(1).title.pressSequentially(', then from the second')
  await expect(one.milestone(1).title).toHaveValue('From the first tab, then from the second')
  // What waits is counted once, not once a tab: two texts.
  await Promise.all([
    expect(one.saveState(/2 waiting$/)).toBeVisible(),
    expect(two.saveState(/2 waiting$/)).toBeVisible(),
  ])
  // One tab undoes its own work, not the other's.
  await one.milestone(2).select()
  await one.undo()
  await expect(two.milestone(2).title).not.toHaveValue('Written without a relay')
  await expect(one.milestone(1).title).toHaveValue('From the first tab, then from the second')
  await one.redo()
  await expect(two.milestone(2).title).toHaveValue('Written without a relay')

  // The tab that wrote the one is closed; the other tab sends for both.
  await two.page.close()
  await relay.startAgain()
  await one.isSynced()
  const astrid = await joins(person, link)
  await expect(astrid.plan.milestone(1).title).toHaveValue('From the first tab, then from the second')
  await expect(astrid.plan.milestone(2).title).toHaveValue('Written without a relay')
})
