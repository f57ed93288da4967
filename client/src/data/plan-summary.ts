/**
 * PlanSummary: one line of the list of plans. It is kept beside the plan and refreshed whenever the plan is open, so that the
 * list needs no document to be loaded. What it says about a plan that is closed is what this device last knew.
 */
import type { PlanId, Right, Side } from '@milepost/protocol'
import type { LocalDate } from '@milepost/schedule'
import type { Refusal } from './sync-status.ts'

export interface PlanSummary {
  readonly planId: PlanId
  readonly title: string
  readonly buyer: string
  readonly seller: string
  readonly goLive: LocalDate | null
  readonly right: Right
  readonly side: Side | null
  /** The page that the list opens. */
  readonly page: 'plan' | 'view'
  /** Where it lives: the origin of its relay, or 'local' for a plan that never leaves this device. */
  readonly relay: string
  readonly sample: boolean
  /** Things changed here that the relay has not confirmed. */
  readonly waiting: number
  readonly openedAt: number
  readonly refusal: Refusal | null
}
