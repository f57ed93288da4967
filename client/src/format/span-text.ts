/** A day or a stretch of days, as short as can be read: "23 Jul", "20–24 Jul", "28 Dec – 3 Jan 2027". */
import { shortDayText } from './day.ts'

export function spanText({ from, to }: { readonly from: string; readonly to: string }, today: string): string {
  if (from === to) return shortDayText(from, today)
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}–${shortDayText(to, today)}`
  return `${shortDayText(from, today)} – ${shortDayText(to, today)}`
}
