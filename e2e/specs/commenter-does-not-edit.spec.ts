import { AppPage } from '../pages/app-page.ts'
import { editControls } from '../support/edit-controls.ts'
import { linkParts, makeLink } from '../support/relay-calls.ts'
import { makes, OUTCOME, sendLink } from '../support/two-sides.ts'
import { StockClient } from '../support/stock-client.ts'
import { expect, test } from '../support/story.ts'

test('a commenter sees the plan, is offered no change, and cannot force one past the relay', async ({ person }) => {
  const dana = await makes(person, { outcome: OUTCOME })
  const managing = await sendLink(dana, { side: 'Halden Foods', role: 'AP Director', access: 'Can manage' })
  const commenting = await makeLink(managing, { right: 'comment', side: 'buyer', role: 'CFO', name: 'Astrid Nygaard' })
  expect(linkParts(commenting).page).toBe('p')

  const astrid = await person()
  const plan = await new AppPage(astrid).openLink(commenting)
  await expect(astrid.page.getByText('You can comment')).toBeVisible()
  await expect(astrid.page.getByRole('heading', { level: 1 })).toHaveText(OUTCOME)
  // The introduction promises what the link allows.
  const introduction = astrid.page.getByRole('region', { name: 'What this plan does for Halden Foods' })
  await expect(introduction).toContainText('say what you think beside any line')
  await expect(introduction).not.toContainText('change anything')
  await plan.outline.getByRole('button', { name: 'Unfold all' }).click()
  await expect(plan.steps(1).first()).toBeVisible()
  // To say something about each thing is all that is offered.
  const offered = await editControls(astrid.page)
  expect(offered.filter((control) => !/^button "(Comment|\d+ comments?) on /.test(control))).toEqual([])
  expect(offered.length).toBeGreaterThan(8)

  const forger = await StockClient.join(commenting)
  forger.writeTitle('FORGED ')
  expect(await forger.ended).toBe(4403)
  forger.leave()

  const writer = await StockClient.join(managing)
  writer.writeTitle('All ')
  await expect(dana.plan.outcome).toHaveValue(`All ${OUTCOME}`)
  await expect(astrid.page.getByRole('heading', { level: 1 })).toHaveText(`All ${OUTCOME}`)
  writer.leave()
})

test('the discussion is for those who may comment: a reader’s secret does not even open its room', async ({
  person,
}) => {
  const dana = await makes(person, { outcome: OUTCOME })
  const reading = await sendLink(dana, { side: 'Halden Foods', role: 'CFO', access: 'Read-only' })
  const discussion = `${linkParts(reading).planId}.c`
  expect(await StockClient.refusedFrom(reading, discussion)).toBe(4403)
})
