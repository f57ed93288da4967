// How a day is written: "Mon 21 Sept" or "Mon Sep 21", in the order and the names of the reader's locale, with the year only
// where it is not this one. No comma behind the weekday: locales differ in it, and days stand inside sentences here.
import { dateFormat, readerLocale } from './locale.ts'

const UTC = { timeZone: 'UTC' } as const
const SHORT = { ...UTC, day: 'numeric', month: 'short' } as const
const WITH_WEEKDAY = { ...SHORT, weekday: 'short' } as const
const LONG = { ...UTC, day: 'numeric', month: 'long' } as const
const MONTH = { ...UTC, month: 'short' } as const
const WEEKDAY = { ...UTC, weekday: 'short' } as const

/** '2026-09-21' -> 'Mon 21 Sept'; in another year than today's 'Mon 21 Sept 2027'. */
export function dayText(day: string, today: string, locale: string = readerLocale()): string {
  return written(day, today, WITH_WEEKDAY, locale)
}

/** Without the weekday, where room is short: '21 Sept'. */
export function shortDayText(day: string, today: string, locale: string = readerLocale()): string {
  return written(day, today, SHORT, locale)
}

/** In sentences: '30 September'. */
export function longDayText(day: string, today: string, locale: string = readerLocale()): string {
  return written(day, today, LONG, locale)
}

/** The month of a day on a scale: 'Sept'. */
export function monthText(day: string, locale: string = readerLocale()): string {
  return dateFormat(locale, MONTH).format(dateOf(day))
}

/** A day of the week alone, 1 for Monday: 'Mon'. */
export function weekdayText(weekday: number, locale: string = readerLocale()): string {
  return dateFormat(locale, WEEKDAY).format(dateOf(`2024-01-0${weekday}`))
}

/** Whether the reader writes the month first: "9/5" is 5 September there. */
export function isMonthFirst(locale: string = readerLocale()): boolean {
  const order = dateFormat(locale, { day: 'numeric', month: 'numeric' }).formatToParts(0)
  return order.findIndex(({ type }) => type === 'month') < order.findIndex(({ type }) => type === 'day')
}

function written(day: string, today: string, shape: Intl.DateTimeFormatOptions, locale: string): string {
  const inYear = day.slice(0, 4) === today.slice(0, 4)
  const parts = dateFormat(locale, inYear ? shape : { ...shape, year: 'numeric' }).formatToParts(dateOf(day))
  return parts
    .map((part, at) => (parts[at - 1]?.type === 'weekday' ? part.value.replace(',', '') : part.value))
    .join('')
}

function dateOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}
