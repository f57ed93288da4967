/** Texts held against each other alike on every device: by code unit, never by the reader's language. */

/** For sorting. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** What somebody wrote, without what makes no difference to its reader: two titles are the same where these are. */
export function wordsAlike(text: string): string {
  return text.trim().toLowerCase().replaceAll(/\s+/gu, ' ')
}
