/**
 * Confirmations: whether a side says that a milestone is right for its organisation.
 * One entry per milestone and side, `<milestoneId>:<side>`, so the two sides never
 * overwrite each other.
 */
import * as v from 'valibot'
import { parseId, type MilestoneId } from './ids.ts'
import { CONFIRMATIONS } from './keys.ts'
import { RECORD_LIMITS } from './limits.ts'
import { authorOf, change, markNow, type Change, type LiveDoc } from './live-doc.ts'
import { MILESTONE } from './milestones.ts'
import { readValue } from './read-value.ts'
import { freezeDeep } from './same-value.ts'
import { shelf } from './shelf.ts'
import { authorOrNobody, instantOrZero, side, type Mark, type Side } from './value.ts'

export type ConfirmationState = 'confirmed' | 'disputed'

export interface Confirmation extends Mark {
  readonly milestoneId: MilestoneId
  readonly side: Side
  readonly state: ConfirmationState
}

const entry = v.object({ state: v.picklist(['confirmed', 'disputed']), by: authorOrNobody, at: instantOrZero })

export const CONFIRMATION = shelf<Confirmation>(CONFIRMATIONS, RECORD_LIMITS.confirmations, (key, raw) => {
  const [idPart, sidePart, ...rest] = key.split(':')
  const milestoneId = parseId<'milestone'>(idPart)
  const value = readValue(entry, raw)
  if (milestoneId === null || !v.is(side, sidePart) || rest.length > 0 || value === undefined) return null
  return freezeDeep({ milestoneId, side: sidePart, ...value })
})

/** Confirms or disputes a milestone for one's own side; null takes one's word back. */
export function confirmMilestone(doc: LiveDoc, milestoneId: MilestoneId, state: ConfirmationState | null): Change {
  return change(doc, () => {
    if (MILESTONE.recordIn(doc.ydoc, milestoneId) === null) return 'no-such-record'
    const key = `${milestoneId}:${authorOf(doc).side}`
    if ((CONFIRMATION.rowIn(doc.ydoc, key)?.state ?? null) === state) return 'unchanged'
    const root = CONFIRMATION.rootOf(doc.ydoc)
    if (state === null) root.delete(key)
    else root.set(key, { state, ...markNow(doc) })
    CONFIRMATION.touch(doc.ydoc, key)
    return 'changed'
  })
}
