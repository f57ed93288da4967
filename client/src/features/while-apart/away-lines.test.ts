import {
  addMilestone,
  addPerson,
  addRole,
  addStep,
  changesSince,
  createPlan,
  moveMilestone,
  moveMilestoneDue,
  nameRole,
  openPlanDoc,
  readPlan,
  removeHoliday,
  setGoLive,
  setHoliday,
  setMilestoneDue,
  setMilestoneEstimate,
  type PlanDoc,
} from '@milepost/plan'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { awayLines, whoText, type AwayLine } from './away-lines.ts'
import { edgeRules } from './use-edges.ts'

const TODAY = '2026-06-17'
const DANA = { side: 'seller', name: 'Dana Okafor', personId: null, grantId: 'dana' } as const
const day = (text: string) => text as never

function copyOf({ ydoc }: PlanDoc, as?: typeof DANA): PlanDoc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(ydoc))
  return openPlanDoc(copy, as === undefined ? {} : { writer: as })
}

/** What Dana did to a plan of three milestones, as lines. */
function afterDana(work: (doc: PlanDoc, ids: ReturnType<typeof idsOf>) => void, first: typeof work = () => {}) {
  const start = createPlan(new Y.Doc(), { planId: 'plan', buyer: 'Halden Foods', seller: 'Quillmark' })
  for (const title of ['a', 'b', 'c']) addMilestone(start, { title })
  first(start, idsOf(start))
  const before = copyOf(start)
  const doc = copyOf(start, DANA)
  work(doc, idsOf(doc))
  return awayLines({ before, changes: changesSince(before, doc, () => false) }, doc, TODAY)
}

function idsOf(doc: PlanDoc) {
  const [a, b, c] = readPlan(doc).milestones.map(({ id }) => id)
  return { a: a!, b: b!, c: c! }
}

const said = (lines: readonly AwayLine[]) =>
  lines.map(({ number, what, about, before, now, by, line, places }) =>
    [
      number ?? '-',
      what,
      about,
      before,
      now,
      by,
      line === null ? places.at(-2) : line.stepId === null ? 'milestone' : 'step',
    ]
      .filter((part) => part !== '')
      .join(' | '),
  )

test('a moved day is one line with its reason; in the order of the page, what stands beside the document last', () => {
  const lines = afterDana(
    (doc, { a, b, c }) => {
      nameRole(doc, readPlan(doc).roles[0]!.id, addPerson(doc, { name: 'Astrid Nygaard', side: 'buyer' }))
      setHoliday(doc, day('2026-12-24'), { name: '', side: null })
      addStep(doc, c, { title: 'Committee paper' })
      moveMilestoneDue(doc, b, day('2026-07-08'))
      moveMilestoneDue(doc, b, day('2026-07-09'), { text: 'new connector' })
      setMilestoneEstimate(doc, a, 3)
      setGoLive(doc, c, 'seller')
    },
    (doc, { b }) => {
      setMilestoneDue(doc, b, day('2026-06-30'))
      addRole(doc, { title: 'CFO', side: 'buyer' })
    },
  )
  expect(said(lines)).toEqual([
    '1 | Takes | 3 working days | Dana | milestone',
    '2 | Due date | Tue 30 Jun | Thu 9 Jul, new connector | Dana | milestone',
    '3 | New step | Committee paper | Dana | step',
    '- | Go-live | c | Dana | goLive',
    '- | Role named | CFO | Astrid Nygaard | Dana | people',
    '- | Holiday | Thu 24 Dec | Dana | terms',
  ])
})

test('a day that was moved there and back leaves only its reasons', () => {
  const lines = afterDana((doc, { b }) => {
    moveMilestoneDue(doc, b, day('2026-07-08'), { text: 'no connector' })
    moveMilestoneDue(doc, b, null, { text: 'found one' })
  })
  expect(said(lines)).toEqual([
    '2 | Reason of a move | “no connector” | Dana | milestone',
    '2 | Reason of a move | “found one” | Dana | milestone',
  ])
})

test('a row that was moved is told; those it passed are not', () => {
  const lines = afterDana((doc, { a, c }) => void moveMilestone(doc, a, c))
  expect(said(lines)).toEqual(['3 | Order | place 1 | place 3 | Dana | milestone'])
})

test('what was taken away without a trace of who is told all the same', () => {
  const lines = afterDana(
    (doc) => void removeHoliday(doc, day('2026-12-24')),
    (doc) => void setHoliday(doc, day('2026-12-24'), { name: 'Christmas Eve', side: null }),
  )
  expect(said(lines)).toEqual(['- | Holiday | Thu 24 Dec, Christmas Eve | Empty | terms'])
})

test('who did it, in a sentence', () => {
  const by = (...names: string[]) => whoText(names.map((name) => ({ by: name }) as AwayLine))
  expect([by('Dana', 'Dana'), by('Dana', ''), by('Dana', 'Marek'), by('A', 'B', 'C'), by('')]).toEqual([
    ' by Dana',
    ' by Dana and others',
    ' by Dana and Marek',
    ' by A, B and others',
    '',
  ])
})

test('a place has an edge in the colour of whoever changed it, until one has been at all its changes', () => {
  const lines = [
    { key: '1', row: 'm1', side: 'seller' },
    { key: '2', row: 'm1', side: 'seller' },
    { key: '3', row: 'k1', side: null },
    { key: '4', row: null, side: 'buyer' },
  ] as const
  const rule = (been: readonly string[], row: string) =>
    edgeRules(lines, new Set(been))
      .split('\n')
      .find((each) => each.startsWith(`[data-row="${row}"]::before`))
  expect(rule([], 'm1')).toMatch(/solid var\(--seller\);\}$/)
  expect(rule(['1'], 'm1')).toMatch(/solid var\(--seller\);\}$/)
  expect(rule(['1', '2'], 'm1')).toContain('opacity:0')
  expect(rule([], 'k1')).toContain('var(--ink-3)')
})
