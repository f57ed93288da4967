/**
 * What may stand in a text. Half a surrogate pair may not: it is kept as it is on the
 * device that wrote it and travels as U+FFFD, so two devices would differ for ever
 * (found by the random stories in `test/converge.test.ts`).
 */

/** Well formed, at most `limit` long, and without line breaks where it is one line. */
export function cleanText(text: string, limit: number, isOneLine: boolean): string {
  const whole = text.toWellFormed()
  return cutText(isOneLine ? oneLine(whole) : whole, limit)
}

/**
 * What a page may show of a text that anybody wrote: at most `limit` long, without the marks that turn the
 * reading order of what stands around them (U+202A to U+202E, U+2066 to U+2069) and without control characters.
 * Joiners (U+200D) stay: emoji and scripts are made with them. The stored text keeps all of it, so that places
 * in it are the same for everybody who edits it.
 */
export function shownText(text: string, limit: number, isOneLine: boolean): string {
  const whole = cutText(text, limit).toWellFormed().replaceAll(TURNING, '')
  return isOneLine ? oneLine(whole) : whole.replaceAll(CONTROL_IN_LINES, ' ')
}

const TURNING = /[\u202a-\u202e\u2066-\u2069]/gu
/** Where a text has lines, line feeds and tabs are part of it. */
const CONTROL_IN_LINES = /[^\P{Cc}\n\t]/gu

/** Cut without leaving half of a pair. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text
  const end = Math.max(0, limit)
  return text.slice(0, isInsidePair(text, end) ? end - 1 : end)
}

/** Whether a position lies between the two halves of one character. */
export function isInsidePair(text: string, position: number): boolean {
  const [before, after] = [text.charCodeAt(position - 1), text.charCodeAt(position)]
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}

/** A one-line text holds no line break, however it is pasted. Length stays, so positions do too. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]/gu, ' ')
}
