/**
 * Offers: dates that one side proposes. An offer is one value, written once; whether
 * it was accepted or withdrawn stands beside it. Offers and acceptances are
 * withdrawn, never undone. Which of them stands is read in `agreement.ts`.
 */
import { parseLocalDate, type LocalDate } from '@milepost/schedule'
import * as v from 'valibot'
import { standingOffer, undecidedOffers } from './agreement.ts'
import { nullableField, type Entries, type Fields } from './field.ts'
import { parseId, type MilestoneId, type OfferId } from './ids.ts'
import { OFFERS } from './keys.ts'
import { RECORD_LIMITS } from './limits.ts'
import { authorOf, change, markNow, type Change, type LiveDoc } from './live-doc.ts'
import { recordKind, type Row } from './record.ts'
import { STEP } from './steps.ts'
import {
  authorOrNobody,
  count,
  counter,
  instantOrZero,
  mark,
  side,
  sideMark,
  type Mark,
  type Side,
  type SideMark,
} from './value.ts'
import { addLastingRecord, nextCount, setLastingField } from './write-record.ts'

/** One milestone's date in an offer, with the estimate and the gap as they were counted then. */
export interface OfferedDay {
  readonly date: LocalDate
  readonly estimate: number | null
  /** Working days between this date and what the milestone waited for. */
  readonly gap: number | null
}

export interface OfferContent extends Mark {
  readonly n: number
  readonly side: Side
  readonly days: Entries<OfferedDay>
}

export interface OfferData {
  /** Null only in a record that is none. */
  readonly offer: OfferContent | null
  readonly accepted: SideMark | null
  readonly withdrawn: Mark | null
}

type OfferRow = Row<OfferId, OfferData>

/** An offer as the plan shows it. */
export interface Offer extends OfferContent {
  readonly id: OfferId
  readonly accepted: SideMark | null
  readonly withdrawn: Mark | null
}

const day = v.object({
  date: v.custom<LocalDate>((raw) => parseLocalDate(raw) !== null),
  estimate: v.fallback(v.nullable(count), null),
  gap: v.fallback(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(-10_000), v.maxValue(10_000))), null),
})

const days = v.pipe(
  v.custom<object>((raw) => typeof raw === 'object' && raw !== null),
  v.transform((raw) => {
    const known: Record<string, OfferedDay> = Object.create(null)
    for (const [key, value] of Object.entries(raw)) {
      const result = v.safeParse(day, value)
      if (parseId(key) !== null && result.success) known[key] = result.output
    }
    return known
  }),
)

const fields: Fields<OfferData> = {
  offer: nullableField<OfferContent>(v.object({ n: counter, side, by: authorOrNobody, at: instantOrZero, days })),
  accepted: nullableField(sideMark),
  withdrawn: nullableField(mark),
}

export const OFFER = recordKind<'offer', OfferData>({
  name: OFFERS,
  most: RECORD_LIMITS.offers,
  fields,
  needs: ['offer'],
})

const offers = new WeakMap<OfferRow, Offer>()

/** The same object for the same row, so that an unchanged offer keeps its identity. */
function offerOf(row: OfferRow): Offer | null {
  const known = offers.get(row)
  if (known !== undefined || row.offer === null) return known ?? null
  const { id, offer, accepted, withdrawn } = row
  const made = Object.freeze({ ...offer, id, accepted, withdrawn })
  offers.set(row, made)
  return made
}

/** Proposes dates to the other side; null where there is nothing to offer or no room for it. */
export function makeOffer(doc: LiveDoc, days: ReadonlyMap<MilestoneId, OfferedDay>): OfferId | null {
  if (days.size === 0) return null
  const id = change(doc, () =>
    addLastingRecord(doc, OFFER, {
      offer: {
        n: nextCount(offersIn(doc)),
        side: authorOf(doc).side,
        ...markNow(doc),
        days: Object.fromEntries(days),
      },
    }),
  )
  return id === 'not-allowed' ? null : id
}

export type AcceptOffer = Change | 'not-open' | 'own-offer'

/**
 * Accepts the newest open offer of the other side: its dates become what both agreed
 * to. Each step's promise is kept beside it as the date it had then.
 */
export function acceptOffer(doc: LiveDoc, id: OfferId): AcceptOffer {
  return change<AcceptOffer>(doc, () => {
    const offers = offersIn(doc)
    const offer = offers.find((other) => other.id === id)
    if (offer === undefined) return 'no-such-record'
    if (offer.accepted !== null && offer.id === standingOffer(offers)?.id) return 'unchanged'
    if (undecidedOffers(offers).at(-1)?.id !== id) return 'not-open'
    const { side } = authorOf(doc)
    if (offer.side === side) return 'own-offer'
    for (const step of STEP.rowsIn(doc.ydoc)) {
      if (step.archived === null && step.due !== null) setLastingField(doc, STEP, step.id, 'agreedDue', step.due)
    }
    return setLastingField(doc, OFFER, id, 'accepted', { side, ...markNow(doc) })
  })
}

/** Takes an offer back, or, once it was accepted, ends that agreement; either is shown to everybody. */
export function withdrawOffer(doc: LiveDoc, id: OfferId): Change {
  return change(doc, () => {
    if (OFFER.rowIn(doc.ydoc, id)?.withdrawn) return 'unchanged'
    return setLastingField(doc, OFFER, id, 'withdrawn', markNow(doc))
  })
}

export function offersIn(doc: LiveDoc): readonly Offer[] {
  return OFFER.rowsIn(doc.ydoc).flatMap((row) => offerOf(row) ?? [])
}
