/**
 * What was changed, as short words that can lie on disk: `list/id/field`, cut to that depth. Many keystrokes in one title are one
 * thing that waits, and a milestone that was just made is one thing, however many fields were filled in. The words say where in
 * the document something changed and nothing about what it means, so this file knows Yjs but no plan.
 */
import * as Y from 'yjs'
import type { UnsentChange } from '../sync-status.ts'

/** The whole plan, made on this device and not yet known to its relay. */
export const MADE_HERE = 'plan'

/** Bookkeeping that nobody changed by hand. */
const SILENT_LISTS = new Set(['writers'])

export function keysOf(transaction: Y.Transaction): readonly string[] {
  const keys = new Set<string>()
  // Yjs's own tidying is unsigned; nobody changed anything.
  if (transaction.origin === null) return []
  for (const [type, parts] of transaction.changed) {
    const path = pathOf(type as Y.AbstractType<unknown>)
    if (path === null || SILENT_LISTS.has(path[0] ?? '')) continue
    for (const part of parts) keys.add([...path, ...(part === null ? [] : [part])].slice(0, 3).join('/'))
  }
  return [...keys]
}

/** The names that lead from the root of the document to this type; text inside a field belongs to the field. */
function pathOf(type: Y.AbstractType<unknown>): readonly string[] | null {
  const path: string[] = []
  let at: Y.AbstractType<unknown> = type
  while (at._item !== null) {
    if (at._item.parentSub !== null) path.unshift(at._item.parentSub)
    const parent = at._item.parent
    if (!(parent instanceof Y.AbstractType)) return null
    at = parent
  }
  return [...rootPath(Y.findRootTypeKey(at)), ...path]
}

/** Rich text of a later schema stands at the root as `rt:<id>:<field>`. */
function rootPath(name: string): readonly string[] {
  return name.startsWith('rt:') ? name.split(':').slice(0, 3) : [name]
}

/** Everything that waits, each thing once: a record that is new swallows its own fields, a plan that is new swallows all. */
export function unsentChanges(keys: Iterable<string>): readonly UnsentChange[] {
  const all = new Set(keys)
  if (all.has(MADE_HERE)) return [{ list: MADE_HERE, id: null, field: null }]
  return [...all]
    .filter((key) => {
      const [list, id, field] = key.split('/')
      return field === undefined || !all.has(`${list}/${id}`)
    })
    .toSorted()
    .map((key) => {
      const [list = '', id = null, field = null] = key.split('/')
      return { list, id, field }
    })
}

export function sameChanges(a: readonly UnsentChange[], b: readonly UnsentChange[]): boolean {
  return (
    a.length === b.length &&
    a.every((change, at) => change.list === b[at]?.list && change.id === b[at].id && change.field === b[at].field)
  )
}
