import { addCalendarDays, type LocalDate } from '@milepost/schedule'
import { expect, test } from 'vitest'
import { setGoLive, setMeta } from '../meta.ts'
import { addMilestone, setMilestoneDone, setMilestoneDue } from '../milestones.ts'
import { readPlan } from '../read-plan.ts'
import { setText } from '../shared-text.ts'
import { datedPlan, keyDate, march, mid, move } from '../testing/dated-plan.ts'
import { sharedPlan } from '../testing/shared-plan.ts'
import { planUndo } from '../undo.ts'
import { followersOf, linksOf } from './links.ts'
import { effectOfMove } from './move-effect.ts'
import { isSameParts, outlookParts } from './outlook-parts.ts'
import { planOutlook } from './plan-outlook.ts'
import {
  agreedAsPromise,
  followReason,
  forecastAsPromise,
  reschedule,
  rescheduledChange,
  shiftedDates,
  workedBack,
} from './reschedule.ts'
import { effectOfChange } from './schedule-effect.ts'

const DRAWN = [
  'demo 5d agreed 6 due 6',
  'sign 5d agreed 13 due 13',
  'live 5d agreed 20 due 20',
  'roi 5d agreed 27 due 27',
] as const

function plan(...drawings: readonly string[]) {
  const drawn = datedPlan(4, ...drawings)
  const keyDates = [keyDate('audit', 25, { compelling: true })]
  return { ...drawn, goLiveId: mid('live'), resultId: mid('roi'), keyDates }
}

test('[EFF-1] a moved promise shows what it does to go-live, room and result before it is kept', () => {
  const now = plan(...DRAWN)
  const effect = effectOfMove(now, planOutlook(now, now.today), mid('sign'), march(17))
  expect(effect).toMatchObject({
    finish: march(17),
    goLive: { from: march(20), to: march(24), days: 2 },
    result: { from: march(27), to: march(31), days: 2 },
    room: { keyDateId: 'audit', from: 3, to: 1 },
    cannotBeMet: null,
    shortenTo: null,
  })
  expect(effect?.moved.map(({ id, days }) => [id, days])).toEqual([
    ['sign', 2],
    ['live', 2],
    ['roi', 2],
  ])
})

test.each<[string, number, number | null, unknown, number | null]>([
  ['later than it has to be', 16, null, null, null],
  ['earlier than its estimate allows: a shorter estimate would do', 11, 13, 'demo', 3],
  ['on the very day it can begin', 6, 13, 'demo', 0],
  ['before what it waits for is done: no estimate helps', 5, 13, 'demo', null],
])('[EFF-2] a promise %s', (_, due, earliest, because, shortenTo) => {
  const now = plan(...DRAWN)
  const effect = effectOfMove(now, planOutlook(now, now.today), mid('sign'), march(due))
  expect(effect?.cannotBeMet ?? null).toEqual(because === null ? null : { earliest: march(earliest ?? 0), because })
  expect([effect?.shortenTo, effect?.takes]).toEqual([shortenTo, 5])
})

test('[EFF-2] with the shorter estimate the promise is met, and days are won back', () => {
  const now = plan(DRAWN[0], DRAWN[1], 'live 5d agreed 20 due 11', DRAWN[3])
  const effect = effectOfMove(now, planOutlook(now, now.today), mid('sign'), march(11), 3)
  expect(effect).toMatchObject({ finish: march(11), cannotBeMet: null, goLive: { days: -2 } })
})

test('[EFF-1] nothing is to be moved where it is done, skipped or gone', () => {
  const now = plan(`${DRAWN[0]} done 3`, `${DRAWN[1]} skipped`, DRAWN[2], DRAWN[3])
  const outlook = planOutlook(now, now.today)
  expect(['demo', 'sign', 'nowhere'].map((id) => effectOfMove(now, outlook, mid(id), march(9)))).toEqual([
    null,
    null,
    null,
  ])
})

/** Nothing agreed: what waits for what decides alone. */
const FREE = ['demo 5d', 'sign 5d', 'live 5d', 'roi 5d'] as const

test('[EFF-3] another order and other links show their effect as well', () => {
  const now = plan(...FREE)
  const outlook = planOutlook(now, now.today)
  const moved = (change: Parameters<typeof effectOfChange>[2]) =>
    effectOfChange(now, outlook, change).moved.map(({ id, days }) => [id, days])
  expect(moved({ milestones: new Map([[mid('sign'), { after: [] }]]) })).toEqual([
    ['sign', -5],
    ['live', -5],
    ['roi', -5],
  ])
  const order = ['demo', 'live', 'sign', 'roi'].map(mid)
  expect(effectOfChange(now, outlook, { order }).goLive).toMatchObject({ days: -5 })
  expect(moved({ order })).toEqual([
    ['sign', 5],
    ['live', -5],
  ])
})

