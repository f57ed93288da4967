import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { KeyDateId, OfferId, StepId } from '../ids.ts'
import type { Plan, Step } from '../read-plan.ts'
import {
  datedPlan,
  keyDate,
  march,
  mid,
  move,
  onlyOffered,
  ROLE_KEYS,
  stepOf,
  type DatedPlan,
} from '../testing/dated-plan.ts'
import { NOBODY } from '../value.ts'
import type { Carrier } from './cause-shares.ts'
import { explainSlip } from './explain-slip.ts'
import { planOutlook, type PlanOutlook } from './plan-outlook.ts'

const outlookOf = (plan: DatedPlan) => planOutlook(plan, plan.today)

/** `demo +4 sell` for each cause, in their order. */
function causesOf({ causes }: PlanOutlook): readonly string[] | null {
  return causes?.map(({ id, days, carrier }) => `${id} ${signed(days)} ${nameOf(carrier)}`) ?? null
}

function nameOf(carrier: Carrier): string {
  return carrier.kind === 'role' ? carrier.roleId : carrier.kind
}

function signed(days: number): string {
  return days > 0 ? `+${days}` : `${days}`
}

const LATE = [
  'demo 5d agreed 6 due 6 by buy',
  'sign 5d agreed 13 due 13 by sell',
  'live 5d agreed 20 due 20 by buy2',
] as const

test('[OUT-1] the worked example: three working days, five calendar days, all from the demo’s owner', () => {
  const outlook = outlookOf(datedPlan(11, ...LATE))
  expect(outlook.goLive).toMatchObject({
    id: 'live',
    finish: march(25),
    agreed: march(20),
    slip: 3,
    slipCalendarDays: 5,
  })
  expect(causesOf(outlook)).toEqual(['demo +3 buy'])
  expect(outlook.sums.byRole).toEqual([{ key: 'buy', days: 3, lost: 3, won: 0, side: 'buyer', milestones: ['demo'] }])
  expect(outlook.sums.byPerson[0]?.key).toBe('person-buy')
  expect(outlook.sums.bySide[0]?.key).toBe('buyer')
  expect([...outlook.milestones.values()].map(({ id, number, days, slip }) => [number, id, days, slip])).toEqual([
    [1, 'demo', 3, 3],
    [2, 'sign', 0, 3],
    [3, 'live', 0, 3],
  ])
})

test.each([
  ['nothing was said about any day', ['demo', 'live'], false],
  ['one estimate is known', ['demo 3d', 'live'], true],
  ['a day was promised', ['demo', 'live due 9'], true],
  ['only something beside it has a day', ['demo due 9', 'live after -'], false],
])('[OUT-1] go-live has a day of its own where %s: %s', (_, drawings, dated) => {
  expect(outlookOf(datedPlan(3, ...drawings)).goLive?.dated).toBe(dated)
})

test('[OUT-1] days won back stand beside those lost, and the badges add up to the headline', () => {
  const [, sign, live] = LATE
  const outlook = outlookOf(datedPlan(13, 'demo 5d agreed 6 due 6 done 10 by buy', `${sign} done 13`, live))
  expect(causesOf(outlook)).toEqual(['demo +2 buy', 'sign -2 sell'])
  expect(outlook).toMatchObject({ lost: 2, won: 2, goLive: { slip: 0 } })
})

test.each<[string, Partial<Plan>, string]>([
  ['the owner, where nobody gave another cause', {}, 'demo +3 buy'],
  ['another role of the owner’s side at once', { moves: [move('demo', { role: 'buy2' })] }, 'demo +3 buy2'],
  ['a role of the other side not before that side agrees', { moves: [move('demo', { role: 'sell' })] }, 'demo +3 buy'],
  [
    'a role of the other side once it has agreed',
    { moves: [move('demo', { role: 'sell', confirmed: 'seller' })] },
    'demo +3 sell',
  ],
  [
    'the newest move, not the one before',
    { moves: [move('demo', { role: 'buy2' }), move('demo', { n: 2 })] },
    'demo +3 buy',
  ],
  ['nobody, where the role that counts is gone', { moves: [move('demo', { role: 'gone' })] }, 'demo +3 nobody'],
  ['the owner, where a role was named that never was', { moves: [move('demo', { role: 'never' })] }, 'demo +3 buy'],
])('[OUT-2] days belong to %s', (_, part, expected) => {
  const outlook = outlookOf({ ...datedPlan(11, ...LATE), ...part })
  expect(causesOf(outlook)).toEqual([expected])
})

