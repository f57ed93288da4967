import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addCriterion,
  agreeToCriterion,
  agreementOf,
  archiveCriterion,
  isAgreedBy,
  setCriterionBy,
  setCriterionResult,
  setCriterionValue,
} from './criteria.ts'
import { addDecision, archiveDecision, restoreDecision } from './decisions.ts'
import { addExpectation, archiveExpectation } from './expectations.ts'
import { addMilestone, setMilestoneOwner, skipMilestone } from './milestones.ts'
import { addObjective } from './objectives.ts'
import { addOption, archiveOption, SCORE, setScore } from './options.ts'
import { writeAs } from './plan-doc.ts'
import { readPlan } from './read-plan.ts'
import { addRole } from './roles.ts'
import { setText, spliceText } from './shared-text.ts'
import { addStep, setStepDone } from './steps.ts'
import { day } from './testing/day.ts'
import { sharedPlan } from './testing/shared-plan.ts'
import { planUndo } from './undo.ts'
import { workAsked } from './work-asked.ts'

const BUYER = { side: 'buyer', name: 'Ingrid', personId: null } as const
const SELLER = { side: 'seller', name: 'Dana', personId: null } as const

test('[HEAD-1] an agreement to a criterion holds for what it said, and comes back with it', () => {
  const { ann } = sharedPlan('a')
  const id = addCriterion(ann, { text: 'Second attempts', baseline: '11.8 %', target: '7.1 %', by: day('2027-11-19') })!
  const criterion = () => readPlan(ann).criteria[0]!
  expect(writeAs(ann, { author: BUYER }, () => agreeToCriterion(ann, id, true))).toBe('changed')
  expect(writeAs(ann, { author: BUYER }, () => agreeToCriterion(ann, id, true))).toBe('unchanged')
  expect([isAgreedBy(criterion(), 'buyer'), isAgreedBy(criterion(), 'seller')]).toEqual([true, false])
  setCriterionValue(ann, id, 'actual', '8 %')
  setCriterionResult(ann, id, 'partly')
  expect(isAgreedBy(criterion(), 'buyer')).toBe(true)
  for (const change of [
    () => setCriterionValue(ann, id, 'target', '5 %'),
    () => setCriterionValue(ann, id, 'baseline', '12 %'),
    () => setCriterionBy(ann, id, day('2027-12-24')),
    () => setText(ann, { in: 'criteria', id, field: 'text' }, 'Third attempts'),
  ]) {
    writeAs(ann, { author: BUYER }, () => agreeToCriterion(ann, id, true))
    expect([change(), isAgreedBy(criterion(), 'buyer')]).toEqual(['changed', false])
    expect(agreementOf(criterion(), 'buyer')?.by.name).toBe('Ingrid')
  }
  setText(ann, { in: 'criteria', id, field: 'text' }, 'Second attempts')
  writeAs(ann, { author: SELLER }, () => agreeToCriterion(ann, id, true))
  spliceText(ann, { in: 'criteria', id, field: 'text' }, 0, 1, 's')
  expect(isAgreedBy(criterion(), 'seller')).toBe(false)
  spliceText(ann, { in: 'criteria', id, field: 'text' }, 0, 1, 'S')
  expect(isAgreedBy(criterion(), 'seller')).toBe(true)
  expect(writeAs(ann, { author: SELLER }, () => agreeToCriterion(ann, id, false))).toBe('changed')
  expect(agreementOf(criterion(), 'seller')).toBeNull()
  expect(agreeToCriterion(ann, 'gone' as never, true)).toBe('no-such-record')
})

test('[HEAD-1] both sides agree while apart: both agreements are kept', () => {
  const { ann, bob, sync } = sharedPlan('a')
  const id = addCriterion(ann, { text: 'Hours' })!
  sync()
  writeAs(ann, { author: BUYER }, () => agreeToCriterion(ann, id, true))
  writeAs(bob, { author: SELLER }, () => agreeToCriterion(bob, id, true))
  sync()
  for (const doc of [ann, bob]) {
    const [criterion] = readPlan(doc).criteria
    expect([isAgreedBy(criterion!, 'buyer'), isAgreedBy(criterion!, 'seller')]).toEqual([true, true])
  }
})