test('[EFF-3] so does another calendar', () => {
  const now = plan(...FREE)
  const outlook = planOutlook(now, now.today)
  const holidays = [march(4), march(5)]
  expect(effectOfChange(now, outlook, { calendar: { holidays } }).goLive).toMatchObject({ days: 2 })
  expect(effectOfChange(now, outlook, { calendar: { workdays: [1, 2, 3, 4, 5, 6] } }).goLive?.to).toBe(march(18))
})

test('[EFF-3] archived milestones keep their place in another order', () => {
  const now = plan('old 1d archived', FREE[0], 'gone 1d archived', FREE[1], FREE[2])
  const outlook = planOutlook(now, now.today)
  const order = ['sign', 'demo', 'live'].map(mid)
  expect(effectOfChange(now, outlook, { order }).moved.map(({ id }) => id)).toEqual(['demo', 'sign'])
})

test('[EFF-4] who follows is everything that waits for it, through what is skipped', () => {
  const now = plan(DRAWN[0], `${DRAWN[1]} skipped`, 'side 2d after demo', 'free 2d after -', 'live 5d after sign,side')
  const links = linksOf(planOutlook(now, now.today).input.milestones)
  expect(followersOf(links, mid('demo'))).toEqual(['side', 'live'])
  expect(links.get(mid('live'))).toEqual(['demo', 'side'])
})

test('[EFF-5] the forecast becomes the promise: alone, or with all that follow', () => {
  const now = plan('demo 5d due 10', 'sign 5d due 13', 'live 5d due 20', 'roi 5d')
  const outlook = planOutlook(now, now.today)
  const drawn = (list: ReturnType<typeof forecastAsPromise>) => list.map(({ id, from, to }) => [id, from, to])
  expect(drawn(forecastAsPromise(now, outlook, mid('demo'), 'alone'))).toEqual([])
  expect(drawn(forecastAsPromise(now, outlook, mid('sign'), 'alone'))).toEqual([['sign', march(13), march(17)]])
  expect(drawn(forecastAsPromise(now, outlook, mid('sign'), 'following'))).toEqual([
    ['sign', march(13), march(17)],
    ['live', march(20), march(24)],
    ['roi', null, march(31)],
  ])
})

test('[EFF-6] a bulk shift moves every open promise by the same working days, and shows what it does', () => {
  const now = plan(`${DRAWN[0]} done 3`, DRAWN[1], DRAWN[2], 'roi 5d')
  const outlook = planOutlook(now, now.today)
  const list = shiftedDates(now, outlook, mid('demo'), 3)
  expect(list.map(({ id, to }) => [id, to])).toEqual([
    ['sign', march(18)],
    ['live', march(25)],
  ])
  expect(effectOfChange(now, outlook, rescheduledChange(list)).goLive?.days).toBe(3)
  expect(shiftedDates(now, outlook, mid('sign'), -2, 'alone').map(({ to }) => to)).toEqual([march(11)])
  expect(shiftedDates(now, outlook, mid('sign'), 0)).toEqual([])
})

test.each([
  [5, 28],
  [2, 28],
  [-5, 14],
])('[EFF-6] a Saturday go-live moved by %i working days stays a Saturday', (days, on) => {
  const now = plan('demo 1d due 4', 'live 5d due 21')
  const list = shiftedDates(now, planOutlook(now, now.today), mid('live'), days)
  expect(list.map(({ to }) => to)).toEqual([march(on)])
})

test('[EFF-8] all dates are worked back from a Saturday go-live across a freeze, and say by how much that is too close', () => {
  const drawn = plan(`${FREE[0]} done 3 due 9`, 'sign 5d due 13', 'live 5d due 20', 'roi 5d')
  const ice = { ...keyDate('ice', 16), blocksWork: true, span: { from: march(16), to: march(17) } }
  const now = { ...drawn, keyDates: [ice] }
  const outlook = planOutlook(now, now.today)
  const back = (on: number) => {
    const { list, shortBy } = workedBack(now, outlook, march(on))
    return { list: list.map(({ id, from, to }) => [id, from, to]), shortBy }
  }
  expect(back(21)).toEqual({
    list: [
      ['sign', march(13), march(11)],
      ['live', march(20), march(21)],
      ['roi', null, march(27)],
    ],
    shortBy: 0,
  })
  expect(back(14).shortBy).toBe(2)
})

