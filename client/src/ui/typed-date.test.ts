import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseTypedDate } from './typed-date.ts'

/** A Wednesday. */
const today = '2026-06-17'

describe('what people type for a day', () => {
  test.each([
    ['21 sep', '2026-09-21'],
    ['21 Sep', '2026-09-21'],
    ['21sep', '2026-09-21'],
    ['21. September', '2026-09-21'],
    ['sep 21', '2026-09-21'],
    ['Sept 21, 2027', '2027-09-21'],
    ['Mon 21 Sep', '2026-09-21'],
    ['Monday, 21 September 2026', '2026-09-21'],
    ['21st sep', '2026-09-21'],
    ['21 sep 27', '2027-09-21'],
    ['2026-09-21', '2026-09-21'],
    ['2026-9-1', '2026-09-01'],
    ['21.9.', '2026-09-21'],
    ['21.09.2026', '2026-09-21'],
    ['21/9', '2026-09-21'],
    ['9/21', '2026-09-21'],
    ['5/6/27', '2027-06-05'],
    ['today', today],
    ['tomorrow', '2026-06-18'],
    ['Yesterday', '2026-06-16'],
    ['+5', '2026-06-22'],
    ['+2 weeks', '2026-07-01'],
    ['-3d', '2026-06-14'],
    ['fri', '2026-06-19'],
    ['wed', '2026-06-24'],
    ['next monday', '2026-06-22'],
    ['  21   sep  ', '2026-09-21'],
  ])('%j is %s', (typed, day) => {
    expect(parseTypedDate(typed, { today })).toBe(day)
  })

  test.each([
    ['10 jan', '2027-01-10', 'the next one'],
    ['1 june', '2026-06-01', 'a little back is still this year'],
    ['1 april', '2027-04-01', 'long ago is next year'],
    ['29 feb', '2028-02-29', 'the next leap year'],
  ])('without a year, %s is %s: %s', (typed, day) => {
    expect(parseTypedDate(typed, { today })).toBe(day)
  })

  test.each([
    ['mon', '2026-06-15'],
    ['wed', '2026-06-17'],
    ['1 jul', '2025-07-01'],
    ['1 jun', '2026-06-01'],
  ])('for what is over, %s is %s', (typed, day) => {
    expect(parseTypedDate(typed, { today, past: true })).toBe(day)
  })

  test('where the month comes first, a slash says so and a point does not', () => {
    expect(parseTypedDate('9/5', { today, monthFirst: true })).toBe('2026-09-05')
    expect(parseTypedDate('9.5.', { today, monthFirst: true })).toBe('2026-05-09')
    expect(parseTypedDate('21/9', { today, monthFirst: true })).toBe('2026-09-21')
  })

  test.each([
    '',
    ' ',
    'soon',
    '31 feb',
    '0 sep',
    '32 sep',
    '2026-13-01',
    '21 sepp',
    'ma 4',
    '1/2/3/4',
    '++5',
    '99/99',
    'se 1',
  ])('%j is no day', (typed) => {
    expect(parseTypedDate(typed, { today })).toBeNull()
  })

  test.each([
    ['Mo. 21. Sept.', 'de', '2026-09-21'],
    ['21 sept. 2027', 'fr', '2027-09-21'],
    ['mar 8', 'es', '2027-03-08'],
    ['mar 8 sept', 'es', '2026-09-08'],
    ['21. mai', 'nb', '2026-05-21'],
    ['ons', 'sv', '2026-06-24'],
    ['21 mai', 'en', null],
  ])('%j in %s is %s', (typed, locale, day) => {
    expect(parseTypedDate(typed, { today, locale })).toBe(day)
  })

  test('whatever is typed, the answer is a real day or none', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-z ./+-]{0,12}$/u)), fc.boolean(), (typed, past) => {
        const day = parseTypedDate(typed, { today, past })
        if (day === null) return
        expect(day).toMatch(/^\d{4}-\d\d-\d\d$/u)
        expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day)
      }),
    )
  })
})
