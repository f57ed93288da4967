import { expect, test } from 'vitest'
import { overflowText, remarksOn } from './draft-remarks.ts'
import { countText, problemText } from './import-words.ts'
import type { PlanDraft } from './plan-draft.ts'

const EMPTY: PlanDraft = {
  milestones: [],
  owners: [],
  unreadDates: [],
  unreadEstimates: [],
  cut: 0,
  untitledRows: 0,
}

test('what comes out is counted without what there is none of', () => {
  expect(countText({ milestones: 1, steps: 0, roles: 0, people: 0 })).toBe('1 milestone')
  expect(countText({ milestones: 6, steps: 22, roles: 5, people: 1 })).toBe(
    '6 milestones, 22 steps, 5 new roles and 1 new person',
  )
})

test('what could not be read is named with its row, a few of many, and long ones shortened', () => {
  const unreadDates = ['Q3', 'TBD?', 'soon', 'x'.repeat(50), 'later'].map((text, at) => ({ row: at + 2, text }))
  expect(remarksOn({ ...EMPTY, unreadDates }, 0)).toEqual([
    `5 dates not understood: “Q3” in row 2, “TBD?” in row 3, “soon” in row 4, “${'x'.repeat(29)}…” in row 5 and 1 more. They come in without a date.`,
  ])
  expect(remarksOn({ ...EMPTY, unreadEstimates: [{ row: 3, text: 'long' }], cut: 1, untitledRows: 2 }, 1_234)).toEqual([
    '1 estimate not understood: “long” in row 3. It comes in without an estimate.',
    '2 rows without a title left out.',
    '1 title longer than 300 letters, cut there.',
    'Only the first 50 columns are read, 1,234 more are left out.',
  ])
  expect(remarksOn(EMPTY, 0)).toEqual([])
})

test('what does not fit, and what cannot be read, says what to do', () => {
  expect(overflowText({ kind: 'steps', most: 2_000, would: 2_345 })).toBe(
    'A plan holds at most 2,000 steps, this would make 2,345. Nothing is added. Bring in a part of it.',
  )
  expect(problemText('locked')).toBe('It has a password. Save it without one and try again. The plan is as it was.')
})
