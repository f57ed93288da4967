/**
 * Milestones: the outcomes of a plan, each with an owner role and dates. Only this
 * file writes them; their steps are `steps.ts`, the joined reading is `read-plan.ts`.
 *
 * A milestone keeps one record for life: moving it sets its rank, removing it sets
 * `archived`, and whatever somebody else typed or set meanwhile is still there.
 */
import type { LocalDate } from '@milepost/schedule'
import { nullableField, richField, textField, type Fields } from './field.ts'
import type { KeyDateId, MilestoneId, RoleId } from './ids.ts'
import { MILESTONES } from './keys.ts'
import { RECORD_LIMITS, TEXT_LIMITS } from './limits.ts'
import { change, markNow, type Change, type LiveDoc } from './live-doc.ts'
import { META_RECORD, setGoLive, setResult } from './meta.ts'
import { rankField } from './rank.ts'
import { recordKind, type Row } from './record.ts'
import { count, doneMark, id, idList, localDate, mark, type DoneMark, type Mark } from './value.ts'
import { addRecordBehind, archiveRecord, moveRecord, presentRows, restoreRecord, setField } from './write-record.ts'

export interface MilestoneData {
  readonly title: string
  readonly benefit: string
  /** Whether the notes say anything; their words stand in their fragment. */
  readonly notes: boolean
  readonly rank: string
  readonly ownerRole: RoleId | null
  /** What it waits for; null: the one before it in plan order, []: nothing. */
  readonly after: readonly MilestoneId[] | null
  /** Working days it takes; null: nobody said. */
  readonly estimate: number | null
  /** The date its owner now promises. */
  readonly due: LocalDate | null
  readonly startedOn: LocalDate | null
  readonly done: DoneMark | null
  readonly skipped: Mark | null
  readonly mustEndBy: KeyDateId | null
  readonly archived: Mark | null
}

export type MilestoneRow = Row<MilestoneId, MilestoneData>

const fields: Fields<MilestoneData> = {
  title: textField(TEXT_LIMITS.line),
  benefit: textField(TEXT_LIMITS.paragraph),
  notes: richField(),
  rank: rankField,
  ownerRole: nullableField(id<'role'>()),
  after: nullableField<readonly MilestoneId[]>(idList<'milestone'>()),
  estimate: nullableField(count),
  due: nullableField(localDate),
  startedOn: nullableField(localDate),
  done: nullableField(doneMark),
  skipped: nullableField(mark),
  mustEndBy: nullableField(id<'keyDate'>()),
  archived: nullableField(mark),
}

export const MILESTONE = recordKind<'milestone', MilestoneData>({
  name: MILESTONES,
  most: RECORD_LIMITS.milestones,
  fields,
})

/** What a new milestone starts with; everything else is empty. */
export interface MilestoneDraft extends Partial<
  Pick<MilestoneData, 'title' | 'benefit' | 'ownerRole' | 'estimate' | 'due' | 'startedOn' | 'done' | 'mustEndBy'>
> {
  /** Right behind this one; null: first of all; left out: last of all. */
  readonly after?: MilestoneId | null
  /** The field `after` of the new milestone. */
  readonly waitsFor?: readonly MilestoneId[] | null
}

/** Adds a milestone; null where the plan is full or may not be changed here. */
export function addMilestone(doc: LiveDoc, draft: MilestoneDraft = {}): MilestoneId | null {
  const { after, waitsFor = null, ...values } = draft
  return addRecordBehind(doc, MILESTONE, { ...values, after: waitsFor }, after)
}

/** Moves a milestone right behind another; to the front where that one is null, to the end where it is gone. */
export function moveMilestone(doc: LiveDoc, id: MilestoneId, after: MilestoneId | null): Change {
  return moveRecord(doc, MILESTONE, id, after)
}

/** Go-live and the result are never archived without another milestone in their place. */
export type ArchiveMilestone = Change | 'is-go-live' | 'is-result'

export interface Replacements {
  readonly goLive?: MilestoneId
  readonly result?: MilestoneId
}

export function archiveMilestone(doc: LiveDoc, id: MilestoneId, replacements: Replacements = {}): ArchiveMilestone {
  return change<ArchiveMilestone>(doc, () => {
    if (MILESTONE.recordIn(doc.ydoc, id) === null) return 'no-such-record'
    const { goLiveId, resultId } = META_RECORD.readIn(doc.ydoc)
    const isPresent = (other: MilestoneId | undefined) =>
      other !== undefined && other !== id && MILESTONE.rowIn(doc.ydoc, other)?.archived === null
    if (goLiveId === id && !isPresent(replacements.goLive)) return 'is-go-live'
    if (resultId === id && !isPresent(replacements.result)) return 'is-result'
    if (goLiveId === id && replacements.goLive) setGoLive(doc, replacements.goLive)
    if (resultId === id && replacements.result) setResult(doc, replacements.result)
    return archiveRecord(doc, MILESTONE, id)
  })
}

export function restoreMilestone(doc: LiveDoc, id: MilestoneId): Change {
  return restoreRecord(doc, MILESTONE, id)
}

export function setMilestoneDue(doc: LiveDoc, id: MilestoneId, due: LocalDate | null): Change {
  return setField(doc, MILESTONE, id, 'due', due)
}

/** A day after today cannot have happened yet. */
export type DoneChange = Change | 'after-today'

export function setMilestoneDone(doc: LiveDoc, id: MilestoneId, on: LocalDate | null, today: LocalDate): DoneChange {
  if (on !== null && on > today) return 'after-today'
  if (on !== null && MILESTONE.rowIn(doc.ydoc, id)?.done?.on === on) return 'unchanged'
  return setField(doc, MILESTONE, id, 'done', on === null ? null : { on, ...markNow(doc) })
}

export function setMilestoneStartedOn(doc: LiveDoc, id: MilestoneId, on: LocalDate | null): Change {
  return setField(doc, MILESTONE, id, 'startedOn', on)
}

export function setMilestoneOwner(doc: LiveDoc, id: MilestoneId, ownerRole: RoleId | null): Change {
  return setField(doc, MILESTONE, id, 'ownerRole', ownerRole)
}

export function setMilestoneEstimate(doc: LiveDoc, id: MilestoneId, estimate: number | null): Change {
  return setField(doc, MILESTONE, id, 'estimate', estimate)
}

export function setMilestoneAfter(doc: LiveDoc, id: MilestoneId, after: readonly MilestoneId[] | null): Change {
  return setField(doc, MILESTONE, id, 'after', after)
}

export function setMilestoneMustEndBy(doc: LiveDoc, id: MilestoneId, keyDateId: KeyDateId | null): Change {
  return setField(doc, MILESTONE, id, 'mustEndBy', keyDateId)
}

/** Not needed in this deal: it stays readable and takes no time. */
export function skipMilestone(doc: LiveDoc, id: MilestoneId, skipped: boolean): Change {
  if (skipped && MILESTONE.rowIn(doc.ydoc, id)?.skipped) return 'unchanged'
  return setField(doc, MILESTONE, id, 'skipped', skipped ? markNow(doc) : null)
}

/** The rows that are not archived, in plan order, as they stand at this point of a change. */
export function presentMilestones(doc: LiveDoc): readonly MilestoneRow[] {
  return presentRows(doc, MILESTONE)
}
