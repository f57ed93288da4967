// How long ago something was, in the shortest words that help: "now", "2 h", "15 d". A moment in the future (a clock that
// is off) reads "now". Never compared with anything: it is only shown.
import { dateFormat, readerLocale } from './locale.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** For narrow places: 'now', '5 min', '2 h', '15 d'. */
export function agoShort(at: number, now: number): string {
  const passed = now - at
  if (passed < MINUTE) return 'now'
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)} min`
  if (passed < DAY) return `${Math.floor(passed / HOUR)} h`
  return `${Math.floor(passed / DAY)} d`
}

/** For sentences and lists: 'now', '5 min ago', '2 h ago', 'yesterday', '15 days ago'. */
export function agoText(at: number, now: number): string {
  const passed = now - at
  if (passed < MINUTE) return 'now'
  if (passed < DAY) return `${agoShort(at, now)} ago`
  const days = Math.floor(passed / DAY)
  return days === 1 ? 'yesterday' : `${days} days ago`
}

const CLOCK = { hour: '2-digit', minute: '2-digit' } as const

/** The time of day here, as its clocks show it: '09:06', '09:06 AM'. */
export function clockText(at: number, locale: string = readerLocale()): string {
  return dateFormat(locale, CLOCK).format(at)
}
