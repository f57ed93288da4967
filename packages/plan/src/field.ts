/**
 * The kinds of field that a record has, as one small table entry each:
 *
 * - `valueField`: a choice (a date, a role, a flag), ONE plain value, last writer wins;
 * - `textField`: what people type; a Y.Text made in the same transaction as its
 *   record and never replaced, so that two people who append both keep their words;
 * - `richField`: a Y.XmlFragment made with its record; only whether it says anything
 *   is read here, its content is drawn from the fragment itself (`rich-text.ts`);
 * - `entriesField`: a Y.Map made with its record, one plain value a key, so that two
 *   people who add entries lose none.
 *
 * `read` takes whatever lies in the document and never throws.
 */
import * as v from 'valibot'
import * as Y from 'yjs'
import { shownText } from './clean-text.ts'
import { parseId } from './ids.ts'
import { readValue } from './read-value.ts'
import { freezeDeep, isSameValue } from './same-value.ts'

interface Reads<T> {
  /** What the field says; anything odd is the fallback. */
  readonly read: (raw: unknown) => T
}

export interface ValueField<T> extends Reads<T> {
  readonly kind: 'value'
}

export interface TextField extends Reads<string> {
  readonly kind: 'text'
  readonly limit: number
  readonly isOneLine: boolean
}

export interface RichField extends Reads<boolean> {
  readonly kind: 'rich'
}

export type Entries<T> = Readonly<Record<string, T>>

export interface EntriesField<T> extends Reads<T> {
  readonly kind: 'entries'
}

export type Field<T> =
  | ValueField<T>
  | EntriesField<T>
  | (T extends string ? TextField : never)
  | (T extends boolean ? RichField : never)

/** A record's table of fields. */
export type Fields<Row> = { readonly [Key in keyof Row]: Field<Row[Key]> }

export function valueField<T>(schema: v.GenericSchema<unknown, T>, fallback: T): ValueField<T> {
  const frozen = freezeDeep(fallback)
  return {
    kind: 'value',
    read(raw) {
      const value = raw === undefined ? undefined : readValue(schema, raw)
      return value === undefined ? frozen : freezeDeep(value)
    },
  }
}

/** A field that may be empty: null, and null for anything odd. */
export function nullableField<T>(schema: v.GenericSchema<unknown, T>): ValueField<T | null> {
  return valueField<T | null>(v.nullable(schema), null)
}

export function textField(limit: number, lines: 'one line' | 'lines' = 'one line'): TextField {
  const isOneLine = lines === 'one line'
  return {
    kind: 'text',
    limit,
    isOneLine,
    read(raw) {
      // Nobody types into a plain string, but what it says is better shown than hidden.
      const text = raw instanceof Y.Text ? raw.toString() : raw
      return typeof text === 'string' ? shownText(text, limit, isOneLine) : ''
    },
  }
}

export function richField(): RichField {
  return { kind: 'rich', read: (raw) => raw instanceof Y.XmlFragment && hasWords(raw) }
}

/**
 * A choice as it is written: what the field would read in it, so that nobody here
 * writes what everybody else would read differently. Undefined for a value that the
 * field makes nothing of.
 */
export function storedValue(field: Reads<unknown>, value: unknown): unknown {
  const read = field.read(value)
  if (isSameValue(read, value)) return value
  return isSameValue(read, field.read(undefined)) ? undefined : structuredClone(read)
}

/** Keys that fit no id and values that fit no schema are left out; the result inherits nothing. */
export function entriesField<T>(schema: v.GenericSchema<unknown, T>): EntriesField<Entries<T>> {
  return {
    kind: 'entries',
    read(raw) {
      const entries: Record<string, T> = Object.create(null)
      if (raw instanceof Y.Map) {
        for (const key of [...raw.keys()].toSorted()) {
          const value = readValue(schema, raw.get(key))
          if (parseId(key) !== null && value !== undefined) entries[key] = value
        }
      }
      return freezeDeep(entries)
    },
  }
}

/** Whether any text stands in the fragment. A walk with its own stack: depth is the attacker's choice. */
function hasWords(fragment: Y.XmlFragment): boolean {
  const open: unknown[] = [fragment]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node instanceof Y.XmlText) {
      if (
        node
          .toDelta()
          .some((part: { insert?: unknown }) => typeof part.insert === 'string' && part.insert.trim() !== '')
      ) {
        return true
      }
    } else if (node instanceof Y.XmlFragment) {
      open.push(...node.toArray())
    }
  }
  return false
}
