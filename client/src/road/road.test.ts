import { createPlan, newId, openPlanDoc, planOutlook, readPlan, type KeyDate, type Plan } from '@milepost/plan'
import { addCalendarDays, parseLocalDate, type LocalDate } from '@milepost/schedule'
import { samplePlan } from '@milepost/templates'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { roadSummary } from '../words/schedule/road-summary.ts'
import { causeLines } from './cause-lines.ts'
import { roadLabels } from './road-labels.ts'
import { roadOf, type Measure, type Road } from './road.ts'
import { clipped, shortTitle } from './short-title.ts'

const TODAY = parseLocalDate('2026-06-17') as LocalDate

function sample(): Plan {
  const doc = createPlan(new Y.Doc(), { planId: newId(), buyer: 'Halden', seller: 'Quillmark' })
  samplePlan(openPlanDoc(doc.ydoc), TODAY)
  return readPlan(doc)
}

const SAMPLE = sample()

function roadFor(plan: Plan, width = 960, measure: Measure = 'wide'): Road {
  const road = roadOf(plan, planOutlook(plan, TODAY), width, measure)
  if (road === null) throw new Error('the plan has no road')
  return road
}

function goalsOf(plan: Plan) {
  return plan.milestones
    .filter(({ id }) => id === plan.goLiveId || id === plan.resultId)
    .map(({ id, title }) => ({ id, title, isGoLive: id === plan.goLiveId }))
}

test('the road of the picture: eight stones from left to right, four lost, three lost, two won back', () => {
  const road = roadFor(SAMPLE)
  expect(road.stones.map(({ number, look }) => `${number} ${look}`)).toEqual([
    '1 done', '2 done', '3 now', '4 now', '5 next', '6 next', '7 goal', '8 goal',
  ]) // prettier-ignore
  expect(road.stones.map(({ x }) => x)).toEqual(road.stones.map(({ x }) => x).toSorted((a, b) => a - b))
  expect(road.pieces.filter(({ kind }) => kind === 'lost')).toHaveLength(2)
  expect(road.pieces.filter(({ kind }) => kind === 'won')).toHaveLength(1)
  const months = road.months.map(({ day }) => day.slice(5, 7))
  expect(months).toEqual(['05', '06', '07', '08', '09', '10', '11', '12'])
  // What is behind today is passed, what is ahead is not.
  for (const { kind, to, from } of road.pieces) {
    expect(kind === 'past' ? to <= road.todayX : kind === 'ahead' ? from >= road.todayX : true).toBe(true)
  }
})

test('a milestone of which nobody has said anything about its time does not stand on the road and pushes nobody aside', () => {
  const last = SAMPLE.milestones.at(-1)
  if (last === undefined) throw new Error('the sample has milestones')
  const bare = { due: null, estimate: null, done: null, after: null, steps: [] }
  const added = Array.from({ length: 9 }, (_, at) => ({ ...last, ...bare, id: newId<'milestone'>(), rank: `z${at}` }))
  const road = roadFor({ ...SAMPLE, milestones: [...SAMPLE.milestones, ...added] })
  expect(road.stones.map(({ number, x }) => [number, x])).toEqual(
    roadFor(SAMPLE).stones.map(({ number, x }) => [number, x]),
  )
  const said = added.map((one, at) => (at === 0 ? { ...one, estimate: 5 } : one))
  expect(roadFor({ ...SAMPLE, milestones: [...SAMPLE.milestones, ...said] }).stones).toHaveLength(9)
})

test('a place on the road is a day, and a day a place', () => {
  const road = roadFor(SAMPLE)
  for (let days = 0; days < 180; days += 7) {
    const day = addCalendarDays(TODAY, days)
    expect(road.dayAt(road.xOf(day) + 0.5)).toBe(day)
  }
})

