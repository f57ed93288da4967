import { addCalendarDays, type LocalDate } from '@milepost/schedule'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openPlanDoc } from '../plan-doc.ts'
import { readPlan, type Plan } from '../read-plan.ts'
import { keyDate, march, mid, stepOf } from '../testing/dated-plan.ts'
import { attackWith, hostileAttack } from '../testing/hostile.ts'
import { sharedPlan } from '../testing/shared-plan.ts'
import { rid, wholePlan, withKeyDates, withMilestone } from '../testing/whole-plan.ts'
import { buyerTimeline, type TimelinePlan } from './buyer-timeline.ts'

const TODAY = march(11)
const freeze = (name: string, from: number, to: number) =>
  keyDate(name, from, { span: { from: march(from), to: march(to) }, blocksWork: true })

/** Go-live on a day of March (the 32nd is the 1st of April), whatever leads up to it. */
function live(planId: string, on: number, ...keyDates: Plan['keyDates']): TimelinePlan {
  const plan = withMilestone(wholePlan(), 'live', { after: [], estimate: null, due: march(on), startedOn: null })
  return { planId, plan: { ...withKeyDates(plan, ...keyDates), offers: [] }, today: TODAY }
}
const finishOf = (plan: TimelinePlan) => buyerTimeline([plan]).lanes[0]?.goLive?.finish

test('lanes stand by their go-live; what has no day stands last', () => {
  const undated = { ...live('none', 40), plan: { ...live('none', 40).plan, goLiveId: null } }
  const { lanes } = buyerTimeline([undated, live('late', 60), live('soon', 47)])
  expect(lanes.map(({ planId, goLive }) => [planId, goLive?.finish ?? null])).toEqual([
    ['soon', march(47)],
    ['late', march(60)],
    ['none', null],
  ])
})

test('[BUY-1] a date of one name and the same days is one date, in however many plans it stands', () => {
  const plans = [
    live('a', 46, freeze('Year-end freeze', 70, 80), keyDate('Audit', 90)),
    live('b', 60, freeze(' year-end  FREEZE', 70, 80), keyDate('Audit', 91)),
    live('c', 75, keyDate('Year-end freeze', 70, { span: { from: march(70), to: march(80) } })),
  ]
  const { dates } = buyerTimeline(plans)
  expect(buyerTimeline(plans.toReversed()).dates).toEqual(dates)
  expect(
    dates.map(({ title, freeze: blocks, sources }) => [title, blocks, sources.map(({ planId }) => planId)]),
  ).toEqual([
    ['Year-end freeze', true, ['a', 'b', 'c']],
    ['Audit', false, ['a']],
    ['Audit', false, ['b']],
  ])
})

test('[BUY-1] what is the seller’s, over, or has no days is none of them', () => {
  const { dates } = buyerTimeline([
    live(
      'a',
      46,
      keyDate('Their fair', 50, { side: 'seller' }),
      freeze('Over', 1, 10),
      freeze('Today is its last', 1, 11),
      keyDate('Nobody knows', null),
    ),
  ])
  expect(dates.map(({ title }) => title)).toEqual(['Today is its last'])
})

test('[BUY-2] a go-live in a freeze is a clash, also where only another vendor was told of the freeze', () => {
  const known = freeze('Freeze', 60, 70)
  const plans = [live('knows', 65, known), live('lacks', 75), live('other', 60)]
  const { clashes, dates } = buyerTimeline(plans)
  const frozen = clashes.filter(({ kind }) => kind === 'inFreeze')
  // In the plan that has it, no work ends in it, so its go-live is what somebody promised all the same.
  expect(frozen).toEqual([
    { kind: 'inFreeze', planId: 'other', dateId: dates[0]?.id, knows: false },
    { kind: 'inFreeze', planId: 'knows', dateId: dates[0]?.id, knows: true },
  ])
})

test('[BUY-2] its first and its last day are in it, the day behind is not', () => {
  const told = live('told', 120, freeze('Freeze', 60, 70))
  const clashesOn = (on: number) =>
    buyerTimeline([told, live('x', on)]).clashes.filter(({ kind }) => kind === 'inFreeze').length
  expect([59, 60, 70, 71].map(clashesOn)).toEqual([0, 1, 1, 0])
})

test('[BUY-3] go-lives within a week of one another are named together, once', () => {
  const close = (...days: readonly number[]) =>
    buyerTimeline(days.map((on) => live(`on ${on}`, on))).clashes.map((clash) =>
      clash.kind === 'close' ? clash.planIds.join(', ') : clash.kind,
    )
  expect(close(46, 52)).toEqual(['on 46, on 52'])
  expect(close(46, 53)).toEqual([])
  expect(close(46, 50, 55, 80, 81)).toEqual(['on 46, on 50, on 55', 'on 80, on 81'])
})

test('[BUY-3] what is live takes part in no clash', () => {
  const done = (planId: string) => {
    const { plan } = live(planId, 46)
    const by = { side: 'buyer', name: '', personId: null } as const
    return {
      planId,
      today: TODAY,
      plan: withMilestone({ ...plan, today: TODAY }, 'live', { done: { on: march(10), by, at: 0 } }),
    }
  }
  const { clashes, lanes } = buyerTimeline([done('a'), done('b'), live('c', 46, freeze('Now', 9, 12))])
  expect([clashes, lanes.map(({ goLive }) => goLive?.done)]).toEqual([[], [true, true, false]])
})

