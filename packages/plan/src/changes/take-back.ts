/**
 * Taking back one single change that only this device has: the place goes back to what `base` says, the plan as the
 * relay had it. It is a change of its own, by the person, so the plan's undo takes it back again.
 *
 * What was said to the other side is not unsaid here (offers, moves, confirmations). Rich text goes back piece by piece
 * (`restore-rich-text.ts`): to put old paragraphs in the place of new ones would drop what somebody else types into them
 * meanwhile. What this version does not understand in it stays as it is.
 */
import * as Y from 'yjs'
import { HOLIDAY, removeHoliday, setHoliday } from '../holidays.ts'
import { setKeyDateCompelling } from '../key-dates.ts'
import type { KeyDateId, MilestoneId } from '../ids.ts'
import { change, type Change } from '../live-doc.ts'
import { setFindingOff } from '../meta.ts'
import { archiveMilestone, type ArchiveMilestone } from '../milestones.ts'
import { SCORE, setScore } from '../options.ts'
import type { PlanDoc } from '../plan-doc.ts'
import type { RecordKind } from '../record.ts'
import { isSameValue } from '../same-value.ts'
import { setText } from '../shared-text.ts'
import type { TextRef } from '../text-ref.ts'
import { archiveRecord, type Removable } from '../write-record.ts'
import { isRichTextKnown } from '../rich-text-guard.ts'
import { isRecordList, RECORD_KINDS, recordHome, type RecordHome, type RecordList } from './record-home.ts'
import { isSameRichText, restoreRichText } from './restore-rich-text.ts'
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
    return !NEVER_ALONE.has(id) && canFieldGoBack(recordHome(doc.ydoc, 'meta', null), id)
  }
  if (!isRecordList(list) || (field !== null && AGREED.has(field))) return false
  const home = recordHome(doc.ydoc, list, id)
  return home !== null && (field === null || canFieldGoBack(home, field))
}

/** Puts the place back to what `base` says there. */
export function takeBack(doc: PlanDoc, base: PlanDoc, place: ChangePlace): TakeBack {
  if (!canTakeBack(doc, place)) return 'stays'
  const rich = richTexts(doc, base, place)
  if (rich === null ? isSaidAlike(doc, base, place) : isSameRichText(...rich)) return 'unchanged'
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
  const place = list === 'meta' ? { list, id: field, field: null } : { list, id, field }
  const rich = richTexts(doc, base, place)
  if (rich !== null) {
    restoreRichText(...rich)
    return 'changed'
  }
  const isText = recordHome(doc.ydoc, list, id)?.fields[field]?.kind === 'text'
  if (!isText) return setBack(doc.ydoc, base.ydoc, list, id, field)
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

function canFieldGoBack(home: RecordHome | null, name: string): boolean {
  if (home === null || !Object.hasOwn(home.fields, name)) return false
  const kind = home.fields[name]?.kind
  if (kind !== 'rich') return kind === 'value' || kind === 'text'
  const fragment = home.record.get(name)
  return fragment instanceof Y.XmlFragment && isRichTextKnown(fragment)
}

/** The rich text of a place here and in `base`; null where it is none, or none that this version understands. */
function richTexts(
  doc: PlanDoc,
  base: PlanDoc,
  { list, id, field }: ChangePlace,
): [Y.XmlFragment, Y.XmlFragment] | null {
  if (list !== 'meta' && !isRecordList(list)) return null
  const name = list === 'meta' ? id : field
  const read = ({ ydoc }: PlanDoc) =>
    name === null ? undefined : recordHome(ydoc, list, list === 'meta' ? null : id)?.record.get(name)
  const [now, before] = [read(doc), read(base)]
  if (!(now instanceof Y.XmlFragment) || !(before instanceof Y.XmlFragment)) return null
  return isRichTextKnown(now) && isRichTextKnown(before) ? [now, before] : null
}
