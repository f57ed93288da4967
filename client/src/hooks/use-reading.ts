/** What a page that only reads knows of its plan: the same frozen readings as every page, whichever way the plan came. */
import type { Plan, PlanOutlook } from '@milepost/plan'
import type { PlanReading } from '../data/glance.ts'
import { usePlanWithOutlook } from './use-outlook.ts'
import { useValueProposition } from './use-value-proposition.ts'

export type { PlanReading } from '../data/glance.ts'
export type { OpenReading } from '../data/open-reading.ts'

export interface PlanAsRead {
  readonly plan: Plan
  readonly outlook: PlanOutlook
  readonly valueProposition: string
}

export function usePlanReading({ doc, now }: PlanReading): PlanAsRead {
  const { plan, outlook } = usePlanWithOutlook(doc, now)
  return { plan, outlook, valueProposition: useValueProposition(doc) }
}
