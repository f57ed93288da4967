/** What must hold of every plan, tried on random ones. A failing run prints its seed and the smallest plan that fails. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addCalendarDays,
  addWorkdays,
  attribute,
  forecast,
  parseLocalDate,
  planBackward,
  workCalendar,
  type LocalDate,
  type ScheduleInput,
} from './index.ts'
import { anyDay, anyPlan, brokenPlan } from './testing/arbitraries.ts'
import { attributeByTheRule } from './testing/by-the-rule.ts'
import { allOverdueAtOnce, chainOf, networkOfSize } from './testing/large-plans.ts'

const RUNS = { numRuns: 1000 }

function sumOf(causes: readonly { readonly days: number }[] | null): number | null {
  return causes === null ? null : causes.reduce((sum, { days }) => sum + days, 0)
}

describe('[SCHED-9] the causes of a slip', () => {
  test('add up to it exactly, for go-live and for every other milestone', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const { goLive, milestones } = forecast(plan)
        expect(sumOf(attribute(plan))).toBe(goLive === null ? null : goLive.slip)
        for (const { id, slip } of milestones) expect(sumOf(attribute(plan, id))).toBe(slip)
      }),
      RUNS,
    )
  })

  test.each([
    ['chain', chainOf(1000)],
    ['network', networkOfSize(1000, 7)],
    ['all overdue', allOverdueAtOnce(1000)],
  ])('add up in a plan of 1,000 milestones too: %s', (_, plan) => {
    expect(sumOf(attribute(plan))).toBe(forecast(plan).goLive?.slip)
    expect(sumOf(attribute(plan))).toBeGreaterThan(10)
  })

  test('[SCHED-10] [SCHED-11] [SCHED-12] are what the rules say word by word', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        expect(attribute(plan)).toEqual(attributeByTheRule(plan))
      }),
      { numRuns: 4000 },
    )
  })

  test('[SCHED-12] and so where many come at the same moment', () => {
    const onOneDay = fc.tuple(anyPlan, anyDay, fc.boolean()).map(([plan, day, done]) => {
      const milestones = plan.milestones.map((milestone) => ({ ...milestone, due: null, doneOn: done ? day : null }))
      return { ...plan, today: done ? plan.today : day, milestones }
    })
    fc.assert(
      fc.property(onOneDay, (plan) => {
        expect(attribute(plan)).toEqual(attributeByTheRule(plan))
      }),
      { numRuns: 4000 },
    )
  })
})

test('[SCHED-5] a plan on its agreed dates has not slipped', () => {
  fc.assert(
    fc.property(anyPlan, fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }), (plan, done) => {
      const milestones = plan.milestones.map((milestone, place) => {
        const agreed = milestone.agreed ?? plan.start
        const kept = { agreed, due: agreed, agreedGap: null, agreedEstimate: milestone.estimate, skipped: false }
        return { ...milestone, ...kept, doneOn: done[place] === true ? agreed : null }
      })
      const today = milestones.map(({ agreed }) => agreed).reduce((a, b) => (b < a ? b : a))
      const onTime = { ...plan, today, milestones }
      expect(forecast(onTime).milestones.map(({ slip }) => slip)).toEqual(milestones.map(() => 0))
      expect(attribute(onTime) ?? []).toEqual([])
    }),
    RUNS,
  )
})

test('[SCHED-6] what is done earlier never makes go-live later', () => {
  fc.assert(
    fc.property(anyPlan, fc.nat(), anyDay, fc.integer({ min: 0, max: 20 }), (plan, which, day, earlier) => {
      const doneOn = (date: LocalDate): ScheduleInput => ({
        ...plan,
        milestones: plan.milestones.map((milestone, place) =>
          place === which % plan.milestones.length ? { ...milestone, doneOn: date } : milestone,
        ),
      })
      const later = forecast(doneOn(day)).goLive?.finish ?? ''
      const sooner = forecast(doneOn(addCalendarDays(day, -earlier))).goLive?.finish ?? ''
      expect(sooner <= later).toBe(true)
    }),
    RUNS,
  )
})

describe('[SCHED-13] dates worked back from a go-live that can be met', () => {
  /** Nothing has happened later than it can have: what is done was done before today, and the plan has begun. */
  const honestPlan = anyPlan.map((plan): ScheduleInput => {
    const yesterday = addCalendarDays(plan.today, -1)
    const milestones = plan.milestones.map((milestone) => ({
      ...milestone,
      doneOn: milestone.doneOn !== null && milestone.doneOn > yesterday ? yesterday : milestone.doneOn,
      startedOn: null,
      agreed: null,
      due: null,
    }))
    return { ...plan, start: plan.start < plan.today ? plan.start : plan.today, milestones }
  })

  test('are forecast to be met, promised or agreed', () => {
    fc.assert(
      fc.property(honestPlan, anyDay, (plan, target) => {
        const goLive = plan.milestones.find(({ id }) => id === plan.goLiveId)
        fc.pre(goLive !== undefined && !goLive.skipped && goLive.doneOn === null)
        fc.pre(planBackward(plan, target).shortBy === 0 && target >= plan.today)
        expect(forecast(adopted(plan, target, false)).goLive?.finish).toBe(target)
        expect(forecast(adopted(plan, target, true)).goLive).toMatchObject({ finish: target, slip: 0 })
        expect(attribute(adopted(plan, target, true))).toEqual([])
      }),
      RUNS,
    )
  })

  test('[SCHED-16] are short by exactly the working days that the target must move', () => {
    fc.assert(
      fc.property(anyPlan, anyDay, (plan, target) => {
        const shortAt = (workdays: number) =>
          planBackward(plan, addWorkdays(workCalendar(plan.calendar), target, workdays)).shortBy
        const { shortBy } = planBackward(plan, target)
        expect(shortAt(shortBy)).toBe(0)
        fc.pre(shortBy > 0)
        expect(shortAt(shortBy - 1)).toBe(1)
      }),
      RUNS,
    )
  })
})

