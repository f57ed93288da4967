/** The plans in which this device's person is on the buyer's side, read from the disk and kept fresh, and what they say together. */
import { buyerTimeline, dayIn, type BuyerTimeline, type Plan } from '@milepost/plan'
import type { PlanId } from '@milepost/protocol'
import { useMemo } from 'react'
import { companyOf } from '../../format/names.ts'
import { useDevice } from '../../hooks/device-context.tsx'
import { usePlans, type PlanSummary } from '../../hooks/use-plans.ts'
import { usePortfolioPlans } from '../../hooks/use-portfolio-plans.ts'
import { usePortfolio } from '../../hooks/use-portfolio.ts'
import { useDayHere } from '../../hooks/use-today.ts'

export interface TimelineView {
  readonly timeline: BuyerTimeline
  readonly vendorOf: (planId: string) => string
  readonly hrefOf: (planId: string) => string
  /** The relay it comes from and when that last answered; null where all come from one. */
  readonly relayOf: (planId: string) => { readonly host: string; readonly askedAt: number } | null
}

export interface BuyerPlans {
  /** Names of the buyers' companies; more than one where somebody buys for two. */
  readonly companies: readonly string[]
  readonly isNone: boolean
  readonly isUnreachable: boolean
  /** Null while they are read. */
  readonly view: TimelineView | null
}

/** `company`: of these alone; null: of all. */
export function useBuyerTimeline(company: string | null): BuyerPlans {
  const { shelf, rows, refreshing } = usePortfolio()
  const device = useDevice()
  const today = useDayHere()
  const mine = usePlans().filter(
    ({ planId, sample, side }) => !sample && side === 'buyer' && rows.get(planId)?.archived !== true,
  )
  const reads = usePortfolioPlans(
    shelf,
    rows,
    mine.map(({ planId }) => planId),
  )
  const found = useMemo(
    () => (reads === null ? null : mine.flatMap((summary) => readOf(summary, reads.get(summary.planId)?.plan ?? null))),
    // oxlint-disable-next-line react/exhaustive-deps, react-hooks/exhaustive-deps -- a new list each time; what is in it was read anew where it changed
    [reads, mine.map(({ planId, page }) => `${planId} ${page}`).join()],
  )
  const view = useMemo(() => {
    if (found === null) return null
    const shown = found.filter(({ plan }) => company === null || companyOf(plan, 'buyer') === company)
    const plans = shown.map(({ plan, summary }) => {
      return { planId: summary.planId as string, plan, today: dayIn(plan.timeZone, device.now()) }
    })
    const byId = new Map(found.map((one) => [one.summary.planId as string, one]))
    return {
      timeline: buyerTimeline(plans),
      vendorOf: (planId: string) => vendorOf(planId, found),
      hrefOf: (planId: string) => `/${byId.get(planId)?.summary.page === 'view' ? 'v' : 'p'}/${planId}`,
    }
    // oxlint-disable-next-line react/exhaustive-deps, react-hooks/exhaustive-deps -- by the day and not by the second
  }, [found, company, today])
  const relays = new Set(mine.map(({ relay }) => relay))
  return {
    companies: [...new Set((found ?? []).map(({ plan }) => companyOf(plan, 'buyer')))].toSorted((a, b) =>
      a.localeCompare(b),
    ),
    isNone: shelf !== null && mine.length === 0,
    isUnreachable: refreshing.state === 'unreachable',
    view: view && {
      ...view,
      relayOf(planId) {
        const relay = mine.find((one) => one.planId === planId)?.relay
        if (relays.size < 2 || relay === undefined || !URL.canParse(relay)) return null
        return { host: new URL(relay).host, askedAt: rows.get(planId as PlanId)?.askedAt ?? 0 }
      },
    },
  }
}

interface Found {
  readonly summary: PlanSummary
  readonly plan: Plan
}

function readOf(summary: PlanSummary, plan: Plan | null): readonly Found[] {
  return plan === null ? [] : [{ summary, plan }]
}

/** By the vendor's name; where one vendor has two plans, by what each is for as well, or by a number. */
function vendorOf(planId: string, found: readonly Found[]): string {
  const own = found.find(({ summary }) => summary.planId === planId)?.plan
  if (own === undefined) return ''
  const name = companyOf(own, 'seller')
  const same = found
    .filter(({ plan }) => companyOf(plan, 'seller') === name)
    .map(({ summary }) => summary.planId as string)
  if (same.length === 1) return name
  return own.title.trim() === '' ? `${name} ${same.toSorted().indexOf(planId) + 1}` : `${name}: ${own.title.trim()}`
}
