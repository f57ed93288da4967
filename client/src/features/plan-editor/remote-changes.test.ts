import {
  addMilestone,
  addStep,
  changePlan,
  createPlan,
  readPlan,
  setMilestoneDue,
  setStepDue,
  setText,
  type PlanDoc,
} from '@milepost/plan'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { changesBetween, changesText } from './remote-changes.ts'

function plan(): { doc: PlanDoc; milestones: string[] } {
  const doc = createPlan(new Y.Doc(), { planId: 'plan', buyer: 'B', seller: 'S' })
  const milestones = ['A', 'B'].map((title) => addMilestone(doc, { title })!)
  addStep(doc, milestones[1] as never, { title: 'b1' })
  return { doc, milestones }
}

test('each changed field counts once, under the place where it stands', () => {
  const { doc, milestones } = plan()
  const before = readPlan(doc)
  changePlan(doc, () => {
    setMilestoneDue(doc, milestones[1] as never, '2026-07-01' as never)
    setStepDue(doc, before.milestones[1]!.steps[0]!.id, '2026-07-01' as never)
    setText(doc, { in: 'meta', field: 'title' }, 'New outcome')
  })
  const changes = changesBetween(before, readPlan(doc))
  expect(changes.map(({ place, things }) => [place, things.length])).toEqual([
    ['milestone 2', 2],
    ['the head of the plan', 1],
  ])
})

test('a new milestone is a change of the plan, and nothing is nothing', () => {
  const { doc } = plan()
  const before = readPlan(doc)
  expect(changesBetween(before, before)).toEqual([])
  addMilestone(doc, { title: 'C' })
  expect(changesBetween(before, readPlan(doc)).map(({ place }) => place)).toEqual(['the plan'])
})

test('what was gathered is said in short sentences', () => {
  const gathered = new Map([
    [
      'Dana',
      new Map([
        ['milestone 6', new Set(['due', 'owner'])],
        ['people', new Set(['x'])],
      ]),
    ],
  ])
  expect(changesText(gathered)).toEqual(['Dana changed 2 things in milestone 6', 'Dana changed 1 thing in people'])
})
