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
import { lostValueWords, placeOfLost } from './lost-value-words.ts'

const doc = createPlan(new Y.Doc(), { planId: 'plan', buyer: 'Halden Foods', seller: 'Quillmark' })
const first = addMilestone(doc, { title: 'Numbers match' })!
const step = addStep(doc, first, { title: 'Committee paper' })!
const gone = addStep(doc, first, { title: 'Gone' })!
archiveStep(doc, gone)
const role = addRole(doc, { title: 'CFO', side: 'buyer' })!
const date = addKeyDate(doc, { title: 'Board', side: 'buyer', span: null })!
const plan = readPlan(doc)
const DANA = { clientId: 1, grantId: null, personId: null, side: 'seller', name: 'Dana Okafor', from: 0 } as const

function lost(more: Partial<Overruled>): Overruled {
  const ids = { mineIs: '1:1', shownIs: '2:2' }
  return {
    in: 'milestones',
    id: first,
    field: 'due',
    mine: '2026-07-08',
    shown: '2026-07-09',
    by: DANA,
    ...ids,
    ...more,
  }
}

test.each<[Partial<Overruled>, readonly [string, string, string]]>([
  [{}, ['You both moved this while apart. The plan shows Dana’s.', 'Thu 9 Jul, Dana', 'Use mine: Wed 8 Jul']],
  [{ mine: null }, ['You both moved this while apart. The plan shows Dana’s.', 'Thu 9 Jul, Dana', 'Use mine: No date']],
  [
    { by: null },
    ['You both moved this while apart. The plan shows the other one.', 'Thu 9 Jul', 'Use mine: Wed 8 Jul'],
  ],
  [
    { field: 'ownerRole', mine: role, shown: null },
    ['Owner: you both changed this while apart. The plan shows Dana’s.', 'Nobody, Dana', 'Use mine: CFO'],
  ],
  [
    { in: 'steps', id: step },
    [
      'Committee paper, Due date: you both moved this while apart. The plan shows Dana’s.',
      'Thu 9 Jul, Dana',
      'Use mine: Wed 8 Jul',
    ],
  ],
  [
    { field: 'rank', mine: 'a', shown: 'b' },
    ['Order: you both moved this while apart. The plan shows Dana’s.', 'Keep Dana’s', 'Use mine'],
  ],
  [
    { field: 'archived', mine: {}, shown: null },
    ['Milestone: you both changed this while apart. The plan shows Dana’s.', 'In the plan, Dana', 'Use mine: Removed'],
  ],
  [
    { in: 'meta', id: null, field: 'buyer', mine: 'H'.repeat(100), shown: 'Halden' },
    [
      'Buyer: you both changed this while apart. The plan shows Dana’s.',
      'Halden, Dana',
      `Use mine: ${'H'.repeat(32)}…`,
    ],
  ],
  [
    { in: 'meta', id: null, field: 'buyer', mine: 'Halden', shown: 'Halden AS' },
    ['Buyer: you both changed this while apart. The plan shows Dana’s.', 'Halden AS, Dana', 'Use mine: Halden'],
  ],
])('%j', (more, [text, keep, use]) => {
  expect(lostValueWords(plan, lost(more), '2026-06-17')).toEqual({ text, keep, use })
})

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