test('[OUT-2] a claim that does not count yet says who makes it', () => {
  const plan = { ...datedPlan(11, ...LATE), moves: [move('demo', { role: 'sell', by: 'buyer' })] }
  expect(outlookOf(plan).causes?.[0]).toMatchObject({ moveId: 'move-1', claim: { roleId: 'sell', side: 'buyer' } })
})

test('[OUT-2] an unnamed role carries days as a role, and as nobody where people are asked for', () => {
  const { sums } = outlookOf(datedPlan(11, 'demo 5d agreed 6 due 6 by open', ...LATE.slice(1)))
  expect(sums.byRole.map(({ key, side }) => [key, side])).toEqual([['open', 'buyer']])
  expect(sums.byPerson.map(({ key, side }) => [key, side])).toEqual([['nobody', null]])
  expect(sums.bySide.map(({ key }) => key)).toEqual(['buyer'])
})

test.each([
  ['sell', 'both', 'both', null],
  ['buy2', 'buy', 'buyer', 'buyer'],
])('[OUT-3] two overdue at once, the other one %s’s: the days are %s', (other, role, side, mark) => {
  const plan = datedPlan(
    11,
    'demo 5d agreed 6 due 6 after - by buy',
    `legal 5d agreed 6 due 6 after - by ${other}`,
    'live 5d agreed 13 due 13 after demo,legal by buy2',
  )
  const { causes, sums } = outlookOf(plan)
  expect(causes).toMatchObject([{ id: 'demo', days: 3, with: ['legal'] }])
  expect(sums.byRole.map(({ key }) => key)).toEqual([role])
  expect(sums.bySide).toMatchObject([{ key: side, days: 3, side: mark }])
})

test('[OUT-3] what a changed order cost is the plan’s, and comes first', () => {
  const plan = datedPlan(
    2,
    'demo 5d agreed 6 gap 5 due 6 by buy',
    'legal 5d agreed 6 gap 5 due 6 by sell',
    'live 5d agreed 13 due 13 by buy',
  )
  const outlook = outlookOf(plan)
  expect(causesOf(outlook)).toEqual(['plan +5 plan'])
  expect(outlook.sums.bySide).toMatchObject([{ key: 'plan', days: 5, side: null, milestones: [] }])
})

test('[OUT-3] a milestone that is gone has won back its own days, for its owner', () => {
  const [demo, sign, live] = LATE
  expect(causesOf(outlookOf(datedPlan(11, demo, `${sign} archived`, live)))).toEqual(['demo +3 buy', 'sign -3 sell'])
})

test.each<[string, (plan: DatedPlan) => Plan, string, number | null]>([
  ['agreed dates', (plan) => plan, 'agreed', 3],
  ['offered dates, while nothing was ever accepted', onlyOffered, 'offered', 3],
  ['nothing', (plan) => ({ ...plan, offers: [] }), 'none', null],
  [
    'nothing, where the one agreement was ended',
    (plan) => ({ ...plan, offers: plan.offers.map((offer) => ({ ...offer, withdrawn: { by: NOBODY, at: 1 } })) }),
    'none',
    null,
  ],
])('[OUT-4] days are measured from %s', (_, change, state, slip) => {
  const plan = datedPlan(11, ...LATE)
  const outlook = planOutlook(change(plan), plan.today)
  expect(outlook.measuredFrom.state).toBe(state)
  expect(outlook.goLive).toMatchObject({ slip, finish: march(25) })
  expect(outlook.causes === null).toBe(slip === null)
})

test.each<[string, readonly ReturnType<typeof keyDate>[], string | null, number | null]>([
  ['none', [], null, null],
  [
    'the compelling event, also past it',
    [keyDate('board', 31), keyDate('audit', 23, { compelling: true })],
    'audit',
    -2,
  ],
  [
    'else the buyer’s first date on or after the agreed go-live',
    [keyDate('fair', 6), keyDate('board', 31)],
    'board',
    4,
  ],
  ['not a date of the seller’s', [keyDate('launch', 30, { side: 'seller' }), keyDate('board', 31)], 'board', 4],
  ['never the next flag: it is the one that was agreed to', [keyDate('audit', 20), keyDate('board', 31)], 'audit', -3],
  [
    'no compelling event without a day',
    [keyDate('audit', null, { compelling: true }), keyDate('board', 31)],
    'board',
    4,
  ],
])('[OUT-5] room is left before %s', (_, keyDates, id, workdays) => {
  const { room } = outlookOf({ ...datedPlan(11, ...LATE), keyDates })
  expect([room?.keyDateId ?? null, room?.workdays ?? null]).toEqual([id, workdays])
})

