// The stretch of time that is drawn: from the month of today to a little behind the last day that is said, and never more than two
// years, or one odd date would press everything else together. What lies outside stands in words alone.
import { addCalendarDays, calendarDaysBetween, type LocalDate } from '@milepost/schedule'
import type { BuyerTimeline } from '@milepost/plan'
import { monthText } from '../../format/day.ts'

export interface TimelineScale {
  /** Where a day begins, 0 to 1; null: outside. */
  readonly at: (day: LocalDate) => number | null
  /** Days from one to the other, both with it, cut at the edges; null: outside. */
  readonly between: (from: LocalDate, to: LocalDate) => { readonly from: number; readonly to: number } | null
  readonly months: readonly { readonly day: LocalDate; readonly name: string }[]
}

const MOST_DAYS = 730
const AFTER_DAYS = 10
/** More names of months would run into one another. */
const MOST_MONTHS = 8

export function timelineScale({ lanes, dates }: BuyerTimeline, today: LocalDate): TimelineScale {
  const first = addCalendarDays(today, 1 - Number(today.slice(8, 10)))
  const latest = addCalendarDays(first, MOST_DAYS)
  const said = [
    addCalendarDays(today, 30),
    ...lanes.flatMap(({ goLive }) => (goLive === null ? [] : [goLive.finish, goLive.agreed ?? goLive.finish])),
    ...dates.map(({ span }) => (span.to > latest ? span.from : span.to)),
  ].filter((day) => day <= latest)
  const last = addCalendarDays(
    said.reduce((one, other) => (one > other ? one : other), today),
    AFTER_DAYS,
  )
  const length = calendarDaysBetween(first, last)
  const shareOf = (day: LocalDate) => calendarDaysBetween(first, day) / length
  return {
    at: (day) => (day < first || day > last ? null : shareOf(day)),
    between(from, to) {
      if (to < first || from > last) return null
      // Its last day belongs to it.
      return { from: Math.max(0, shareOf(from)), to: Math.min(1, shareOf(to) + 1 / length) }
    },
    months: monthsBetween(first, last),
  }
}

function monthsBetween(first: LocalDate, last: LocalDate): TimelineScale['months'] {
  const months: { day: LocalDate; name: string }[] = []
  for (let day = first; day <= last; day = nextMonth(day)) months.push({ day, name: monthText(day) })
  const step = Math.ceil(months.length / MOST_MONTHS)
  return months.filter((_, at) => at % step === 0)
}

function nextMonth(first: LocalDate): LocalDate {
  const inNext = addCalendarDays(first, 31)
  return addCalendarDays(inNext, 1 - Number(inNext.slice(8, 10)))
}
