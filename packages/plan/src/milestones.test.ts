import { expect, test } from 'vitest'
import type { MilestoneId } from './ids.ts'
import { TEXT_LIMITS } from './limits.ts'
import { setGoLive, setMeta, setResult } from './meta.ts'
import {
  addMilestone,
  archiveMilestone,
  MILESTONE,
  moveMilestone,
  setMilestoneAfter,
  setMilestoneDone,
  setMilestoneDue,
  setMilestoneEstimate,
  setMilestoneStartedOn,
  skipMilestone,
} from './milestones.ts'
import { milestoneToStep, stepToMilestone } from './outline.ts'
import { readPlan } from './read-plan.ts'
import { addRole } from './roles.ts'
import { spliceText } from './shared-text.ts'
import { setStepDone } from './steps.ts'
import { day } from './testing/day.ts'
import { draw, sharedPlan } from './testing/shared-plan.ts'
import { planUndo } from './undo.ts'

test.each([
  [undefined, 'a | b | c | new'],
  [null, 'new | a | b | c'],
  ['a', 'a | new | b | c'],
  ['c', 'a | b | c | new'],
])('[MILE-1] a new milestone behind %s', (after, expected) => {
  const { ann, milestone } = sharedPlan('a | b | c')
  const place = after === undefined ? {} : { after: after === null ? null : milestone(after) }
  addMilestone(ann, { title: 'new', ...place })
  expect(draw(ann)).toBe(expected)
})

test('[MILE-1] a new milestone behind one that is gone stands last', () => {
  const { ann, milestone } = sharedPlan('a | b')
  archiveMilestone(ann, milestone('a'))
  addMilestone(ann, { title: 'new', after: milestone('a'), waitsFor: [milestone('b')] })
  expect(draw(ann)).toBe('b | new')
  expect(readPlan(ann).milestones[1]?.after).toEqual([milestone('b')])
})

test.each([
  ['a', 'c', 'b: | c: | a: 1 2'],
  ['c', null, 'c: | a: 1 2 | b:'],
  ['b', 'a', 'a: 1 2 | b: | c:'],
])('[MILE-2] %s moved behind %s, its steps with it', (moved, after, expected) => {
  const { ann, milestone } = sharedPlan('a: 1 2 | b | c')
  moveMilestone(ann, milestone(moved), after === null ? null : milestone(after))
  expect(draw(ann)).toBe(expected.replaceAll(/:(?= \||$)/g, ''))
})

test('[MILE-2] a move to where it stands, or behind itself, writes nothing', () => {
  const { ann, milestone } = sharedPlan('a | b')
  expect(moveMilestone(ann, milestone('b'), milestone('a'))).toBe('unchanged')
  expect(moveMilestone(ann, milestone('b'), milestone('b'))).toBe('unchanged')
  expect(moveMilestone(ann, 'gone' as MilestoneId, null)).toBe('no-such-record')
})

test('[MILE-3] go-live and the result are archived only with another in their place', () => {
  const { ann, milestone } = sharedPlan('a | live | result')
  const [a, live, result] = ['a', 'live', 'result'].map(milestone) as [MilestoneId, MilestoneId, MilestoneId]
  setGoLive(ann, live, 'buyer')
  setResult(ann, result)
  const before = readPlan(ann)
  expect(archiveMilestone(ann, live)).toBe('is-go-live')
  expect(archiveMilestone(ann, live, { goLive: live })).toBe('is-go-live')
  expect(archiveMilestone(ann, live, { goLive: 'gone' as MilestoneId })).toBe('is-go-live')
  expect(archiveMilestone(ann, result)).toBe('is-result')
  expect(readPlan(ann)).toBe(before)
  expect(archiveMilestone(ann, live, { goLive: a })).toBe('changed')
  expect(archiveMilestone(ann, result, { result: a })).toBe('changed')
  expect(readPlan(ann)).toMatchObject({ goLiveId: a, resultId: a, milestones: [{ id: a }] })
  expect(archiveMilestone(ann, a, { goLive: live, result })).toBe('is-go-live')
  expect(archiveMilestone(ann, 'gone' as MilestoneId)).toBe('no-such-record')
})

test('[MILE-3] two people who archive the two candidates leave a plan that asks which one is go-live', () => {
  const { ann, bob, sync, milestone } = sharedPlan('a | b')
  setGoLive(ann, milestone('a'))
  sync()
  archiveMilestone(ann, milestone('a'), { goLive: milestone('b') })
  archiveMilestone(bob, milestone('b'))
  sync()
  expect(readPlan(ann).goLiveId).toBe(null)
  expect(readPlan(bob).goLiveId).toBe(null)
})

