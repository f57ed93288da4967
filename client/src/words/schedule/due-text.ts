// When something is due, as one says it: "Due today", "Due tomorrow", "2 days late". Without a promise it is only expected.
import { calendarDaysBetween, type LocalDate } from '@milepost/schedule'
import { count } from '../../format/count.ts'
import { dayText } from '../../format/day.ts'

export function dueText(
  date: LocalDate,
  today: LocalDate,
  promised: boolean,
): { readonly text: string; readonly late: boolean } {
  const days = calendarDaysBetween(today, date)
  if (days < 0) return { text: `Was due ${days === -1 ? 'yesterday' : `${count(-days, 'day')} ago`}`, late: true }
  const when = days === 0 ? 'today' : days === 1 ? 'tomorrow' : dayText(date, today)
  return { text: promised ? `Due ${when}` : `Expected ${when}`, late: false }
}
