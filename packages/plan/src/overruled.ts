/**
 * When two people set one choice while apart, the merge keeps one of them, and which
 * one has nothing to do with time. Nobody's value may vanish unseen: the device whose
 * value is not shown is told, and can put its own back ("Use mine").
 *
 * Whether they were really apart is read from the document: every value of a key
 * points to the one its writer saw. If mine is not among the ancestors of the one
 * that is shown now, its writer did not know mine.
 *
 * Each value has a number that it keeps (`ValueId`). A device remembers with it what
 * it was told: over reloads, and so that it is never told twice.
 */
import * as v from 'valibot'
import * as Y from 'yjs'
import { isRecordList, RECORD_KINDS, recordHome, type AnyField, type RecordList } from './changes/record-home.ts'
import type { KeyDateId, MilestoneId } from './ids.ts'
import { setKeyDateCompelling } from './key-dates.ts'
import { change, stateOf, type Change } from './live-doc.ts'
import { META_RECORD, setGoLive } from './meta.ts'
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
  readonly mineIs: ValueId
  readonly shownIs: ValueId
  /** Who set the one that is shown, as they say; null where they never said. */
  readonly by: WriterEntry | null
}

/** One value that somebody set, wherever it is read: `client:clock`. */
export type ValueId = string

/** What a device keeps of it; who set the other one and what it says is read where it is shown. */
export type KeptOverruled = Pick<Overruled, 'in' | 'id' | 'field' | 'mine' | 'mineIs' | 'shownIs'>

/** What follows from another choice is not told apart from it; what an agreement noted was nobody's choice. */
const NOT_TOLD = new Set(['meta/goLiveSetBy', 'steps/agreedDue'])

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
    // These choices reach further than their own field.
    if (overruled.field === 'goLiveId') return setGoLive(doc, overruled.mine as MilestoneId | null)
    if (overruled.field === 'compelling')
      return setKeyDateCompelling(doc, overruled.id as KeyDateId, overruled.mine === true)
    home.record.set(overruled.field, structuredClone(overruled.mine))
    home.touch()
    return 'changed'
  })
}

/**
 * What stands there now against mine. Null: it is settled, because somebody who knew one of the two has set the field
 * again, or because both say the same. 'not-here': this document has not heard of it yet.
 */
export function overruledNow(doc: PlanDoc, kept: KeptOverruled): Overruled | 'not-here' | null {
  const { ydoc } = doc
  const home = recordHome(ydoc, kept.in, kept.id)
  const field = home?.fields[kept.field]
  const shown = home?.record._map.get(kept.field)
  const [mine, other] = [parseValueId(kept.mineIs), parseValueId(kept.shownIs)]
  if (mine === null || other === null) return null
  if (!isIn(ydoc, mine) || !isIn(ydoc, other)) return 'not-here'
  if (field?.kind !== 'value' || shown === undefined || shown.deleted || isMine(doc, shown.id.client)) return null
  const isAnother = valueIdOf(shown) !== kept.shownIs
  if (isAnother && (descendsFrom(ydoc, shown, other) || descendsFrom(ydoc, shown, mine))) return null
  const value = field.read(valueOf(shown))
  if (isSaidAlike(kept.mine, value)) return null
  return { ...kept, shown: value, shownIs: valueIdOf(shown), by: WRITER.rowIn(ydoc, String(shown.id.client)) }
}

/** What lies on the device's disk, or null where it is none: mine is what its field reads in it. */
export function parseOverruled(raw: unknown): KeptOverruled | null {
  const result = v.safeParse(keptShape, raw)
  if (!result.success) return null
  const { in: list, field: name, ...kept } = result.output
  if (list !== 'meta' && !isRecordList(list)) return null
  const fields: Readonly<Record<string, AnyField | undefined>> =
    list === 'meta' ? { ...META_RECORD.fields } : { ...RECORD_KINDS[list].fields }
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined
  return field?.kind === 'value' ? { ...kept, in: list, field: name, mine: field.read(kept.mine) } : null
}

const keptShape = v.object({
  in: v.string(),
  id: v.nullable(v.string()),
  field: v.string(),
  mine: v.unknown(),
  mineIs: v.string(),
  shownIs: v.string(),
})

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
  if (NOT_TOLD.has(`${place.in}/${key}`)) return null
  if (!isNew(transaction, shown) || isMine(doc, shown.id.client)) return null
  let before = shown.left
  while (before !== null && isNew(transaction, before)) before = before.left
  if (before === null || !Y.isDeleted(transaction.deleteSet, before.id)) return null
  if (!isMine(doc, before.id.client) || descendsFrom(doc.ydoc, shown, before.id)) return null
  const values = { mine: field.read(valueOf(before)), shown: field.read(valueOf(shown)) }
  if (isSaidAlike(values.mine, values.shown)) return null
  const ids = { mineIs: valueIdOf(before), shownIs: valueIdOf(shown) }
  return { ...place, field: key, ...values, ...ids, by: WRITER.rowIn(doc.ydoc, String(shown.id.client)) }
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

/**
 * Whether the writer of `item` had seen the value with this id. Yjs joins values that one client set one after the
 * other once they are gone; inside such a piece each follows the one before.
 */
function descendsFrom(ydoc: Y.Doc, item: Y.Item, ancestor: Y.ID): boolean {
  for (let origin = item.origin; origin !== null;) {
    const found: unknown = Y.getItem(ydoc.store, origin)
    if (origin.client === ancestor.client && origin.clock >= ancestor.clock && startOf(found) <= ancestor.clock)
      return true
    origin = found instanceof Y.Item ? found.origin : null
  }
  return false
}

function startOf(struct: unknown): number {
  return struct instanceof Y.Item || struct instanceof Y.GC ? struct.id.clock : 0
}

function isIn(ydoc: Y.Doc, { client, clock }: Y.ID): boolean {
  return Y.getState(ydoc.store, client) > clock
}

function valueIdOf(item: Y.Item): ValueId {
  // The last of a joined piece is the one that stands.
  return `${item.id.client}:${item.lastId.clock}`
}

function parseValueId(text: ValueId): Y.ID | null {
  const [client = NaN, clock = NaN] = text.split(':').map(Number)
  return Number.isSafeInteger(client) && Number.isSafeInteger(clock) ? Y.createID(client, clock) : null
}

function valueOf(item: Y.Item): unknown {
  return item.content.getContent().at(-1)
}

function isSaidAlike(one: unknown, other: unknown): boolean {
  return isSameValue(withoutMarks(one), withoutMarks(other))
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