test.each<[Measure, number]>([
  ['wide', 960],
  ['medium', 600],
  ['small', 334],
])('%s: no word covers another, and none leaves the picture', (measure, width) => {
  const crowded = { ...SAMPLE, keyDates: [...SAMPLE.keyDates, ...manyDates(SAMPLE)] }
  for (const plan of [SAMPLE, crowded]) {
    const road = roadFor(plan, width, measure)
    const { today, flags, goals, days } = roadLabels(road, goalsOf(plan), TODAY, measure)
    for (const row of [
      [today, ...flags.values()],
      [...goals, ...days.values()],
    ]) {
      const spans = row
        .map(({ text, x, anchor }) => {
          const wide = text.length * 6
          const from = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2
          return { from, to: from + wide }
        })
        .toSorted((a, b) => a.from - b.from)
      spans.forEach(({ from, to }, at) => {
        expect(from).toBeGreaterThanOrEqual(at === 0 ? -1 : (spans[at - 1]?.to ?? 0))
        expect(to).toBeLessThanOrEqual(width + 16)
      })
    }
  }
})

test('wide, the flags carry their words; go-live and the result always say their day', () => {
  const { flags, goals } = roadLabels(roadFor(SAMPLE), goalsOf(SAMPLE), TODAY, 'wide')
  expect([...flags.values()].map(({ text }) => text)).toEqual([
    'Investment committee meets, 23 Jul',
    'Scanning contract ends, 30 Sept',
    expect.stringMatching(/^Audit.* 1 Dec$/u),
  ])
  expect(goals.map(({ text }) => text)).toEqual(['Go-live, 21 Sept', 'First €250k saved, 21 Dec'])
})

test('flags take turns: the last one says what it is, before its pole or cut short, where the right edge is near', () => {
  const winter = parseLocalDate('2026-11-22') as LocalDate
  const doc = createPlan(new Y.Doc(), { planId: newId(), buyer: 'Halden', seller: 'Quillmark' })
  samplePlan(openPlanDoc(doc.ydoc), winter)
  const plan = readPlan(doc)
  const road = roadOf(plan, planOutlook(plan, winter), 1000, 'wide')
  if (road === null) throw new Error('the plan has no road')
  const { flags, goals } = roadLabels(road, goalsOf(plan), winter, 'wide')
  expect([...flags.values()].map(({ text }) => text)).toEqual([
    'Investment committee meets, 31 Dec',
    'Scanning contract…, 10 Mar 2027',
    'Audit…, 11 May',
  ])
  expect(goals.map(({ text }) => text)).toEqual(['Go-live, 1 Mar 2027', 'First €250k saved, 31 May 2027'])
})

/** A flag every three days from the first key date on: most of their words have no room. */
function manyDates(plan: Plan): readonly KeyDate[] {
  const [first] = plan.keyDates
  if (first === undefined) return []
  return Array.from({ length: 20 }, (_, at) => {
    const day = addCalendarDays(first.span?.from ?? TODAY, at * 3)
    return { ...first, id: `date-${at}` as KeyDate['id'], span: { from: day, to: day } }
  })
}

test('stones on one day stand side by side; too many become ticks', () => {
  const [, , third] = SAMPLE.milestones
  const all = SAMPLE.milestones.map((one) => ({ ...one, due: third?.due ?? null, done: null, after: [], estimate: 0 }))
  const together = { ...SAMPLE, offers: [], milestones: all }
  const xs = roadFor(together).stones.map(({ x }) => x)
  xs.slice(1).forEach((x, at) => expect(x - (xs[at] ?? 0)).toBeGreaterThanOrEqual(19))
  const many = Array.from({ length: 120 }, (_, at) => ({ ...all[at % 8]!, id: `m${at}` as never }))
  expect(roadFor({ ...together, milestones: many }).dense).toBe(true)
  expect(
    roadOf({ ...together, milestones: [] }, planOutlook({ ...together, milestones: [] }, TODAY), 900, 'wide'),
  ).toBe(null)
})

