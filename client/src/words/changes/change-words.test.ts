import { expect, test } from 'vitest'
import { changeWords } from './change-words.ts'
import type { PlanForWords } from './value-text.ts'

const TODAY = '2026-06-17'

const step = (id: string, milestoneId: string) => ({ id, title: `Step ${id}`, place: { milestoneId, rank: id } })
const PLAN: PlanForWords = {
  buyer: 'Halden Foods',
  seller: 'Quillmark',
  milestones: [
    { id: 'm1', title: 'Numbers match', rank: 'a', steps: [step('s1', 'm1'), step('s2', 'm1')] },
    { id: 'm2', title: 'Live in Berlin', rank: 'b', steps: [] },
  ],
  removedMilestones: [{ id: 'm3', title: 'Gone', rank: 'c', steps: [] }],
  removedSteps: [],
  roles: [{ id: 'r1', title: 'CFO', personId: 'p1' }],
  removedRoles: [{ id: 'r2', title: 'Legal' }],
  people: [{ id: 'p1', name: 'Astrid Nygaard' }],
  removedPeople: [],
  keyDates: [{ id: 'k1', title: 'Board meeting' }],
  removedKeyDates: [],
  options: [{ id: 'o1', title: 'Stay as we are' }],
  removedOptions: [],
  moves: [{ id: 'v1', milestoneId: 'm2' }],
}

type Values = readonly [before: unknown, now: unknown]

/** As one line: number, what, about, ~before~ now. */
function said(list: string, id: string | null, field: string | null, [before, now]: Values, planBefore = PLAN): string {
  const words = changeWords({ list, id, field }, { plan: planBefore, value: before }, { plan: PLAN, value: now }, TODAY)
  return [words.number ?? '-', words.what, words.about, `~${words.before}~`, words.now].join(' | ')
}

