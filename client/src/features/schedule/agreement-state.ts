/**
 * Where the two sides stand with their dates, as the bar and the dialog say it: what stands, what is open and from whom,
 * and what one's own side can do about it. Pure, so that the words can be tested.
 */
import {
  baselineOf,
  openOffer,
  offerDays,
  type MilestoneId,
  type Offer,
  type OfferedDay,
  type Plan,
  type PlanOutlook,
  type Side,
} from '@milepost/plan'
import type { LocalDate } from '@milepost/schedule'

export interface AgreementState {
  /** The agreement that stands; null: none yet, or the one there was has been ended. */
  readonly standing: Offer | null
  /** The one offer that waits for an answer. */
  readonly open: Offer | null
  /** Present dates that differ from those of the open offer, or, where none is open, of the agreement. */
  readonly differs: boolean
  /** Something was agreed once and no longer stands. */
  readonly ended: boolean
}

export function agreementState(plan: Plan, { today }: Pick<PlanOutlook, 'today'>): AgreementState {
  const { state, offer } = baselineOf(plan.offers)
  const standing = state === 'agreed' ? offer : null
  const open = openOffer(plan.offers)
  const last = open ?? standing
  return {
    standing,
    open,
    differs: last === null || differsFrom(last, offerDays(plan, today)),
    ended: state === 'none' && plan.offers.some(({ accepted, withdrawn }) => accepted !== null && withdrawn !== null),
  }
}

/** Whether the other side's answer is awaited, one's own, or nobody's. */
export function turnOf({ open }: AgreementState, side: Side | null): 'mine' | 'theirs' | null {
  if (open === null || side === null) return null
  return open.side === side ? 'theirs' : 'mine'
}

function differsFrom(offer: Offer, days: ReadonlyMap<MilestoneId, OfferedDay>): boolean {
  return (
    Object.keys(offer.days).length !== days.size || [...days].some(([id, { date }]) => offer.days[id]?.date !== date)
  )
}

export interface AgreementRow {
  readonly id: MilestoneId
  readonly number: number
  readonly title: string
  readonly agreed: LocalDate | null
  /** The open wish of each side, where it differs from what stands. */
  readonly wishes: Readonly<Partial<Record<Side, LocalDate>>>
  /** What one's own offer would say today. */
  readonly now: LocalDate
}