test.each(['0001-01-01', '9999-12-31'])('a day in the year %s draws a road with a handful of lines', (text) => {
  const day = parseLocalDate(text) as LocalDate
  const [first, ...rest] = SAMPLE.milestones
  const road = roadFor({
    ...SAMPLE,
    start: text < '2026' ? day : SAMPLE.start,
    milestones: [...rest, { ...first!, due: day, done: null }],
  })
  expect(road.months.length).toBeLessThan(40)
  expect(road.stones.every(({ x }) => Number.isFinite(x) && x <= road.width)).toBe(true)
})

test('over many years every line says its year, and the year begins where the first line has another', () => {
  const [first, ...rest] = SAMPLE.milestones
  const far = { ...SAMPLE, milestones: [...rest, { ...first!, due: '2050-11-01' as LocalDate, done: null }] }
  const said = (plan: Plan, width: number, measure: Measure) =>
    [...roadLabels(roadFor(plan, width, measure), [], TODAY, measure).months.values()].map(({ text }) => text)
  expect(said(far, 960, 'wide').slice(0, 3)).toEqual(['May', 'May 2028', 'May 2030'])
  expect(said(SAMPLE, 960, 'wide')).toEqual(['May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'])
  const next = { ...SAMPLE, milestones: [...rest, { ...first!, due: '2027-02-10' as LocalDate, done: null }] }
  expect(said(next, 960, 'wide').slice(-3)).toEqual(['Dec', 'Jan 2027', 'Feb'])
  // Where the year leaves no room for the month behind it, that one is left out.
  expect(said(next, 480, 'medium').slice(-2)).toEqual(['Dec', 'Jan 2027'])
})

test('the picture in sentences', () => {
  expect(roadSummary(SAMPLE, planOutlook(SAMPLE, TODAY))).toBe(
    'Today is 17 June; 2 of 8 milestones done. Go-live is forecast for 21 September, 5 working days off the agreed date, 14 September. ' +
      'Milestone 3 adds 4 working days, milestone 4 adds 3 working days and milestone 6 wins back 2 working days: 7 lost, 2 won back, 5 working days off. ' +
      'The result is forecast for 21 December. Investment committee meets: 23 July. Scanning contract ends: 30 September. Audit preparation starts: 1 December. ' +
      'Room before Scanning contract ends: 7 working days.',
  )
})

test('what moved it, by milestone, role, person and side', () => {
  const outlook = planOutlook(SAMPLE, TODAY)
  const lines = (grouping: Parameters<typeof causeLines>[2]) =>
    causeLines(SAMPLE, outlook, grouping).map(({ days, number, title, trail }) => [days, number, title, trail])
  expect(lines('milestone')).toEqual([
    [4, 3, 'IT Security is satisfied supplier data stays safe', 'IT Security Lead'],
    [3, 4, 'ERP connection proven on Halden’s own data', 'Integration Engineer'],
    [-2, 6, 'First plant matches with confidence', 'Customer Success'],
  ])
  expect(lines('role')[0]).toEqual([4, null, 'IT Security Lead', 'milestone 3'])
  expect(lines('person').map(([, , name]) => name)).toEqual(['Marek Dvořák', 'Tomás Reyes', 'Priya Raman'])
  expect(lines('side')).toEqual([
    [4, null, 'Halden Foods', 'milestone 3'],
    [1, null, 'Quillmark', 'milestones 4 and 6'],
  ])
})

test.each([
  ['Optimization: first €250k saved, next savings chosen', 26, 'First €250k saved'],
  ['Result', 26, 'Result'],
  ['A title that goes on and on without a stop', 18, 'A title that goes…'],
  ['Unbreakable', 6, 'Unbre…'],
])('%s in %i letters is %s', (title, most, short) => {
  expect(shortTitle(title, most)).toBe(short)
  expect(clipped(short, 99)).toBe(short)
})
