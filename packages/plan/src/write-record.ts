/**
 * How records are made and changed: the verbs that every kind shares.
 *
 * A record is born archived in a part of the change that undo leaves alone, and
 * brought to life in the part that undo takes back. So undoing a creation archives
 * the record, and what others have built on it meanwhile is still there; taking the
 * creation itself back would have destroyed their work (it did, when tried).
 */
import { storedValue } from './field.ts'
import { newId, type Id } from './ids.ts'
import { READ_MARGIN } from './limits.ts'
import { aside, change, markNow, stateOf, type Change, type LiveDoc } from './live-doc.ts'
import { byRank, rankAt } from './rank.ts'
import { readField, recordOf, type RecordKind, type Row } from './record.ts'
import { isSameValue } from './same-value.ts'
import type { Mark } from './value.ts'

/** What every kind that can be removed has. */
export interface Removable {
  readonly archived: Mark | null
}

/** Sets one choice. An equal value writes nothing. */
export function setField<Data, Key extends keyof Data & string>(
  doc: LiveDoc,
  kind: RecordKind<string, Data>,
  id: string,
  key: Key,
  value: Data[Key],
): Change {
  return change(doc, () => {
    const record = kind.recordIn(doc.ydoc, id)
    if (record === null) return 'no-such-record'
    const stored = storedValue(kind.fields[key], value)
    if (stored === undefined) return 'invalid'
    if (isSameValue(readField(kind.fields, key, record), stored)) return 'unchanged'
    record.set(key, stored)
    kind.touch(doc.ydoc, id)
    return 'changed'
  })
}

/** Adds a record that undo can take back; null where the plan is full or the gate is shut. */
export function addRecord<Kind extends string, Data extends Removable>(
  doc: LiveDoc,
  kind: RecordKind<Id<Kind>, Data>,
  values: Partial<Data>,
): Id<Kind> | null {
  const id = change(doc, () => {
    const id = birth(doc, kind, { ...values, archived: markNow(doc) })
    if (id !== null) setField(doc, kind, id, 'archived', null)
    return id
  })
  return id === 'not-allowed' ? null : id
}

/** Adds a record that stays whatever is undone: a move, an offer, a comment. */
export function addLastingRecord<Kind extends string, Data extends object>(
  doc: LiveDoc,
  kind: RecordKind<Id<Kind>, Data>,
  values: Partial<Data>,
): Id<Kind> | null {
  const id = change(doc, () => birth(doc, kind, values))
  return id === 'not-allowed' ? null : id
}

/** Sets a choice that stays whatever is undone. */
export function setLastingField<Data, Key extends keyof Data & string>(
  doc: LiveDoc,
  kind: RecordKind<string, Data>,
  id: string,
  key: Key,
  value: Data[Key],
): Change {
  return aside(doc, () => setField(doc, kind, id, key, value))
}

export function archiveRecord<Data extends Removable>(
  doc: LiveDoc,
  kind: RecordKind<string, Data>,
  id: string,
): Change {
  const row = kind.rowIn(doc.ydoc, id)
  return row?.archived ? 'unchanged' : setField(doc, kind, id, 'archived', markNow(doc))
}

export function restoreRecord<Data extends Removable>(
  doc: LiveDoc,
  kind: RecordKind<string, Data>,
  id: string,
): Change {
  return setField(doc, kind, id, 'archived', null)
}

/** What stands in an order that people choose. */
export interface Orderable extends Removable {
  readonly rank: string
}

/** Those that are not archived, in their order, as they stand at this point of a change. */
export function presentRows<RecordId extends string, Data extends Orderable>(
  doc: LiveDoc,
  kind: RecordKind<RecordId, Data>,
): readonly Row<RecordId, Data>[] {
  return kind
    .rowsIn(doc.ydoc)
    .filter((row) => row.archived === null)
    .toSorted(byRank)
}

/**
 * A rank right behind `after`; in front of all for null, behind all where nobody is named or it is gone. Neighbours that leave
 * no room get new ranks in the same change. `moving` is no neighbour of itself.
 */
export function rankBehind<RecordId extends string, Data extends Orderable>(
  doc: LiveDoc,
  kind: RecordKind<RecordId, Data>,
  after: RecordId | null | undefined,
  moving: RecordId | null = null,
): string {
  const siblings = presentRows(doc, kind).filter((row) => row.id !== moving)
  const found = siblings.findIndex((row) => row.id === after)
  const index = after === null ? 0 : found === -1 ? siblings.length : found + 1
  const { rank, renewed } = rankAt(siblings, index, stateOf(doc).random)
  for (const sibling of renewed) setField(doc, kind, sibling.id, 'rank', sibling.rank as Data['rank'])
  return rank
}

/** Moves it right behind another one; `place` as with `rankBehind`. */
export function moveRecord<RecordId extends string, Data extends Orderable>(
  doc: LiveDoc,
  kind: RecordKind<RecordId, Data>,
  id: RecordId,
  after: RecordId | null,
): Change {
  if (after === id) return 'unchanged'
  return change<Change>(doc, () => {
    if (kind.recordIn(doc.ydoc, id) === null) return 'no-such-record'
    const order = presentRows(doc, kind)
    const index = order.findIndex((row) => row.id === id)
    if (index >= 0 && (order[index - 1]?.id ?? null) === after) return 'unchanged'
    return setField(doc, kind, id, 'rank', rankBehind(doc, kind, after, id) as Data['rank'])
  })
}

/** Adds a record right behind `after` (as with `rankBehind`) that undo can take back; null where the plan is full or the gate is shut. */
export function addRecordBehind<Kind extends string, Data extends Orderable>(
  doc: LiveDoc,
  kind: RecordKind<Id<Kind>, Data>,
  values: Partial<Data>,
  after?: Id<Kind> | null,
): Id<Kind> | null {
  const id = change(doc, () => addRecord(doc, kind, { ...values, rank: rankBehind(doc, kind, after) }))
  return id === 'not-allowed' ? null : id
}

/** The highest `n` that anybody knew, plus one. */
export function nextCount(rows: readonly { readonly n: number }[]): number {
  return rows.reduce((highest, { n }) => Math.max(highest, n), 0) + 1
}

/** What was removed counts only where reading would come to its end. */
function isFull(rows: readonly object[], most: number): boolean {
  const present = rows.filter((row) => !('archived' in row) || row.archived === null)
  return present.length >= most || rows.length >= most * (READ_MARGIN - 1)
}

function birth<Kind extends string, Data extends object>(
  doc: LiveDoc,
  kind: RecordKind<Id<Kind>, Data>,
  values: Partial<Data>,
): Id<Kind> | null {
  const root = kind.rootOf(doc.ydoc)
  if (isFull(kind.rowsIn(doc.ydoc), kind.most)) return null
  const id = newId<Kind>(stateOf(doc).random)
  aside(doc, () => root.set(id, recordOf(kind.fields, values)))
  kind.touch(doc.ydoc, id)
  return id
}
