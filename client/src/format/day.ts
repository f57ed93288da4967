// How a day is written: "Mon 21 Sep", with the year only where it is not this one. The words of the interface are English,
// so are the days; they are put together from parts, because locales differ in commas and in "Sept".

const PARTS = new Intl.DateTimeFormat('en-US', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})
const LONG_MONTH = new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' })

/** '2026-09-21' -> 'Mon 21 Sep'; in another year than today's 'Mon 21 Sep 2027'. */
export function dayText(day: string, today: string): string {
  const { weekday, day: number, month, year } = partsOf(day)
  return `${weekday} ${number} ${month}${year === today.slice(0, 4) ? '' : ` ${year}`}`
}

/** Without the weekday, where room is short: '21 Sep'. */
export function shortDayText(day: string, today: string): string {
  const { day: number, month, year } = partsOf(day)
  return `${number} ${month}${year === today.slice(0, 4) ? '' : ` ${year}`}`
}

/** In sentences: '30 September'. */
export function longDayText(day: string, today: string): string {
  const { day: number, year } = partsOf(day)
  return `${number} ${LONG_MONTH.format(dateOf(day))}${year === today.slice(0, 4) ? '' : ` ${year}`}`
}

/** The month alone: 'Sep'. */
export function monthText(day: string): string {
  return partsOf(day).month
}

/** A day of the week alone, 1 for Monday: 'Mon'. */
export function weekdayText(weekday: number): string {
  return partsOf(`2024-01-0${weekday}`).weekday
}

/** Whether the reader writes the month first: "9/5" is 5 September there. */
export function isMonthFirst(locale: string | undefined = globalThis.navigator?.language): boolean {
  const order = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric' }).formatToParts(0)
  return order.findIndex(({ type }) => type === 'month') < order.findIndex(({ type }) => type === 'day')
}

function partsOf(day: string): Record<'weekday' | 'day' | 'month' | 'year', string> {
  const parts = { weekday: '', day: '', month: '', year: '' }
  for (const { type, value } of PARTS.formatToParts(dateOf(day))) {
    if (type === 'weekday' || type === 'day' || type === 'month' || type === 'year') parts[type] = value
  }
  return parts
}

function dateOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}
