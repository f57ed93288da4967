import { addMilestone, addRole, addStep, createPlan, readPlan, type Overruled } from '@milepost/plan'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { lostValueWords } from './lost-value.ts'

const doc = createPlan(new Y.Doc(), { planId: 'plan', buyer: 'Halden Foods', seller: 'Quillmark' })
const first = addMilestone(doc, { title: 'Numbers match' })!
const step = addStep(doc, first, { title: 'Committee paper' })!
const role = addRole(doc, { title: 'CFO', side: 'buyer' })!
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
