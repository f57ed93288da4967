import { parseLocalDate, workCalendar, type LocalDate } from '@milepost/schedule'
import { expect, test } from 'vitest'
import { beginText } from './begin-text.ts'

const WEEKDAYS = workCalendar({ workdays: [1, 2, 3, 4, 5], holidays: [], freezes: [] })

function day(text: string): LocalDate {
  const date = parseLocalDate(text)
  if (date === null) throw new Error(text)
  return date
}

test.each<[string, number, number | null, string | null]>([
  // A Wednesday; `left` counts it.
  ['2026-03-11', 5, 8, 'Can begin until Mon 16 Mar, 3 working days to spare'],
  ['2026-03-11', 5, 6, 'Can begin until Thu 12 Mar, 1 working day to spare'],
  ['2026-03-11', 5, 1005, 'Can begin until Wed 9 Jan 2030, more than 999 working days to spare'],
  ['2026-03-11', 5, 5, 'Begins today to keep its day'],
  ['2026-03-11', 5, 4, 'Needs 5 working days, 4 left'],
  // On a Saturday it begins on Monday.
  ['2026-03-14', 5, 5, 'Begins Mon 16 Mar to keep its day'],
  ['2026-03-11', 0, 4, null],
  ['2026-03-11', 5, null, null],
])('on %s, %s days that have %s left: %s', (today, takes, left, text) => {
  expect(beginText({ takes, left, cannotBeMet: null }, WEEKDAYS, day(today))?.text ?? null).toBe(text)
})

test('a promise that cannot be kept says when at the earliest; one that has passed says so itself', () => {
  const own = { takes: 5, left: 8, cannotBeMet: { earliest: day('2026-03-20'), because: 'start' } } as const
  expect(beginText(own, WEEKDAYS, day('2026-03-11'))).toEqual({ text: 'Not possible before Fri 20 Mar', late: true })
  const passed = { ...own, cannotBeMet: { ...own.cannotBeMet, because: 'today' } } as const
  expect(beginText(passed, WEEKDAYS, day('2026-03-11'))).toBeNull()
})
