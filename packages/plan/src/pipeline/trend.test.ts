import { addCalendarDays, calendarDaysBetween } from '@milepost/schedule'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '../testing/day.ts'
import { joinedRecords, trendWord, weeklyOff, withDay, type TrendRecord } from './trend.ts'

const TODAY = day('2026-06-17')
const ago = (days: number) => addCalendarDays(TODAY, -days)
const record = (...entries: readonly (readonly [number, number])[]): TrendRecord =>
  entries.reduce<TrendRecord>((all, [days, off]) => withDay(all, ago(days), off), [])

test('a day has one number, the last that was written for it', () => {
  expect(withDay(record([1, 2], [0, 3]), TODAY, 5)).toEqual([
    { day: ago(1), off: 2 },
    { day: TODAY, off: 5 },
  ])
})

test('what is older than eight weeks is forgotten, but for what it began with', () => {
  expect(record([90, 1], [70, 2], [3, 4]).map(({ off }) => off)).toEqual([2, 4])
})

test('a week without a look carries the number of the week before; before the first look nothing is known', () => {
  expect(weeklyOff(record([30, 2], [8, 5], [0, 7]), TODAY)).toEqual([null, null, null, 2, 2, 2, 5, 7])
})

test.each([
  ['new', record([3, 0], [0, 4])],
  ['new', []],
  ['rising', record([20, 0], [0, 4])],
  ['steady', record([20, 0], [9, 5], [0, 5])],
  ['steady', record([20, 0], [0, 0])],
  ['easing', record([20, 9], [0, 4])],
  ['recovered', record([20, 9], [0, 0])],
  ['recovered', record([20, 9], [0, -2])],
  ['steady', record([20, -1], [0, -3])],
] as const)('%s', (word, known) => {
  expect(trendWord(known, TODAY)).toBe(word)
})

test('two writers who saw the same days agree, in whatever order their records meet', () => {
  const days = fc.array(fc.nat(100), { maxLength: 30 })
  // What a plan says on a day follows from the plan and the day.
  const off = (days_: number) => (days_ * 7) % 11
  fc.assert(
    fc.property(days, days, (mine, theirs) => {
      const written = (all: readonly number[]) => record(...all.map((one) => [one, off(one)] as const))
      const [a, b] = [written(mine), written(theirs)]
      expect(joinedRecords(a, b)).toEqual(joinedRecords(b, a))
      expect(written([...mine, ...theirs])).toEqual(written([...theirs, ...mine]))
    }),
  )
})

test('however often it is written, it is short, sorted and has each day once', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(300), fc.integer({ min: -40, max: 90 })), { maxLength: 200 }), (entries) => {
      const known = record(...entries)
      const days = known.map((each) => each.day)
      expect(days).toEqual([...new Set(days)].toSorted())
      const newest = days.at(-1) ?? TODAY
      expect(days.filter((each) => calendarDaysBetween(each, newest) >= 56).length).toBeLessThanOrEqual(1)
    }),
  )
})
