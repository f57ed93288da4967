/**
 * Random plans for property tests. Dates stay within two years and ids are few, so that ties, overlaps and links in the
 * wrong direction are common instead of rare.
 */
import * as fc from 'fast-check'
import { addCalendarDays, parseLocalDate, type LocalDate } from '../local-date.ts'
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
