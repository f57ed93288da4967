/** The plans in the order of the review, and what the one that is looked at says: read from the disk when it is its turn. */
import {
  attentionOf,
  byAttention,
  pipelineFacts,
  type Attention,
  type PipelineFacts,
  type Plan,
  type PlanGlance,
} from '@milepost/plan'
import { useEffect, useMemo, useState } from 'react'
import { useDevice } from '../../hooks/device-context.tsx'
import { usePlans, type PlanSummary } from '../../hooks/use-plans.ts'
import { usePortfolio, type PortfolioRow, type PortfolioShelf } from '../../hooks/use-portfolio.ts'
import type { Side } from '../../ui/side.ts'

export interface Reviewed {
  readonly plan: PlanSummary
  readonly row: PortfolioRow
  readonly glance: PlanGlance
  readonly attention: Attention
  readonly them: Side
}

export interface PlanRead {
  readonly plan: Plan
  readonly facts: PipelineFacts
}

/** What needs attention first; null until it is known what there is. The order stands while one reviews. */
export function useReviewed(): { readonly shelf: PortfolioShelf | null; readonly all: readonly Reviewed[] | null } {
  const { shelf, rows } = usePortfolio()
  const plans = usePlans()
  const device = useDevice()
  const [order, setOrder] = useState<readonly string[] | null>(null)
  const isLooked = useLooked(shelf)
  const now = device.now()
  const found = plans.flatMap((plan) => {
    const row = rows.get(plan.planId)
    if (row === undefined || row.glance === null) return []
    const them = plan.side === 'buyer' ? 'seller' : 'buyer'
    return [{ plan, row, glance: row.glance, attention: attentionOf(row.glance, row.share, now, them), them } as const]
  })
  const waiting = found.filter(({ row }) => !row.archived)
  const sorted = waiting.toSorted((a, b) =>
    byAttention({ ...a, planId: a.plan.planId }, { ...b, planId: b.plan.planId }),
  )
  if (isLooked && order === null && (sorted.length > 0 || plans.length === 0))
    setOrder(sorted.map(({ plan }) => plan.planId))
  if (order === null) return { shelf, all: null }
  const all = order.flatMap((planId) => found.find(({ plan }) => plan.planId === planId) ?? [])
  // What came meanwhile stands behind what was there.
  return { shelf, all: [...all, ...sorted.filter(({ plan }) => !order.includes(plan.planId))] }
}

function useLooked(shelf: PortfolioShelf | null): boolean {
  const [isLooked, setLooked] = useState(false)
  useEffect(() => {
    let isHere = true
    void shelf?.looked.then(() => isHere && setLooked(true))
    return () => {
      isHere = false
    }
  }, [shelf])
  return isLooked
}

/** 'reading' until the disk has answered; null where nothing of it is here. */
export function usePlanRead(shelf: PortfolioShelf | null, reviewed: Reviewed | null): PlanRead | null | 'reading' {
  const planId = reviewed?.plan.planId ?? null
  const at = reviewed?.row.at ?? 0
  const [read, setRead] = useState<{
    readonly planId: string
    readonly found: Awaited<ReturnType<PortfolioShelf['read']>>
  } | null>(null)
  useEffect(() => {
    let isHere = true
    async function look() {
      if (shelf === null || planId === null) return
      const found = await shelf.read(planId)
      if (isHere) setRead({ planId, found })
    }
    void look()
    return () => {
      isHere = false
    }
    // oxlint-disable-next-line react/exhaustive-deps, react/exhaustive-effect-dependencies, react-hooks/exhaustive-deps -- a glance that was taken anew says that the plan has changed
  }, [shelf, planId, at])
  const day = reviewed?.glance.day ?? null
  return useMemo(() => {
    if (read === null || read.planId !== planId || day === null) return 'reading'
    if (read.found === null) return null
    const { plan, words } = read.found
    return { plan, facts: pipelineFacts(plan, day, words) }
  }, [read, planId, day])
}
