/**
 * Moves: one record for each promise that changed, with its reason and the role that
 * caused it. They are evidence: never archived, never undone. Order is the counter
 * `n`, ties by id; the clock time is shown and never compared.
 */
import type { LocalDate } from '@milepost/schedule'
import { nullableField, textField, valueField, type Fields } from './field.ts'
import type { MilestoneId, MoveId, RoleId } from './ids.ts'
import { MOVES } from './keys.ts'
import { RECORD_LIMITS, TEXT_LIMITS } from './limits.ts'
import { authorOf, change, markNow, type Change, type LiveDoc } from './live-doc.ts'
import { MILESTONE, setMilestoneDue } from './milestones.ts'
import { recordKind, type Row } from './record.ts'
import {
  authorOrNobody,
  counter,
  id,
  instantOrZero,
  localDate,
  NOBODY,
  sideMark,
  type Author,
  type Instant,
  type SideMark,
} from './value.ts'
import { addLastingRecord, nextCount, setLastingField } from './write-record.ts'

export interface MoveData {
  readonly n: number
  /** Null only in a record that is none. */
  readonly milestoneId: MilestoneId | null
  readonly from: LocalDate | null
  readonly to: LocalDate | null
  readonly text: string
  /** The role that caused it; null: the owner. */
  readonly role: RoleId | null
  readonly by: Author
  readonly at: Instant
  /** The other side agrees that this role caused it. */
  readonly confirmed: SideMark | null
}

export type Move = Row<MoveId, MoveData>

const fields: Fields<MoveData> = {
  n: valueField(counter, 1),
  milestoneId: nullableField(id<'milestone'>()),
  from: nullableField(localDate),
  to: nullableField(localDate),
  text: textField(TEXT_LIMITS.paragraph),
  role: nullableField(id<'role'>()),
  by: valueField<Author>(authorOrNobody, { ...NOBODY }),
  at: valueField(instantOrZero, 0),
  confirmed: nullableField(sideMark),
}

export const MOVE = recordKind<'move', MoveData>({
  name: MOVES,
  most: RECORD_LIMITS.moves,
  fields,
  needs: ['milestoneId'],
})

export interface MoveReason {
  readonly text?: string
  /** The role that caused it; null or left out: the owner. */
  readonly role?: RoleId | null
}

/**
 * Promises another date and records the move. Undo takes the date back and leaves
 * the record: what was once said to the other side is not unsaid.
 */
export function moveMilestoneDue(doc: LiveDoc, id: MilestoneId, to: LocalDate | null, reason: MoveReason = {}): Change {
  return change(doc, () => {
    const from = MILESTONE.rowIn(doc.ydoc, id)?.due ?? null
    const changed = setMilestoneDue(doc, id, to)
    if (changed === 'changed') {
      addLastingRecord(doc, MOVE, {
        n: nextCount(MOVE.rowsIn(doc.ydoc)),
        milestoneId: id,
        from,
        to,
        text: reason.text ?? '',
        role: reason.role ?? null,
        ...markNow(doc),
      })
    }
    return changed
  })
}

/** Agrees, for the side that did not write the move, that its role caused it. */
export function confirmMove(doc: LiveDoc, id: MoveId): Change | 'own-move' {
  return change<Change | 'own-move'>(doc, () => {
    const move = MOVE.rowIn(doc.ydoc, id)
    if (move === null) return 'no-such-record'
    if (move.by.side === authorOf(doc).side) return 'own-move'
    if (move.confirmed !== null) return 'unchanged'
    return setLastingField(doc, MOVE, id, 'confirmed', { side: authorOf(doc).side, ...markNow(doc) })
  })
}

/** In the order in which they were made, as far as anybody knew. */
export function byCount(
  a: { readonly n: number; readonly id: string },
  b: { readonly n: number; readonly id: string },
): number {
  if (a.n !== b.n) return a.n - b.n
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1
}
