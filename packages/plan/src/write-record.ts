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
import { readField, recordOf, type RecordKind } from './record.ts'
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
