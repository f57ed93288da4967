import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addCalendarDays, calendarDaysBetween, parseLocalDate, weekdayOf, type LocalDate } from './local-date.ts'

const date = (text: string): LocalDate => {
  const parsed = parseLocalDate(text)
  if (parsed === null) throw new Error(`not a date: ${text}`)
  return parsed
}

const anyDate = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((at) => date(at.toISOString().slice(0, 10)))

describe('[DATE-1] only a day that exists, written as YYYY-MM-DD, is a date', () => {
  test.each(['2026-03-06', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s is one', (text) => {
    expect(parseLocalDate(text)).toBe(text)
  })

  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-01-00',
    '0000-01-01',
    '2026-3-06',
    '2026-03-06 ',
    '2026-03-06T00:00',
    '+026-03-06',
    '2026/03/06',
    '２０２６-03-06',
    '',
    null,
    undefined,
    20_260_306,
    new Date(0),
    ['2026-03-06'],
    {},
  ])('%j is none', (value) => {
    expect(parseLocalDate(value)).toBeNull()
  })
})

test('[DATE-2] adding days agrees with the platform', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -800_000, max: 800_000 }), (from, days) => {
      const at = new Date(`${from}T00:00:00Z`)
      at.setUTCDate(at.getUTCDate() + days)
      const expected = at.toISOString().slice(0, 10)
      fc.pre(/^\d{4}-/.test(expected) && !expected.startsWith('0000'))
      expect(addCalendarDays(from, days)).toBe(expected)
      expect(calendarDaysBetween(from, addCalendarDays(from, days))).toBe(days)
    }),
  )
})

test('[DATE-2] weekdays agree with the platform', () => {
  fc.assert(
    fc.property(anyDate, (day) => {
      expect(weekdayOf(day)).toBe(new Date(`${day}T00:00:00Z`).getUTCDay() || 7)
    }),
  )
})

test('[DATE-3] arithmetic stops at the first and the last date there is', () => {
  expect(addCalendarDays(date('9999-12-30'), 5)).toBe('9999-12-31')
  expect(addCalendarDays(date('0001-01-02'), -5)).toBe('0001-01-01')
  expect(addCalendarDays(date('2026-03-06'), Number.NaN)).toBe('2026-03-06')
})
