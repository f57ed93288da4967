/**
 * The days of the sample, moved to today. All of them move by the same whole number of weeks, so weekdays, gaps in working
 * days and the sums built on them stay what they are; the sample's Wednesday becomes the next one from today on, so that
 * nothing in it has happened in the future and nothing promised has passed.
 */
import { addCalendarDays, calendarDaysBetween, parseLocalDate, weekdayOf, type LocalDate } from '@milepost/schedule'
import { SAMPLE_TODAY } from './halden.ts'

export type MoveDay = (day: string) => LocalDate

const EPOCH = writtenDay('1970-01-01')
const WEDNESDAY = 3
const MILLISECONDS_A_DAY = 86_400_000
const NINE_O_CLOCK = 9 * 3_600_000
const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
] // prettier-ignore

export function daysFor(today: LocalDate): MoveDay {
  const wednesday = addCalendarDays(today, (WEDNESDAY - weekdayOf(today) + 7) % 7)
  const days = calendarDaysBetween(writtenDay(SAMPLE_TODAY), wednesday)
  return (day) => addCalendarDays(writtenDay(day), days)
}

/** Nine in the morning of a day, as a clock time. */
export function morningOf(day: LocalDate): number {
  return calendarDaysBetween(EPOCH, day) * MILLISECONDS_A_DAY + NINE_O_CLOCK
}

/** "January" */
export function monthOf(day: LocalDate): string {
  return MONTHS[Number(day.slice(5, 7)) - 1] ?? ''
}

/** "15 Jun" */
export function dayInWords(day: LocalDate): string {
  return `${Number(day.slice(8))} ${monthOf(day).slice(0, 3)}`
}

function writtenDay(text: string): LocalDate {
  const day = parseLocalDate(text)
  if (day === null) throw new Error(`The sample has an odd day: ${text}`)
  return day
}
