import type { WebSocket } from '@playwright/test'
import { AppPage } from '../pages/app-page.ts'
import { ShareDialog } from '../pages/share-dialog.ts'
import { editControls } from '../support/edit-controls.ts'
import { INGRIDS_LINK, joins, makes, OUTCOME, sendLink } from '../support/two-sides.ts'
import { expect, test } from '../support/story.ts'

test('a link revoked in the middle of a word: cut off at once, told so, and every letter stays readable', async ({
  person,
}) => {
  const dana = await makes(person, { outcome: OUTCOME })
  const link = await sendLink(dana, { side: 'Halden Foods', role: 'AP Director', name: 'Ingrid Solheim' })
  const reading = await sendLink(dana, { side: 'Halden Foods', role: 'CFO', access: 'Read-only' })
  const somebody = await person()
  const sockets: WebSocket[] = []
  somebody.page.on('websocket', (socket) => sockets.push(socket))
  const ingrid = { person: somebody, plan: await new AppPage(somebody).openLink(link) }
  await ingrid.plan.isSynced()
  expect(sockets.some((socket) => !socket.isClosed())).toBe(true)

  const dialog = await ShareDialog.open(dana.person.page)
  await ingrid.plan.outcome.click()
  await ingrid.plan.outcome.press('End')
  const typing = ingrid.person.page.keyboard.type(', and nobody types one twice ever again', { delay: 60 })
  await expect(ingrid.plan.outcome).toHaveValue(new RegExp(`^${OUTCOME}, and`))
  await dialog.revoke(INGRIDS_LINK)

  await expect(ingrid.plan.saveState('Your link was revoked')).toBeVisible()
  await expect.poll(() => sockets.every((socket) => socket.isClosed())).toBe(true)
  await typing
  // What is left to press says so, or asks about letters that were on their way.
  const left = await editControls(ingrid.person.page)
  const ways = /^button "(Your link was revoked.*|Keep (it|them) as my own plan|Discard (it|them))"/
  expect(left.filter((control) => !ways.test(control))).toEqual([])

  // All she typed until then is on her page; the others have of it what was sent.
  const heading = ingrid.person.page.getByRole('heading', { level: 1 })
  const hers = await heading.innerText()
  expect(hers).toMatch(new RegExp(`^${OUTCOME}, and`))
  await dialog.close()
  const theirs = await dana.plan.outcome.inputValue()
  expect(hers.startsWith(theirs)).toBe(true)

  // And nothing new comes to her: a reader who still may has it, she has not.
  await dana.plan.milestone(1).rename('A number the board can use')
  const reader = await joins(person, reading)
  await expect(reader.plan.outline.getByRole('heading', { name: 'A number the board can use' })).toBeVisible()
  await expect(ingrid.plan.outline.getByRole('heading', { name: 'A number the board can use' })).toHaveCount(0)
  expect(sockets.every((socket) => socket.isClosed())).toBe(true)
})
