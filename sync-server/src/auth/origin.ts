// May a page of this origin connect? Off unless a list is set: a socket is worth what its secret is worth, there is no
// cookie that a foreign page could ride on, and one app may hold plans of several relays. The list is for those who want
// their relay used from their own pages only. What sends no Origin is no page and is let in. Rule ORIGIN-1, SPEC.md.
import { SAME_ORIGIN } from '../config.ts'

export function mayConnectFrom(
  origins: readonly string[] | null,
  origin: string | undefined,
  host: string | undefined,
): boolean {
  if (origins === null || origin === undefined) return true
  if (origins.includes(origin)) return true
  const own = hostOf(origin)
  return origins.includes(SAME_ORIGIN) && own !== '' && own === host?.toLowerCase()
}

/** With the port, where it is not the usual one; empty for `null` and what is no origin. */
function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : ''
}
