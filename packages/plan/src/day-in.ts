/**
 * The day: the calendar date of a clock time in the plan's own zone, so that both
 * sides see one "today" wherever they sit. A zone that nobody knows counts as UTC.
 */
import { parseLocalDate, type LocalDate } from '@milepost/schedule'
import type { Instant } from './value.ts'

export function dayIn(timeZone: string, at: Instant): LocalDate {
  const parts = formatIn(timeZone).formatToParts(at)
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  const day = parseLocalDate(`${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`)
  if (day === null) throw new RangeError(`${at} is no time of a calendar day`)
  return day
}

/** Making one takes a hundred times longer than asking it. Only real zones are kept: a plan may name anything. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const shape = {
    calendar: 'iso8601',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  } as const
  try {
    const format = new Intl.DateTimeFormat('en-US', { ...shape, timeZone })
    formats.set(timeZone, format)
    return format
  } catch {
    return formatIn('UTC')
  }
}
