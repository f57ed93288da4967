import { CommentsPanel } from '../pages/comments-panel.ts'
import { Palette } from '../pages/palette.ts'
import { AppPage } from '../pages/app-page.ts'
import { DANA, INGRID, joins, makes, OUTCOME, sendLink } from '../support/two-sides.ts'
import { expect, test } from '../support/story.ts'

const ON = 'milestone 3'

test('somebody who may only comment asks, is answered and mentioned, and it is settled; a reader sees none of it', async ({
  person,
}) => {
  const dana = await makes(person, { outcome: OUTCOME })
  const side = 'Halden Foods'
  const commenting = await sendLink(dana, { side, role: 'AP Director', name: INGRID, access: 'Can comment' })
  const reading = await sendLink(dana, { side, role: 'CFO', name: 'Astrid Nygaard', access: 'Read-only' })

  const ingrid = await joins(person, commenting)
  await ingrid.plan.isSynced()
  await CommentsPanel.button(ingrid.person.page, ON, 'Comment').click()
  const hers = new CommentsPanel(ingrid.person.page, ON)
  await hers.say('Who signs for us?')
  await hers.close()
  await ingrid.plan.isSynced()

  // Dana is told by the sign on the row, and answers by the keyboard alone.
  await expect(CommentsPanel.button(dana.person.page, ON, 1, 1)).toBeVisible()
  await expect(dana.plan.said('Ingrid commented on milestone 3')).toHaveCount(1)
  await dana.plan.milestone(3).select()
  await dana.person.page.keyboard.press('c')
  const his = new CommentsPanel(dana.person.page, ON)
  await expect(his.said).toContainText([`Who signs for us?`])
  await expect(his.said.first()).toContainText(INGRID)
  await his.box.getByRole('button', { name: 'Reply', exact: true }).click()
  const reply = his.box.getByRole('combobox', { name: 'Reply' })
  await expect(reply).toBeFocused()
  await reply.pressSequentially('The @bud')
  await expect(his.box.getByRole('option', { name: /Budget owner/ })).toHaveAttribute('aria-selected', 'true')
  await dana.person.page.keyboard.press('Enter')
  await expect(reply).toHaveValue('The @Budget owner ')
  await dana.person.page.keyboard.type('does.')
  await dana.person.page.keyboard.press('ControlOrMeta+Enter')
  await expect(his.said).toHaveCount(2)
  await his.close()
  await expect(CommentsPanel.button(dana.person.page, ON, 2)).toBeVisible()
  // Its key opened it from the line, and the keys of the line go on.
  await expect(dana.plan.milestone(3).row).toBeFocused()
  await dana.person.page.keyboard.press('ArrowDown')
  await expect(dana.plan.milestone(4).row).toBeFocused()

  // What one has read stays read on this device; the other's answer is new.
  await expect(CommentsPanel.button(ingrid.person.page, ON, 2, 1)).toBeVisible()
  await CommentsPanel.button(ingrid.person.page, ON, 2, 1).click()
  await expect(hers.said.nth(1)).toContainText(DANA)
  await expect(hers.said.nth(1)).toContainText('new')
  await hers.box.getByRole('button', { name: 'Settle' }).click()
  await expect(hers.box.getByRole('button', { name: '1 settled thread' })).toBeVisible()
  await expect(hers.said).toHaveCount(0)
  await hers.close()
  await ingrid.person.page.reload()
  await expect(CommentsPanel.button(ingrid.person.page, ON, 0)).toBeVisible()

  const astrid = await person()
  const seen = await new AppPage(astrid).openLink(reading)
  await seen.isWhole()
  await expect(astrid.page.getByRole('button', { name: /comments? on /i })).toHaveCount(0)
})

test('what two said while apart is all there, and one’s own words can be changed and taken back', async ({
  person,
}) => {
  const dana = await makes(person, { outcome: OUTCOME })
  const link = await sendLink(dana, { side: 'Halden Foods', role: 'AP Director', name: INGRID, access: 'Can edit' })
  const ingrid = await joins(person, link)
  await ingrid.plan.isSynced()

  for (const { person: who, plan } of [dana, ingrid]) {
    await who.goOffline()
    await plan.isOffline()
  }
  const [his, hers] = [new CommentsPanel(dana.person.page, ON), new CommentsPanel(ingrid.person.page, ON)]
  await CommentsPanel.button(dana.person.page, ON, 'Comment').click()
  await his.say('From the seller’s plane')
  await his.close()
  await expect(dana.plan.saveState(/ 1 waiting$/)).toBeVisible()
  await CommentsPanel.button(ingrid.person.page, ON, 'Comment').click()
  await hers.say('From the buyer’s plane')
  await hers.close()

  for (const { person: who } of [dana, ingrid]) await who.goOnline()
  await dana.plan.isSynced()
  await ingrid.plan.isSynced()
  await CommentsPanel.button(dana.person.page, ON, 2, 1).click()
  await expect(his.said).toHaveCount(2)

  // Only one's own: the other's has no such buttons.
  await expect(his.box.getByRole('button', { name: 'Change' })).toHaveCount(1)
  await his.box.getByRole('button', { name: 'Change' }).click()
  await his.box.getByRole('combobox', { name: 'Change the comment' }).fill('From the airport')
  await his.box.getByRole('button', { name: 'Save' }).click()
  await expect(his.said.filter({ hasText: 'From the airport' })).toContainText('edited')
  await CommentsPanel.button(ingrid.person.page, ON, 2, 1).click()
  await expect(hers.said.filter({ hasText: 'From the airport' })).toContainText('edited')
  await his.box.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(hers.said).toHaveCount(1)
  await dana.plan.notice('Comment removed').getByRole('button', { name: 'Undo' }).click()
  await expect(hers.said).toHaveCount(2)
})

