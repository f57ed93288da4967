/**
 * When two people set one choice while apart, the merge keeps one of them, and which
 * one has nothing to do with time. Nobody's value may vanish unseen: the device whose
 * value is not shown is told, and can put its own back ("Use mine").
 *
 * Whether they were really apart is read from the document: every value of a key
 * points to the one its writer saw. If mine is not among the ancestors of the one
 * that is shown now, its writer did not know mine.
 */
import * as Y from 'yjs'
import { RECORD_KINDS, recordHome, type RecordList } from './changes/record-home.ts'
import { change, stateOf, type Change } from './live-doc.ts'
import { META_RECORD } from './meta.ts'
import type { PlanDoc } from './plan-doc.ts'
import { isSameValue } from './same-value.ts'
import { WRITER, type WriterEntry } from './writers.ts'

/** A choice of mine that the merge did not keep. */
export interface Overruled {
  readonly in: 'meta' | RecordList
  /** Null in `meta`. */
  readonly id: string | null
  readonly field: string
  /** As the field reads it: mine, and the one that the plan shows. */
  readonly mine: unknown
  readonly shown: unknown
  /** Who set the one that is shown, as they say; null where they never said. */
  readonly by: WriterEntry | null
}

/** Calls `listener` after each merge that overruled choices made on this device or with this grant. */
export function watchOverruled(doc: PlanDoc, listener: (overruled: readonly Overruled[]) => void): () => void {
  const { listeners } = stateOf(doc)
  const hear = (transaction: Y.Transaction) => {
    if (transaction.local) return
    const overruled = overruledIn(doc, transaction)
    if (overruled.length > 0) listener(overruled)
  }
  listeners.add(hear)
  return () => {
    listeners.delete(hear)
  }
}

/** Puts one's own value back, as a change of one's own that undo takes back. */
export function keepMine(doc: PlanDoc, overruled: Overruled): Change {
  return change(doc, () => {
    const home = recordHome(doc.ydoc, overruled.in, overruled.id)
    const field = home?.fields[overruled.field]
    if (home === null || field === undefined || field.kind !== 'value') return 'no-such-record'
    if (isSameValue(field.read(home.record.get(overruled.field)), overruled.mine)) return 'unchanged'
    home.record.set(overruled.field, overruled.mine)
    home.touch()
    return 'changed'
  })
}

function overruledIn(doc: PlanDoc, transaction: Y.Transaction): readonly Overruled[] {
  const overruled: Overruled[] = []
  for (const [type, keys] of transaction.changed) {
    if (!(type instanceof Y.Map)) continue
    const place = placeOf(doc.ydoc, type)
    if (place === null) continue
    for (const key of keys) {
      const found = typeof key === 'string' ? overruledAt(doc, transaction, type, place, key) : null
      if (found !== null) overruled.push(found)
    }
  }
  return overruled
}

type Place = Pick<Overruled, 'in' | 'id'>

function overruledAt(
  doc: PlanDoc,
  transaction: Y.Transaction,
  type: Y.Map<unknown>,
  place: Place,
  key: string,
): Overruled | null {
  const field = recordHome(doc.ydoc, place.in, place.id)?.fields[key]
  const shown = type._map.get(key)
  if (field === undefined || field.kind !== 'value' || shown === undefined || shown.deleted) return null
  if (!isNew(transaction, shown) || isMine(doc, shown.id.client)) return null
  let before = shown.left
  while (before !== null && isNew(transaction, before)) before = before.left
  if (before === null || !Y.isDeleted(transaction.deleteSet, before.id)) return null
  if (!isMine(doc, before.id.client) || descendsFrom(doc.ydoc, shown, before.id)) return null
  const values = { mine: field.read(valueOf(before)), shown: field.read(valueOf(shown)) }
  if (isSameValue(withoutMarks(values.mine), withoutMarks(values.shown))) return null
  return { ...place, field: key, ...values, by: WRITER.rowIn(doc.ydoc, String(shown.id.client)) }
}

function isNew(transaction: Y.Transaction, { id }: Y.Item): boolean {
  return id.clock >= (transaction.beforeState.get(id.client) ?? 0)
}

/** Mine: of this Y.Doc, or of an earlier one that wrote with the same grant (before a reload). */
function isMine(doc: PlanDoc, client: number): boolean {
  if (client === doc.ydoc.clientID) return true
  const grantId = stateOf(doc).writer?.grantId ?? null
  return grantId !== null && WRITER.rowIn(doc.ydoc, String(client))?.grantId === grantId
}

/** Whether the writer of `item` had seen the value with this id. */
function descendsFrom(ydoc: Y.Doc, item: Y.Item, ancestor: Y.ID): boolean {
  for (let origin = item.origin; origin !== null;) {
    if (Y.compareIDs(origin, ancestor)) return true
    const found: unknown = Y.getItem(ydoc.store, origin)
    origin = found instanceof Y.Item ? found.origin : null
  }
  return false
}

function valueOf(item: Y.Item): unknown {
  return item.content.getContent().at(-1)
}

/** Two people who both say "done on Tuesday" say the same, whoever said it when. */
function withoutMarks(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'by' && key !== 'at'))
}

function placeOf(ydoc: Y.Doc, type: Y.Map<unknown>): Place | null {
  if (type === META_RECORD.recordIn(ydoc)) return { in: 'meta', id: null }
  const id = type._item?.parentSub ?? null
  for (const [name, kind] of Object.entries(RECORD_KINDS)) {
    if (id !== null && type.parent === kind.rootOf(ydoc)) return { in: name as RecordList, id }
  }
  return null
}
