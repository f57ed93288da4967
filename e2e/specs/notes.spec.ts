import * as Y from 'yjs'
import { StockClient } from '../support/stock-client.ts'
import { joins, twoSides } from '../support/two-sides.ts'
import { expect, test } from '../support/story.ts'

test('notes are plain text until somebody touches them, and two people write in them at once', async ({ person }) => {
  const { dana, ingrid, link } = await twoSides(person, { start: 'Blank plan' })
  await dana.plan.milestone(1).unfold()
  await dana.plan.milestone(1).item.getByRole('button', { name: 'Add notes' }).click()
  await dana.person.page.keyboard.type('In the middle.')
  await ingrid.plan.milestone(1).unfold()
  const danas = dana.plan.notes(1)
  const ingrids = ingrid.plan.notes(1)
  await expect(ingrids).toHaveText('In the middle.')
  // An editor is there only where somebody writes.
  await expect(danas).toHaveAttribute('contenteditable', 'true')
  await expect(ingrids).not.toHaveAttribute('contenteditable')

  await ingrids.click()
  await expect(ingrids).toHaveAttribute('contenteditable', 'true')
  // Each sees the name of the other at the caret; it is no part of the text.
  await expect(danas.getByText('Ingrid', { exact: true })).toHaveCount(1)
  await expect(ingrids.getByText('Dana', { exact: true })).toHaveCount(1)
  await ingrids.press('Home')
  await danas.press('End')
  await Promise.all([
    ingrids.pressSequentially('Ingrid writes before. ', { delay: 5 }),
    danas.pressSequentially(' Dana writes after.', { delay: 5 }),
  ])

  // In one word of another's sentence, and with a list below it.
  await danas.press('Enter')
  await danas.pressSequentially('- first point')
  await ingrids.press('ControlOrMeta+b')
  await ingrids.pressSequentially('Loud. ')
  const astrid = await joins(person, link)
  await astrid.plan.milestone(1).unfold()
  await expect(astrid.plan.notes(1)).not.toHaveAttribute('contenteditable')
  await expect(astrid.plan.notes(1).getByRole('paragraph').first()).toHaveText(
    'Ingrid writes before. Loud. In the middle. Dana writes after.',
  )
  await expect(astrid.plan.notes(1).getByRole('strong')).toHaveText('Loud.')
  await expect(astrid.plan.notes(1).getByRole('listitem')).toHaveText('first point')
  await Promise.all([dana.plan.isSynced(), ingrid.plan.isSynced()])
})

test('a script in a link never becomes a link: not pasted, not typed, not written by another program', async ({
  person,
}) => {
  const { dana, ingrid, link } = await twoSides(person, { start: 'Blank plan' })
  const { page } = dana.person
  await dana.plan.milestone(1).unfold()
  await dana.plan.milestone(1).item.getByRole('button', { name: 'Add notes' }).click()
  const danas = dana.plan.notes(1)
  await ingrid.plan.milestone(1).unfold()
  const ingrids = ingrid.plan.notes(1)

  await page.evaluate(async () => {
    const html =
      '<p>Look at <a href="javascript:alert(1)">this offer</a> and <a href="https://example.org/terms">the terms</a></p>'
    const blob = (type: string, text: string) => ({ [type]: new Blob([text], { type }) })
    const parts = { ...blob('text/html', html), ...blob('text/plain', 'Look at this offer and the terms') }
    await navigator.clipboard.write([new ClipboardItem(parts)])
  })
  await danas.press('ControlOrMeta+v')
  await expect(danas).toContainText('Look at this offer and the terms')
  await danas.press('End')
  await page.keyboard.type(' [typed](javascript:alert(2)) ')
  await page.evaluate(() => navigator.clipboard.writeText('javascript:alert(3)'))
  await danas.press('ControlOrMeta+v')
  await expect(danas).toContainText('javascript:alert(3)')
  for (const notes of [danas, ingrids]) {
    await expect(notes.getByRole('link')).toHaveText(['the terms'])
    await expect(notes.getByRole('link')).toHaveAttribute('href', 'https://example.org/terms')
  }

  // Another program writes the mark itself, past every editor.
  const program = await StockClient.join(link)
  const text = new Y.XmlText()
  const paragraph = new Y.XmlElement('paragraph')
  program.doc.transact(() => {
    paragraph.insert(0, [text])
    notesOf(program).push([paragraph])
    text.insert(0, 'from a program', { link: { href: 'javascript:alert(4)', target: '_blank' } })
  })
  await expect(ingrids).toContainText('from a program')
  await expect(ingrids.getByRole('link')).toHaveText(['the terms'])
  await expect(danas).toContainText('from a program')
  await danas.getByText('from a program').click({ modifiers: ['ControlOrMeta'] })
  await ingrids.click()
  await ingrids.getByText('from a program').click({ modifiers: ['ControlOrMeta'] })
  for (const notes of [danas, ingrids]) await expect(notes.getByRole('link')).toHaveText(['the terms'])
  program.leave()
})

test('notes with something of a newer version stay readable, whole and untouched', async ({ person }) => {
  const { dana, ingrid, link } = await twoSides(person, { start: 'Blank plan' })
  await dana.plan.milestone(1).unfold()
  await dana.plan.milestone(1).item.getByRole('button', { name: 'Add notes' }).click()
  await dana.person.page.keyboard.type('Known words.')
  await dana.plan.isSynced()
  await ingrid.plan.milestone(1).unfold()
  const danas = dana.plan.notes(1)
  await expect(danas).toHaveAttribute('contenteditable', 'true')

  // While Dana's editor is open, a newer program adds something that this version has never heard of.
  const program = await StockClient.join(link)
  const callout = new Y.XmlElement('callout')
  program.doc.transact(() => {
    notesOf(program).push([callout])
    callout.setAttribute('colour', 'blue')
    callout.insert(0, [new Y.XmlText('Words of a newer version')])
  })
  const whole = notesOf(program).toString()
  for (const { plan } of [dana, ingrid]) {
    const notes = plan.notes(1)
    await expect(notes).toContainText('Known words.')
    await expect(notes).toContainText('Words of a newer version')
    await expect(notes).not.toHaveAttribute('contenteditable')
    await expect(plan.outline.getByText('This text was written with a newer version.')).toBeVisible()
    // Clicked, typed at, and left: it stays what it is.
    await notes.click()
    await plan.page.keyboard.type('xyz')
    await plan.page.keyboard.press('Backspace')
  }
  await dana.plan.milestone(2).rename('Everything else can be written')
  await expect(ingrid.plan.milestone(2).title).toHaveValue('Everything else can be written')
  await Promise.all([dana.plan.isSynced(), ingrid.plan.isSynced()])
  program.leave()

  const again = await StockClient.join(link)
  expect(notesOf(again).toString()).toBe(whole)
  again.leave()
})

/** The only notes that say something; else those of go-live. */
function notesOf({ doc }: StockClient): Y.XmlFragment {
  const milestones = [...doc.getMap<Y.Map<unknown>>('milestones').values()]
  const all = milestones.map((milestone) => milestone.get('notes')).filter((notes) => notes instanceof Y.XmlFragment)
  const written = all.find((notes) => notes.toString() !== '') ?? all[0]
  if (written === undefined) throw new Error('the plan has no notes')
  return written
}