test('[UNDO-5] a value that is written letter by letter is one step of undo', () => {
  const { ann } = sharedPlan('a')
  const id = addCriterion(ann, { text: 'Second attempts' })!
  const undo = planUndo(ann)
  for (const typed of ['7', '7.', '7.1', '7.1 %']) setCriterionValue(ann, id, 'target', typed)
  setCriterionValue(ann, id, 'baseline', '1')
  undo.undo()
  expect(readPlan(ann).criteria[0]).toMatchObject({ baseline: null, target: '7.1 %' })
  undo.undo()
  expect(readPlan(ann).criteria[0]).toMatchObject({ target: null })
})

test('[HEAD-2] a line is added behind the one it was written after, and both of two people keep theirs', () => {
  const { ann, bob, sync } = sharedPlan('a')
  const first = addDecision(ann, { question: 'Who decides?' })!
  addDecision(ann, { question: 'Who signs?' })
  sync()
  addDecision(ann, { question: 'Who checks security?', after: first })
  addDecision(bob, { question: 'Which committee?', after: first })
  addObjective(ann, { text: 'Faster audits', goal: 'Audit in ten days' })
  sync()
  const questions = readPlan(ann).decisions.map(({ question }) => question)
  expect([questions[0], questions[3], questions.slice(1, 3).toSorted()]).toEqual([
    'Who decides?',
    'Who signs?',
    ['Which committee?', 'Who checks security?'],
  ])
  expect(readPlan(bob)).toEqual(readPlan(ann))
  expect(readPlan(bob).objectives).toMatchObject([{ text: 'Faster audits', goal: 'Audit in ten days' }])
})

test('[REC-2] decisions and expectations are archived with what others wrote, and come back', () => {
  const { ann, bob, sync } = sharedPlan('a')
  const id = addDecision(ann, { question: 'Who decides?' })!
  const rule = addExpectation(ann, { text: 'Answers within two days', consequence: 'It goes to the check-in' })!
  sync()
  archiveDecision(ann, id)
  archiveExpectation(ann, rule)
  spliceText(bob, { in: 'decisions', id, field: 'answer' }, 0, 0, 'The CFO')
  sync()
  expect(readPlan(ann)).toMatchObject({
    decisions: [],
    expectations: [],
    removedDecisions: [{ answer: 'The CFO' }],
    removedExpectations: [{ consequence: 'It goes to the check-in' }],
  })
  restoreDecision(bob, id)
  sync()
  expect(readPlan(ann).decisions).toMatchObject([{ question: 'Who decides?', answer: 'The CFO' }])
})

test('[HEAD-3] scores are one entry per criterion and option, whole numbers from 0 to 5', () => {
  const { ann, bob, sync } = sharedPlan('a')
  const [speed, price] = [addCriterion(ann, { text: 'Speed' })!, addCriterion(ann, { text: 'Price' })!]
  const [ours, asNow] = [addOption(ann, 'Quillmark')!, addOption(ann, 'Stay as we are')!]
  sync()
  setScore(ann, speed, ours, 5)
  setScore(bob, price, ours, 3)
  setScore(bob, speed, asNow, 1)
  sync()
  const scores = readPlan(ann).scores.map(({ criterionId, optionId, score }) => [criterionId, optionId, score])
  expect(scores.toSorted()).toEqual(
    [
      [speed, ours, 5],
      [price, ours, 3],
      [speed, asNow, 1],
    ].toSorted(),
  )
  for (const odd of [6, -1, 2.5, Number.NaN]) expect(setScore(ann, speed, ours, odd)).toBe('invalid')
  expect(setScore(ann, speed, ours, 5)).toBe('unchanged')
  expect(setScore(ann, 'gone' as never, ours, 5)).toBe('no-such-record')
  expect(setScore(ann, speed, ours, null)).toBe('changed')
  expect(readPlan(ann).scores).toHaveLength(2)
  archiveOption(ann, ours)
  archiveCriterion(ann, price)
  expect(readPlan(ann)).toMatchObject({ options: [{ title: 'Stay as we are' }], criteria: [{ text: 'Speed' }] })
  for (const key of ['a', 'a:b:c', ':', '__proto__:b']) SCORE.rootOf(ann.ydoc).set(key, { score: 1 })
  expect(readPlan(ann).scores).toHaveLength(2)
})

