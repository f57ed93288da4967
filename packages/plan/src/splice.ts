/** The smallest single edit between two strings; an edit never cuts a surrogate pair in half. */
export interface Splice {
  readonly at: number
  readonly remove: number
  readonly insert: string
}

/** Null where both say the same. */
export function smallestSplice(before: string, after: string): Splice | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head += 1
  if (isHighSurrogate(before, head - 1)) head -= 1
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  if (tail > 0 && isLowSurrogate(before, before.length - tail)) tail -= 1
  return { at: head, remove: before.length - tail - head, insert: after.slice(head, after.length - tail) }
}

function isHighSurrogate(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  return code >= 0xd800 && code <= 0xdbff
}

function isLowSurrogate(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  return code >= 0xdc00 && code <= 0xdfff
}
