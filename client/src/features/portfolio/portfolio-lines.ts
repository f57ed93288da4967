// The lines of the list: each plan of this device with the last glance at it, in the order and the choice that somebody made.
import { attentionOf, byAttention, byText, QUIET_DAYS, type Attention, type PlanGlance } from '@milepost/plan'
import type { PlanSummary } from '../../hooks/use-plans.ts'
import type { PortfolioMap, PortfolioRow } from '../../hooks/use-portfolio.ts'
import type { Side } from '../../ui/side.ts'
import { portfolioWords as words, type Them } from '../../words/portfolio/portfolio.ts'

export interface PortfolioLine {
  readonly plan: PlanSummary
  readonly row: PortfolioRow | null
  /** Null: nothing of it has arrived yet. */
  readonly glance: PlanGlance | null
  readonly attention: Attention | null
  readonly us: Side
  readonly them: Side
}

export const FILTERS = ['all', 'off', 'them', 'us', 'quiet', 'unnamed', 'archived'] as const
export type Filter = (typeof FILTERS)[number]

export const SORTS = ['attention', 'goLive', 'value', 'opened'] as const
export type Sort = (typeof SORTS)[number]

export function linesOf(plans: readonly PlanSummary[], rows: PortfolioMap, now: number): readonly PortfolioLine[] {
  return plans.map((plan) => {
    const row = rows.get(plan.planId) ?? null
    const glance = row?.glance ?? null
    const us = plan.side ?? 'seller'
    const them = us === 'seller' ? 'buyer' : 'seller'
    const attention = glance === null ? null : attentionOf(glance, row?.share ?? null, now, them)
    return { plan, row, glance, attention, us, them }
  })
}

/** Whom the words speak of. */
export function themOf(lines: readonly PortfolioLine[]): Them {
  const sides = new Set(lines.filter(({ plan }) => plan.side !== null).map(({ them }) => them))
  if (sides.size > 1) return 'both'
  return sides.has('seller') ? 'seller' : 'buyer'
}

export function isIn(filter: Filter, { row, glance, attention, us, them }: PortfolioLine): boolean {
  const isArchived = row?.archived ?? false
  if (filter === 'archived') return isArchived
  if (isArchived) return false
  switch (filter) {
    case 'all':
      return true
    case 'off':
      return (glance?.goLive?.slip ?? 0) > 0
    case 'them':
      return glance?.next?.side === them
    case 'us':
      return glance?.next?.side === us
    case 'quiet':
      return (attention?.quiet ?? 0) > 0
    case 'unnamed':
      return (glance?.unnamedRoles ?? 0) > 0
  }
}

export function isFound(text: string, { plan, glance }: PortfolioLine): boolean {
  const wanted = text.trim().toLocaleLowerCase()
  const { next, lead, acts } = glance ?? {}
  const said = [
    plan.buyer,
    plan.seller,
    plan.title,
    next?.title,
    next?.role,
    next?.person,
    lead,
    acts?.buyer?.name,
    acts?.seller?.name,
  ]
  return said.some((each) => each?.toLocaleLowerCase().includes(wanted))
}

export function sorted(sort: Sort, lines: readonly PortfolioLine[]): readonly PortfolioLine[] {
  return lines.toSorted((a, b) => inOrder(sort, a, b) || attentionFirst(a, b) || b.plan.openedAt - a.plan.openedAt)
}

function inOrder(sort: Sort, a: PortfolioLine, b: PortfolioLine): number {
  switch (sort) {
    case 'attention':
      return 0
    case 'goLive':
      return byText(a.glance?.goLive?.finish ?? LAST, b.glance?.goLive?.finish ?? LAST)
    case 'value':
      return (b.row?.value ?? -1) - (a.row?.value ?? -1)
    case 'opened':
      return b.plan.openedAt - a.plan.openedAt
  }
}

/** What has not arrived stands last. */
function attentionFirst(a: PortfolioLine, b: PortfolioLine): number {
  if (a.glance === null || b.glance === null || a.attention === null || b.attention === null)
    return Number(a.glance === null) - Number(b.glance === null)
  return byAttention(
    { planId: a.plan.planId, glance: a.glance, attention: a.attention },
    { planId: b.plan.planId, glance: b.glance, attention: b.attention },
  )
}

const LAST = '9999-12-31'

export function filterText(filter: Filter, them: Them): string {
  const { filters } = words
  if (filter === 'them') return filters.them(them)
  return filter === 'quiet' ? filters.quiet(them) : filters[filter]
}

/** Why a filter has nothing to show: what would stand there. */
export function noneText(filter: Filter, them: Them): string {
  const { none } = words
  if (filter === 'them') return none.them(them)
  return filter === 'quiet' ? none.quiet(them, QUIET_DAYS) : none[filter]
}

/** Those who sell at least one of the plans, by name. */
export function leadsOf(lines: readonly PortfolioLine[]): readonly string[] {
  const names = lines.map(({ glance }) => glance?.lead ?? null).filter((name) => name !== null)
  return [...new Set(names)].toSorted((a, b) => a.localeCompare(b))
}

/** Commitments of both sides that have come due, over all plans. */
export function reliabilityOf(lines: readonly PortfolioLine[]): { readonly met: number; readonly due: number } {
  const records = lines.flatMap(({ glance }) => (glance?.onTime ? [glance.onTime.buyer, glance.onTime.seller] : []))
  return {
    met: records.reduce((sum, { met }) => sum + met, 0),
    due: records.reduce((sum, { due }) => sum + due, 0),
  }
}
