/**
 * What one place of a plan says, in one form for every kind of place, so that two documents can be compared there:
 * the device's own and what its relay had. A place is named as the update log names it: list, record, field.
 */
import * as Y from 'yjs'
import { CONFIRMATION } from '../confirmations.ts'
import { HOLIDAY } from '../holidays.ts'
import { META_RECORD } from '../meta.ts'
import { MOVE } from '../moves.ts'
import { OFFER } from '../offers.ts'
import { SCORE } from '../options.ts'
import type { PlanDoc } from '../plan-doc.ts'
import { plainText } from '../rich-text-blocks.ts'
import { isSameValue } from '../same-value.ts'
import { isRecordList, recordHome, RECORD_KINDS, type RecordHome } from './record-home.ts'

/** As the update log counts it. In 'meta' the field stands in `id`, and what it holds of entries in `field`. */
export interface ChangePlace {
  readonly list: string
  readonly id: string | null
  /** Null: the record as a whole. */
  readonly field: string | null
}

const SHELVES = { holidays: HOLIDAY, moves: MOVE, offers: OFFER, confirmations: CONFIRMATION, scores: SCORE } as const

/**
 * A field's value, the words of a text, a record that is there; null where there is none, also for a record that was
 * removed. Undefined for a place that no plan has.
 */
export function saidAt(doc: PlanDoc, { list, id, field }: ChangePlace): unknown {
  if (list === 'meta') return id === null ? undefined : saidInMeta(doc, id, field)
  if (id === null) return undefined
  if (isRecordList(list)) {
    if (field !== null) return saidInField(recordHome(doc.ydoc, list, id), field)
    const row = RECORD_KINDS[list].rowIn(doc.ydoc, id)
    return row?.archived === null ? row : null
  }
  if (!Object.hasOwn(SHELVES, list)) return undefined
  const row = SHELVES[list as keyof typeof SHELVES].rowIn(doc.ydoc, id)
  return field === null ? row : row === null ? null : Object.entries(row).find(([key]) => key === field)?.[1]
}

/** Whether both documents say the same there. */
export function isSaidAlike(one: PlanDoc, other: PlanDoc, place: ChangePlace): boolean {
  return isSameValue(saidAt(one, place), saidAt(other, place))
}

function saidInMeta(doc: PlanDoc, field: string, entry: string | null): unknown {
  if (field === 'findingsOff' && entry !== null) {
    const entries = META_RECORD.readIn(doc.ydoc).findingsOff
    return Object.hasOwn(entries, entry) ? entries[entry] : null
  }
  return saidInField(recordHome(doc.ydoc, 'meta', null), field)
}

function saidInField(home: RecordHome | null, name: string): unknown {
  if (home === null) return null
  const field = Object.hasOwn(home.fields, name) ? home.fields[name] : undefined
  const raw = home.record.get(name)
  if (field?.kind === 'rich') return raw instanceof Y.XmlFragment ? plainText(raw) : ''
  return field?.read(raw)
}
