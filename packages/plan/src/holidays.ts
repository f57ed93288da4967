/**
 * Holidays: one entry a day, keyed by the date, so that two people who add holidays
 * while apart lose none, and two who add the same day have one.
 */
import { parseLocalDate, type LocalDate } from '@milepost/schedule'
import * as v from 'valibot'
import { HOLIDAYS } from './keys.ts'
import { RECORD_LIMITS } from './limits.ts'
import { change, type Change, type LiveDoc } from './live-doc.ts'
import { readValue } from './read-value.ts'
import { freezeDeep, isSameValue } from './same-value.ts'
import { shelf } from './shelf.ts'
import { line, side, type Side } from './value.ts'

export interface Holiday {
  readonly date: LocalDate
  readonly name: string
  /** Whose holiday it is; null: both sides'. */
  readonly side: Side | null
}

const entry = v.object({ name: v.fallback(line, ''), side: v.fallback(v.nullable(side), null) })

export const HOLIDAY = shelf<Holiday>(HOLIDAYS, RECORD_LIMITS.holidays, (key, raw) => {
  const date = parseLocalDate(key)
  const value = readValue(entry, raw)
  return date === null || value === undefined ? null : freezeDeep({ date, ...value })
})

/** Adds a holiday or gives the day another name. */
export function setHoliday(
  doc: LiveDoc,
  date: LocalDate,
  holiday: { readonly name: string; readonly side: Side | null },
): Change | 'full' {
  return change(doc, () => {
    const known = HOLIDAY.rowIn(doc.ydoc, date)
    if (isSameValue(known, { date, ...holiday })) return 'unchanged'
    if (known === null && HOLIDAY.rowsIn(doc.ydoc).length >= HOLIDAY.most) return 'full'
    HOLIDAY.rootOf(doc.ydoc).set(date, { name: holiday.name, side: holiday.side })
    HOLIDAY.touch(doc.ydoc, date)
    return 'changed'
  })
}

export function removeHoliday(doc: LiveDoc, date: LocalDate): Change {
  return change(doc, () => {
    const root = HOLIDAY.rootOf(doc.ydoc)
    if (!root.has(date)) return 'no-such-record'
    root.delete(date)
    HOLIDAY.touch(doc.ydoc, date)
    return 'changed'
  })
}
