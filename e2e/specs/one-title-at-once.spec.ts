import { twoSides } from '../support/two-sides.ts'
import { expect, test } from '../support/story.ts'

test('two people type into one title at the same time, and no keystroke of either is lost', async ({ person }) => {
  const { dana, ingrid } = await twoSides(person, { start: 'Blank plan' })
  await dana.plan.milestone(1).title.fill('|')
  const danas = dana.plan.milestone(1).title
  const ingrids = ingrid.plan.milestone(1).title
  await expect(ingrids).toHaveValue('|')

  // Dana writes at the end, Ingrid at the start, letter by letter and at once.
  const after = ' abcdefghijklmnopqrstuvwxyz 0123456789'
  const before = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ 9876543210 '
  await danas.press('End')
  await ingrids.press('Home')
  await Promise.all([danas.pressSequentially(after, { delay: 3 }), ingrids.pressSequentially(before, { delay: 3 })])

  await expect(danas).toHaveValue(`${before}|${after}`)
  await expect(ingrids).toHaveValue(`${before}|${after}`)

  // Both at the very same place: the words stand next to each other in some order, the letters of each in their own.
  await danas.fill('')
  await expect(ingrids).toHaveValue('')
  await Promise.all([
    danas.pressSequentially('abcdefghijklmnopqrst', { delay: 3 }),
    ingrids.pressSequentially('0123456789', { delay: 3 }),
  ])
  await expect(danas).toHaveValue(/^[a-t0-9]{30}$/)
  const words = await danas.inputValue()
  expect(words.replaceAll(/\d/g, '')).toBe('abcdefghijklmnopqrst')
  expect(words.replaceAll(/\D/g, '')).toBe('0123456789')
  await expect(ingrids).toHaveValue(words)

  await Promise.all([dana.plan.isSynced(), ingrid.plan.isSynced()])
  await dana.person.page.reload()
  await expect(danas).toHaveValue(words)
})