test('[WORK-1] a step counts for the side of its owner, for both where they do it together, else for its milestone’s', () => {
  const { ann } = sharedPlan('a')
  const [first] = readPlan(ann).milestones
  const [it, engineer] = [
    addRole(ann, { title: 'IT', side: 'buyer' })!,
    addRole(ann, { title: 'Engineer', side: 'seller' })!,
  ]
  expect(workAsked(readPlan(ann))).toMatchObject({ nobodys: 0, buyer: { steps: 0 }, seller: { steps: 0 } })
  addStep(ann, first!.id, { title: 'nobody’s', estimate: 9 })
  expect(workAsked(readPlan(ann))).toMatchObject({ nobodys: 1, buyer: { workdays: 0 }, seller: { workdays: 0 } })
  setMilestoneOwner(ann, first!.id, engineer)
  const map = addStep(ann, first!.id, { title: 'Map', ownerRole: it, estimate: 2 })!
  addStep(ann, first!.id, { title: 'Session', ownerRole: it, withRole: engineer, estimate: 1 })
  setStepDone(ann, map, day('2026-06-03'), day('2026-06-17'))
  const other = addMilestone(ann, { title: 'other', ownerRole: it, estimate: 7 })!
  addStep(ann, other, { title: 'not estimated' })
  expect(workAsked(readPlan(ann))).toMatchObject({
    nobodys: 0,
    buyer: { milestones: 2, steps: 3, doneSteps: 1, workdays: 10, roles: 1 },
    seller: { milestones: 1, steps: 2, doneSteps: 0, workdays: 10, roles: 1 },
    parts: [
      { buyer: { owns: false, steps: [{ title: 'Map' }, { title: 'Session' }] }, seller: { owns: true } },
      { buyer: { owns: true, steps: [{ title: 'not estimated' }] }, seller: { owns: false, steps: [] } },
    ],
  })
  skipMilestone(ann, other, true)
  expect(workAsked(readPlan(ann))).toMatchObject({ buyer: { milestones: 1, workdays: 3 }, parts: [{}] })
})

const someSteps = fc.array(
  fc.record({
    owner: fc.constantFrom('buyer', 'seller', null),
    other: fc.constantFrom('buyer', 'seller', null),
    estimate: fc.nat(20),
  }),
  { maxLength: 12 },
)

test('[WORK-1] every estimated day is asked of somebody, and of both only where both do it', () => {
  fc.assert(
    fc.property(someSteps, (steps) => {
      const { ann } = sharedPlan('a')
      const [first] = readPlan(ann).milestones
      const roles = {
        buyer: addRole(ann, { title: 'b', side: 'buyer' })!,
        seller: addRole(ann, { title: 's', side: 'seller' })!,
      }
      const roleOf = (side: 'buyer' | 'seller' | null) => (side === null ? null : roles[side])
      for (const { owner, other, estimate } of steps) {
        addStep(ann, first!.id, { title: 'x', ownerRole: roleOf(owner), withRole: roleOf(other), estimate })
      }
      const { buyer, seller, nobodys } = workAsked(readPlan(ann))
      const shared = steps.filter(({ owner, other }) => owner !== null && other !== null && owner !== other)
      const owned = steps.filter(({ owner, other }) => owner !== null || other !== null)
      const days = (list: typeof steps) => list.reduce((sum, { estimate }) => sum + estimate, 0)
      expect(buyer.workdays + seller.workdays).toBe(days(owned) + days(shared))
      expect(buyer.steps + seller.steps - shared.length + nobodys).toBe(steps.length)
    }),
  )
})