const step = (id: string, fields: Partial<Step> = {}) =>
  stepOf('demo', id, { place: { milestoneId: mid('demo'), rank: id }, ...fields })
const done = { on: march(3), by: NOBODY, at: 0 }

test.each<[string, readonly Step[], string | null, number]>([
  ['the milestone itself, where it has no steps', [], null, 6],
  ['its open step, due first', [step('a', { due: march(6) }), step('b', { due: march(4) })], 'b', 4],
  ['the first of two on one day', [step('a', { due: march(4) }), step('b', { due: march(4) })], 'a', 4],
  [
    'not a step that waits for an open one',
    [step('a', { due: march(6) }), step('b', { due: march(4), after: ['a' as StepId] })],
    'a',
    6,
  ],
  [
    'a step whose steps before it are done',
    [step('a', { done }), step('b', { due: march(4), after: ['a' as StepId] })],
    'b',
    4,
  ],
  ['by its milestone’s forecast, where no day was promised', [step('a')], 'a', 6],
  ['the milestone, once its steps are done', [step('a', { done })], null, 6],
])('[OUT-6] the next step is %s', (_, steps, id, on) => {
  const plan = datedPlan(2, ...LATE)
  const milestones = plan.milestones.map((one) => (one.id === 'demo' ? { ...one, steps } : one))
  const { next } = outlookOf({ ...plan, milestones })
  expect([next?.milestoneId, next?.stepId, next?.date]).toEqual(['demo', id, march(on)])
})

test('[OUT-6] the next step waits only for done work, whatever is due earlier', () => {
  const [demo, sign, live] = LATE
  expect(outlookOf(datedPlan(3, demo, sign.replace('due 13', 'due 4'), live)).next?.milestoneId).toBe('demo')
  expect(outlookOf(datedPlan(3, `${demo} done 3`, sign, live)).next?.milestoneId).toBe('sign')
  expect(outlookOf(datedPlan(3, `${demo} skipped`, sign, live)).next?.milestoneId).toBe('sign')
})

test('[OUT-6] that there is no next step is a finding, unless everything is done', () => {
  const kinds = (plan: DatedPlan) => outlookOf(plan).findings.map(({ kind }) => kind)
  expect(kinds(datedPlan(3))).toEqual(['noMilestones', 'noNextStep'])
  expect(kinds(datedPlan(31, ...LATE.map((line) => `${line} done 3`)))).toEqual([])
})

test.each([
  ['met on the day', ['demo 5d agreed 6 due 6 done 6 by buy'], { met: 1, due: 1 }, { met: 0, due: 0 }],
  ['late and it moved go-live', ['demo 5d agreed 6 due 6 done 9 by buy'], { met: 0, due: 1 }, { met: 0, due: 0 }],
  [
    'late, and nothing came of it',
    ['demo 2d agreed 6 due 6 done 9 after - by buy', 'sign 5d agreed 13 due 13 after - by sell'],
    { met: 1, due: 1 },
    { met: 0, due: 0 },
  ],
  ['past its date and still open', ['demo 5d agreed 6 due 6 by buy'], { met: 0, due: 1 }, { met: 0, due: 0 }],
  [
    'late because of what came before',
    ['demo 5d agreed 6 due 6 done 9 by buy', 'sign 1d agreed 9 due 9 by sell'],
    { met: 0, due: 1 },
    { met: 0, due: 0 },
  ],
  ['not due yet', ['demo 5d agreed 11 due 12 by buy'], { met: 0, due: 0 }, { met: 0, due: 0 }],
] as const)('[OUT-7] on time: %s', (_, drawings, buyer, seller) => {
  expect(outlookOf(datedPlan(10, ...drawings, 'live 5d agreed 13 due 13 by buy2')).onTime).toEqual({ buyer, seller })
})

test('[OUT-7] an offer is no commitment', () => {
  expect(outlookOf(onlyOffered(datedPlan(11, ...LATE))).onTime).toBe(null)
})