test('what is being written is kept when the panel, or the page, is closed', async ({ person }) => {
  const dana = await makes(person, { outcome: OUTCOME })
  const { page } = dana.person
  await CommentsPanel.button(page, ON, 'Comment').click()
  const panel = new CommentsPanel(page, ON)
  const field = panel.box.getByRole('combobox', { name: 'A question, a doubt, an idea' })
  await field.fill('Half a thought')
  await panel.close()
  await page.reload()
  await CommentsPanel.button(page, ON, 'Comment').click()
  await expect(field).toHaveValue('Half a thought')
  await panel.box.getByRole('button', { name: 'Comment', exact: true }).click()
  await expect(panel.said).toHaveCount(1)
  await expect(panel.box.getByRole('combobox')).toHaveValue('')
})

test('whoever says that a milestone is not right for them is asked why, in the place where it is talked about', async ({
  person,
}) => {
  const ingrid = await person()
  const { page } = ingrid
  await new AppPage(ingrid).openHome()
  const plan = await new AppPage(ingrid).openSample()
  await plan.milestone(4).unfold()
  const question = plan.milestone(4).item.getByRole('group', { name: 'Milestone 4, right for Halden Foods?' })
  await question.getByRole('button', { name: 'No', exact: true }).click()
  await question.getByRole('button', { name: 'Say why' }).click()
  const panel = new CommentsPanel(page, 'milestone 4')
  await panel.say('Our connector is another version.')
  await panel.close()
  await expect(CommentsPanel.button(page, 'milestone 4', 1)).toBeVisible()
  await question.getByRole('button', { name: 'Yes', exact: true }).click()
  await expect(question.getByRole('button', { name: 'Say why' })).toHaveCount(0)
})

test('who is mentioned is told, with the way there; what is unread is found from anywhere', async ({ person }) => {
  const dana = await makes(person, { outcome: OUTCOME })
  const side = 'Halden Foods'
  const ingrid = await joins(person, await sendLink(dana, { side, role: 'AP Director', name: INGRID }))
  const marek = await joins(person, await sendLink(dana, { side, role: 'IT Lead', name: 'Marek Dvořák' }))
  await ingrid.plan.isSynced()
  await marek.plan.isSynced()
  await ingrid.plan.isWhole()

  // Dana talks to the role that Ingrid has, on a step that is folded away for her, while she is elsewhere on the page.
  await dana.plan.milestone(2).unfold()
  const [step = ''] = await dana.plan.stepTitles(2)
  await dana.plan.step(step).select()
  await dana.person.page.keyboard.press('c')
  const said = new CommentsPanel(dana.person.page, `step ${step}`)
  const words = said.box.getByRole('combobox', { name: 'A question, a doubt, an idea' })
  await words.pressSequentially('Is this firm @ingr')
  await dana.person.page.keyboard.press('Enter')
  await expect(words).toHaveValue('Is this firm @Ingrid Solheim ')
  await dana.person.page.keyboard.press('ControlOrMeta+Enter')
  await expect(said.said).toContainText('Account executive')

  const told = ingrid.plan.notice('Dana mentioned you on a step of milestone 2')
  await expect(told).toBeVisible()
  await expect(marek.plan.said('Dana commented on a step of milestone 2')).toHaveCount(1)
  await expect(marek.plan.notice(/mentioned you/)).toHaveCount(0)
  const inside = (of: typeof ingrid) => of.plan.milestone(2).row.getByRole('button', { name: / 1 unread comment$/ })
  for (const one of [ingrid, marek]) await expect(inside(one)).toBeVisible()
  await expect(inside(dana)).toHaveCount(0)
  await told.getByRole('button', { name: 'Show' }).click()
  const hers = new CommentsPanel(ingrid.person.page, 'a step of milestone 2')
  await expect(hers.said).toContainText('for you')
  await hers.close()
  await expect(inside(ingrid)).toHaveCount(0)
  // Where the step is seen, its own sign says it.
  await marek.plan.milestone(2).unfold()
  await expect(inside(marek)).toHaveCount(0)
  await expect(CommentsPanel.button(marek.person.page, `step ${step}`, 1, 1)).toBeVisible()
  await marek.plan.milestone(2).row.getByRole('button', { expanded: true }).click()

  // Marek, to whom nobody spoke, finds it all the same.
  await (await Palette.open(marek.person.page)).take('unread')
  const his = new CommentsPanel(marek.person.page, 'a step of milestone 2')
  await expect(his.said).toContainText('Is this firm')
  await expect(his.said).not.toContainText('for you')
  await his.close()
  const palette = await Palette.open(marek.person.page)
  await marek.person.page.keyboard.type('unread')
  await expect(marek.person.page.getByRole('option', { name: /Next unread comment/ })).toHaveCount(0)
  await palette.close()
})
