import { expect, test } from 'vitest'
import { agoShort, agoText, clockText } from './ago.ts'
import { capitalised, count, countWords, numberText } from './count.ts'
import { dayText, isMonthFirst, longDayText, monthText, shortDayText, weekdayText } from './day.ts'
import { companiesText, companyOf, listText, possessive, shortCompany } from './names.ts'

const TODAY = '2026-06-17'

test.each([
  ['en-GB', '2026-09-21', 'Mon 21 Sept', '21 Sept', '21 September'],
  ['en-GB', '2026-06-17', 'Wed 17 Jun', '17 Jun', '17 June'],
  ['en-GB', '2027-01-04', 'Mon 4 Jan 2027', '4 Jan 2027', '4 January 2027'],
  ['en-GB', '2025-12-31', 'Wed 31 Dec 2025', '31 Dec 2025', '31 December 2025'],
  ['en-US', '2026-09-21', 'Mon Sep 21', 'Sep 21', 'September 21'],
  ['en-US', '2027-01-04', 'Mon Jan 4, 2027', 'Jan 4, 2027', 'January 4, 2027'],
  ['de-DE', '2026-09-21', 'Mo. 21. Sept.', '21. Sept.', '21. September'],
  // In the digits and the calendar of everybody else in the plan.
  ['ar-EG', '2026-09-21', 'الاثنين، 21 سبتمبر', '21 سبتمبر', '21 سبتمبر'],
  ['th-TH', '2027-01-04', 'จันทร์ 4 ม.ค. 2027', '4 ม.ค. 2027', '4 มกราคม 2027'],
])('in %s, %s is written %s', (locale, day, text, short, long) => {
  const written = [dayText, shortDayText, longDayText].map((write) => write(day, TODAY, locale))
  expect(written).toEqual([text, short, long])
})

test('months, weekdays, times and numbers are the reader’s too', () => {
  const at = new Date(2026, 5, 17, 9, 6).getTime()
  const said = (locale: string) => [
    monthText('2026-09-21', locale),
    weekdayText(1, locale),
    clockText(at, locale).replace(/\s/u, ' '),
    numberText(61_000, locale),
  ]
  expect(said('en-GB')).toEqual(['Sept', 'Mon', '09:06', '61,000'])
  expect(said('en-US')).toEqual(['Sep', 'Mon', '09:06 AM', '61,000'])
  expect(said('de-DE')).toEqual(['Sep', 'Mo', '09:06', '61.000'])
})

test('months and weekdays have names of their own', () => {
  const months = Array.from({ length: 12 }, (_, at) => monthText(`2026-${String(at + 1).padStart(2, '0')}-01`))
  expect(months.join(' ')).toBe('Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec')
  expect([1, 2, 3, 4, 5, 6, 7].map((day) => weekdayText(day)).join(' ')).toBe('Mon Tue Wed Thu Fri Sat Sun')
})

test('where the month comes first is asked of the locale', () => {
  expect([isMonthFirst('en-US'), isMonthFirst('en-GB'), isMonthFirst('de'), isMonthFirst('ja')]).toEqual([
    true,
    false,
    false,
    true,
  ])
})

test.each([
  [0, 'now', 'now'],
  [-5 * 60_000, 'now', 'now'],
  [5 * 60_000, '5 min', '5 min ago'],
  [2.5 * 3_600_000, '2 h', '2 h ago'],
  [26 * 3_600_000, '1 d', 'yesterday'],
  [15 * 86_400_000, '15 d', '15 days ago'],
])('%d ms ago reads %s', (passed, short, text) => {
  const now = Date.parse('2026-06-17T12:00:00Z')
  expect([agoShort(now - passed, now), agoText(now - passed, now)]).toEqual([short, text])
})

test('counts carry their word', () => {
  expect([count(0, 'step'), count(1, 'step'), count(61000, 'invoice'), count(2, 'person', 'people')]).toEqual([
    '0 steps',
    '1 step',
    '61,000 invoices',
    '2 people',
  ])
  expect(countWords(8, 'milestone')).toBe('eight milestones')
  expect(countWords(13, 'milestone')).toBe('13 milestones')
  expect(numberText(-2)).toBe('−2')
  expect(capitalised('eight')).toBe('Eight')
})

test('companies and people in sentences', () => {
  expect(shortCompany('Halden Foods')).toBe('Halden')
  expect([possessive('Halden'), possessive('Adidas')]).toEqual(['Halden’s', 'Adidas’'])
  expect([companiesText('Halden Foods', 'Quillmark'), companiesText('', 'Quillmark'), companiesText(' ', '')]).toEqual([
    'Halden Foods and Quillmark',
    'Buyer and Quillmark',
    'A plan',
  ])
  const unseen = { buyer: '\u200b\u3164 '.repeat(100), seller: '' }
  expect([companyOf(unseen, 'buyer'), companyOf(unseen, 'seller')]).toEqual(['Buyer', 'Seller'])
  expect(companyOf({ buyer: ' Halden Foods ', seller: '' }, 'buyer')).toBe('Halden Foods')
  expect([listText([]), listText(['Ann']), listText(['Ann', 'Bob', 'Cy'])]).toEqual(['', 'Ann', 'Ann, Bob and Cy'])
})