test.each<[string, string | null, string | null, Values, string]>([
  ['milestones', 'm1', 'due', ['2026-06-30', '2026-07-08'], '1 | Due date |  | ~Tue 30 Jun~ | Wed 8 Jul'],
  ['milestones', 'm1', 'due', [null, '2026-07-08'], '1 | Due date |  | ~~ | Wed 8 Jul'],
  ['milestones', 'm1', 'due', ['2026-06-30', null], '1 | Due date |  | ~Tue 30 Jun~ | No date'],
  ['milestones', 'm2', 'estimate', [3, 1], '2 | Takes |  | ~3 working days~ | 1 working day'],
  ['milestones', 'm2', 'ownerRole', ['r2', 'r1'], '2 | Owner |  | ~Legal~ | CFO'],
  ['milestones', 'm2', 'ownerRole', ['r1', null], '2 | Owner |  | ~CFO~ | Nobody'],
  ['milestones', 'm2', 'after', [null, ['m1']], '2 | Waits for |  | ~The one before~ | milestone 1'],
  ['milestones', 'm2', 'after', [null, []], '2 | Waits for |  | ~The one before~ | Nothing'],
  ['milestones', 'm1', 'done', [null, { on: '2026-06-16' }], '1 | Done |  | ~~ | Tue 16 Jun'],
  ['milestones', 'm1', 'done', [{ on: '2026-06-16' }, null], '1 | Done |  | ~Tue 16 Jun~ | Open'],
  ['milestones', 'm1', 'skipped', [null, {}], '1 | Needed |  | ~Needed~ | Not needed'],
  ['milestones', 'm3', 'archived', [null, {}], '- | Milestone removed | Gone | ~~ | '],
  ['milestones', 'm2', 'archived', [{}, null], '2 | Milestone brought back | Live in Berlin | ~~ | '],
  ['milestones', 'm2', null, [null, { title: 'Live in Berlin' }], '2 | New milestone |  | ~~ | Live in Berlin'],
  ['milestones', 'm3', null, [null, null], '- | New milestone |  | ~~ | Gone'],
  ['steps', 's2', 'done', [null, { on: '2026-06-16' }], '1 | Done | Step s2 | ~~ | Tue 16 Jun'],
  ['steps', 's2', 'title', ['Call', 'Call them'], '1 | Step | Step s2 | ~“Call”~ | “Call them”'],
  ['steps', 's2', null, [null, { title: 'Step s2' }], '1 | New step |  | ~~ | Step s2'],
  ['roles', 'r1', 'personId', [null, 'p1'], '- | Role named | CFO | ~~ | Astrid Nygaard'],
  ['people', 'p1', 'side', ['buyer', 'seller'], '- | Side | Astrid Nygaard | ~Halden Foods~ | Quillmark'],
  [
    'keyDates',
    'k1',
    'span',
    [
      { from: '2026-07-01', to: '2026-07-01' },
      { from: '2026-07-01', to: '2026-07-03' },
    ],
    '- | Key date | Board meeting | ~Wed 1 Jul~ | Wed 1 Jul to Fri 3 Jul',
  ],
  ['keyDates', 'k1', 'compelling', [false, true], '- | Compelling event | Board meeting | ~No~ | Yes'],
  ['meta', 'goLiveId', null, ['m1', 'm2'], '- | Go-live |  | ~Numbers match~ | Live in Berlin'],
  ['meta', 'title', null, ['', 'Invoices match'], '- | Outcome of the plan |  | ~~ | “Invoices match”'],
  ['meta', 'buyer', null, ['Halden', ''], '- | Buyer |  | ~Halden~ | Empty'],
  [
    'holidays',
    '2026-12-24',
    null,
    [null, { name: 'Christmas Eve' }],
    '- | Holiday |  | ~~ | Thu 24 Dec, Christmas Eve',
  ],
  ['holidays', '2026-12-24', null, [{ name: '' }, null], '- | Holiday |  | ~Thu 24 Dec~ | Empty'],
  ['moves', 'v1', null, [null, { text: 'new connector' }], '2 | Reason of a move |  | ~~ | “new connector”'],
  ['comments', 'c1', null, [null, { text: 'Is it firm?' }], '- | Comment |  | ~~ | “Is it firm?”'],
  ['confirmations', 'm2:buyer', null, [null, { state: 'disputed' }], '2 | Word on a milestone |  | ~~ | Disputed'],
  ['scores', 'c1:o1', null, [{ score: 2 }, { score: 4 }], '- | Score | Stay as we are | ~2 of 5~ | 4 of 5'],
  ['scores', 'c1:o1', null, [{ score: 2 }, null], '- | Score | Stay as we are | ~2 of 5~ | Empty'],
  [
    'decisions',
    'd1',
    null,
    [null, { question: 'Who signs?' }],
    '- | New question about deciding |  | ~~ | “Who signs?”',
  ],
  ['criteria', 'c1', 'result', [null, 'reached'], '- | Result |  | ~~ | Reached'],
  ['criteria', 'c1', 'agreedByBuyer', [null, {}], '- | Agreed by the buyer |  | ~No~ | Yes'],
  ['plan', null, null, [undefined, undefined], '- | This plan |  | ~~ | '],
  ['milestones', 'm1', 'later', [{ a: 1 }, { a: 2 }], '1 | Changed |  | ~~ | '],
  ['tomorrow', 'x', 'constructor', [1, 2], '- | Changed |  | ~1~ | 2'],
])('%s/%s/%s', (list, id, field, values, words) => {
  expect(said(list, id, field, values)).toBe(words)
})

test('where something stood is counted in the plan in which it stood there', () => {
  const [first, second] = PLAN.milestones
  const before = { ...PLAN, milestones: [second!, first!] }
  expect(said('milestones', 'm1', 'rank', ['b', 'a'], before)).toBe('1 | Order |  | ~place 2~ | place 1')
  const inOther = {
    ...PLAN,
    milestones: [
      { ...first!, steps: [step('s2', 'm1')] },
      { ...second!, steps: [step('s1', 'm2')] },
    ],
  }
  expect(said('steps', 's1', 'place', [{}, {}], inOther)).toBe(
    '1 | Place | Step s1 | ~place 1 in milestone 2~ | place 1 in milestone 1',
  )
})

test('of two long texts that begin alike, what differs is shown; a long one is cut', () => {
  const long = 'No one at any Halden plant types a supplier invoice by hand again'
  const { before, now } = changeWords(
    { list: 'milestones', id: 'm1', field: 'benefit' },
    { plan: PLAN, value: `${long}.` },
    { plan: PLAN, value: `${long}, ever.` },
    TODAY,
  )
  expect([before, now]).toEqual(['“…by hand again.”', '“…by hand again, ever.”'])
  expect(said('milestones', 'm1', 'benefit', ['', long])).toBe(
    '1 | Benefit |  | ~~ | “No one at any Halden plant types a supplier invoice by h…”',
  )
})
