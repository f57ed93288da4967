import { expect, test } from 'vitest'
import type { StepId } from './ids.ts'
import { readPlan } from './read-plan.ts'
import { spliceText } from './shared-text.ts'
import { addStep, archiveStep, moveStep, restoreStep, setStepDone, setStepDue, STEP } from './steps.ts'
import { archiveMilestone, restoreMilestone } from './milestones.ts'
import { draw, sharedPlan } from './testing/shared-plan.ts'
import { day } from './testing/day.ts'

/** Ann and Bob share this plan; what each of them does next stays apart until `sync`. */
const shared = () => sharedPlan('legal: A B C | pilot: X')

test.each([
  ['C', null, 'legal: C A B | pilot: X'],
  ['A', 'B', 'legal: B A C | pilot: X'],
  ['B', 'A', 'legal: A B C | pilot: X'],
  ['A', 'C', 'legal: B C A | pilot: X'],
])('[STEP-1] %s moved behind %s', (moved, after, expected) => {
  const { ann, step, milestone } = shared()
  moveStep(ann, step(moved), milestone('legal'), after === null ? null : step(after))
  expect(draw(ann)).toBe(expected)
})

test('[STEP-1] a step moved behind a step that is gone stands last', () => {
  const { ann, step, milestone } = shared()
  expect(moveStep(ann, step('A'), milestone('pilot'), 'gone' as StepId)).toBe('changed')
  expect(draw(ann)).toBe('legal: B C | pilot: X A')
})

test('[STEP-2] a title typed offline survives a move made meanwhile', () => {
  const { ann, bob, sync, step, milestone } = shared()
  moveStep(ann, step('A'), milestone('pilot'), null)
  spliceText(bob, { in: 'steps', id: step('A'), field: 'title' }, 1, 0, '+')
  sync()
  expect([ann, bob].map(draw)).toEqual(Array(2).fill('legal: B C | pilot: A+ X'))
})

test('[STEP-3] two moves at once leave one whole place, the same for both', () => {
  const { ann, bob, sync, step, milestone } = shared()
  moveStep(ann, step('A'), milestone('pilot'), null)
  moveStep(bob, step('A'), milestone('legal'), step('C'))
  sync()
  expect(['legal: B C | pilot: A X', 'legal: B C A | pilot: X']).toContain(draw(ann))
  expect(draw(bob)).toBe(draw(ann))
})

test('[STEP-4] a change to a step that is gone is refused, not thrown', () => {
  const { ann, milestone } = shared()
  const gone = 'gone' as StepId
  expect(setStepDue(ann, gone, day('2026-07-01'))).toBe('no-such-record')
  expect(moveStep(ann, gone, milestone('legal'), null)).toBe('no-such-record')
  expect(addStep(ann, 'gone' as never, { title: 'x' })).toBe(null)
})

test('[STEP-5] steps of an archived milestone go and come with it', () => {
  const { ann, milestone, step } = shared()
  archiveMilestone(ann, milestone('legal'))
  expect(draw(ann)).toBe('pilot: X')
  expect(readPlan(ann).removedMilestones.map((removed) => removed.steps.map(({ title }) => title))).toEqual([
    ['A', 'B', 'C'],
  ])
  expect(STEP.rowIn(ann.ydoc, step('A'))?.archived).toBe(null)
})

test('[STEP-6] an archived step is listed as removed and comes back where it stood', () => {
  const { ann, step } = shared()
  expect(archiveStep(ann, step('B'))).toBe('changed')
  expect(archiveStep(ann, step('B'))).toBe('unchanged')
  expect(draw(ann)).toBe('legal: A C | pilot: X')
  expect(readPlan(ann).removedSteps.map(({ title }) => title)).toEqual(['B'])
  restoreStep(ann, step('B'))
  expect(draw(ann)).toBe('legal: A B C | pilot: X')
})

test('[STEP-6] a step that was removed before its milestone is listed beside it, and not as a part of it', () => {
  const { ann, milestone, step } = shared()
  archiveStep(ann, step('B'))
  archiveMilestone(ann, milestone('legal'))
  const { removedMilestones, removedSteps } = readPlan(ann)
  expect(removedSteps.map(({ title }) => title)).toEqual(['B'])
  expect(removedMilestones.map(({ steps }) => steps.map(({ title }) => title))).toEqual([['A', 'C']])
  restoreMilestone(ann, milestone('legal'))
  restoreStep(ann, step('B'))
  expect(draw(ann)).toBe('legal: A B C | pilot: X')
})

test('[DATE-1] a day after today is refused for done, today is not', () => {
  const { ann, step } = shared()
  const today = day('2026-06-17')
  expect(setStepDone(ann, step('A'), day('2026-06-18'), today)).toBe('after-today')
  expect(setStepDone(ann, step('A'), today, today)).toBe('changed')
  expect(setStepDone(ann, step('A'), today, today)).toBe('unchanged')
  expect(readPlan(ann).milestones[0]?.steps[0]?.done).toMatchObject({ on: today, by: { name: 'Ann', side: 'buyer' } })
})
