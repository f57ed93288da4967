// The stretch of time beside the rows: from a little before the first day to the last one, in shares of its width.
import { addCalendarDays, calendarDaysBetween, type LocalDate } from '@milepost/schedule'
import { monthText } from '../../format/day.ts'
import type { Draft } from './draft.ts'
import type { DraftDates } from './draft-dates.ts'

export interface DraftScale {
  /** Where a day stands, 0 to 1. */
  readonly at: (day: LocalDate) => number
  /** First days of months, with their name. */
  readonly months: readonly { readonly day: LocalDate; readonly name: string }[]
  readonly keyDate: LocalDate | null
}

/** The result runs on for long after go-live; the picture ends soon after what is to be decided here. */
const AFTER_GO_LIVE_DAYS = 21

/** Null where there is nothing to draw yet. */
export function draftScale({ goLive, keyDate }: Draft, { rows }: DraftDates, today: LocalDate): DraftScale | null {
  if (goLive === null) return null
  const days = [today, goLive, ...rows.flatMap(({ from, goal }) => (from === null || goal === 'result' ? [] : [from]))]
  const first = addCalendarDays(days.reduce(earlier), -7)
  const last = addCalendarDays([goLive, keyDate ?? goLive, today].reduce(later), AFTER_GO_LIVE_DAYS)
  const length = Math.max(1, calendarDaysBetween(first, last))
  const at = (day: LocalDate) => Math.min(1, Math.max(0, calendarDaysBetween(first, day) / length))
  return { at, months: monthsBetween(first, last), keyDate }
}

function monthsBetween(first: LocalDate, last: LocalDate): DraftScale['months'] {
  const months: { day: LocalDate; name: string }[] = []
  let day = firstOfNextMonth(first)
  while (day <= last) {
    months.push({ day, name: monthText(day) })
    day = firstOfNextMonth(day)
  }
  // More than eight names would run into one another.
  const step = Math.ceil(months.length / 8)
  return months.filter((_, index) => index % step === 0)
}

function firstOfNextMonth(day: LocalDate): LocalDate {
  const dayOfMonth = Number(day.slice(8, 10))
  const inNext = addCalendarDays(day, 32 - dayOfMonth)
  return addCalendarDays(inNext, 1 - Number(inNext.slice(8, 10)))
}

function earlier(one: LocalDate, other: LocalDate): LocalDate {
  return one < other ? one : other
}

function later(one: LocalDate, other: LocalDate): LocalDate {
  return one > other ? one : other
}
