// @vitest-environment jsdom
import { addMilestone, addStep, type PlanDoc } from '@milepost/plan'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { drawn, focused, press, select, titleOf, line, write } from './testing/outline-driver.ts'
import { READ, showPlanPage } from './testing/plan-page.tsx'

afterEach(cleanup)

const FILL = (doc: PlanDoc) => {
  const a = addMilestone(doc, { title: 'A' })
  addStep(doc, a!, { title: 'a1' })
  addMilestone(doc, { title: 'B' })
  addMilestone(doc, { title: 'C' })
}

const show = () => showPlanPage({ fill: FILL })
const field = () => screen.queryByRole('combobox', { name: 'Commands for this line' })
const options = () => screen.getAllByRole('option').map((option) => option.textContent)
const type = (text: string) => fireEvent.change(field()!, { target: { value: text } })

/** The caret behind the last letter, then a slash; where it is no command, the letter itself is typed. */
function slash(title: string, at = 'end') {
  const area = write(title)
  const place = at === 'end' ? area.value.length : 0
  area.setSelectionRange(place, place)
  press('/')
  return area
}

describe('a slash in a title', () => {
  test('opens the commands where a word begins, and what is typed filters them', () => {
    show()
    slash('B', 'start')
    expect(document.activeElement).toBe(field())
    expect(options().slice(0, 3)).toEqual([expect.stringContaining('New milestone below'), 'New step', 'Notes'])
    type('own')
    expect(options()).toEqual([expect.stringContaining('Owner, role first'), expect.stringContaining('Move down')])
  })

  test('is a letter in the middle of a word', () => {
    show()
    slash('B')
    expect(field()).toBe(null)
    expect(focused()).toBe('title of B')
  })

  test('is not in the title while a command is looked for, and is there after Escape, with the rest', () => {
    show()
    slash('B', 'start')
    type('or')
    expect(titleOf(line('B')).value).toBe('B')
    press('Escape')
    expect(field()).toBe(null)
    expect(drawn()).toBe('A / /orB / C')
    expect(focused()).toBe('title of /orB')
    expect((document.activeElement as HTMLTextAreaElement).selectionStart).toBe(3)
  })

  test('is taken back with Backspace', () => {
    show()
    slash('B', 'start')
    press('Backspace')
    expect(field()).toBe(null)
    expect(drawn()).toBe('A / B / C')
    expect(focused()).toBe('title of B')
  })

  test.each([
    ['move up', 'B / A / C', 'title of B'],
    ['new step', 'A / B _ / C', 'title of _'],
    ['make it a step', 'A a1 B / C', 'title of B'],
    ['new milestone', 'A / B / _ / C', 'title of _'],
    ['remove', 'A / C', 'line C'],
  ])('%s is done, and the caret goes where the work goes on', async (typed, expected, where) => {
    show()
    slash('B', 'start')
    type(typed)
    press('Enter')
    expect(drawn()).toBe(expected)
    await waitFor(() => expect(focused()).toBe(where))
    expect(field()).toBe(null)
  })

  test('another panel opens in its place', () => {
    show()
    slash('B', 'start')
    type('due')
    press('Enter')
    expect(screen.getByRole('dialog', { name: 'Due date' })).toBeTruthy()
    expect(field()).toBe(null)
  })
})

test('on a selected line it opens too, and Escape writes nothing', () => {
  show()
  select('B')
  press('/')
  type('x')
  press('Escape')
  expect(drawn()).toBe('A / B / C')
  expect(focused()).toBe('line B')
})

test('notes are begun from it', async () => {
  show()
  select('B')
  press('/')
  type('notes')
  press('Enter')
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Notes of milestone 2'))
})

test('a reader has no commands', () => {
  showPlanPage({ fill: FILL, access: READ })
  select('B')
  press('/')
  expect(field()).toBe(null)
})

test('Mod+A is the field’s first, and the line’s when all of the text is selected', () => {
  show()
  const area = write('B')
  area.setSelectionRange(1, 1)
  press('Mod+a')
  expect(focused()).toBe('title of B')
  area.setSelectionRange(0, 1)
  press('Mod+a')
  expect(focused()).toBe('line B')
})
