// How long ago something was, in the shortest words that help: "now", "2 h", "15 d". A moment in the future (a clock that
// is off) reads "now". Never compared with anything: it is only shown.
import { agoWords } from '../words/ago.ts'
import { dateFormat, readerLocale } from './locale.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** For narrow places: 'now', '5 min', '2 h', '15 d'. */
export function agoShort(at: number, now: number): string {
  const passed = now - at
  if (passed < MINUTE) return agoWords.now
  if (passed < HOUR) return agoWords.minutes(Math.floor(passed / MINUTE))
  if (passed < DAY) return agoWords.hours(Math.floor(passed / HOUR))
  return agoWords.days(Math.floor(passed / DAY))
}

/** For sentences and lists: 'now', '5 min ago', '2 h ago', 'yesterday', '15 days ago'. */
export function agoText(at: number, now: number): string {
  const passed = now - at
  if (passed < MINUTE) return agoWords.now
  if (passed < DAY) return agoWords.ago(agoShort(at, now))
  const days = Math.floor(passed / DAY)
  return days === 1 ? agoWords.yesterday : agoWords.daysAgo(days)
}

const CLOCK = { hour: '2-digit', minute: '2-digit' } as const

/** The time of day here, as its clocks show it: '09:06', '09:06 AM'. */
export function clockText(at: number, locale: string = readerLocale()): string {
  return dateFormat(locale, CLOCK).format(at)
}
