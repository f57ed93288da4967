import { readerLocale } from '../../format/locale.ts'
import { saveDetailsWords as words } from '../../words/sync-status/details.ts'

/** When the relay last had everything: "Last synced today, 09:06." by this device's clock; a day with its name before that. */
export function lastSynced(at: number | null, now: number, locale = readerLocale()): string | null {
  if (at === null) return null
  const then = new Date(at)
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(then)
  const day = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short' })
    .format(then)
    .replace(',', '')
  return words.lastSynced(dayOf(at) === dayOf(now) ? words.today : day, time)
}

function dayOf(at: number): string {
  return new Date(at).toDateString()
}
