import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addCalendarDays, parseLocalDate, weekdayOf, type LocalDate } from './local-date.ts'
import { anyCalendar, anyDay } from './testing/arbitraries.ts'
import {
  addWorkdays,
  isWorkday,
  workCalendar,
  workdayOnOrAfter,
  workdayOnOrBefore,
  workdaysBetween,
  type CalendarInput,
} from './work-calendar.ts'

const day = (text: string) => parseLocalDate(text) as LocalDate
const weekdays = { workdays: [1, 2, 3, 4, 5], holidays: [], freezes: [] }
const closed = (freezes: CalendarInput['freezes'], holidays: readonly LocalDate[] = []) =>
  workCalendar({ ...weekdays, holidays, freezes })

/** The words of the rule, day by day: the slow truth that the arithmetic must agree with. */
function isWorkdaySlowly(input: CalendarInput, date: LocalDate): boolean {
  const named = input.workdays.filter((weekday) => weekday >= 1 && weekday <= 7)
  if (named.length === 0) return true
  const frozen = input.freezes.some(({ from, to }) => date >= from && date <= to && to < addCalendarDays(from, 366))
  return named.includes(weekdayOf(date)) && !input.holidays.includes(date) && !frozen
}

function betweenSlowly(input: CalendarInput, a: LocalDate, b: LocalDate): number {
  if (b < a) return 0 - betweenSlowly(input, b, a)
  let count = 0
  for (let at = a; at < b;) {
    at = addCalendarDays(at, 1)
    if (isWorkdaySlowly(input, at)) count++
  }
  return count
}

test('[CAL-1] counting agrees with walking the days', () => {
  fc.assert(
    fc.property(anyCalendar, anyDay, anyDay, (input, a, b) => {
      const calendar = workCalendar(input)
      expect(workdaysBetween(calendar, a, b)).toBe(betweenSlowly(input, a, b))
      expect(isWorkday(calendar, a)).toBe(isWorkdaySlowly(input, a))
    }),
  )
})

test('[CAL-2] adding n lands on the working day n away', () => {
  fc.assert(
    fc.property(anyCalendar, anyDay, fc.integer({ min: -300, max: 300 }), (input, from, n) => {
      const calendar = workCalendar(input)
      const to = addWorkdays(calendar, from, n)
      expect(betweenSlowly(input, from, to)).toBe(n)
      expect(n === 0 ? to === from : isWorkdaySlowly(input, to)).toBe(true)
    }),
  )
})

test('[CAL-3] the nearest working day on either side', () => {
  fc.assert(
    fc.property(anyCalendar, anyDay, (input, from) => {
      const calendar = workCalendar(input)
      let after = from
      while (!isWorkdaySlowly(input, after)) after = addCalendarDays(after, 1)
      let before = from
      while (!isWorkdaySlowly(input, before)) before = addCalendarDays(before, -1)
      expect(workdayOnOrAfter(calendar, from)).toBe(after)
      expect(workdayOnOrBefore(calendar, from)).toBe(before)
    }),
  )
})

describe('[CAL-4] a freeze', () => {
  const friday = day('2026-03-06')
  const next = (calendar: ReturnType<typeof workCalendar>) => addWorkdays(calendar, friday, 1)

  test('closes both its ends', () => {
    expect(next(closed([{ from: day('2026-03-09'), to: day('2026-03-11') }]))).toBe('2026-03-12')
  })
  test('that ends before it begins counts as none', () => {
    expect(next(closed([{ from: day('2026-03-11'), to: day('2026-03-09') }]))).toBe('2026-03-09')
  })
  test('of 366 days counts, of 367 or a thousand years counts as none', () => {
    const from = day('2026-03-07')
    const to = (days: number) => addCalendarDays(from, days - 1)
    expect(next(closed([{ from, to: to(366) }]))).toBe('2027-03-08')
    expect(next(closed([{ from, to: to(367) }]))).toBe('2026-03-09')
    expect(next(closed([{ from, to: day('3026-03-07') }]))).toBe('2026-03-09')
  })
})

test('[CAL-5] without a single working day every date is one, holidays and freezes too', () => {
  const saturday = day('2026-03-07')
  for (const workdays of [[], [0, 8, 1.5, Number.NaN]]) {
    const calendar = workCalendar({ workdays, holidays: [saturday], freezes: [{ from: saturday, to: saturday }] })
    expect(isWorkday(calendar, saturday)).toBe(true)
    expect(addWorkdays(calendar, saturday, 2)).toBe('2026-03-09')
  }
})

test('[CAL-6] what is no date closes nothing', () => {
  const garbage = ['soon', '2026-02-30', '', null, 7] as unknown as LocalDate[]
  const calendar = closed([{ from: garbage[0]!, to: garbage[1]! }, null as never], garbage)
  expect(addWorkdays(calendar, day('2026-03-06'), 1)).toBe('2026-03-09')
  expect(isWorkday(workCalendar({} as CalendarInput), day('2026-03-07'))).toBe(true)
})
