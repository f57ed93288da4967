import {
  addKeyDate,
  addMilestone,
  addObjective,
  addPerson,
  addRole,
  addStep,
  archiveKeyDate,
  archiveMilestone,
  archiveObjective,
  archivePerson,
  archiveRole,
  archiveStep,
  createPlan,
  milestoneToStep,
  readPlan,
  setText,
  stepToMilestone,
  type MilestoneId,
  type PlanDoc,
} from '@milepost/plan'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { removedCount, removedLines } from './removed-lines.ts'
import { restoreLine } from './restore-line.ts'

function plan() {
  let clock = 1_000
  const doc = createPlan(
    new Y.Doc(),
    { planId: 'plan', buyer: 'Halden Foods', seller: 'Quillmark' },
    { now: () => (clock += 1), writer: { side: 'buyer', name: 'Ingrid', personId: null, grantId: null } },
  )
  const milestone = (title: string, ...steps: readonly string[]) => {
    const id = addMilestone(doc, { title })!
    return { id, steps: steps.map((step) => addStep(doc, id, { title: step })!) }
  }
  return { doc, milestone }
}

const lines = (doc: PlanDoc) => removedLines(readPlan(doc)).map(({ title, words }) => `${title}: ${words}`)
const restore = (doc: PlanDoc, title: string) =>
  restoreLine(
    doc,
    removedLines(readPlan(doc)).find((line) => line.title === title)!,
  )
const drawn = (doc: PlanDoc) =>
  readPlan(doc)
    .milestones.map(({ title, steps }) => [title, ...steps.map((step) => step.title)].join(' '))
    .join(' / ')

test('everything that was removed is listed, the newest first, with what it contained and who removed it', () => {
  const { doc, milestone } = plan()
  const a = milestone('A', 'a1', 'a2')
  const b = milestone('B', 'b1', 'b2')
  const person = addPerson(doc, { name: 'Marek', side: 'buyer' })!
  const role = addRole(doc, { title: 'IT lead', side: 'buyer', personId: person })!
  const keyDate = addKeyDate(doc, { title: 'Audit', side: 'buyer', span: null })!
  const objective = addObjective(doc, { text: 'Fewer invoices by hand' })!
  archiveStep(doc, b.steps[1]!)
  archiveMilestone(doc, a.id)
  archiveRole(doc, role)
  archivePerson(doc, person)
  archiveKeyDate(doc, keyDate)
  archiveObjective(doc, objective)
  expect(lines(doc)).toEqual([
    'Fewer invoices by hand: Objective',
    'Audit: Key date',
    'Marek: Person',
    'IT lead: Role',
    'A: Milestone with 2 steps',
    'b2: Step of milestone 1',
  ])
  expect(removedLines(readPlan(doc)).every(({ removed }) => removed.by.name === 'Ingrid')).toBe(true)
  expect(removedCount(readPlan(doc))).toBe(6)
  for (const { title } of removedLines(readPlan(doc))) expect(restore(doc, title)).toBe(true)
  expect([removedCount(readPlan(doc)), drawn(doc)]).toEqual([0, 'A a1 a2 / B b1 b2'])
})

test('a step whose milestone is gone too says so, and brings it back with it', () => {
  const { doc, milestone } = plan()
  const a = milestone('A', 'a1', 'a2')
  milestone('B')
  archiveStep(doc, a.steps[0]!)
  archiveMilestone(doc, a.id)
  expect(lines(doc)).toEqual([
    'A: Milestone with 1 step',
    'a1: Step of “A”, which was removed too and comes back with it',
  ])
  expect(restore(doc, 'a1')).toBe(true)
  expect([drawn(doc), lines(doc)]).toEqual(['A a1 a2 / B', []])
})

test('what was blank is not listed', () => {
  const { doc, milestone } = plan()
  milestone('A')
  archiveMilestone(doc, addMilestone(doc)!)
  expect([lines(doc), removedCount(readPlan(doc))]).toEqual([[], 0])
})

test('what somebody else restored a moment before is no change', () => {
  const { doc, milestone } = plan()
  milestone('A')
  archiveMilestone(doc, milestone('B').id)
  const [line] = removedLines(readPlan(doc))
  expect([restoreLine(doc, line!), restoreLine(doc, line!)]).toEqual([true, false])
})

describe('what became a step or a milestone was not removed', () => {
  const made = () => {
    const { doc, milestone } = plan()
    milestone('A')
    const b = milestone('B')
    return { doc, b: b.id, toStep: () => milestoneToStep(doc, b.id) }
  }
  const write = (doc: PlanDoc, id: MilestoneId, text: string) =>
    setText(doc, { in: 'milestones', id, field: 'title' }, text)

  test('Tab, and Shift+Tab after it', () => {
    const { doc, toStep } = made()
    const answer = toStep()
    expect([drawn(doc), lines(doc), removedCount(readPlan(doc))]).toEqual(['A B', [], 0])
    if (typeof answer === 'object') stepToMilestone(doc, answer.stepId)
    expect([drawn(doc), lines(doc), removedCount(readPlan(doc))]).toEqual(['A / B', [], 0])
  })

  test('but what somebody else wrote into the old one meanwhile is there', () => {
    const { doc, b, toStep } = made()
    toStep()
    write(doc, b, 'B, and much more')
    expect([lines(doc), removedCount(readPlan(doc))]).toEqual([['B, and much more: Milestone'], 1])
  })
})
