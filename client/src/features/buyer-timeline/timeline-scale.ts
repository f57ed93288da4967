// The stretch of time that is drawn: from the month of today to a little behind the last day that is said, and never more than two
// years, or one odd date would press everything else together. What lies outside stands in words alone.
import { addCalendarDays, calendarDaysBetween, type LocalDate } from '@milepost/schedule'
import type { BuyerTimeline, OwnDate } from '@milepost/plan'
import { monthText } from '../../format/day.ts'

export interface TimelineScale {
  /** Where the middle of a day is, 0 to 1; null: outside. */
  readonly at: (day: LocalDate) => number | null
  /** Days from one to the other, both with it, cut at the edges; null: outside. */
  readonly between: (from: LocalDate, to: LocalDate) => { readonly from: number; readonly to: number } | null
  /** Where months begin. */
  readonly months: readonly { readonly at: number; readonly name: string }[]
}

const MOST_DAYS = 730
const AFTER_DAYS = 10
/** More names of months would run into one another. */
const MOST_MONTHS = 8

/** Stretches that touch or overlap are one: what is frozen twice is frozen. */
export function frozenStretches(dates: readonly OwnDate[]): readonly OwnDate['span'][] {
  const stretches: { from: LocalDate; to: LocalDate }[] = []
  for (const { span } of dates
    .filter(({ freeze }) => freeze)
    .toSorted((a, b) => (a.span.from < b.span.from ? -1 : 1))) {
    const last = stretches.at(-1)
    if (last === undefined || span.from > addCalendarDays(last.to, 1)) stretches.push({ ...span })
    else if (span.to > last.to) last.to = span.to
  }
  return stretches
}

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
  const half = 0.5 / length
  return {
    at: (day) => (day < first || day > last ? null : Math.min(1, shareOf(day) + half)),
    between(from, to) {
      if (to < first || from > last) return null
      // Its last day belongs to it.
      return { from: Math.max(0, shareOf(from)), to: Math.min(1, shareOf(to) + 1 / length) }
    },
    months: monthsBetween(first, last).map((day) => ({ at: shareOf(day), name: monthText(day) })),
  }
}

function monthsBetween(first: LocalDate, last: LocalDate): readonly LocalDate[] {
  const months: LocalDate[] = []
  for (let day = first; day <= last; day = nextMonth(day)) months.push(day)
  const step = Math.ceil(months.length / MOST_MONTHS)
  return months.filter((_, at) => at % step === 0)
}

function nextMonth(first: LocalDate): LocalDate {
  const inNext = addCalendarDays(first, 31)
  return addCalendarDays(inNext, 1 - Number(inNext.slice(8, 10)))
}
