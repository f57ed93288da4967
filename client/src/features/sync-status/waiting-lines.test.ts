import {
  addComment,
  addMilestone,
  archiveMilestone,
  createPlan,
  openDiscussion,
  openPlanDoc,
  setMilestoneDue,
  takeBack,
  type MilestoneId,
  type PlanDoc,
} from '@milepost/plan'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { waitingLines } from './waiting-lines.ts'

const TODAY = '2026-06-17'

function plan(): { doc: PlanDoc; first: MilestoneId; second: MilestoneId } {
  const doc = createPlan(new Y.Doc(), { planId: 'plan', buyer: 'Halden Foods', seller: 'Quillmark' })
  const [first, second] = ['Numbers match', 'Live'].map((title) => addMilestone(doc, { title })!)
  return { doc, first: first!, second: second! }
}

function copyOf({ ydoc }: PlanDoc): PlanDoc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(ydoc))
  return openPlanDoc(copy)
}

test('a line for each thing that waits; what was taken back says so and is not offered again', () => {
  const { doc, first, second } = plan()
  setMilestoneDue(doc, first, '2026-06-30' as never)
  const relayHad = copyOf(doc)
  setMilestoneDue(doc, first, '2026-07-08' as never)
  archiveMilestone(doc, second)
  const discussion = openDiscussion(new Y.Doc())
  const comment = addComment(discussion, { on: { kind: 'milestone', id: first }, body: 'Is it firm?' })
  const unsent = [
    { list: 'comments', id: comment, field: null },
    { list: 'milestones', id: first, field: 'due' },
    { list: 'milestones', id: second, field: 'archived' },
  ]
  const shown = () =>
    waitingLines(unsent, { doc, discussion, relayHad, today: TODAY }).map(
      ({ what, before, now, canUndo, isAsBefore }) => [what, before, now, canUndo, isAsBefore],
    )
  expect(shown()).toEqual([
    ['Due date', 'Tue 30 Jun', 'Wed 8 Jul', true, false],
    ['Comment', '', '“Is it firm?”', false, false],
    ['Milestone removed', '', '', true, false],
  ])
  takeBack(doc, relayHad, unsent[1]!)
  expect(shown()[0]).toEqual(['Due date', '', 'Tue 30 Jun', false, true])
})

test('where nobody knows what the relay had, nothing is offered', () => {
  const { doc, first } = plan()
  const unsent = [
    { list: 'plan', id: null, field: null },
    { list: 'milestones', id: first, field: 'due' },
  ]
  const lines = waitingLines(unsent, { doc, discussion: openDiscussion(new Y.Doc()), relayHad: null, today: TODAY })
  expect(lines.map(({ what, canUndo }) => [what, canUndo])).toEqual([
    ['Due date', false],
    ['This plan', false],
  ])
})
