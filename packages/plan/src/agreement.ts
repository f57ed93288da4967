/**
 * What the two sides have agreed to, read from the offers: pure questions on plain
 * values. The accepted offer with the highest `n` stands (ties by id); only the
 * newest undecided one is open. So an older offer that is accepted by merge simply
 * is not the standing one, and every device says the same.
 */
import type { LocalDate } from '@milepost/schedule'
import type { MilestoneId, OfferId } from './ids.ts'
import { byCount } from './moves.ts'
import type { Offer } from './offers.ts'
import type { Side } from './value.ts'

/** A date that one side wishes for a milestone and that nobody has settled yet. */
export interface Proposal {
  readonly offerId: OfferId
  readonly side: Side
  readonly date: LocalDate
}

/** From which dates days are counted, and whether both sides have agreed to them. */
export type Baseline =
  | { readonly state: 'agreed'; readonly offer: Offer }
  | { readonly state: 'offered'; readonly offer: Offer }
  | { readonly state: 'none'; readonly offer: null }

/** The standing agreement. Nobody agrees with themselves: an offer accepted by its own side does not stand. */
export function standingOffer(offers: readonly Offer[]): Offer | null {
  return (
    offers
      .filter((offer) => isAgreed(offer) && offer.withdrawn === null)
      .toSorted(byCount)
      .at(-1) ?? null
  )
}

/** Offers newer than the standing agreement that were neither accepted nor withdrawn, oldest first. */
export function undecidedOffers(offers: readonly Offer[]): readonly Offer[] {
  const standing = standingOffer(offers)
  return offers
    .filter((offer) => !isAgreed(offer) && offer.withdrawn === null)
    .filter((offer) => standing === null || byCount(offer, standing) > 0)
    .toSorted(byCount)
}

/** The one offer that can be accepted now. */
export function openOffer(offers: readonly Offer[]): Offer | null {
  return undecidedOffers(offers).at(-1) ?? null
}

/**
 * The standing agreement; only while nothing was EVER accepted, the newest offer. A
 * withdrawn agreement leaves no baseline rather than one that nobody agreed to.
 */
export function baselineOf(offers: readonly Offer[]): Baseline {
  const standing = standingOffer(offers)
  if (standing !== null) return { state: 'agreed', offer: standing }
  const open = openOffer(offers)
  if (open !== null && !offers.some(isAgreed)) return { state: 'offered', offer: open }
  return { state: 'none', offer: null }
}

/** The open wishes for one date: the newest of each side, where they differ from what stands. */
export function proposalsFor(offers: readonly Offer[], milestoneId: MilestoneId): readonly Proposal[] {
  const agreed = standingOffer(offers)?.days[milestoneId]?.date
  const newest = new Map<Side, Proposal>()
  for (const offer of undecidedOffers(offers)) {
    const date = offer.days[milestoneId]?.date
    if (date !== undefined) newest.set(offer.side, { offerId: offer.id, side: offer.side, date })
  }
  return [...newest.values()].filter(({ date }) => date !== agreed)
}

function isAgreed(offer: Offer): boolean {
  return offer.accepted !== null && offer.accepted.side !== offer.side
}
