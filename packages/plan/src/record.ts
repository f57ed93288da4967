/**
 * Records: one Y.Map per id, set once and never replaced. A record's file gives a
 * table of fields; everything else that records have in common is here and in
 * `write-record.ts`: reading whatever anybody wrote, being born, being archived.
 *
 * A record is never deleted: `archived` hides it, and what others did to it
 * meanwhile stays (`decisions`: archive instead of delete).
 */
import * as Y from 'yjs'
import { cleanText } from './clean-text.ts'
import { storedValue, type Fields, type TextField } from './field.ts'
import { parseId, type Id } from './ids.ts'
import { countRevision } from './revision.ts'
import { keepSame } from './same-value.ts'
import { shelf, type Shelf } from './shelf.ts'

export type Row<RecordId, Data> = Readonly<Data> & { readonly id: RecordId }

export interface RecordKind<RecordId extends string, Data> extends Shelf<Row<RecordId, Data>> {
  readonly fields: Fields<Data>
  /** The live record, or null where there is none. */
  readonly recordIn: (ydoc: Y.Doc, id: string) => Y.Map<unknown> | null
}

export interface RecordTable<Data> {
  readonly name: string
  readonly most: number
  readonly fields: Fields<Data>
  /** Without these fields it is no record at all (a step without a place). */
  readonly needs?: readonly (keyof Data)[]
}

export function recordKind<Kind extends string, Data extends object>(
  table: RecordTable<Data>,
): RecordKind<Id<Kind>, Data> {
  const { name, most, fields, needs = [] } = table

  function read(key: string, raw: unknown, before?: Row<Id<Kind>, Data>): Row<Id<Kind>, Data> | null {
    const id = parseId<Kind>(key)
    if (id === null || !(raw instanceof Y.Map)) return null
    const data = readFields<Data>(fields, raw, before)
    if (needs.some((field) => data[field] === null)) return null
    return Object.freeze({ ...data, id })
  }

  const rows = shelf(name, most, read)
  return {
    ...rows,
    fields,
    recordIn(ydoc, id) {
      const record = parseId(id) === null ? null : rows.rootOf(ydoc).get(id)
      return record instanceof Y.Map ? record : null
    },
  }
}

/**
 * Every field of the table as its `read` sees it; what says the same as `before` is
 * the same object. Keys that the table does not name are left alone and unread.
 */
function readFields<Data>(fields: Fields<Data>, record: Y.Map<unknown>, before?: Readonly<Data>): Data {
  const data: Partial<Data> = {}
  for (const key in fields) data[key] = keepSame<Data[typeof key]>(before?.[key], readField(fields, key, record))
  return data as Data
}

/** What one field says. */
export function readField<Data, Key extends keyof Data & string>(
  fields: Fields<Data>,
  key: Key,
  record: Y.Map<unknown>,
): Data[Key] {
  return fields[key].read(record.get(key)) as Data[Key]
}

/**
 * The content of a new record. Texts and rich texts are made at once, even empty:
 * made later by two people, one of them would be lost whole. A choice that is null
 * is not written, because an absent one reads the same.
 */
export function recordOf<Data>(fields: Fields<Data>, values: Partial<Data>): Y.Map<unknown> {
  return fill(new Y.Map<unknown>(), fields, values)
}

/** A record that is a root itself (`meta`): there is one, and its creator fills it once. */
export interface RootRecord<Data> {
  readonly name: string
  readonly fields: Fields<Data>
  readonly recordIn: (ydoc: Y.Doc) => Y.Map<unknown>
  readonly readIn: (ydoc: Y.Doc) => Readonly<Data>
  readonly touch: (ydoc: Y.Doc) => void
  readonly fillIn: (ydoc: Y.Doc, values: Partial<Data>) => void
}

export function rootRecord<Data extends object>(name: string, fields: Fields<Data>): RootRecord<Data> {
  interface Cache {
    readonly root: Y.Map<unknown>
    data: Readonly<Data> | undefined
    touched: boolean
  }
  const caches = new WeakMap<Y.Doc, Cache>()

  function cacheOf(ydoc: Y.Doc): Cache {
    const known = caches.get(ydoc)
    if (known !== undefined) return known
    const cache: Cache = { root: ydoc.getMap(name), data: undefined, touched: true }
    cache.root.observeDeep(() => touch(ydoc))
    caches.set(ydoc, cache)
    return cache
  }

  function touch(ydoc: Y.Doc): void {
    cacheOf(ydoc).touched = true
    countRevision(ydoc)
  }

  return {
    name,
    fields,
    recordIn: (ydoc) => cacheOf(ydoc).root,
    readIn(ydoc) {
      const cache = cacheOf(ydoc)
      if (cache.data === undefined || cache.touched) {
        cache.data = keepSame(cache.data, Object.freeze(readFields(fields, cache.root, cache.data)))
        cache.touched = false
      }
      return cache.data
    },
    touch,
    fillIn(ydoc, values) {
      fill(cacheOf(ydoc).root, fields, values)
      touch(ydoc)
    },
  }
}

function fill<Data>(record: Y.Map<unknown>, fields: Fields<Data>, values: Partial<Data>): Y.Map<unknown> {
  for (const key in fields) {
    const value = values[key]
    const field = fields[key]
    if (field.kind === 'text') record.set(key, new Y.Text(firstText(field, value)))
    else if (field.kind === 'rich') record.set(key, new Y.XmlFragment())
    else if (field.kind === 'entries') record.set(key, new Y.Map())
    else {
      const stored = value === undefined || value === null ? undefined : storedValue(field, value)
      if (stored !== undefined && stored !== null) record.set(key, stored)
    }
  }
  return record
}

function firstText({ limit, isOneLine }: TextField, value: unknown): string {
  return typeof value === 'string' ? cleanText(value, limit, isOneLine) : ''
}
