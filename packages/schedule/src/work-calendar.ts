/**
 * Which days count as working days, and counting with them.
 *
 * Everything rests on one function, `N(d)`: the number of working days up to and including `d`. It is arithmetic (whole
 * weeks, less the closed days looked up in a sorted list), never a walk over days, so a plan of ten years costs no more
 * than one of ten days. `add` and `between` are then sums and differences of N.
 *
 * Only differences of N mean anything: its zero is arbitrary.
 */
import {
  dateToDay,
  dayToDate,
  dayToWeekday,
  parseDay,
  wholeDays,
  type DayNumber,
  type LocalDate,
} from './local-date.ts'

export interface CalendarInput {
  /** ISO weekdays that people work: 1 Monday … 7 Sunday. With none of them, every date is a working day. */
  readonly workdays: readonly number[]
  readonly holidays: readonly LocalDate[]
  /** Both ends are closed. One that ends before it begins, or that spans more than 366 days, counts as none. */
  readonly freezes: readonly { readonly from: LocalDate; readonly to: LocalDate }[]
}

export interface WorkCalendar {
  readonly isWorkday: (day: DayNumber) => boolean
  /** N(d): the number of working days up to and including `day`. */
  readonly count: (day: DayNumber) => number
  /** The working day whose N is `count`. */
  readonly dayAt: (count: number) => DayNumber
}

const LONGEST_FREEZE = 366
const EVERY_WEEKDAY = [1, 2, 3, 4, 5, 6, 7]

export function workCalendar(input: CalendarInput): WorkCalendar {
  const weekdays = EVERY_WEEKDAY.filter((weekday) => asList(input?.workdays).includes(weekday))
  const week = weekOf(weekdays.length === 0 ? EVERY_WEEKDAY : weekdays)
  const closed = weekdays.length === 0 ? [] : closedSpansOf(input)
  return closed.length === 0 ? week : withClosedSpans(week, closed)
}

/** `add(d, 0)` is `d` itself, whatever day that is; otherwise the working day `n` working days away. */
export function addWorkdays(calendar: WorkCalendar, date: LocalDate, workdays: number): LocalDate {
  return dayToDate(addWork(calendar, dateToDay(date), wholeDays(workdays)))
}

/** Working days after `a` up to and including `b`; negative when `b` is earlier. */
export function workdaysBetween(calendar: WorkCalendar, a: LocalDate, b: LocalDate): number {
  return calendar.count(dateToDay(b)) - calendar.count(dateToDay(a))
}

export function isWorkday(calendar: WorkCalendar, date: LocalDate): boolean {
  return calendar.isWorkday(dateToDay(date))
}

/** `date` itself where it is a working day, else the next one. */
export function workdayOnOrAfter(calendar: WorkCalendar, date: LocalDate): LocalDate {
  return dayToDate(workOnOrAfter(calendar, dateToDay(date)))
}

/** `date` itself where it is a working day, else the one before. */
export function workdayOnOrBefore(calendar: WorkCalendar, date: LocalDate): LocalDate {
  return dayToDate(workOnOrBefore(calendar, dateToDay(date)))
}

export function addWork(calendar: WorkCalendar, day: DayNumber, workdays: number): DayNumber {
  return workdays === 0 ? day : calendar.dayAt(calendar.count(day) + workdays)
}

export function workOnOrAfter(calendar: WorkCalendar, day: DayNumber): DayNumber {
  return calendar.isWorkday(day) ? day : calendar.dayAt(calendar.count(day) + 1)
}

export function workOnOrBefore(calendar: WorkCalendar, day: DayNumber): DayNumber {
  return calendar.isWorkday(day) ? day : calendar.dayAt(calendar.count(day))
}

/** The calendar of a week that repeats for ever. */
function weekOf(weekdays: readonly number[]): WorkCalendar {
  const perWeek = weekdays.length
  /** Working weekdays from Monday up to and including each weekday, Monday first. */
  const upTo = EVERY_WEEKDAY.map((weekday) => weekdays.filter((other) => other <= weekday).length)
  return {
    isWorkday: (day) => weekdays.includes(dayToWeekday(day)),
    count: (day) => Math.floor((day + MONDAY) / 7) * perWeek + (upTo[dayToWeekday(day) - 1] ?? 0),
    dayAt: (count) => {
      const weeks = Math.floor((count - 1) / perWeek)
      const weekday = weekdays[count - 1 - weeks * perWeek] ?? 1
      return weeks * 7 + weekday - 1 - MONDAY
    },
  }
}

/** 1970-01-01 was a Thursday: three days after a Monday. */
const MONDAY = 3

interface ClosedSpan {
  readonly from: DayNumber
  readonly to: DayNumber
}

/**
 * A week with days taken out. Each closed span remembers how many working days all spans up to it have taken, and how
 * many are left before it begins; both only grow along the list, so both directions are one binary search.
 */
function withClosedSpans(week: WorkCalendar, spans: readonly ClosedSpan[]): WorkCalendar {
  const begins: DayNumber[] = []
  const ends: DayNumber[] = []
  const takenThrough: number[] = []
  const leftBefore: number[] = []
  let taken = 0
  for (const { from, to } of spans) {
    const before = week.count(from - 1)
    leftBefore.push(before - taken)
    taken += week.count(to) - before
    begins.push(from)
    ends.push(to)
    takenThrough.push(taken)
  }
  const count = (day: DayNumber): number => {
    const begun = countWhere(begins, (begin) => begin <= day)
    if (begun === 0) return week.count(day)
    // Inside a span the count stands where the span leaves it: its end counts for every day of it.
    const end = ends[begun - 1] ?? day
    return week.count(Math.max(day, end)) - (takenThrough[begun - 1] ?? 0)
  }
  return {
    count,
    isWorkday: (day) => week.isWorkday(day) && count(day) > count(day - 1),
    dayAt: (target) => {
      const passed = countWhere(leftBefore, (left) => left < target)
      return week.dayAt(target + (takenThrough[passed - 1] ?? 0))
    },
  }
}

/** How many values at the front of a sorted list pass a test that, once failed, fails for all that follow. */
function countWhere(sorted: readonly number[], passes: (value: number) => boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (passes(sorted[middle] ?? 0)) low = middle + 1
    else high = middle
  }
  return low
}

/** Holidays and freezes as spans that do not overlap, earliest first. */
function closedSpansOf(input: CalendarInput): readonly ClosedSpan[] {
  const spans: ClosedSpan[] = []
  for (const holiday of asList(input.holidays)) {
    const day = parseDay(holiday)
    if (day !== null) spans.push({ from: day, to: day })
  }
  for (const freeze of asList(input.freezes)) {
    const from = parseDay(freeze?.from)
    const to = parseDay(freeze?.to)
    if (from !== null && to !== null && to >= from && to - from < LONGEST_FREEZE) spans.push({ from, to })
  }
  spans.sort((a, b) => a.from - b.from)
  return merged(spans)
}

function merged(spans: readonly ClosedSpan[]): readonly ClosedSpan[] {
  const result: ClosedSpan[] = []
  for (const span of spans) {
    const last = result.at(-1)
    if (last === undefined || span.from > last.to) result.push(span)
    else if (span.to > last.to) result[result.length - 1] = { from: last.from, to: span.to }
  }
  return result
}

/** A plan is written by many hands: what should be a list and is none counts as empty. */
function asList<Item>(value: readonly Item[] | undefined): readonly Item[] {
  return Array.isArray(value) ? value : []
}
