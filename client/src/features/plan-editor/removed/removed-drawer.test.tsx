// @vitest-environment jsdom
import { addMilestone, addStep, archiveMilestone, archiveStep, readPlan, type PlanDoc } from '@milepost/plan'
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { actionsNow } from '../../../hooks/use-actions.ts'
import { drawn, focused, press, select } from '../testing/outline-driver.ts'
import { READ, showPlanPage, type PlanPageOptions } from '../testing/plan-page.tsx'

afterEach(cleanup)
// A page without a size has nowhere to scroll.
Element.prototype.scrollIntoView ??= () => undefined

const FILL = (doc: PlanDoc) => {
  const a = addMilestone(doc, { title: 'A' })
  addStep(doc, a!, { title: 'a1' })
  const gone = addStep(doc, a!, { title: 'a2' })
  const b = addMilestone(doc, { title: 'B' })
  addStep(doc, b!, { title: 'b1' })
  addMilestone(doc, { title: 'C' })
  archiveStep(doc, gone!)
  archiveMilestone(doc, b!)
}

const show = (options: PlanPageOptions = {}) => showPlanPage({ fill: FILL, ...options })
const quietLine = () => screen.findByRole('button', { name: /^\d+ removed$/u })

async function openDrawer() {
  fireEvent.click(await quietLine())
  return screen.findByRole('dialog', { name: 'Removed' })
}

test('a quiet line under the last milestone says how much was removed, and only then', async () => {
  show()
  expect((await quietLine()).textContent).toBe('2 removed')
  cleanup()
  show({ fill: (doc) => void addMilestone(doc, { title: 'A' }) })
  await waitFor(() => expect(actionsNow()).not.toEqual([]))
  expect(screen.queryByRole('button', { name: /removed$/u })).toBe(null)
})

test('what is restored has the keyboard, unfolded where it was folded away, and undo takes it back', async () => {
  const { doc } = show()
  const drawer = await openDrawer()
  expect(within(drawer).getAllByRole('listitem')).toHaveLength(2)
  fireEvent.click(within(drawer).getByRole('button', { name: 'Restore a2' }))
  await waitFor(() => expect(focused()).toBe('line a2'))
  expect(drawn()).toBe('A a1 a2 / C')
  expect(screen.queryByRole('dialog')).toBe(null)
  act(() =>
    actionsNow()
      .find(({ id }) => id === 'undo')
      ?.run(),
  )
  expect(drawn()).toBe('A a1 / C')
  expect(readPlan(doc).removedSteps.map(({ title }) => title)).toEqual(['a2'])
})

test('the notice of a removal leads there too', async () => {
  show()
  await quietLine()
  select('C')
  press('Shift+F10')
  fireEvent.click(screen.getByRole('menuitem', { name: 'Remove' }))
  fireEvent.click(screen.getByRole('button', { name: 'Show removed' }))
  const drawer = await screen.findByRole('dialog', { name: 'Removed' })
  fireEvent.click(within(drawer).getByRole('button', { name: 'Restore C' }))
  await waitFor(() => expect(focused()).toBe('line C'))
})

test('a reader sees none of it, in the document or in the palette', async () => {
  show({ access: READ })
  await waitFor(() => expect(actionsNow()).not.toEqual([]))
  expect(screen.queryByRole('button', { name: /removed$/u })).toBe(null)
  expect(
    actionsNow()
      .filter(({ kind }) => kind === 'action')
      .map(({ label }) => label),
  ).toEqual(['Unfold all'])
})

test('whoever may write finds what works now', async () => {
  show()
  await quietLine()
  select('C')
  press('Space')
  const labels = () =>
    actionsNow()
      .filter(({ kind }) => kind === 'action')
      .map(({ label }) => label)
  expect(labels()).toEqual(expect.arrayContaining(['New milestone', 'Unfold all', 'Undo the last change', 'Removed']))
  expect(labels()).not.toContain('Redo')
  act(() =>
    actionsNow()
      .find(({ id }) => id === 'unfold')
      ?.run(),
  )
  expect(drawn()).toBe('A a1 / C')
  expect(labels()).not.toContain('Unfold all')
})
