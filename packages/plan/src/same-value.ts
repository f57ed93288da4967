/**
 * Equality and freezing of plain JSON values. Unchanged parts of a reading keep
 * their identity and an edit that changes nothing writes nothing: both rest on
 * this one question.
 */

/** Whether two plain values say the same. Keys with the value undefined count as absent. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => isSameValue(item, b[index]))
    )
  }
  const left = new Map<string, unknown>(Object.entries(a).filter(([, value]) => value !== undefined))
  const right = new Map<string, unknown>(Object.entries(b).filter(([, value]) => value !== undefined))
  if (left.size !== right.size) return false
  for (const [key, value] of left) if (!right.has(key) || !isSameValue(value, right.get(key))) return false
  return true
}

/** `previous` where both say the same, so that whoever compares identities sees no change. */
export function keepSame<T>(previous: T | undefined, next: T): T {
  return previous !== undefined && isSameValue(previous, next) ? previous : next
}

/** The same list object where every item is the same object. */
export function keepSameItems<T>(previous: readonly T[] | undefined, next: readonly T[]): readonly T[] {
  if (previous !== undefined && previous.length === next.length && next.every((item, i) => item === previous[i])) {
    return previous
  }
  return Object.freeze(next)
}

/** Freezes a plain value to its depth. Only for values made by a parser, never for what Yjs holds. */
export function freezeDeep<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) freezeDeep(inner)
  }
  return value
}
