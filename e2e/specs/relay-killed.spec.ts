import { SYNCED } from '../pages/plan-page.ts'
import { watchPromises } from '../support/shown-as-synced.ts'
import { joins, twoSides } from '../support/two-sides.ts'
import { expect, test } from '../support/story.ts'

const SENTENCES = [
  'The first sentence is cut in its middle. ',
  'So is the second one, and nobody was told. ',
  'The third is typed as if nothing had happened. ',
]

test('the relay is killed again and again while somebody types: nothing shown as synced is lost, the rest arrives', async ({
  person,
  relay,
}) => {
  const { dana, ingrid, link } = await twoSides(person, { start: 'Blank plan' })
  const title = dana.plan.milestone(1).title
  await title.fill('')
  await dana.plan.isSynced()
  const promised = await watchPromises(title, SYNCED)

  let written = ''
  for (const sentence of SENTENCES) {
    const half = Math.floor(sentence.length / 2)
    await title.pressSequentially(sentence.slice(0, half), { delay: 10 })
    // Not waited for what it says: the letters that are on their way are part of the story.
    await Promise.all([relay.kill(), title.pressSequentially(sentence.slice(half), { delay: 10 })])
    written += sentence
    await dana.plan.isOffline()
    const promise = await promised.text()
    expect(written.startsWith(promise)).toBe(true)

    await relay.startAgain()
    // Somebody who was never here sees at least what Dana was told to be safe ...
    const astrid = await joins(person, link)
    await expect(astrid.plan.milestone(1).title).toHaveValue(new RegExp(`^${promise}`))
    // ... and the rest comes by itself, to her and to those who were cut off too.
    for (const { plan } of [dana, ingrid]) await plan.isSynced()
    for (const { plan } of [astrid, ingrid]) await expect(plan.milestone(1).title).toHaveValue(written)
    await astrid.person.context.close()
  }
})

test('a device that is lost together with the relay’s power has lost nothing that it was shown as synced', async ({
  person,
  relay,
}) => {
  const { dana, ingrid, link } = await twoSides(person, { start: 'Blank plan' })
  await dana.person.context.close()
  const title = ingrid.plan.milestone(1).title
  await title.fill('')
  await ingrid.plan.isSynced()
  const promised = await watchPromises(title, SYNCED)
  await title.pressSequentially('Twenty suppliers were paid on time, ', { delay: 10 })
  await ingrid.plan.isSynced()
  await Promise.all([relay.kill(), title.pressSequentially('and the twenty-first too', { delay: 10 })])
  await ingrid.plan.isOffline()
  const promise = await promised.text()
  expect(promise).toContain('Twenty suppliers were paid on time,')
  await ingrid.person.context.close()

  await relay.startAgain()
  const astrid = await joins(person, link)
  await astrid.plan.isSynced()
  await expect(astrid.plan.milestone(1).title).toHaveValue(new RegExp(`^${promise}`))
})
