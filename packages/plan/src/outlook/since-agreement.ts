/**
 * What days are measured from, and what has changed in the plan itself since then: milestones that came in or fell out,
 * and which of them each side has said to be right for its organisation.
 */
import type { LocalDate } from '@milepost/schedule'
import { baselineOf } from '../agreement.ts'
import type { ConfirmationState } from '../confirmations.ts'
import type { MilestoneId, OfferId } from '../ids.ts'
import type { Offer } from '../offers.ts'
import type { Plan } from '../read-plan.ts'
import type { Instant, Side } from '../value.ts'

/** `none`: nobody has offered dates yet, or an agreement was ended; then nothing is measured. */
export type MeasuredFrom =
  | { readonly state: 'agreed' | 'offered'; readonly offerId: OfferId; readonly by: Side; readonly at: Instant }
  | { readonly state: 'none'; readonly offerId: null; readonly by: null; readonly at: null }

export interface ScopeChange {
  readonly added: readonly MilestoneId[]
  /** Skipped or removed; what was removed stands among the archived milestones. */
  readonly dropped: readonly MilestoneId[]
}

export type Confirmed = Readonly<Record<Side, ConfirmationState | null>>

export function measuredFrom(plan: Plan): MeasuredFrom {
  const { state, offer } = baselineOf(plan.offers)
  if (state === 'none') return { state, offerId: null, by: null, at: null }
  const at = state === 'agreed' ? (offer.accepted?.at ?? offer.at) : offer.at
  return { state, offerId: offer.id, by: offer.side, at }
}

export function scopeSince(plan: Plan, offer: Offer | null): ScopeChange {
  if (offer === null) return { added: [], dropped: [] }
  const needed = plan.milestones.filter(({ skipped }) => skipped === null).map(({ id }) => id)
  const gone = [...plan.milestones, ...plan.archivedMilestones].filter(({ id }) => !needed.includes(id))
  return {
    added: needed.filter((id) => offer.days[id] === undefined),
    dropped: gone.filter(({ id }) => offer.days[id] !== undefined).map(({ id }) => id),
  }
}

export function confirmedBy(plan: Plan, milestoneId: MilestoneId): Confirmed {
  const of = (side: Side) =>
    plan.confirmations.find((other) => other.milestoneId === milestoneId && other.side === side)?.state ?? null
  return { buyer: of('buyer'), seller: of('seller') }
}

/** The agreed date that stood before the one that stands now: for "agreed 12 Jun, before that 5 Jun". */
export function earlierAgreements(plan: Plan): readonly Offer[] {
  const { offer } = baselineOf(plan.offers)
  return plan.offers.filter(({ id, accepted, side }) => accepted !== null && accepted.side !== side && id !== offer?.id)
}

export function agreedDate(offer: Offer | null, id: MilestoneId): LocalDate | null {
  return offer?.days[id]?.date ?? null
}