describe('[SCHED-17] nothing throws', () => {
  test('whatever a plan holds, and every date that comes out is one', () => {
    fc.assert(
      fc.property(brokenPlan, fc.oneof(anyDay, fc.constant('garbage' as LocalDate)), (plan, target) => {
        const { goLive, milestones } = forecast(plan)
        const { due } = planBackward(plan, target)
        for (const { id } of milestones) attribute(plan, id)
        const dates = [goLive?.finish, ...milestones.map(({ finish }) => finish), ...due.map((entry) => entry.due)]
        const written = dates.filter((date) => date !== null && date !== undefined)
        expect(written.map(parseLocalDate)).toEqual(written)
        expect(sumOf(attribute(plan))).toBe(goLive === null ? null : goLive.slip)
      }),
      RUNS,
    )
  })
})

describe('[SCHED-18] the answer depends on nothing but the values', () => {
  test('not on the order of keys', () => {
    fc.assert(
      fc.property(anyPlan, anyDay, (plan, target) => {
        expect(answers(turnedAround(plan), target)).toBe(answers(plan, target))
      }),
    )
  })

  test('and the plan is left as it was', () => {
    fc.assert(
      fc.property(anyPlan, anyDay, (plan, target) => {
        const before = JSON.stringify(plan)
        expect(answers(deepFrozen(plan), target)).toBe(answers(plan, target))
        expect(JSON.stringify(plan)).toBe(before)
      }),
    )
  })
})

/** The plan with the dates worked back from the target as promises, and as the agreement if both sides take them. */
function adopted(plan: ScheduleInput, target: LocalDate, agree: boolean): ScheduleInput {
  const due = new Map(planBackward(plan, target).due.map((entry) => [entry.id, entry.due]))
  const milestones = plan.milestones.map((milestone) => {
    const promise = due.get(milestone.id) ?? null
    const agreed = agree ? (milestone.doneOn ?? promise) : null
    return { ...milestone, due: promise, agreed, agreedEstimate: milestone.estimate, agreedGap: null }
  })
  return { ...plan, milestones }
}

function answers(plan: ScheduleInput, target: LocalDate): string {
  return JSON.stringify([forecast(plan), attribute(plan), planBackward(plan, target)])
}

/** The same value with every object's keys in the opposite order. */
function turnedAround<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(turnedAround) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, turnedAround(inner)]),
  ) as Value
}

function deepFrozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) deepFrozen(inner)
  return Object.freeze(value)
}
