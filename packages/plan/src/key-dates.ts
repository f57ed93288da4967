/**
 * Key dates: days that people fixed outside the plan (a freeze, a board meeting, a
 * contract's end). One of them may be the compelling event. From and to are one
 * value, so a merge cannot mix two people's spans.
 */
import type { LocalDate } from '@milepost/schedule'
import { nullableField, textField, valueField, type Fields } from './field.ts'
import type { KeyDateId } from './ids.ts'
import { KEY_DATES } from './keys.ts'
import { RECORD_LIMITS, TEXT_LIMITS } from './limits.ts'
import { change, type Change, type LiveDoc } from './live-doc.ts'
import { recordKind, type Row } from './record.ts'
import { flag, mark, side, span, type Mark, type Side, type Span } from './value.ts'
import { addRecord, archiveRecord, restoreRecord, setField } from './write-record.ts'

export interface KeyDateData {
  readonly title: string
  readonly why: string
  /** Null where nobody has said the day yet. */
  readonly span: Span | null
  readonly side: Side
  readonly compelling: boolean
  /** Whether no work is done in the span: the schedule counts it as a freeze. */
  readonly blocksWork: boolean
  readonly archived: Mark | null
}

export type KeyDate = Row<KeyDateId, KeyDateData>

const fields: Fields<KeyDateData> = {
  title: textField(TEXT_LIMITS.line),
  why: textField(TEXT_LIMITS.paragraph),
  span: nullableField(span),
  side: valueField<Side>(side, 'buyer'),
  compelling: valueField(flag, false),
  blocksWork: valueField(flag, false),
  archived: nullableField(mark),
}

export const KEY_DATE = recordKind<'keyDate', KeyDateData>({
  name: KEY_DATES,
  most: RECORD_LIMITS.keyDates,
  fields,
})

export interface KeyDateDraft {
  readonly title: string
  readonly why?: string
  readonly span: Span | null
  readonly side: Side
  readonly compelling?: boolean
  readonly blocksWork?: boolean
}

export function addKeyDate(doc: LiveDoc, draft: KeyDateDraft): KeyDateId | null {
  const id = change(doc, () => {
    const { compelling = false, ...values } = draft
    const id = addRecord(doc, KEY_DATE, values)
    if (id !== null && compelling) setKeyDateCompelling(doc, id, true)
    return id
  })
  return id === 'not-allowed' ? null : id
}

/** A span that ends before it begins is refused. */
export function setKeyDateSpan(
  doc: LiveDoc,
  id: KeyDateId,
  from: LocalDate,
  to: LocalDate = from,
): Change | 'ends-before-it-begins' {
  return from > to ? 'ends-before-it-begins' : setField(doc, KEY_DATE, id, 'span', { from, to })
}

export function setKeyDateSide(doc: LiveDoc, id: KeyDateId, side: Side): Change {
  return setField(doc, KEY_DATE, id, 'side', side)
}

/** Marks the compelling event. There is one: the mark leaves every other key date. */
export function setKeyDateCompelling(doc: LiveDoc, id: KeyDateId, compelling: boolean): Change {
  return change(doc, () => {
    const changed = setField(doc, KEY_DATE, id, 'compelling', compelling)
    if (compelling && changed !== 'no-such-record') {
      for (const other of KEY_DATE.rowsIn(doc.ydoc)) {
        if (other.id !== id && other.compelling) setField(doc, KEY_DATE, other.id, 'compelling', false)
      }
    }
    return changed
  })
}

export function setKeyDateBlocksWork(doc: LiveDoc, id: KeyDateId, blocksWork: boolean): Change {
  return setField(doc, KEY_DATE, id, 'blocksWork', blocksWork)
}

/** Milestones that must end by it then read as free; restoring it binds them again. */
export function archiveKeyDate(doc: LiveDoc, id: KeyDateId): Change {
  return archiveRecord(doc, KEY_DATE, id)
}

export function restoreKeyDate(doc: LiveDoc, id: KeyDateId): Change {
  return restoreRecord(doc, KEY_DATE, id)
}
