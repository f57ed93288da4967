/** Which plans of this device began with which template, and the last of one of them compared: read from the disk when looked at. */
import type { PlanId } from '@milepost/protocol'
import { comparePlans, lastPlans, templateById, type Comparison, type Template } from '@milepost/templates'
import { useMemo } from 'react'
import { companyOf } from '../../format/names.ts'
import { usePlans, type PlanSummary } from '../../hooks/use-plans.ts'
import { usePortfolioPlans } from '../../hooks/use-portfolio-plans.ts'
import { usePortfolio } from '../../hooks/use-portfolio.ts'
import { useOwnTemplates, type OwnTemplate } from '../../hooks/use-templates.ts'

export interface Begun {
  readonly templateId: string
  /** Null: it is not on this device. */
  readonly name: string | null
  /** Plans that began with it; archived ones too, because what is over says most. */
  readonly plans: readonly PlanSummary[]
}

/** The one with the most plans first; null until it is known what there is. */
export function useBegun(): {
  readonly begun: readonly Begun[] | null
  readonly portfolio: ReturnType<typeof usePortfolio>
} {
  const portfolio = usePortfolio()
  const { shelf, rows } = portfolio
  const plans = usePlans()
  const own = useOwnTemplates()
  const begun = useMemo(() => {
    if (shelf === null || own === null) return null
    const groups = Map.groupBy(
      plans.filter(({ sample }) => !sample),
      ({ planId }) => rows.get(planId)?.glance?.template ?? null,
    )
    return [...groups]
      .flatMap(([templateId, group]) =>
        templateId === null ? [] : [{ templateId, name: newestOf(own, templateId)?.name ?? null, plans: group }],
      )
      .toSorted((a, b) => b.plans.length - a.plans.length || (a.templateId < b.templateId ? -1 : 1))
  }, [shelf, rows, plans, own])
  return { begun, portfolio }
}

export interface Compared {
  readonly comparison: Comparison
  readonly template: Template | null
  /** What a plan is called here, and where it opens. */
  readonly nameOf: (planId: string | null) => string
  readonly hrefOf: (planId: string | null) => string
}

/** Null while they are read. Plans of which nothing has arrived are not among them. */
export function useCompared(
  { shelf, rows }: ReturnType<typeof usePortfolio>,
  { templateId, plans }: Begun,
): Compared | null {
  const own = useOwnTemplates()
  const last = lastPlans(
    plans.map((plan) => ({ ...plan, createdAt: rows.get(plan.planId)?.glance?.createdAt ?? null })),
  )
  const reads = usePortfolioPlans(
    shelf,
    rows,
    last.map(({ planId }) => planId),
  )
  return useMemo(() => {
    if (reads === null || own === null) return null
    const found = last.flatMap(({ planId }) => reads.get(planId) ?? [])
    const template = templateOf(own, templateId, found[0]?.plan.template?.version ?? null)
    const names = namesOf(last)
    return {
      comparison: comparePlans(template, found),
      template,
      nameOf: (planId) => names.get(planId as PlanId) ?? '',
      hrefOf: (planId) => `/${last.find((one) => one.planId === planId)?.page === 'view' ? 'v' : 'p'}/${planId ?? ''}`,
    }
    // oxlint-disable-next-line react/exhaustive-deps, react-hooks/exhaustive-deps -- `last` is a new list each time; whatever changes in it was read anew
  }, [reads, own, templateId, last.map(({ planId, page }) => `${planId} ${page}`).join()])
}

function newestOf(own: readonly OwnTemplate[], id: string): Template | null {
  return own.find((one) => one.id === id)?.newest ?? templateById(id)
}

/** As the newest of the plans had it, where that version is still here. */
function templateOf(own: readonly OwnTemplate[], id: string, version: number | null): Template | null {
  const versions = own.find((one) => one.id === id)?.versions ?? []
  return versions.find(({ template }) => template.version === version)?.template ?? newestOf(own, id)
}

/** By the other company; where two plans have the same one, by what they are for as well. */
function namesOf(plans: readonly PlanSummary[]): ReadonlyMap<PlanId, string> {
  const company = (plan: PlanSummary) => companyOf(plan, plan.side === 'buyer' ? 'seller' : 'buyer')
  return new Map(
    plans.map((plan) => {
      const isAlone = plans.filter((other) => company(other) === company(plan)).length === 1
      return [plan.planId, isAlone || plan.title.trim() === '' ? company(plan) : `${company(plan)}: ${plan.title}`]
    }),
  )
}
