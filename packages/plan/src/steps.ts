/**
 * Steps: the smallest pieces of work in a plan. Only this file writes them.
 *
 * A step keeps one record for life, and where it stands is ONE value (`place`): two
 * people who move it at once get one of the two places, never half of each, and a
 * title typed offline survives the move. A step never moves a milestone's dates.
 */
import type { LocalDate } from '@milepost/schedule'
import * as v from 'valibot'
import { nullableField, textField, type Fields } from './field.ts'
import type { MilestoneId, RoleId, StepId } from './ids.ts'
import { STEPS } from './keys.ts'
import { RECORD_LIMITS, TEXT_LIMITS } from './limits.ts'
import { change, markNow, stateOf, type Change, type LiveDoc } from './live-doc.ts'
import { MILESTONE, type DoneChange } from './milestones.ts'
import { NO_RANK, rankAt, rankValue } from './rank.ts'
import { recordKind, type Row } from './record.ts'
import { count, doneMark, id, idList, localDate, mark, type DoneMark, type Mark } from './value.ts'
import { addRecord, archiveRecord, restoreRecord, setField } from './write-record.ts'

/** Where a step stands, as one value. */
export interface Place {
  readonly milestoneId: MilestoneId
  readonly rank: string
}

export interface StepData {
  readonly title: string
  /** What there is once it is done. */
  readonly outcome: string
  /** Null only in a record that is none (`needs` below). */
  readonly place: Place | null
  readonly ownerRole: RoleId | null
  /** The second role of a step that both sides do together. */
  readonly withRole: RoleId | null
  /** Steps that should be done before it. */
  readonly after: readonly StepId[] | null
  readonly estimate: number | null
  readonly due: LocalDate | null
  /** Its due date when the standing offer was accepted. */
  readonly agreedDue: LocalDate | null
  readonly done: DoneMark | null
  readonly archived: Mark | null
}

export type StepRow = Row<StepId, StepData>

const fields: Fields<StepData> = {
  title: textField(TEXT_LIMITS.line),
  outcome: textField(TEXT_LIMITS.paragraph),
  place: nullableField(v.object({ milestoneId: id<'milestone'>(), rank: v.fallback(rankValue, NO_RANK) })),
  ownerRole: nullableField(id<'role'>()),
  withRole: nullableField(id<'role'>()),
  after: nullableField<readonly StepId[]>(idList<'step'>()),
  estimate: nullableField(count),
  due: nullableField(localDate),
  agreedDue: nullableField(localDate),
  done: nullableField(doneMark),
  archived: nullableField(mark),
}

export const STEP = recordKind<'step', StepData>({ name: STEPS, most: RECORD_LIMITS.steps, fields, needs: ['place'] })

export interface StepDraft extends Partial<
  Pick<StepData, 'title' | 'outcome' | 'ownerRole' | 'withRole' | 'estimate' | 'due' | 'agreedDue' | 'done'>
> {
  /** Right behind this one; null: first of all; left out: last of all. */
  readonly after?: StepId | null
  /** The field `after` of the new step. */
  readonly waitsFor?: readonly StepId[] | null
}

/** Adds a step; null where there is no such milestone, the plan is full or may not be changed here. */
export function addStep(doc: LiveDoc, milestoneId: MilestoneId, draft: StepDraft = {}): StepId | null {
  const { after, waitsFor = null, ...values } = draft
  const id = change(doc, () => {
    if (MILESTONE.recordIn(doc.ydoc, milestoneId) === null) return null
    const place = placeBehind(doc, milestoneId, after, null)
    return addRecord(doc, STEP, { ...values, after: waitsFor, place })
  })
  return id === 'not-allowed' ? null : id
}

/** Moves a step right behind `after`; to the front where that is null, to the end where it is gone. */
export function moveStep(doc: LiveDoc, id: StepId, milestoneId: MilestoneId, after: StepId | null): Change {
  if (after === id) return 'unchanged'
  return change(doc, () => {
    if (STEP.rowIn(doc.ydoc, id) === null || MILESTONE.recordIn(doc.ydoc, milestoneId) === null) return 'no-such-record'
    const order = presentSteps(doc, milestoneId)
    const index = order.findIndex((step) => step.id === id)
    if (index >= 0 && (order[index - 1]?.id ?? null) === after) return 'unchanged'
    return setField(doc, STEP, id, 'place', placeBehind(doc, milestoneId, after, id))
  })
}

export function archiveStep(doc: LiveDoc, id: StepId): Change {
  return archiveRecord(doc, STEP, id)
}

export function restoreStep(doc: LiveDoc, id: StepId): Change {
  return restoreRecord(doc, STEP, id)
}

export function setStepDue(doc: LiveDoc, id: StepId, due: LocalDate | null): Change {
  return setField(doc, STEP, id, 'due', due)
}

export function setStepDone(doc: LiveDoc, id: StepId, on: LocalDate | null, today: LocalDate): DoneChange {
  if (on !== null && on > today) return 'after-today'
  if (on !== null && STEP.rowIn(doc.ydoc, id)?.done?.on === on) return 'unchanged'
  return setField(doc, STEP, id, 'done', on === null ? null : { on, ...markNow(doc) })
}

export function setStepOwner(doc: LiveDoc, id: StepId, ownerRole: RoleId | null): Change {
  return setField(doc, STEP, id, 'ownerRole', ownerRole)
}

export function setStepWith(doc: LiveDoc, id: StepId, withRole: RoleId | null): Change {
  return setField(doc, STEP, id, 'withRole', withRole)
}

export function setStepEstimate(doc: LiveDoc, id: StepId, estimate: number | null): Change {
  return setField(doc, STEP, id, 'estimate', estimate)
}

export function setStepAfter(doc: LiveDoc, id: StepId, after: readonly StepId[] | null): Change {
  return setField(doc, STEP, id, 'after', after)
}

/** The steps of a milestone that are not archived, in order, as they stand at this point of a change. */
export function presentSteps(doc: LiveDoc, milestoneId: MilestoneId): readonly StepRow[] {
  return STEP.rowsIn(doc.ydoc)
    .filter((step) => step.archived === null && step.place?.milestoneId === milestoneId)
    .toSorted(byPlace)
}

export function byPlace(a: StepRow, b: StepRow): number {
  const [left, right] = [a.place?.rank ?? NO_RANK, b.place?.rank ?? NO_RANK]
  if (left !== right) return left < right ? -1 : 1
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1
}

function ranked(step: StepRow): { readonly id: StepId; readonly rank: string } {
  return { id: step.id, rank: step.place?.rank ?? NO_RANK }
}

function placeBehind(
  doc: LiveDoc,
  milestoneId: MilestoneId,
  after: StepId | null | undefined,
  moving: StepId | null,
): Place {
  const siblings = presentSteps(doc, milestoneId)
    .filter((step) => step.id !== moving)
    .map(ranked)
  const found = siblings.findIndex((step) => step.id === after)
  const index = after === null ? 0 : found === -1 ? siblings.length : found + 1
  const { rank, renewed } = rankAt(siblings, index, stateOf(doc).random)
  for (const sibling of renewed) setField(doc, STEP, sibling.id, 'place', { milestoneId, rank: sibling.rank })
  return { milestoneId, rank }
}
