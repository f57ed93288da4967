/**
 * A calendar date without time or zone. Outside it is a branded 'YYYY-MM-DD' string, which sorts as text and travels as
 * JSON; inside it is counted as whole days since 1970-01-01, because no rule of the schedule needs a month or a clock.
 *
 * No `Date` here on purpose: a `Date` has a zone, and a zone shifts days. Dates live in the years 1 to 9999; arithmetic
 * that would leave them stops at the last day instead of throwing.
 */
declare const localDate: unique symbol

export type LocalDate = string & { readonly [localDate]: 'LocalDate' }

/** ISO: 1 Monday … 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Days since 1970-01-01. Internal to this package: callers see dates. */
export type DayNumber = number

const FIRST_DAY: DayNumber = civilToDay(1, 1, 1)
const LAST_DAY: DayNumber = civilToDay(9999, 12, 31)
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Only a day that exists, written exactly as YYYY-MM-DD, is a date. */
export function parseLocalDate(value: unknown): LocalDate | null {
  return typeof value === 'string' && parseDay(value) !== null ? (value as LocalDate) : null
}

export function addCalendarDays(date: LocalDate, days: number): LocalDate {
  return dayToDate(dateToDay(date) + wholeDays(days))
}

export function weekdayOf(date: LocalDate): Weekday {
  return dayToWeekday(dateToDay(date))
}

/** Days from `a` to `b`, weekends and all; negative when `b` is earlier. */
export function calendarDaysBetween(a: LocalDate, b: LocalDate): number {
  return dateToDay(b) - dateToDay(a)
}

export function dateToDay(date: LocalDate): DayNumber {
  return parseDay(date) ?? 0
}

export function dayToWeekday(day: DayNumber): Weekday {
  return (modulo(day + 3, 7) + 1) as Weekday
}

/** Days outside the years 1 to 9999 become the first or the last date there is. */
export function dayToDate(day: DayNumber): LocalDate {
  const { year, month, dayOfMonth } = dayToCivil(Math.min(LAST_DAY, Math.max(FIRST_DAY, day)))
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}` as LocalDate
}

/** The day number of a well-formed date, null for anything else. Read by character: a plan has thousands of dates. */
export function parseDay(value: unknown): DayNumber | null {
  if (typeof value !== 'string' || value.length !== 10) return null
  if (value.charCodeAt(4) !== HYPHEN || value.charCodeAt(7) !== HYPHEN) return null
  const year = digits(value, 0, 4)
  const month = digits(value, 5, 7)
  const dayOfMonth = digits(value, 8, 10)
  if (year < 1 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return null
  return civilToDay(year, month, dayOfMonth)
}

export function wholeDays(days: number): number {
  return Number.isFinite(days) ? Math.trunc(days) : 0
}

const HYPHEN = 45
const ZERO = 48

/** The number written in `text[from..to)`, or -1 where it is not all digits. */
function digits(text: string, from: number, to: number): number {
  let number = 0
  for (let index = from; index < to; index++) {
    const digit = text.charCodeAt(index) - ZERO
    if (digit < 0 || digit > 9) return -1
    number = number * 10 + digit
  }
  return number
}

function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && leap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0)
}

/** Years are counted from March here, so that the leap day comes last and month lengths follow one formula. */
function civilToDay(year: number, month: number, dayOfMonth: number): DayNumber {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

function dayToCivil(day: DayNumber): { year: number; month: number; dayOfMonth: number } {
  const z = day + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const dayOfMonth = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth }
}

function padded(number: number, width: number): string {
  return String(number).padStart(width, '0')
}

function modulo(number: number, by: number): number {
  return ((number % by) + by) % by
}
