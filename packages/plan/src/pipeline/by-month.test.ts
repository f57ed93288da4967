import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { wholePlan } from '../testing/whole-plan.ts'
import { day } from '../testing/day.ts'
import { goLivesByMonth, outsideMonths, type MonthPlan } from './by-month.ts'
import { planGlance } from './plan-glance.ts'

const TODAY = day('2026-06-17')
const GLANCE = planGlance(wholePlan(), wholePlan().today)

function plan(
  planId: string,
  finish: string | null,
  agreed: string | null,
  value: number | null,
  done = false,
): MonthPlan {
  const goLive =
    finish === null ? null : { finish: day(finish), agreed: agreed === null ? null : day(agreed), slip: 0, done }
  return { planId, value, glance: { ...GLANCE, goLive } }
}

/** The plans of the picture. */
const PICTURE = [
  plan('tern', '2026-06-08', '2026-06-08', 90, true),
  plan('brasswell', '2026-07-06', '2026-06-29', 120),
  plan('vantor', '2026-08-03', '2026-07-20', 210),
  plan('northgate', '2026-08-24', '2026-08-24', 80),
  plan('aldermere', '2026-08-31', null, 340),
  plan('halden', '2026-09-21', '2026-09-14', 260),
  plan('pellworth', '2026-10-12', '2026-10-12', 150),
  plan('castelo', '2026-11-02', '2026-10-19', 310),
  plan('isenburg', '2026-12-14', null, 420),
]

test('the months of the picture: what stands in each, what moved in and out, forecast and agreed', () => {
  const drawn = goLivesByMonth(PICTURE, TODAY).map(({ month, entries, forecast, agreed }) => [
    month,
    entries.map(({ planId, mark }) => `${planId} ${mark}`).join(', '),
    forecast,
    agreed,
  ])
  expect(drawn).toEqual([
    ['2026-06', 'tern live, brasswell out', 90, 210],
    ['2026-07', 'brasswell in, vantor out', 120, 330 - 120],
    ['2026-08', 'vantor in, northgate kept, aldermere kept', 630, 420],
    ['2026-09', 'halden kept', 260, 260],
    ['2026-10', 'pellworth kept, castelo out', 150, 460],
    ['2026-11', 'castelo in', 310, 0],
    ['2026-12', 'isenburg kept', 420, 420],
  ])
})

test('the months go over the end of a year', () => {
  expect(goLivesByMonth([], day('2026-11-30')).map(({ month }) => month)).toEqual(
    ['2026-11', '2026-12', '2027-01', '2027-02', '2027-03', '2027-04', '2027-05'], // prettier-ignore
  )
})

test('what moved nearer says so', () => {
  const [june, july] = goLivesByMonth([plan('one', '2026-06-30', '2026-07-06', null)], TODAY)
  expect([june?.entries, july?.entries].map((entries) => entries?.map(({ mark, later }) => [mark, later]))).toEqual([
    [['in', false]],
    [['out', false]],
  ])
})

test('no plan is lost: each stands in one month, before, behind, or has no day', () => {
  const anyDay = fc
    .tuple(fc.integer({ min: 2025, max: 2028 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}-15`)
  const anyPlan = fc.tuple(fc.option(anyDay), fc.option(anyDay), fc.nat(1000))
  fc.assert(
    fc.property(fc.array(anyPlan), (drawn) => {
      const plans = drawn.map(([finish, agreed, value], at) => plan(`plan-${at}`, finish, agreed, value))
      const months = goLivesByMonth(plans, TODAY)
      const standing = months.flatMap(({ entries }) => entries.filter(({ mark }) => mark !== 'out'))
      const { before, after, undated } = outsideMonths(plans, TODAY)
      expect(standing.length + before + after + undated).toBe(plans.length)
      expect(new Set(standing.map(({ planId }) => planId)).size).toBe(standing.length)
      const values = new Map(plans.map(({ planId, value }) => [planId, value ?? 0]))
      const shown = standing.reduce((sum, { planId }) => sum + (values.get(planId) ?? 0), 0)
      expect(months.reduce((sum, { forecast }) => sum + forecast, 0)).toBe(shown)
    }),
  )
})
