/** dayIn: which day it is in a time zone. A zone that this browser does not know is read as UTC, so that everybody sees one day. */
import { parseLocalDate, type LocalDate } from '@milepost/schedule'

export function dayIn(timeZone: string, at: number): LocalDate {
  const day = parseLocalDate(isoDay(timeZone, at) ?? isoDay('UTC', at))
  if (day === null) throw new RangeError(`${at} is no time`)
  return day
}

function isoDay(timeZone: string, at: number): string | null {
  try {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    }).formatToParts(at)
    const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
    return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`
  } catch {
    return null
  }
}
