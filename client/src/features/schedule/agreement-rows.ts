/**
 * The rows of the agreement, and an answer with one's own dates. An answer is counted like any offer: per milestone the later
 * of the wish and what can be forecast, with the estimate and the gap as they are then.
 */
import {
  baselineOf,
  offerDays,
  openOffer,
  proposalsFor,
  type MilestoneId,
  type OfferedDay,
  type Plan,
  type PlanOutlook,
  type Side,
} from '@milepost/plan'
import type { LocalDate } from '@milepost/schedule'
import { unnamedWords } from '../../words/unnamed.ts'
import type { AgreementRow } from './agreement-state.ts'

export type Wishes = ReadonlyMap<MilestoneId, LocalDate>

/** `answered`: the dates being put together; else those an offer of today would have. */
export function agreementRows(
  plan: Plan,
  { today, milestones }: PlanOutlook,
  answered: ReadonlyMap<MilestoneId, OfferedDay> | null,
): readonly AgreementRow[] {
  const now = answered ?? offerDays(plan, today)
  const { state, offer } = baselineOf(plan.offers)
  return plan.milestones.flatMap(({ id, title }) => {
    const day = now.get(id)
    if (day === undefined) return []
    const wishes: Partial<Record<Side, LocalDate>> = {}
    for (const { side, date } of proposalsFor(plan.offers, id)) wishes[side] = date
    return [
      {
        id,
        number: milestones.get(id)?.number ?? 0,
        title: title === '' ? unnamedWords.milestone : title,
        agreed: state === 'agreed' ? (offer.days[id]?.date ?? null) : null,
        wishes,
        now: day.date,
      },
    ]
  })
}

/** Begins with the dates of the open offer, where there is one: whoever answers changes only what does not suit. */
export function answerDays(plan: Plan, { today }: PlanOutlook, wishes: Wishes): ReadonlyMap<MilestoneId, OfferedDay> {
  const open = openOffer(plan.offers)
  const milestones = plan.milestones.map((milestone) => {
    const wish = wishes.get(milestone.id) ?? open?.days[milestone.id]?.date ?? milestone.due
    return milestone.done === null ? { ...milestone, due: wish } : milestone
  })
  return offerDays({ ...plan, milestones }, today)
}
