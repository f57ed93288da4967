/**
 * What days are measured from, and what has changed in the plan itself since then: milestones that came in or fell out,
 * and which of them each side has said to be right for its organisation.
 */
import { baselineOf } from '../agreement.ts'
import type { ConfirmationState } from '../confirmations.ts'
import type { MilestoneId, OfferId } from '../ids.ts'
import type { Offer } from '../offers.ts'
import type { Milestone, Plan } from '../read-plan.ts'
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
  const isNeeded = ({ skipped }: Milestone) => skipped === null
  const gone = [...plan.milestones.filter((milestone) => !isNeeded(milestone)), ...plan.archivedMilestones]
  return {
    added: plan.milestones.filter((one) => isNeeded(one) && offer.days[one.id] === undefined).map(({ id }) => id),
    dropped: gone.filter(({ id }) => offer.days[id] !== undefined).map(({ id }) => id),
  }
}

export function confirmationsOf(plan: Plan): (milestoneId: MilestoneId) => Confirmed {
  const words = new Map(plan.confirmations.map(({ milestoneId, side, state }) => [`${milestoneId}:${side}`, state]))
  return (id) => ({ buyer: words.get(`${id}:buyer`) ?? null, seller: words.get(`${id}:seller`) ?? null })
}

/** What once was agreed and no longer stands, oldest first: replaced by a newer agreement, or ended. */
export function earlierAgreements(plan: Plan): readonly Offer[] {
  const { offer } = baselineOf(plan.offers)
  return plan.offers.filter(({ id, accepted, side }) => accepted !== null && accepted.side !== side && id !== offer?.id)
}