test('[OUT-8] what came in or fell out since the agreement is a change of scope', () => {
  const [demo, sign, live] = LATE
  const plan = datedPlan(2, demo, 'new 2d', `${sign} skipped`, 'old 5d agreed 16 archived', live)
  const outlook = outlookOf(plan)
  expect(outlook.scope).toEqual({ added: ['new'], dropped: ['sign', 'old'] })
  expect([...outlook.milestones.values()].filter(({ added }) => added).map(({ id }) => id)).toEqual(['new'])
  expect(outlookOf({ ...plan, offers: [] }).scope).toEqual({ added: [], dropped: [] })
})

test('[OUT-8] each side’s word on each milestone', () => {
  const said = { by: NOBODY, at: 0, state: 'confirmed' as const }
  const confirmations = [
    { ...said, milestoneId: mid('demo'), side: 'buyer' as const },
    { ...said, milestoneId: mid('demo'), side: 'seller' as const, state: 'disputed' as const },
  ]
  const { milestones } = outlookOf({ ...datedPlan(2, ...LATE), confirmations })
  expect(milestones.get(mid('demo'))?.confirmed).toEqual({ buyer: 'confirmed', seller: 'disputed' })
  expect(milestones.get(mid('sign'))?.confirmed).toEqual({ buyer: null, seller: null })
})

test.each([
  ['what it waits for', ['demo 5d due 6', 'sign 5d due 10'], 'sign', { earliest: march(13), because: 'demo' }],
  ['the day the plan begins', ['demo 5d due 4', 'sign 5d'], 'demo', { earliest: march(6), because: 'start' }],
  ['today', ['demo 1d due 2', 'sign 5d'], 'demo', { earliest: march(3), because: 'today' }],
  ['nothing', ['demo 5d due 6', 'sign 5d due 13'], 'sign', null],
])('[OUT-9] a promise that cannot be met because of %s', (_, drawings, id, expected) => {
  expect(outlookOf(datedPlan(3, ...drawings)).milestones.get(mid(id))?.cannotBeMet).toEqual(expected)
})

test('[OUT-10] links that do not count are findings, and so are days that contradict each other', () => {
  const plan = datedPlan(
    2,
    'demo 5d after sign,nowhere,demo',
    'old 1d archived',
    'sign 5d after old due 13',
    'live 0d due 12',
  )
  const long = { from: march(1), to: march(400) }
  const keyDates = [keyDate('ice', 1, { blocksWork: true, span: long }), keyDate('war', 1, { span: long })]
  const findings = outlookOf({ ...plan, keyDates, workdays: [] }).findings
  expect(findings).toEqual([
    { kind: 'noWorkday' },
    { kind: 'freezeTooLong', keyDateId: 'ice' as KeyDateId },
    { kind: 'linkDoesNotCount', milestoneId: 'demo', to: 'sign' },
    { kind: 'linkDoesNotCount', milestoneId: 'demo', to: 'nowhere' },
    { kind: 'linkDoesNotCount', milestoneId: 'demo', to: 'demo' },
    { kind: 'promisedTooEarly', milestoneId: 'live', before: 'sign' },
  ])
})

test('[OUT-10] a step that is due after its milestone is a finding', () => {
  const plan = datedPlan(2, ...LATE)
  const steps = [step('a', { due: march(9) }), step('b', { due: march(6) }), step('c', { due: march(9), done })]
  const milestones = plan.milestones.map((one) => (one.id === 'demo' ? { ...one, steps } : one))
  expect(outlookOf({ ...plan, milestones }).findings).toEqual([
    { kind: 'stepAfterMilestone', milestoneId: 'demo', stepId: 'a' },
  ])
})

test('[OUT-11] a row says what it carries and what is its own', () => {
  const plan = datedPlan(
    11,
    'demo 5d agreed 6 due 12 by buy',
    'sign 5d agreed 13 due 24 by sell',
    'live 5d agreed 20 due 20 by buy2',
  )
  const outlook = outlookOf(plan)
  expect(explainSlip(outlook, mid('sign'))).toEqual({ slip: 7, own: 3, carried: [{ id: 'demo', days: 4 }], plan: 0 })
  expect(explainSlip(outlook, mid('demo'))).toEqual({ slip: 4, own: 4, carried: [], plan: 0 })
  expect(explainSlip(outlook, mid('nowhere'))).toBe(null)
  expect(explainSlip(outlookOf({ ...plan, offers: [] }), mid('sign'))).toBe(null)
})

