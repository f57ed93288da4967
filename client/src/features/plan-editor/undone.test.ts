import {
  addKeyDate,
  addMilestone,
  addStep,
  archiveMilestone,
  createPlan,
  milestoneToStep,
  planUndo,
  readPlan,
  setMilestoneDue,
  setStepDone,
  setText,
  type PlanDoc,
  type TakenStep,
} from '@milepost/plan'
import { parseLocalDate } from '@milepost/schedule'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { undoneOf } from './undone.ts'

const TODAY = '2026-06-17'

function begun() {
  const doc = createPlan(new Y.Doc(), { planId: 'plan', buyer: 'Halden Foods', seller: 'Quillmark' })
  const first = addMilestone(doc, { title: 'Numbers match' })!
  const second = addMilestone(doc, { title: 'Security satisfied' })!
  const step = addStep(doc, second, { title: 'Committee paper' })!
  return { doc, first, second, step }
}

/** What a step of undo says of the one change that is made here, and then one of redo. */
function backAndForth(doc: PlanDoc, change: () => unknown) {
  const undo = planUndo(doc)
  undo.stopCapturing()
  change()
  const taken: TakenStep[] = []
  const stop = undo.watchTaken((step) => void taken.push(step))
  undo.undo()
  undo.redo()
  stop()
  expect(taken.map(({ kind }) => kind)).toEqual(['undo', 'redo'])
  return taken.map((step) => undoneOf(step, TODAY))
}

test('a field is named with its line, and shown there', () => {
  const { doc, first, second, step } = begun()
  const line = { milestoneId: second, stepId: null }
  const due = backAndForth(doc, () => setMilestoneDue(doc, second, parseLocalDate('2026-07-01')))
  expect(due[0]).toMatchObject({ text: 'Undo: Due date, milestone 2', line, isBack: false })
  expect(due[1]).toMatchObject({ text: 'Redo: Due date, milestone 2', line, isBack: false })
  const title = backAndForth(doc, () => setText(doc, { in: 'milestones', id: first, field: 'title' }, 'Shorter'))
  expect(title[0]).toMatchObject({ text: 'Undo: Title, milestone 1', line: { milestoneId: first, stepId: null } })
  const done = backAndForth(doc, () => setStepDone(doc, step, parseLocalDate(TODAY), parseLocalDate(TODAY)!))
  expect(done[0]).toMatchObject({ line: { milestoneId: second, stepId: step } })
  expect(done[0]!.text).toMatch(/Committee paper/)
})

test('what comes back is shown before what went, and what came along is not counted', () => {
  const { doc, first } = begun()
  const [undone, redone] = backAndForth(doc, () => archiveMilestone(doc, first))
  expect(undone).toMatchObject({ line: { milestoneId: first, stepId: null }, isBack: true })
  expect(undone!.text).toBe('Undo: Milestone brought back, Numbers match')
  expect(redone).toMatchObject({ line: null, isBack: false })
})

test('Tab and its undo: the milestone goes and a step comes, its own steps move along', () => {
  const { doc, second } = begun()
  const [back] = backAndForth(doc, () => milestoneToStep(doc, second))
  expect(back).toMatchObject({ line: { milestoneId: second, stepId: null }, isBack: true })
  expect(back!.text).toBe('Undo: Milestone brought back, Security satisfied, and 1 more')
})

test('what stands beside the document is found by its own name first', () => {
  const { doc } = begun()
  let id: string | null = null
  const [undone, redone] = backAndForth(doc, () => {
    id = addKeyDate(doc, { title: 'Audit', span: null, side: 'buyer' })
  })
  expect(undone).toMatchObject({ line: null, places: [id, 'keyDates', 'terms'], isBack: false })
  expect(redone!.text).toMatch(/^Redo: .*Audit/)
})

test('a text of the head stands beside the document too', () => {
  const { doc } = begun()
  const [undone] = backAndForth(doc, () => setText(doc, { in: 'meta', field: 'costOfSlip' }, 'Much'))
  expect(undone).toMatchObject({ text: 'Undo: What a slip costs', places: ['costOfSlip', 'meta', 'terms'] })
})

test('words of a rich text are in no reading: it is said that it was done, and nothing else', () => {
  const plan = readPlan(begun().doc)
  expect(undoneOf({ kind: 'undo', before: plan, after: plan }, TODAY)).toEqual({
    text: 'Undo done',
    line: null,
    places: [],
    isBack: false,
  })
})
