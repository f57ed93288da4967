/** When the relay counted, as one would say it: by the clock within a day, else the day. */
import { clockText } from '../../format/ago.ts'
import { shortDayText } from '../../format/day.ts'

const DAY_MS = 24 * 60 * 60 * 1000

export function countedAtText(at: number, now: number): string {
  return Math.abs(now - at) < DAY_MS ? clockText(at) : shortDayText(dayOf(at), dayOf(now))
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