/** Any plan that hands can make: dates in any order, links to anywhere, owners of both sides, moves and their claims. */
const anyDatedPlan: fc.Arbitrary<DatedPlan> = fc
  .record({
    today: fc.integer({ min: 1, max: 40 }),
    milestones: fc.array(
      fc.record({
        estimate: fc.integer({ min: 0, max: 8 }),
        agreed: fc.option(fc.integer({ min: 2, max: 40 }), { freq: 5 }),
        due: fc.option(fc.integer({ min: 2, max: 40 }), { freq: 3 }),
        done: fc.option(fc.integer({ min: 2, max: 40 }), { freq: 1 }),
        after: fc.option(fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 3 }), { freq: 1 }),
        by: fc.option(fc.constantFrom(...ROLE_KEYS), { freq: 5 }),
        fate: fc.constantFrom('', '', '', '', '', '', ' skipped', ' archived'),
        cause: fc.option(fc.constantFrom('buy', 'sell', 'sell2', 'gone', 'never'), { freq: 1 }),
        agreedTo: fc.boolean(),
      }),
      { minLength: 1, maxLength: 8 },
    ),
  })
  .map(({ today, milestones }) => {
    const drawings = milestones.map(({ estimate, agreed, due, done, after, by, fate }, index) =>
      [
        `m${index} ${estimate}d`,
        agreed === null ? '' : ` agreed ${agreed}`,
        due === null ? '' : ` due ${due}`,
        done === null ? '' : ` done ${done}`,
        after === null ? '' : ` after ${after.map((place) => `m${place}`).join(',') || '-'}`,
        by === null ? '' : ` by ${by}`,
        fate,
      ].join(''),
    )
    const moves = milestones.flatMap(({ cause, agreedTo }, index) =>
      cause === null
        ? []
        : [move(`m${index}`, { n: index + 1, role: cause, ...(agreedTo ? { confirmed: 'seller' as const } : {}) })],
    )
    return { ...datedPlan(today, ...drawings), moves }
  })

test('[OUT-12] milestones, roles, people and sides each add up to the headline, in every plan', () => {
  fc.assert(
    fc.property(anyDatedPlan, (plan) => {
      const { goLive, causes, sums, lost, won, milestones } = outlookOf(plan)
      if (causes === null) return
      const headline = goLive?.slip ?? 0
      const sum = (list: readonly { readonly days: number }[]) => list.reduce((total, { days }) => total + days, 0)
      const ofGone = causes.filter(({ id }) => id === 'plan' || !milestones.has(id))
      expect([causes, sums.byRole, sums.byPerson, sums.bySide].map(sum)).toEqual(Array(4).fill(headline))
      expect(sum([...milestones.values()]) + sum(ofGone)).toBe(headline)
      expect(lost - won).toBe(headline)
      for (const line of [...sums.byRole, ...sums.byPerson, ...sums.bySide])
        expect(line.lost - line.won).toBe(line.days)
    }),
    { numRuns: 600 },
  )
})

test('[OUT-12] an explained row adds up to its own slip', () => {
  fc.assert(
    fc.property(anyDatedPlan, (plan) => {
      const outlook = outlookOf(plan)
      for (const { id, slip } of outlook.milestones.values()) {
        const why = explainSlip(outlook, id)
        const sum = why === null ? null : why.own + why.plan + why.carried.reduce((all, { days }) => all + days, 0)
        expect([why?.slip ?? null, sum]).toEqual([slip, slip])
      }
    }),
    { numRuns: 300 },
  )
})

test('[OUT-12] what two sides did to each other depends on no order of lists', () => {
  fc.assert(
    fc.property(anyDatedPlan, (plan) => {
      const turned = { ...plan, roles: plan.roles.toReversed(), keyDates: plan.keyDates.toReversed() }
      const { causes, sums, room } = outlookOf(turned)
      expect({ causes, sums, room }).toEqual((({ causes, sums, room }) => ({ causes, sums, room }))(outlookOf(plan)))
    }),
  )
})

test('[OUT-4] says which offer it is measured from', () => {
  expect(outlookOf(datedPlan(11, ...LATE)).measuredFrom).toEqual({
    state: 'agreed',
    offerId: 'offer' as OfferId,
    by: 'seller',
    at: 0,
  })
})
