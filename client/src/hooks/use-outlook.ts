/**
 * useOutlook: what the plan's dates mean today. Computed once for the whole page, and only when something it hangs on has
 * changed (`outlookParts`): typing a title costs one comparison and no forecast. It changes at midnight in the plan's zone,
 * because `useToday` does.
 */
import {
  isSameParts,
  outlookParts,
  planOutlook,
  readPlan,
  type MilestoneId,
  type MilestoneOutlook,
  type Plan,
  type PlanDoc,
  type PlanOutlook,
} from '@milepost/plan'
import type { LocalDate } from '@milepost/schedule'
import { useCallback } from 'react'
import { usePlanPart } from './use-plan.ts'
import { useToday } from './use-today.ts'

export function useOutlook(): PlanOutlook {
  return useOutlookPart(all)
}

/** Drawn again only when what this milestone's row says has changed; null while it is not in the plan. */
export function useMilestoneOutlook(id: MilestoneId): MilestoneOutlook | null {
  return useOutlookPart(useCallback(({ milestones }: PlanOutlook) => milestones.get(id) ?? null, [id]))
}

/** `select` is a function that stays the same, and answers with what keeps its identity. */
export function useOutlookPart<T>(select: (outlook: PlanOutlook) => T): T {
  const today = useToday()
  return usePlanPart(useCallback((doc: PlanDoc) => select(outlookOf(doc, today)), [select, today]))
}

interface Memo {
  readonly plan: Plan
  readonly parts: readonly unknown[]
  readonly outlook: PlanOutlook
}

const memos = new WeakMap<PlanDoc, Memo>()

/** For commands, which read the plan when they run. */
export function outlookOf(doc: PlanDoc, today: LocalDate): PlanOutlook {
  const plan = readPlan(doc)
  const known = memos.get(doc)
  if (known !== undefined && known.plan === plan && known.outlook.today === today) return known.outlook
  const parts = outlookParts(plan)
  const holds = known !== undefined && known.outlook.today === today && isSameParts(known.parts, parts)
  const outlook = holds ? known.outlook : planOutlook(plan, today, known?.outlook)
  memos.set(doc, { plan, parts, outlook })
  return outlook
}

function all(outlook: PlanOutlook): PlanOutlook {
  return outlook
}
