// How long work that has not begun can wait: the latest day on which it can begin and still keep its day, and how far off
// that is. Small or nothing is what a plan wants; days that are missing say that its day cannot be kept any more.
import type { MilestoneOutlook } from '@milepost/plan'
import { addCalendarDays, addWorkdays, type LocalDate, type WorkCalendar } from '@milepost/schedule'
import { count } from '../../format/count.ts'
import { dayText } from '../../format/day.ts'
import { workdaysText } from '../slip-text.ts'

export interface BeginText {
  readonly text: string
  readonly late: boolean
}

/** Null where nobody has said how long it takes. */
export function beginText(
  { takes, left, cannotBeMet }: Pick<MilestoneOutlook, 'takes' | 'left' | 'cannotBeMet'>,
  calendar: WorkCalendar,
  today: LocalDate,
): BeginText | null {
  if (left === null || takes <= 0) return null
  // A day that has passed says so itself; one that cannot be kept any more leaves nothing to spare.
  if (cannotBeMet !== null)
    return cannotBeMet.because === 'today'
      ? null
      : { text: `Not possible before ${dayText(cannotBeMet.earliest, today)}`, late: true }
  const spare = left - takes
  if (spare < 0) return { text: `Needs ${count(takes, 'working day')}, ${left} left`, late: true }
  const latest = addWorkdays(calendar, addCalendarDays(today, -1), spare + 1)
  if (spare === 0)
    return { text: `Begins ${latest <= today ? 'today' : dayText(latest, today)} to keep its day`, late: false }
  return { text: `Can begin until ${dayText(latest, today)}, ${workdaysText(spare)} to spare`, late: false }
}
