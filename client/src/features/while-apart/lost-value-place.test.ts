import {
  addKeyDate,
  addMilestone,
  addRole,
  addStep,
  archiveStep,
  createPlan,
  readPlan,
  type Overruled,
} from '@milepost/plan'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { placeOfLost } from './lost-value-place.ts'

const doc = createPlan(new Y.Doc(), { planId: 'plan', buyer: 'Halden Foods', seller: 'Quillmark' })
const first = addMilestone(doc, { title: 'Numbers match' })!
const step = addStep(doc, first, { title: 'Committee paper' })!
const gone = addStep(doc, first, { title: 'Gone' })!
archiveStep(doc, gone)
const role = addRole(doc, { title: 'CFO', side: 'buyer' })!
const date = addKeyDate(doc, { title: 'Board', side: 'buyer', span: null })!
const plan = readPlan(doc)

function lost(more: Partial<Overruled>): Overruled {
  const ids = { mineIs: '1:1', shownIs: '2:2' }
  return { in: 'milestones', id: first, field: 'due', mine: null, shown: null, by: null, ...ids, ...more }
}

test('everything has a place on the page; what has none of its own stands in the head', () => {
  expect(
    [
      lost({}),
      lost({ in: 'steps', id: step }),
      lost({ in: 'steps', id: gone }),
      lost({ id: 'gone' }),
      lost({ in: 'roles', id: role }),
      lost({ in: 'people', id: 'anybody' }),
      lost({ in: 'keyDates', id: date }),
      lost({ in: 'criteria', id: 'any' }),
      lost({ in: 'meta', id: null, field: 'buyer' }),
    ].map((each) => placeOfLost(plan, each)),
  ).toEqual([
    { list: 'milestones', id: first },
    { list: 'milestones', id: first },
    { list: 'meta' },
    { list: 'meta' },
    { list: 'roles' },
    { list: 'roles' },
    { list: 'keyDates' },
    { list: 'meta' },
    { list: 'meta' },
  ])
})
