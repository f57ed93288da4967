import { addMilestone, createPlan, readPlan, setGoLive, setMilestoneDone, type MilestoneId } from '@milepost/plan'
import { parseLocalDate, type LocalDate } from '@milepost/schedule'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { linesShown } from './lines-shown.ts'

const TODAY = parseLocalDate('2026-06-17') as LocalDate

function planOf(many: number, done: number) {
  const doc = createPlan(new Y.Doc(), { planId: 'a-plan', buyer: 'Halden', seller: 'Quillmark' })
  const ids = Array.from({ length: many }, (_, at) => addMilestone(doc, { title: `m${at + 1}` }) as MilestoneId)
  setGoLive(doc, ids.at(-1) as MilestoneId)
  for (const id of ids.slice(0, done)) setMilestoneDone(doc, id, TODAY, TODAY)
  return readPlan(doc)
}
const titles = (plan: ReturnType<typeof planOf>) => linesShown(plan).map(({ title }) => title)

test('twelve milestones are all shown', () => {
  expect(titles(planOf(12, 3))).toHaveLength(12)
})

test('of more, what is next and go-live, in the order of the plan', () => {
  expect(titles(planOf(40, 3))).toEqual(['m4', 'm5', 'm6', 'm7', 'm8', 'm9', 'm10', 'm11', 'm12', 'm13', 'm14', 'm40'])
})

test('near the end, what was done last stands before what is left', () => {
  expect(titles(planOf(20, 17))).toEqual([
    'm9', 'm10', 'm11', 'm12', 'm13', 'm14', 'm15', 'm16', 'm17', 'm18', 'm19', 'm20',
  ]) // prettier-ignore
})
