/**
 * The one check of links that people or documents bring: parsed by the platform's
 * own parser and only http, https or mailto. Used when a link is set and again each
 * time one is drawn, because the document keeps what a hostile peer wrote.
 */
const PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:'])
const LINK_LENGTH = 2_000

/** The address as it may be followed; null for anything else. */
export function parseSafeLink(raw: unknown): string | null {
  if (typeof raw !== 'string' || raw.length > LINK_LENGTH) return null
  try {
    const url = new URL(raw.trim())
    return PROTOCOLS.has(url.protocol) ? url.href : null
  } catch {
    return null
  }
}