test('[MILE-4] Tab: a milestone becomes the last step of the one above, with its steps behind it', () => {
  const { ann, milestone, step } = sharedPlan('a: 1 | b: 2 3 | c')
  const undo = planUndo(ann)
  const ownerRole = addRole(ann, { title: 'Legal', side: 'buyer' })!
  const id = addMilestone(ann, { title: 'd', benefit: 'Peace', ownerRole, estimate: 3, after: milestone('b') })!
  setMilestoneDue(ann, id, day('2026-07-01'))
  setMilestoneDone(ann, id, day('2026-06-01'), day('2026-06-17'))
  milestoneToStep(ann, id)
  expect(draw(ann)).toBe('a: 1 | b: 2 3 d | c')
  expect(readPlan(ann).milestones[1]?.steps[2]).toMatchObject({
    title: 'd',
    outcome: 'Peace',
    ownerRole,
    estimate: 3,
    due: '2026-07-01',
    done: { on: '2026-06-01' },
  })
  const before = draw(ann)
  expect(milestoneToStep(ann, milestone('b'))).toMatchObject({ stepId: expect.any(String) })
  expect(draw(ann)).toBe('a: 1 b 2 3 d | c')
  expect(readPlan(ann).removedMilestones.map(({ title }) => title)).toEqual(['b', 'd'])
  undo.undo()
  expect(draw(ann)).toBe(before)
  undo.redo()
  expect(draw(ann)).toBe('a: 1 b 2 3 d | c')
  expect(step('2')).toBe(readPlan(ann).milestones[0]?.steps[2]?.id)
})

test('[MILE-4] Shift+Tab: a step becomes a milestone behind its own', () => {
  const { ann, milestone, step } = sharedPlan('a: 1 2 | b')
  const undo = planUndo(ann)
  spliceText(ann, { in: 'steps', id: step('1'), field: 'outcome' }, 0, 0, 'A number')
  setStepDone(ann, step('1'), day('2026-06-01'), day('2026-06-17'))
  expect(stepToMilestone(ann, step('1'))).toEqual({ milestoneId: expect.any(String) })
  expect(draw(ann)).toBe('a: 2 | 1 | b')
  expect(readPlan(ann).milestones[1]).toMatchObject({ benefit: 'A number', done: { on: '2026-06-01' } })
  undo.undo()
  expect(draw(ann)).toBe('a: 1 2 | b')
  expect(stepToMilestone(ann, 'gone' as never)).toBe('no-such-record')
  expect(milestone('a')).toBe(readPlan(ann).milestones[0]?.id)
})

test('[MILE-5] the first milestone, go-live and the result stay milestones', () => {
  const { ann, milestone } = sharedPlan('a | live | result')
  setGoLive(ann, milestone('live'))
  setResult(ann, milestone('result'))
  const before = readPlan(ann)
  expect(milestoneToStep(ann, milestone('a'))).toBe('no-milestone-above')
  expect(milestoneToStep(ann, milestone('live'))).toBe('is-go-live')
  expect(milestoneToStep(ann, milestone('result'))).toBe('is-result')
  expect(milestoneToStep(ann, 'gone' as MilestoneId)).toBe('no-such-record')
  expect(readPlan(ann)).toBe(before)
})

test('[DATE-1] a milestone is not done tomorrow', () => {
  const { ann, milestone } = sharedPlan('a')
  const today = day('2026-06-17')
  expect(setMilestoneDone(ann, milestone('a'), day('2026-06-18'), today)).toBe('after-today')
  expect(setMilestoneDone(ann, milestone('a'), day('2026-06-16'), today)).toBe('changed')
  expect(setMilestoneDone(ann, milestone('a'), null, today)).toBe('changed')
  expect(readPlan(ann).milestones[0]?.done).toBe(null)
})

test('[PLAN-7] what the field would not read is refused, and what is too long is cut', () => {
  const { ann, milestone } = sharedPlan('a | b')
  const before = readPlan(ann)
  for (const odd of [-1, 1.5, Number.NaN, 20_000])
    expect(setMilestoneEstimate(ann, milestone('a'), odd)).toBe('invalid')
  expect(setMilestoneDue(ann, milestone('a'), '2026-02-30' as never)).toBe('invalid')
  expect(setMeta(ann, 'checkIn', { every: 'week', weekday: 9, minutes: 25, roleIds: [] })).toBe('invalid')
  expect(readPlan(ann)).toBe(before)
  const id = addMilestone(ann, { title: 'c', estimate: -1, due: '2026-02-30' as never })!
  expect([...MILESTONE.recordIn(ann.ydoc, id)!.keys()].filter((key) => key === 'estimate' || key === 'due')).toEqual([])
  setMeta(ann, 'buyer', 'x'.repeat(1_000))
  expect(readPlan(ann).buyer).toHaveLength(TEXT_LIMITS.line)
  setMilestoneAfter(ann, id, [milestone('a'), milestone('a'), 'not an id' as MilestoneId])
  expect(readPlan(ann).milestones[2]?.after).toEqual([milestone('a')])
})

test('[PLAN-4] the other choices of a milestone are set, read and not set twice', () => {
  const { ann, milestone } = sharedPlan('a | b')
  const id = milestone('b')
  expect(setMilestoneStartedOn(ann, id, day('2026-06-01'))).toBe('changed')
  expect(setMilestoneEstimate(ann, id, 5)).toBe('changed')
  expect(setMilestoneAfter(ann, id, [milestone('a')])).toBe('changed')
  expect(setMilestoneAfter(ann, id, [milestone('a')])).toBe('unchanged')
  expect(skipMilestone(ann, id, true)).toBe('changed')
  expect(skipMilestone(ann, id, true)).toBe('unchanged')
  expect(readPlan(ann).milestones[1]).toMatchObject({
    startedOn: '2026-06-01',
    estimate: 5,
    after: [milestone('a')],
    skipped: { by: { name: 'Ann' } },
  })
  expect(skipMilestone(ann, id, false)).toBe('changed')
  expect(readPlan(ann).milestones[1]?.skipped).toBe(null)
})