test('[EFF-7] what was looked at is kept in one change: a move each, one step of undo', () => {
  const { ann, milestone } = sharedPlan('demo | sign | live')
  const today = march(4)
  setMeta(ann, 'start', march(2))
  setGoLive(ann, milestone('live'))
  for (const [at, title] of ['demo', 'sign', 'live'].entries())
    setMilestoneDue(ann, milestone(title), march(4 + 7 * at))
  const undo = planUndo(ann)
  const outlook = planOutlook(readPlan(ann), today)
  const list = shiftedDates(readPlan(ann), outlook, milestone('sign'), 1)
  expect(reschedule(ann, list, (id) => ({ text: id === milestone('sign') ? 'No room' : 'Follows' }))).toBe('changed')
  const dues = () => readPlan(ann).milestones.map(({ due }) => due)
  expect(dues()).toEqual([march(4), march(12), march(19)])
  expect(readPlan(ann).moves.map(({ n, text }) => [n, text])).toEqual([
    [1, 'No room'],
    [2, 'Follows'],
  ])
  undo.undo()
  expect(dues()).toEqual([march(4), march(11), march(18)])
  expect(readPlan(ann).moves).toHaveLength(2)
  expect(reschedule(ann, [])).toBe('unchanged')
})

test('[OUT-13] typing changes nothing that the outlook hangs on; a date, an owner or an order does', () => {
  const { ann, milestone, step } = sharedPlan('demo: A | live')
  const before = outlookParts(readPlan(ann))
  const same = () => isSameParts(before, outlookParts(readPlan(ann)))
  setText(ann, { in: 'milestones', id: milestone('demo'), field: 'title' }, 'Demo of the thing')
  setText(ann, { in: 'milestones', id: milestone('demo'), field: 'benefit' }, 'A benefit')
  setText(ann, { in: 'steps', id: step('A'), field: 'title' }, 'Another step')
  setText(ann, { in: 'meta', field: 'title' }, 'Outcome')
  expect(same()).toBe(true)
  const changes: readonly (() => unknown)[] = [
    () => setMilestoneDue(ann, milestone('demo'), march(9)),
    () => setMilestoneDone(ann, milestone('demo'), march(2), march(9)),
    () => setGoLive(ann, milestone('demo')),
    () => addMilestone(ann, { after: null }),
    () => setMeta(ann, 'start', addCalendarDays('2026-01-01' as LocalDate, 3)),
  ]
  for (const change of changes) {
    const parts = outlookParts(readPlan(ann))
    change()
    expect(isSameParts(parts, outlookParts(readPlan(ann)))).toBe(false)
  }
})

test('[OUT-13] a row that says the same as a moment ago is the same object', () => {
  const now = plan(...DRAWN)
  const before = planOutlook(now, now.today)
  const later = {
    ...now,
    milestones: now.milestones.map((one) => (one.id === 'roi' ? { ...one, due: march(30) } : one)),
  }
  const after = planOutlook(later, now.today, before)
  const kept = ['demo', 'sign', 'live', 'roi'].map(
    (id) => after.milestones.get(mid(id)) === before.milestones.get(mid(id)),
  )
  expect(kept).toEqual([true, true, true, false])
})

test('[EFF-9] what is promised earlier than an offer says, or not at all, is promised for the agreed day; what is promised later stays a slip', () => {
  const drawn = datedPlan(
    4,
    'demo 5d agreed 6 due 5',
    'sign 5d agreed 13',
    'live 5d agreed 20 due 24',
    'old 5d agreed 20 due 19 done 3',
    'no 5d agreed 20 due 19 skipped',
    'added 5d due 19',
  )
  expect(agreedAsPromise(drawn, drawn.offers[0]!)).toEqual([
    { id: 'demo', from: march(5), to: march(6) },
    { id: 'sign', from: null, to: march(13) },
  ])
})

test('[EFF-9] kept without a move, in one step of undo', () => {
  const { ann, milestone } = sharedPlan('demo | live')
  const undo = planUndo(ann)
  expect(reschedule(ann, [{ id: milestone('demo'), from: null, to: march(6) }], () => null)).toBe('changed')
  const { milestones, moves } = readPlan(ann)
  expect([milestones[0]?.due, moves]).toEqual([march(6), []])
  undo.undo()
  expect(readPlan(ann).milestones[0]?.due).toBeNull()
})

test('[EFF-9] a date that only follows says so, but never in the place of a reason that somebody gave', () => {
  const drawn = plan(...DRAWN)
  expect(followReason(drawn, mid('sign'), 'Follows 1')).toEqual({ text: 'Follows 1' })
  const moved = { ...drawn, moves: [move('sign', {})] }
  expect(followReason(moved, mid('sign'), 'Follows 1')).toBeNull()
  expect(followReason(moved, mid('live'), 'Follows 1')).toEqual({ text: 'Follows 1' })
  const silent = { ...drawn, moves: [{ ...move('sign', {}), text: ' ' }] }
  expect(followReason(silent, mid('sign'), 'Follows 1')).toEqual({ text: 'Follows 1' })
})