test('[BUY-4] one name with other days was told differently; a date that comes again was not', () => {
  const said = (from: number, to: number) =>
    buyerTimeline([live('a', 46, freeze('Freeze', 70, 80)), live('b', 100, freeze('freeze', from, to))]).clashes
  expect(said(75, 85).map(({ kind }) => kind)).toEqual(['otherDays'])
  expect(said(70, 80)).toEqual([])
  expect(said(81, 90)).toEqual([])
})

test('[BUY-2] what is longer than a year is no freeze, as in the schedule', () => {
  const { dates, clashes } = buyerTimeline([live('a', 46, freeze('For ever', 12, 12 + 366)), live('b', 80)])
  expect([dates.map((one) => one.freeze), clashes]).toEqual([[false], []])
})

test('[BUY-5] who owes what next: the earliest of each of the buyer’s roles, alone or together, that could begin', () => {
  const steps = [
    stepOf('seen', 'terms', { ownerRole: rid('money'), due: march(20) }),
    stepOf('seen', 'earlier', { ownerRole: rid('money'), due: march(10) }),
    stepOf('seen', 'both', { ownerRole: rid('success'), withRole: rid('orders'), due: march(13) }),
    stepOf('seen', 'theirs', { ownerRole: rid('success'), due: march(9) }),
    stepOf('seen', 'waits', { ownerRole: rid('counsel'), due: march(8), after: ['terms' as never] }),
  ]
  const plan = withMilestone(wholePlan(), 'seen', { steps })
  const { owed } = buyerTimeline([{ planId: 'a', plan, today: TODAY }])
  expect(owed.map(({ role, person, title, number, date, late }) => [role, person, title, number, date, late])).toEqual([
    ['money', 'Astrid', 'earlier', 2, march(10), 1],
    ['orders', null, 'both', 2, march(13), 0],
  ])
})

const anyPlan = fc
  .record({
    on: fc.integer({ min: 12, max: 90 }),
    dates: fc.array(fc.tuple(fc.constantFrom('A', 'b', 'B '), fc.integer({ min: 1, max: 90 }), fc.nat(20)), {
      maxLength: 4,
    }),
  })
  .map(
    ({ on, dates }) =>
      (planId: string) =>
        live(
          planId,
          on,
          ...dates.map(([name, from, long], at) => ({
            ...freeze(name, from, from + long),
            id: `${name}${at}` as never,
          })),
        ),
  )
const anyPlans = fc.array(anyPlan, { maxLength: 6 }).map((all) => all.map((make, at) => make(`plan-${at}`)))

test('[BUY-6] the order in which the plans come says nothing', () => {
  fc.assert(
    fc.property(anyPlans, (plans) => {
      expect(buyerTimeline(plans.toReversed())).toEqual(buyerTimeline(plans))
    }),
    { numRuns: 50 },
  )
})

test('[BUY-2] every go-live on a frozen day is a clash, and no other', () => {
  fc.assert(
    fc.property(anyPlans, (plans) => {
      const { clashes } = buyerTimeline(plans)
      const frozen = new Set(
        plans.flatMap(({ plan }) =>
          plan.keyDates.flatMap(({ span }) => (span === null || span.to < TODAY ? [] : daysIn(span.from, span.to))),
        ),
      )
      const expected = plans.filter((one) => frozen.has(finishOf(one) ?? ('' as LocalDate))).map(({ planId }) => planId)
      const found = new Set(clashes.flatMap((clash) => (clash.kind === 'inFreeze' ? [clash.planId] : [])))
      expect([...found].toSorted()).toEqual(expected.toSorted())
      expect(clashes.length).toBeLessThanOrEqual(plans.length * 30)
    }),
    { numRuns: 50 },
  )
})

test('[BUY-1] the same plan under two names tells of no date twice', () => {
  fc.assert(
    fc.property(anyPlan, (make) => {
      const once = buyerTimeline([make('a')])
      const twice = buyerTimeline([make('a'), make('b')])
      expect(twice.dates.map(({ id }) => id)).toEqual(once.dates.map(({ id }) => id))
    }),
    { numRuns: 50 },
  )
})

test('[BUY-6] whatever a peer writes, it is read', () => {
  fc.assert(
    fc.property(fc.array(hostileAttack, { minLength: 1, maxLength: 12 }), (attacks) => {
      const { ann, sync } = sharedPlan('legal: A B | pilot: X')
      attackWith(ann.ydoc, attacks)
      sync()
      const copy = new Y.Doc()
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(ann.ydoc))
      const plan = readPlan(openPlanDoc(copy))
      const { lanes, dates } = buyerTimeline([{ planId: 'odd', plan, today: TODAY }, live('mine', 46)])
      expect(lanes.length).toBe(2)
      expect(dates.length).toBeLessThanOrEqual(plan.keyDates.length)
    }),
    { numRuns: 60 },
  )
})

function daysIn(from: LocalDate, to: LocalDate): readonly LocalDate[] {
  return from > to ? [] : [from, ...daysIn(addCalendarDays(from, 1), to)]
}

test('the milestone that is go-live is where its day was read from', () => {
  expect(buyerTimeline([live('a', 46)]).lanes[0]?.goLiveId).toBe(mid('live'))
})
