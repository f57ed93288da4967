// Both sides, or two of one side, at once: two accept the same offer while apart, and days that both lose side by side belong to
// neither alone.
import { SchedulePanel } from '../pages/schedule-panel.ts'
import { expect, test } from '../support/on-a-day.ts'
import { joins, twoSides } from '../support/two-sides.ts'

test('two of one side accept while apart: it is one agreement, and what is left out since is a change of scope', async ({
  clock,
  person,
}) => {
  test.setTimeout(120_000)
  await clock.goTo('2026-01-05')
  const { dana, ingrid, link } = await twoSides(person, { start: 'One team first', goLive: '5 Jun' })
  const astrid = await joins(person, link)
  await new SchedulePanel(dana.plan.page).offer()
  const buyers = [ingrid, astrid]
  for (const { plan } of buyers) {
    await expect(new SchedulePanel(plan.page).box).toContainText('offered by Quillmark, not yet agreed by Halden Foods')
  }

  for (const { person: buyer, plan } of buyers) {
    await buyer.goOffline()
    await plan.isOffline()
    await new SchedulePanel(plan.page).agree()
  }
  for (const { person: buyer } of buyers) await buyer.goOnline()
  for (const { plan } of [dana, ...buyers]) {
    await plan.isSynced()
    const panel = new SchedulePanel(plan.page)
    await expect(panel.box).toContainText('Agreed by both sides on 5 Jan')
    await expect(panel.box).toContainText('On the agreed date')
    await expect(panel.box).not.toContainText('offered by')
  }

  await dana.plan.milestone(2).choose('Remove')
  for (const { plan } of buyers) {
    await expect(new SchedulePanel(plan.page).box).toContainText('Change of scope since: 1 milestone left out.')
  }
  // What both had agreed on stays readable with it.
  const { page } = astrid.plan
  await new SchedulePanel(page).box.getByRole('button', { name: 'Agreement', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Agreement on the dates' })
  await expect(dialog.getByRole('row').filter({ hasText: 'left out' })).toHaveCount(1)
})

test('days that both sides lose side by side are shared, and count once', async ({ clock, person }) => {
  test.setTimeout(120_000)
  await clock.goTo('2026-03-02')
  const { dana, ingrid } = await twoSides(person, { start: 'Blank plan' })
  const { plan } = dana
  for (const title of ['Data ready', 'Contract signed']) {
    await plan.addMilestone(title)
    await plan.milestoneCalled(title).select()
    await plan.page.keyboard.press('Alt+ArrowUp')
    await plan.page.keyboard.press('Alt+ArrowUp')
  }
  await expect.poll(async () => (await plan.titles()).slice(0, 3)).toEqual(['Data ready', 'Contract signed', 'Go-live'])
  const waiting = plan.page.getByRole('dialog', { name: 'Waits for and takes' })
  for (const [title, milestone] of [
    ['Contract signed', '1 Data ready (the one above)'],
    ['Go-live', '1 Data ready'],
  ] as const) {
    await plan.milestoneCalled(title).choose('Waits for and takes')
    await waiting.getByRole('checkbox', { name: milestone }).click()
    await waiting.getByRole('button', { name: 'Keep' }).click()
    await expect(waiting).toBeHidden()
  }
  for (const [title, due] of [
    ['Data ready', '6 Mar'],
    ['Contract signed', '6 Mar'],
    ['Go-live', '13 Mar'],
  ] as const) {
    await plan.milestoneCalled(title).takes(5)
    await plan.milestoneCalled(title).setDue(due)
  }
  await plan.milestoneCalled('Data ready').setOwner('AP Director')
  await plan.milestoneCalled('Contract signed').setOwner('Account executive')
  const panels = [new SchedulePanel(plan.page), new SchedulePanel(ingrid.plan.page)] as const
  await panels[0].offer()
  await panels[1].agree()
  await expect(panels[0].box).toContainText('Agreed by both sides on 2 Mar')

  await clock.goTo('2026-03-10')
  await plan.milestoneCalled('Contract signed').setDone('10 Mar')
  await ingrid.plan.milestoneCalled('Data ready').setDone('10 Mar')
  for (const panel of panels) {
    await expect(panel.goLive).toContainText('Tue 17 Mar')
    await expect(panel.box).toContainText('2 working days off the agreed date')
    await panel.groupBy('Side')
    await expect.poll(() => panel.causes()).toEqual([expect.stringMatching(/\+2d Both sides/u)])
  }
})
