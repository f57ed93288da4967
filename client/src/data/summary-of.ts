/** What the list of plans says about a plan: kept in its row, refreshed from the document while it is open. */
import type { Plan } from '@milepost/plan'
import { strongestLink } from './ask-relay.ts'
import type { PlanSummary } from './plan-summary.ts'
import type { LinkRow, PlanRow } from './storage/rows.ts'

export type SummaryFields = Pick<PlanRow, 'title' | 'buyer' | 'seller' | 'goLive'>

export function summaryFieldsOf(plan: Plan): SummaryFields {
  const goLive = plan.milestones.find(({ id }) => id === plan.goLiveId)
  return { title: plan.title, buyer: plan.buyer, seller: plan.seller, goLive: goLive?.due ?? null }
}

export function summaryOf(row: PlanRow, links: readonly LinkRow[], waiting: number): PlanSummary {
  const link = strongestLink(links) ?? links.find((each) => each.right !== null) ?? null
  const right = link?.right ?? 'view'
  const newest = links.toSorted((a, b) => b.keptAt - a.keptAt)[0]
  return {
    planId: row.planId,
    title: row.title,
    buyer: row.buyer,
    seller: row.seller,
    goLive: row.goLive,
    right,
    side: link?.side ?? null,
    // Whoever was also sent a link for reading still finds the own plan to work on.
    page: right === 'view' ? (newest?.page ?? 'plan') : 'plan',
    relay: row.relay,
    sample: row.sample,
    waiting,
    openedAt: row.openedAt,
    refusal: row.refusal,
  }
}
