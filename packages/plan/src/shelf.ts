/**
 * A shelf is one root map of a document, read into frozen values that keep their
 * identity while they say the same. Only keys that a change touched are read again,
 * so a keystroke in one of 900 steps costs one step.
 *
 * A shelf learns of changes from Yjs. Inside a transaction Yjs has not told anybody
 * yet; our own writes therefore `touch` what they wrote, and a second write of the
 * same change sees the first.
 */
import * as Y from 'yjs'
import { READ_MARGIN } from './limits.ts'
import { countRevision } from './revision.ts'
import { keepSame } from './same-value.ts'

export interface Shelf<Row> {
  readonly name: string
  /** What a person may add; reading goes further (`limits.ts`). */
  readonly most: number
  readonly rootOf: (ydoc: Y.Doc) => Y.Map<unknown>
  /** All rows in the order of their keys; the same list object while nothing changed. */
  readonly rowsIn: (ydoc: Y.Doc) => readonly Row[]
  readonly rowIn: (ydoc: Y.Doc, key: string) => Row | null
  readonly touch: (ydoc: Y.Doc, key: string) => void
}

interface Cache<Row> {
  readonly root: Y.Map<unknown>
  readonly rows: Map<string, Row>
  readonly touched: Set<string>
  /** The keys of `rows` in order; sorted again only when one comes or goes. */
  keys: readonly string[]
  list: readonly Row[]
}

/** `read` gets the row as it was, so that inner values which say the same stay the same objects. */
export function shelf<Row>(
  name: string,
  most: number,
  read: (key: string, raw: unknown, before: Row | undefined) => Row | null,
): Shelf<Row> {
  const caches = new WeakMap<Y.Doc, Cache<Row>>()

  function cacheOf(ydoc: Y.Doc): Cache<Row> {
    const known = caches.get(ydoc)
    if (known !== undefined) return known
    const root = ydoc.getMap(name)
    const cache: Cache<Row> = {
      root,
      rows: new Map(),
      touched: new Set(root.keys()),
      keys: [],
      list: Object.freeze([]),
    }
    root.observeDeep((events) => {
      for (const event of events) for (const key of touchedKeys(root, event)) cache.touched.add(key)
      countRevision(ydoc)
    })
    caches.set(ydoc, cache)
    return cache
  }

  function fresh(ydoc: Y.Doc): Cache<Row> {
    const cache = cacheOf(ydoc)
    if (cache.touched.size === 0) return cache
    let [changed, keysChanged] = [false, false]
    for (const key of cache.touched) {
      const before = cache.rows.get(key)
      const now = cache.root.has(key) ? read(key, cache.root.get(key), before) : null
      if (now === null) {
        keysChanged = cache.rows.delete(key) || keysChanged
      } else if (keepSame(before, now) !== before) {
        cache.rows.set(key, now)
        changed = true
        if (before === undefined) keysChanged = true
      }
    }
    cache.touched.clear()
    // In the order of keys, which every peer sees alike whatever came first.
    if (keysChanged) cache.keys = [...cache.rows.keys()].toSorted().slice(0, most * READ_MARGIN)
    if (changed || keysChanged) cache.list = Object.freeze(cache.keys.flatMap((key) => cache.rows.get(key) ?? []))
    return cache
  }

  return {
    name,
    most,
    rootOf: (ydoc) => cacheOf(ydoc).root,
    rowsIn: (ydoc) => fresh(ydoc).list,
    rowIn: (ydoc, key) => fresh(ydoc).rows.get(key) ?? null,
    touch(ydoc, key) {
      cacheOf(ydoc).touched.add(key)
      countRevision(ydoc)
    },
  }
}

function touchedKeys(root: Y.Map<unknown>, event: Y.YEvent<Y.AbstractType<unknown>>): readonly string[] {
  const keys: readonly unknown[] =
    event.target === root && event instanceof Y.YMapEvent ? [...event.keysChanged] : event.path.slice(0, 1)
  return keys.filter((key) => typeof key === 'string')
}
