/**
 * Days off the agreed date over eight weeks, from one number a day. The record is each device's own: whoever reads the plan on
 * a day writes down what it said that day, once more with every later reading. Two writers of one day agree because both write
 * what follows from the document and the day, and the later reading stands for the day.
 */
import { addCalendarDays, calendarDaysBetween, type LocalDate } from '@milepost/schedule'

/** By day, oldest first. */
export type TrendRecord = readonly { readonly day: LocalDate; readonly off: number }[]

export const TREND_WEEKS = 8
const DAYS = TREND_WEEKS * 7

export type TrendWord = 'rising' | 'steady' | 'easing' | 'recovered' | 'new'

/** The record with this day's number in it; days older than eight weeks are forgotten, but for the last one before them. */
export function withDay(record: TrendRecord, day: LocalDate, off: number): TrendRecord {
  const others = record.filter((each) => each.day !== day)
  const all = [...others, { day, off }].toSorted((a, b) => (a.day < b.day ? -1 : 1))
  const newest = all.at(-1)?.day ?? day
  const first = addCalendarDays(newest, -DAYS)
  const before = all.filter((each) => each.day <= first)
  return [...before.slice(-1), ...all.filter((each) => each.day > first)]
}

/** Both, where two records were made apart: `newer` has the word where they speak of one day. */
export function joinedRecords(older: TrendRecord, newer: TrendRecord): TrendRecord {
  return newer.reduce((record, { day, off }) => withDay(record, day, off), older)
}

/** One number for each week's end, oldest first; null: nobody had looked yet. */
export function weeklyOff(record: TrendRecord, today: LocalDate): readonly (number | null)[] {
  return Array.from({ length: TREND_WEEKS }, (_, week) => {
    const end = addCalendarDays(today, -7 * (TREND_WEEKS - 1 - week))
    return record.findLast(({ day }) => day <= end)?.off ?? null
  })
}

/** Compared with a week ago; less than a week of record says nothing yet. */
export function trendWord(record: TrendRecord, today: LocalDate): TrendWord {
  const [first] = record
  const last = record.at(-1)
  if (first === undefined || last === undefined || calendarDaysBetween(first.day, today) < 7) return 'new'
  const before = record.findLast(({ day }) => day <= addCalendarDays(today, -7)) ?? first
  const peak = Math.max(...record.map(({ off }) => off))
  if (last.off <= 0 && peak > 0) return 'recovered'
  if (last.off > before.off) return 'rising'
  if (last.off < before.off && last.off > 0) return 'easing'
  return 'steady'
}
