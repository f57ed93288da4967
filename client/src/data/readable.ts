/**
 * Readable: a value that changes, as React's useSyncExternalStore wants it. `get` returns the same object until the value
 * really changed, so a reader may compare by identity. This is the only form in which the data room hands out live values;
 * it needs no library and no React.
 */
export interface Readable<T> {
  get(): T
  /** Calls back after each change until the returned function is called. */
  subscribe(listener: () => void): () => void
}

/** A Readable and the right to set it; stays inside the data room. */
export interface Cell<T> extends Readable<T> {
  /** Does nothing where the value is the same (Object.is, or `same` where one was given). */
  set(value: T): void
}

export function cell<T>(initial: T, same: (a: T, b: T) => boolean = Object.is): Cell<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (same(value, next)) return
      value = next
      const told = [...listeners]
      for (const listener of told) listener()
    },
    subscribe(listener) {
      const own = () => listener()
      listeners.add(own)
      return () => void listeners.delete(own)
    },
  }
}

/** Equality of small flat values (statuses, access): same keys, same values. */
export function isShallowEqual<T extends object>(a: T, b: T): boolean {
  const left = Object.entries(a)
  if (left.length !== Object.keys(b).length) return false
  return left.every(([key, value]) => Object.is(value, (b as Record<string, unknown>)[key]))
}
