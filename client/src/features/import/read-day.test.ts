import { fc } from '@fast-check/vitest'
import { addCalendarDays, parseLocalDate, type LocalDate } from '@milepost/schedule'
import { expect, test } from 'vitest'
import { orderIn, orderOf, readDay, type DayOrder } from './read-day.ts'

const TODAY = parseLocalDate('2026-06-17') as LocalDate
const read = (cell: string, order: DayOrder = 'day-first') => readDay(cell, { today: TODAY, order })

test.each([
  ['2026-09-14', '2026-09-14'],
  ['2026-09-14T08:30:00Z', '2026-09-14'],
  ['2026-09-14 00:00:00', '2026-09-14'],
  ['2026/9/4', '2026-09-04'],
  ['20260914', '2026-09-14'],
  ['46279', '2026-09-14'],
  ['46279.75', '2026-09-14'],
  ['14 Sep', '2026-09-14'],
  ['14-Sep-26', '2026-09-14'],
  ['14-Sep-2027', '2027-09-14'],
  ['14/Sep/2027', '2027-09-14'],
  ['Sep 14, 2027', '2027-09-14'],
  ['September 14', '2026-09-14'],
  ['Mon 14 September 2026', '2026-09-14'],
  ['Monday, September 14th, 2026', '2026-09-14'],
  ['14.09.2026', '2026-09-14'],
  ['14.9.', '2026-09-14'],
  ['25/12/2026', '2026-12-25'],
  ['9/25/2026 0:00', '2026-09-25'],
  ['9/25/26 5:30 PM', '2026-09-25'],
  ['3 Jan', '2027-01-03'],
])('%s is %s', (cell, day) => expect(read(cell)).toBe(day))

test.each([
  [''],
  ['Q3'],
  ['TBD'],
  ['Friday'],
  ['next week'],
  ['+5'],
  ['tomorrow'],
  ['Sep-27'],
  ['31/2/2026'],
  ['9999-12-31'],
  ['31 Dec 9999'],
  ['0026-01-01'],
  ['99999999'],
  ['12345'],
  ['5'],
  ['3/4/1'],
  ['CW 12'],
  ['2026-09'],
  ['mid September'],
  ['1900-01-01'],
  ['-3'],
])('%s is no day', (cell) => expect(read(cell)).toBe(null))

test('what could be either is read as it is said to be, and a point is always behind the day', () => {
  expect([read('4/5/2026'), read('4/5/2026', 'month-first')]).toEqual(['2026-05-04', '2026-04-05'])
  expect([read('4.5.2026'), read('4.5.2026', 'month-first')]).toEqual(['2026-05-04', '2026-05-04'])
  expect([read('25/4/2026', 'month-first'), read('4/25/2026')]).toEqual(['2026-04-25', '2026-04-25'])
})

test('days that are over are meant by a status without a year', () => {
  expect(readDay('3 Jan', { today: TODAY, order: 'day-first', past: true })).toBe('2026-01-03')
})

test.each([
  [['4/5/2026', '25/12/2026'], 'day-first'],
  [['4/5/2026', '12/25/2026'], 'month-first'],
  [['4/5/2026', '5/6/2026'], null],
  [['4/5/2026', '25/12/2026', '12/25/2026'], null],
  [['25/12/2026', '12/25/2026', '6/6/2026'], 'none'],
  [['2026-04-05', '4 May', '4.5.2026', ''], 'none'],
] as const)('%j have the order %s', (cells, order) => expect(orderOf(cells)).toBe(order))

test('a day that is written comes back, in whichever way it is written', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 36_000 }),
      fc.constantFrom<DayOrder>('day-first', 'month-first'),
      (days, order) => {
        const day = addCalendarDays('1999-06-01' as LocalDate, days)
        const [year, month, date] = day.split('-') as [string, string, string]
        const numbers = order === 'day-first' ? `${date}/${month}/${year}` : `${month}/${date}/${year}`
        const serial = Math.round((Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000)
        const written = new Intl.DateTimeFormat('en-GB', {
          day: 'numeric',
          month: 'short',
          year: 'numeric',
          timeZone: 'UTC',
        })
        for (const cell of [day, numbers, `${date}.${month}.${year}`, `${serial}`, written.format(new Date(day))]) {
          expect([cell, read(cell, order)]).toEqual([cell, day])
        }
        const said = orderIn(numbers)
        expect(said === order || said === 'open' || said === null).toBe(true)
      },
    ),
  )
})

test('whatever stands there, it is a day of these years or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (cell) => {
      const day = read(cell) ?? '2026-06-17'
      expect(day >= '1990-01-01' && day <= '2100-12-31').toBe(true)
    }),
  )
})
