/**
 * usePlanText: one small text of the plan (a title, a name) for a field on screen. Both directions are splices, so two people
 * who type in one title keep both. The carets of others are kept as places in the text, not as numbers: they stay where their
 * owners put them while the text around them moves.
 */
import type { Side } from '@milepost/protocol'
import type { TextRef } from '@milepost/plan'

export interface SharedCaret {
  readonly at: number
  readonly head: number
  readonly name: string
  readonly side: Side
}

export interface SharedText {
  readonly value: string
  splice(at: number, remove: number, insert: string): void
  readonly carets: readonly SharedCaret[]
  /** The own caret or selection; sent to the others. */
  onCaret(at: number, head: number): void
  onLeave(): void
}

export type UsePlanText = (ref: TextRef) => SharedText
