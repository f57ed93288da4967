/**
 * usePlan, usePlanFields and useMilestone: the frozen reading of the open plan. Unchanged parts keep their identity from one reading to the
 * next (packages/plan promises it), so a row that asks for its own milestone is drawn again only when that milestone changed.
 */
import { readPlan, type Milestone, type MilestoneId, type Plan, type PlanDoc } from '@milepost/plan'
import { useCallback, useState, useSyncExternalStore } from 'react'
import { planFeedOf } from './plan-feed.ts'
import { usePlanSession } from './plan-session-context.tsx'

export function usePlan(): Plan {
  return usePlanPart(readPlan)
}

/** Null once the milestone is removed (or never was). */
export function useMilestone(id: MilestoneId): Milestone | null {
  const select = useCallback((doc: PlanDoc) => placeOf(readPlan(doc), id)?.milestone ?? null, [id])
  return usePlanPart(select)
}

/** Any part that is cheap to find and keeps its identity: drawn again only when that part changed. */
export function usePlanPart<T>(select: (doc: PlanDoc) => T): T {
  const { doc } = usePlanSession()
  const get = useCallback(() => select(doc), [doc, select])
  return useSyncExternalStore(planFeedOf(doc), get, get)
}

/** Some parts of the plan by name: drawn again only when one of them changed. The names stay what they were at first. */
export function usePlanFields<Key extends keyof Plan>(...keys: readonly Key[]): Pick<Plan, Key> {
  const [select] = useState(() => fieldsOf(keys))
  return usePlanPart(select)
}

function fieldsOf<Key extends keyof Plan>(keys: readonly Key[]): (doc: PlanDoc) => Pick<Plan, Key> {
  let fields: Pick<Plan, Key> | null = null
  return (doc) => {
    const plan = readPlan(doc)
    const before = fields
    if (before === null || keys.some((key) => before[key] !== plan[key])) {
      fields = Object.fromEntries(keys.map((key) => [key, plan[key]])) as Pick<Plan, Key>
    }
    return fields ?? plan
  }
}

export interface MilestonePlace {
  readonly milestone: Milestone
  /** As it stands beside it on screen: the first is 1. */
  readonly number: number
}

/** Every row asks after every change, so the list is indexed once per reading. */
const indexes = new WeakMap<Plan['milestones'], ReadonlyMap<MilestoneId, MilestonePlace>>()

/** Null for a milestone that is not in the plan. */
export function placeOf({ milestones }: Plan, id: MilestoneId): MilestonePlace | null {
  let index = indexes.get(milestones)
  if (index === undefined) {
    index = new Map(milestones.map((milestone, at) => [milestone.id, { milestone, number: at + 1 }]))
    indexes.set(milestones, index)
  }
  return index.get(id) ?? null
}
