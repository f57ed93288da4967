import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyDate, march, stepOf, type DatedPlan } from '../testing/dated-plan.ts'
import { ASTRID, DANA, rid, wholePlan, withKeyDates, withMilestone } from '../testing/whole-plan.ts'
import type { Plan } from '../read-plan.ts'
import { attentionOf, byAttention, shareOfSide, type Ranked } from './attention.ts'
import { planGlance, type PlanGlance } from './plan-glance.ts'

const DAY = 24 * 60 * 60 * 1000
const at = (day: number) => Date.parse(`${march(day)}T12:00:00Z`)
const glanceOf = (plan: DatedPlan) => planGlance(plan, plan.today)

test('says when it goes live, by when it must, and what comes next', () => {
  const glance = glanceOf(wholePlan())
  expect(glance).toMatchObject({
    day: march(11),
    buyer: 'Halden',
    seller: 'Quillmark',
    goLive: { finish: march(46), agreed: march(46), slip: 0, done: false },
    keyDate: { title: 'contract', date: march(80), days: 34 },
    next: { title: 'seen', stepId: null, date: march(11), late: 0, side: 'seller', role: 'success', person: null },
    lead: null,
  })
  expect(JSON.parse(JSON.stringify(glance))).toEqual(glance)
})

test('a next step past its date counts its working days; go-live past the buyer’s date has days below nought', () => {
  const glance = glanceOf(withKeyDates(wholePlan(16), keyDate('contract', 40, { compelling: true })))
  expect(glance.next?.late).toBe(3)
  expect(glance.goLive?.slip).toBeGreaterThan(0)
  expect(glance.keyDate?.days).toBeLessThan(0)
})

test('a step is named with the person whose role it is', () => {
  const step = stepOf('seen', 'terms', { ownerRole: rid('money'), due: march(9) })
  expect(glanceOf(withMilestone(wholePlan(), 'seen', { steps: [step] })).next).toMatchObject({
    title: 'terms',
    role: 'money',
    person: 'Astrid',
    side: 'buyer',
    late: 2,
  })
})

test('a go-live that nobody dated is none', () => {
  const plan = wholePlan()
  expect(glanceOf({ ...plan, goLiveId: null }).goLive).toBeNull()
  const bare = {
    ...plan,
    offers: [],
    milestones: plan.milestones.map((one) => ({ ...one, due: null, estimate: null, done: null })),
  }
  expect(glanceOf(bare)).toMatchObject({ goLive: null, keyDate: null })
})

test('once live, the buyer’s next date is the one after today', () => {
  const plan = withMilestone(wholePlan(), 'live', { done: { on: march(10), by: ASTRID, at: at(10) } })
  const dated = withKeyDates(plan, keyDate('past', 9), keyDate('review', 90))
  expect(glanceOf(dated)).toMatchObject({ goLive: { done: true, finish: march(10) }, keyDate: { title: 'review' } })
})

const written = (plan: DatedPlan, ...entries: readonly (readonly [typeof DANA, number])[]): DatedPlan => ({
  ...plan,
  confirmations: [],
  moves: [],
  offers: plan.offers.map((offer) => ({ ...offer, by: { ...offer.by, side: 'seller' as const } })),
  writers: entries.map(([by, day], clientId) => ({ ...by, grantId: null, clientId, from: at(day) })) as Plan['writers'],
})

test('the last act of each side, and who was active in 14 days', () => {
  const glance = glanceOf(written(wholePlan(), [DANA, 10], [ASTRID, 1], [ASTRID, 5]))
  expect(glance.acts).toEqual({
    buyer: { side: 'buyer', name: 'Astrid', at: at(5) },
    seller: { side: 'seller', name: 'Dana', at: at(10) },
  })
  expect(glance.active.buyer).toEqual({ active: 1, people: 1 })
  expect(glanceOf(written(wholePlan(25), [ASTRID, 5])).active.buyer).toEqual({ active: 0, people: 1 })
})

test('unnamed roles count only where they have something left to do', () => {
  expect(glanceOf(wholePlan()).unnamedRoles).toBe(0)
  expect(glanceOf(withMilestone(wholePlan(), 'funds', { ownerRole: rid('open') })).unnamedRoles).toBe(1)
  expect(glanceOf(withMilestone(wholePlan(), 'cost', { ownerRole: rid('open') })).unnamedRoles).toBe(0)
})

test('quiet and one-sided speak of the other side', () => {
  const glance = glanceOf(written(wholePlan(), [DANA, 10], [ASTRID, 1]))
  const now = at(1) + 12 * DAY
  expect(attentionOf(glance, null, now)).toMatchObject({ quiet: 12, oneSided: false })
  expect(attentionOf(glance, null, now, 'seller').quiet).toBe(0)
  expect(attentionOf(glance, { buyer: 1, seller: 9 }, now).oneSided).toBe(true)
  expect(attentionOf(glance, { buyer: 1, seller: 9 }, now, 'seller').oneSided).toBe(false)
  // Too little was written to call it anybody's.
  expect(attentionOf(glance, { buyer: 0, seller: 4 }, now).oneSided).toBe(false)
  expect(shareOfSide({ buyer: 0, seller: 0 }, 'buyer')).toBeNull()
})

const CALM = glanceOf(wholePlan())
const ranked = (planId: string, glance: PlanGlance, share: Ranked['attention'] | null = null): Ranked => ({
  planId,
  glance,
  attention: share ?? attentionOf(glance, null, at(11)),
})

test('late, past a key date, quiet, one-sided, off, and then what comes next; what is live comes last', () => {
  const none = { late: 0, pastKeyDate: 0, quiet: 0, oneSided: false, live: false }
  const next = CALM.next === null ? null : { ...CALM.next, date: march(2) }
  const all = [
    ranked('late', CALM, { ...none, late: 1 }),
    ranked('past', CALM, { ...none, pastKeyDate: 9, quiet: 20, oneSided: true }),
    ranked('quiet', CALM, { ...none, quiet: 20 }),
    ranked('one-sided', CALM, { ...none, oneSided: true }),
    ranked('off', { ...CALM, goLive: CALM.goLive === null ? null : { ...CALM.goLive, slip: 3 } }, none),
    ranked('soon', { ...CALM, next }, none),
    ranked('a-calm', CALM, none),
    ranked('b-calm', CALM, none),
    ranked('live', CALM, { ...none, live: true }),
  ]
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
      expect(shuffled.toSorted(byAttention).map(({ planId }) => planId)).toEqual(all.map(({ planId }) => planId))
    }),
  )
})

test('once live, nothing of it is late or quiet', () => {
  const live = { ...CALM, goLive: CALM.goLive === null ? null : { ...CALM.goLive, done: true } }
  const past = { ...live, next: live.next === null ? null : { ...live.next, late: 4 } }
  expect(attentionOf(past, { buyer: 0, seller: 20 }, at(11) + 90 * DAY)).toEqual({
    late: 0,
    pastKeyDate: 0,
    quiet: 0,
    oneSided: false,
    live: true,
  })
})
