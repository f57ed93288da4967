import type { PlanPage } from '../pages/plan-page.ts'
import { expect, test } from '../support/story.ts'
import { twoSides, type Participant } from '../support/two-sides.ts'

const noteIn = (plan: PlanPage) => plan.page.getByRole('group', { name: 'Set by both while apart' })

/** Both set milestone 2's day while apart and come back. Which of the two the plan keeps, no one decides. */
async function setByBoth(one: Participant, other: Participant) {
  await Promise.all([one.person.goOffline(), other.person.goOffline()])
  await Promise.all([one.plan.isOffline(), other.plan.isOffline()])
  await one.plan.milestone(2).setDue('+30')
  await other.plan.milestone(2).setDue('+40')
  const days = await Promise.all([one, other].map(({ plan }) => plan.milestone(2).due.innerText()))
  await Promise.all([one.person.goOnline(), other.person.goOnline()])
  await Promise.all([one.plan.isSynced(), other.plan.isSynced()])
  await expect.poll(async () => (await noteIn(one.plan).count()) + (await noteIn(other.plan).count())).toBe(1)
  const isOne = (await noteIn(one.plan).count()) === 1
  const [lost, kept] = isOne ? [one, other] : [other, one]
  return { lost, kept, mine: days[isOne ? 0 : 1]!, shown: days[isOne ? 1 : 0]! }
}

test('two people move one date while apart: the one whose day is not shown is told, over a reload, and puts it back', async ({
  person,
}) => {
  const { dana, ingrid } = await twoSides(person)
  const { lost, kept, mine, shown } = await setByBoth(dana, ingrid)
  const name = kept === dana ? 'Dana' : 'Ingrid'
  await expect(kept.plan.milestone(2).due).toHaveText(shown)
  await expect(lost.plan.milestone(2).due).toHaveText(shown)
  await expect(noteIn(lost.plan)).toContainText(`You both moved this while apart. The plan shows ${name}’s.`)
  await expect(lost.plan.said(/You both moved this while apart/)).toHaveCount(1)

  await lost.person.page.reload()
  await expect(noteIn(lost.plan)).toBeVisible()
  await noteIn(lost.plan)
    .getByRole('button', { name: /^Use mine: / })
    .press('Enter')
  await expect(noteIn(lost.plan)).toHaveCount(0)
  await expect(lost.plan.milestone(2).row).toBeFocused()
  for (const { plan } of [lost, kept]) await expect(plan.milestone(2).due).toHaveText(mine)
  await expect(noteIn(kept.plan)).toHaveCount(0)
  // It is a change like any other.
  await lost.plan.undo()
  await expect(kept.plan.milestone(2).due).toHaveText(shown)
})

test('left as it is in one tab, it is left in the other one too', async ({ person }) => {
  const { dana, ingrid } = await twoSides(person)
  const { lost, shown } = await setByBoth(dana, ingrid)
  const tab = await lost.person.newTab()
  await tab.open(`/p/${dana.plan.planId}`)
  const other = tab.page.getByRole('group', { name: 'Set by both while apart' })
  await expect(other).toBeVisible()
  await noteIn(lost.plan)
    .getByRole('button', { name: /leave it as it is$/ })
    .click()
  await expect(other).toHaveCount(0)
  await expect(noteIn(lost.plan)).toHaveCount(0)
  await expect(lost.plan.milestone(2).due).toHaveText(shown)
  await tab.page.reload()
  await expect(tab.page.getByRole('region', { name: 'Plan', exact: true })).toBeVisible()
  await expect(other).toHaveCount(0)
})
