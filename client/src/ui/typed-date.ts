// What people type for a day, read as a date: "21 sep", "Sep 21", "21.9.", "2026-09-21", "mon", "tomorrow", "+5".
// Without a year the day next to come is meant (a little back is allowed: what was due last week is still typed).
// Whatever cannot be read is null; the field says so and changes nothing.

import { dayNames, type DayNames } from './day-names.ts'

/** How far back a day without a year may lie before the next year is meant. */
const BACK_DAYS = 60

export interface TypedDateRules {
  /** Today, as YYYY-MM-DD. */
  readonly today: string
  /** "9/5" means 5 September. Else 9 May. */
  readonly monthFirst?: boolean
  /** Whose names of months and weekdays are understood besides the English ones. */
  readonly locale?: string
  /** Days that are over are meant ("done on"): without a year the last such day, not the next. */
  readonly past?: boolean
}

/** The day as YYYY-MM-DD, or null. */
export function parseTypedDate(
  text: string,
  { today, monthFirst = false, locale = 'en', past = false }: TypedDateRules,
): string | null {
  const words = text
    .trim()
    .toLowerCase()
    .replaceAll(/(\d)(st|nd|rd|th)\b/gu, '$1')
    .replaceAll(/\s+/gu, ' ')
  if (words === '') return null
  const names = dayNames(locale)
  const read = (said: string) =>
    isoDate(said) ??
    relativeDay(said, today, past, names) ??
    namedMonth(said, today, past, names) ??
    numbers(said, today, monthFirst, past)
  // As it stands first: "mar 8" is 8 March, though "mar" is a Tuesday in some languages.
  const whole = read(words)
  if (whole !== null) return whole
  const rest = withoutWeekday(words, names)
  return rest === null ? null : read(rest)
}

/** "mon 21 sep" -> "21 sep": the weekday of a day that is said anyway decides nothing. */
function withoutWeekday(words: string, names: DayNames): string | null {
  const match = /^(\p{L}+)[.,]* (?=\S)(.*)$/u.exec(words)
  return match !== null && names.weekday(match[1] ?? '') !== null ? (match[2] ?? '') : null
}

function isoDate(words: string): string | null {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(words)
  return match === null ? null : dateOf(Number(match[1]), Number(match[2]), Number(match[3]))
}

function relativeDay(words: string, today: string, past: boolean, names: DayNames): string | null {
  if (words === 'today') return today
  if (words === 'tomorrow') return addDays(today, 1)
  if (words === 'yesterday') return addDays(today, -1)
  const shift = /^([+-])\s?(\d{1,3})\s?(d|days?|w|weeks?)?$/u.exec(words)
  if (shift !== null) {
    const days = Number(shift[2]) * (shift[3]?.startsWith('w') === true ? 7 : 1)
    return addDays(today, shift[1] === '-' ? -days : days)
  }
  const named = /^(?:next )?(\p{L}+)\.?$/u.exec(words)
  const weekday = named === null ? null : names.weekday(named[1] ?? '')
  if (weekday === null) return null
  const ahead = (weekday - weekdayOf(today) + 7) % 7
  if (past) return addDays(today, ahead === 0 ? 0 : ahead - 7)
  return addDays(today, ahead === 0 ? 7 : ahead)
}

/** With the little words that some languages put between: "21 de sept. de 2027". */
function namedMonth(words: string, today: string, past: boolean, names: DayNames): string | null {
  const dayFirst = /^(\d{1,2})\.? ?(?:de )?(\p{L}{3,})\.?,? ?(?:de )?(\d{4}|\d{2})?$/u.exec(words)
  if (dayFirst !== null) {
    return withYear(Number(dayFirst[1]), names.month(dayFirst[2] ?? ''), dayFirst[3], today, past)
  }
  const monthFirst = /^(\p{L}{3,})\.? ?(\d{1,2})(?:,? ?(\d{4}))?$/u.exec(words)
  if (monthFirst === null) return null
  return withYear(Number(monthFirst[2]), names.month(monthFirst[1] ?? ''), monthFirst[3], today, past)
}

function numbers(words: string, today: string, monthFirst: boolean, past: boolean): string | null {
  const match = /^(\d{1,2})\s?([./-])\s?(\d{1,2})(?:\s?[./-]\s?(\d{4}|\d{2})?)?$/u.exec(words)
  if (match === null) return null
  const [first, second] = [Number(match[1]), Number(match[3])]
  // A point is the sign of countries that write the day first.
  const monthLeads = second > 12 || (monthFirst && match[2] !== '.' && first <= 12)
  return withYear(monthLeads ? second : first, monthLeads ? first : second, match[4], today, past)
}

function withYear(
  day: number,
  month: number | null,
  year: string | undefined,
  today: string,
  past: boolean,
): string | null {
  if (month === null || month < 1) return null
  if (year !== undefined) return dateOf(Number(year) + (year.length === 2 ? 2000 : 0), month, day)
  const thisYear = Number(today.slice(0, 4))
  // 29 February may be some years away.
  for (let step = past ? 0 : -1; step <= 8; step += 1) {
    const date = dateOf(past ? thisYear - step : thisYear + step, month, day)
    if (date === null) continue
    if (past ? date <= today : date >= addDays(today, -BACK_DAYS)) return date
  }
  return null
}

function dateOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real && year >= 1000 ? date.toISOString().slice(0, 10) : null
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay()
}
