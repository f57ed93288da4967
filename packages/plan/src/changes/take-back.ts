/**
 * Taking back one single change that only this device has: the place goes back to what `base` says, the plan as the
 * relay had it. It is a change of its own, by the person, so the plan's undo takes it back again.
 *
 * What was said to the other side is not unsaid here (offers, moves, confirmations), and rich text has its own undo:
 * to put old paragraphs in the place of new ones would drop what somebody else types into them meanwhile.
 */
import type * as Y from 'yjs'
import { HOLIDAY, removeHoliday, setHoliday } from '../holidays.ts'
import { setKeyDateCompelling } from '../key-dates.ts'
import type { KeyDateId, MilestoneId } from '../ids.ts'
import { change, type Change } from '../live-doc.ts'
import { META_RECORD, setFindingOff } from '../meta.ts'
import { archiveMilestone, type ArchiveMilestone } from '../milestones.ts'
import { SCORE, setScore } from '../options.ts'
import type { PlanDoc } from '../plan-doc.ts'
import type { RecordKind } from '../record.ts'
import { isSameValue } from '../same-value.ts'
import { setText } from '../shared-text.ts'
import type { TextRef } from '../text-ref.ts'
import { archiveRecord, type Removable } from '../write-record.ts'
import { isRecordList, RECORD_KINDS, recordHome, type RecordList } from './record-home.ts'
import { isSaidAlike, saidAt, type ChangePlace } from './said-at.ts'

/** 'stays': this is not taken back singly. Go-live and the result are not archived without another in their place. */
export type TakeBack = ArchiveMilestone | 'full' | 'stays'

/** Fields that go with another one: go-live and who chose it are one choice. */
const GOES_WITH: Readonly<Record<string, readonly string[]>> = { goLiveId: ['goLiveSetBy'] }
const NEVER_ALONE = new Set(Object.values(GOES_WITH).flat())

/** What a side said that it agrees to. */
const AGREED = new Set(['agreedByBuyer', 'agreedBySeller'])

/** Whether a change of this place can be taken back by itself at all. */
export function canTakeBack(doc: PlanDoc, { list, id, field }: ChangePlace): boolean {
  if (id === null) return false
  if (list === 'holidays' || list === 'scores') return field === null
  if (list === 'meta') {
    if (id === 'findingsOff') return field !== null
    return !NEVER_ALONE.has(id) && isPlainField(META_RECORD.fields, id)
  }
  if (!isRecordList(list) || (field !== null && AGREED.has(field))) return false
  const home = recordHome(doc.ydoc, list, id)
  return home !== null && (field === null || isPlainField(home.fields, field))
}

/** Puts the place back to what `base` says there. */
export function takeBack(doc: PlanDoc, base: PlanDoc, place: ChangePlace): TakeBack {
  if (!canTakeBack(doc, place)) return 'stays'
  if (isSaidAlike(doc, base, place)) return 'unchanged'
  return change<TakeBack>(doc, () => takeBackNow(doc, base, place))
}

function takeBackNow(doc: PlanDoc, base: PlanDoc, place: ChangePlace): TakeBack {
  const { list, id, field } = place
  if (id === null) return 'stays'
  if (list === 'holidays') return holidayBack(doc, base, id)
  if (list === 'scores') return scoreBack(doc, base, id)
  if (list === 'meta') {
    if (field !== null) return setFindingOff(doc, field, saidAt(base, place) !== null)
    for (const other of GOES_WITH[id] ?? []) setBack(doc.ydoc, base.ydoc, 'meta', null, other)
    return fieldBack(doc, base, 'meta', null, id)
  }
  if (!isRecordList(list)) return 'stays'
  if (field === null) return archive(doc, list, id)
  if (field === 'archived' && saidAt(base, place) !== null) return removedAgain(doc, base, list, id)
  if (field === 'compelling') return setKeyDateCompelling(doc, id as KeyDateId, saidAt(base, place) === true)
  return fieldBack(doc, base, list, id, field)
}

function fieldBack(doc: PlanDoc, base: PlanDoc, list: 'meta' | RecordList, id: string | null, field: string): Change {
  const isText = recordHome(doc.ydoc, list, id)?.fields[field]?.kind === 'text'
  if (!isText) return setBack(doc.ydoc, base.ydoc, list, id, field)
  const place = list === 'meta' ? { list, id: field, field: null } : { list, id, field }
  // By the smallest splice: what others type around it stays.
  return setText(doc, { in: list, id, field } as TextRef, String(saidAt(base, place) ?? ''))
}

function setBack(ydoc: Y.Doc, base: Y.Doc, list: 'meta' | RecordList, id: string | null, name: string): Change {
  const home = recordHome(ydoc, list, id)
  const field = home?.fields[name]
  if (home === null || field?.kind !== 'value') return 'no-such-record'
  const before = field.read(recordHome(base, list, id)?.record.get(name))
  if (isSameValue(field.read(home.record.get(name)), before)) return 'unchanged'
  home.record.set(name, structuredClone(before))
  home.touch()
  return 'changed'
}

function holidayBack(doc: PlanDoc, base: PlanDoc, date: string): TakeBack {
  const before = HOLIDAY.rowIn(base.ydoc, date)
  const now = HOLIDAY.rowIn(doc.ydoc, date)
  if (before !== null) return setHoliday(doc, before.date, { name: before.name, side: before.side })
  return now === null ? 'no-such-record' : removeHoliday(doc, now.date)
}

function scoreBack(doc: PlanDoc, base: PlanDoc, key: string): TakeBack {
  const before = SCORE.rowIn(base.ydoc, key)
  const score = before ?? SCORE.rowIn(doc.ydoc, key)
  return score === null
    ? 'no-such-record'
    : setScore(doc, score.criterionId, score.optionId, before === null ? null : before.score)
}

function archive(doc: PlanDoc, list: RecordList, id: string): ArchiveMilestone {
  if (list === 'milestones') return archiveMilestone(doc, id as MilestoneId)
  const kind: RecordKind<string, Removable> = RECORD_KINDS[list]
  return archiveRecord(doc, kind, id)
}

/** With the mark it had: who removed it, and when, is what the others know. */
function removedAgain(doc: PlanDoc, base: PlanDoc, list: RecordList, id: string): ArchiveMilestone {
  const archived = archive(doc, list, id)
  if (archived === 'changed') setBack(doc.ydoc, base.ydoc, list, id, 'archived')
  return archived
}

function isPlainField(fields: Readonly<Record<string, { readonly kind: string } | undefined>>, name: string): boolean {
  const kind = Object.hasOwn(fields, name) ? fields[name]?.kind : undefined
  return kind === 'value' || kind === 'text'
}
