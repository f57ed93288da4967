/**
 * Random plans for property tests. Dates stay within two years and ids are few, so that ties, overlaps and links in the
 * wrong direction are common instead of rare.
 */
import * as fc from 'fast-check'
import { addCalendarDays, parseLocalDate, type LocalDate } from '../local-date.ts'
import type { ScheduleInput, ScheduleMilestone } from '../schedule-input.ts'
import type { CalendarInput } from '../work-calendar.ts'

const EPOCH = parseLocalDate('2026-01-01') as LocalDate

export const anyDay: fc.Arbitrary<LocalDate> = fc
  .integer({ min: 0, max: 730 })
  .map((days) => addCalendarDays(EPOCH, days))

const anyFreeze = fc
  .tuple(anyDay, fc.oneof(fc.integer({ min: -3, max: 20 }), fc.integer({ min: 360, max: 370 })))
  .map(([from, days]) => ({ from, to: addCalendarDays(from, days) }))

export const anyCalendar: fc.Arbitrary<CalendarInput> = fc.record({
  workdays: fc.oneof(
    { weight: 3, arbitrary: fc.constant([1, 2, 3, 4, 5]) },
    { weight: 1, arbitrary: fc.uniqueArray(fc.integer({ min: 0, max: 8 }), { maxLength: 7 }) },
  ),
  holidays: fc.array(anyDay, { maxLength: 8 }),
  freezes: fc.array(anyFreeze, { maxLength: 3 }),
})

const anyEstimate = fc.option(fc.integer({ min: 0, max: 12 }))

/** A few days around the middle of the plan, so that several milestones often share one. */
const nearDay = fc.integer({ min: 0, max: 40 }).map((days) => addCalendarDays(EPOCH, days))

function anyMilestone(size: number): fc.Arbitrary<ScheduleMilestone> {
  const anyId = fc.integer({ min: 0, max: size }).map((place) => `m${place}`)
  return fc.record({
    id: anyId,
    estimate: anyEstimate,
    after: fc.option(fc.array(anyId, { maxLength: 3 }), { freq: 2 }),
    agreed: fc.option(nearDay, { freq: 4 }),
    agreedEstimate: anyEstimate,
    agreedGap: fc.option(fc.integer({ min: -4, max: 12 }), { freq: 1 }),
    due: fc.option(nearDay, { freq: 2 }),
    startedOn: fc.option(nearDay, { freq: 1 }),
    doneOn: fc.option(nearDay, { freq: 1 }),
    skipped: fc.integer({ min: 0, max: 6 }).map((number) => number === 0),
  })
}

/** Any plan at all whose values are of the right kind: dates out of order, links in every direction. */
export const anyPlan: fc.Arbitrary<ScheduleInput> = fc.integer({ min: 1, max: 7 }).chain((size) =>
  fc.record({
    today: nearDay,
    start: nearDay,
    calendar: anyCalendar,
    goLiveId: fc.integer({ min: Math.floor(size / 2), max: size }).map((place) => `m${place}`),
    milestones: fc
      .tuple(...Array.from({ length: size }, () => anyMilestone(size)))
      .map((milestones) => milestones.map((milestone, place) => Object.assign(milestone, { id: `m${place}` }))),
  }),
)

/** What peers and bugs may leave in a plan: every value of every field may be of the wrong kind. */
const garbage = fc.oneof(
  fc.anything(),
  fc.constantFrom('9999-12-31', '0001-01-01', '2026-02-30', -1, 1e308, Number.NaN, 0.5, Number.MAX_SAFE_INTEGER),
)

export const brokenPlan: fc.Arbitrary<ScheduleInput> = anyPlan.chain((plan) =>
  fc
    .record({
      input: fc.dictionary(fc.constantFrom('today', 'start', 'calendar', 'goLiveId', 'milestones'), garbage, {
        maxKeys: 2,
      }),
      calendar: fc.dictionary(fc.constantFrom('workdays', 'holidays', 'freezes'), fc.oneof(garbage, fc.array(garbage))),
      milestones: fc.array(
        fc.dictionary(fc.constantFrom(...Object.keys(plan.milestones[0] ?? {})), fc.oneof(garbage, fc.array(garbage))),
        { minLength: plan.milestones.length, maxLength: plan.milestones.length },
      ),
    })
    .map((broken) => {
      const calendar = { ...plan.calendar, ...broken.calendar }
      const milestones = plan.milestones.map((milestone, place) => ({ ...milestone, ...broken.milestones[place] }))
      return { ...plan, calendar, milestones, ...broken.input } as ScheduleInput
    }),
)
