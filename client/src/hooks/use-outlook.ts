/**
 * useOutlook: what the plan's dates mean today. Computed once for the whole page, and only when something it hangs on has
 * changed (`outlookParts`): typing a title costs one comparison and no forecast.
 *
 * One store for each document watches the plan and the clock for everybody who asks: a hundred rows that each looked at the
 * clock would be felt while typing. At midnight in the plan's zone it changes by itself.
 */
import {
  dayIn,
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
import { useCallback, useDeferredValue, useMemo, useSyncExternalStore } from 'react'
import { useDevice } from './device-context.tsx'
import { planFeedOf } from './plan-feed.ts'
import { usePlanSession } from './plan-session-context.tsx'
import { usePlan } from './use-plan.ts'

const EVERY_MS = 20_000

export function useOutlook(): PlanOutlook {
  return useOutlookPart(all)
}

/** Drawn again only when what this milestone's row says has changed; null while it is not in the plan. */
export function useMilestoneOutlook(id: MilestoneId): MilestoneOutlook | null {
  return useOutlookPart(useCallback(({ milestones }: PlanOutlook) => milestones.get(id) ?? null, [id]))
}

/** `select` is a function that stays the same, and answers with what keeps its identity. */
export function useOutlookPart<T>(select: (outlook: PlanOutlook) => T): T {
  const { doc } = usePlanSession()
  const { now } = useDevice()
  const store = outlookStoreOf(doc, now)
  const get = useCallback(() => select(store.get()), [select, store])
  return useSyncExternalStore(store.subscribe, get, get)
}

/**
 * The plan with what its dates mean, for what stands beside the text: it follows once the letter is on screen. Give both to a
 * memoized component, or it is drawn with the letter all the same.
 */
export function useCalmPlan(): { readonly plan: Plan; readonly outlook: PlanOutlook } {
  const plan = usePlan()
  const outlook = useOutlook()
  return useDeferredValue(useMemo(() => ({ plan, outlook }), [plan, outlook]))
}

/** The same for a plan that no session above holds: a page that only reads has its document from elsewhere (`use-reading.ts`). */
export function usePlanWithOutlook(
  doc: PlanDoc,
  now: () => number,
): { readonly plan: Plan; readonly outlook: PlanOutlook } {
  const store = outlookStoreOf(doc, now)
  const outlook = useSyncExternalStore(store.subscribe, store.get, store.get)
  const getPlan = useCallback(() => readPlan(doc), [doc])
  const plan = useSyncExternalStore(planFeedOf(doc), getPlan, getPlan)
  return useMemo(() => ({ plan, outlook }), [plan, outlook])
}

interface OutlookStore {
  readonly get: () => PlanOutlook
  readonly subscribe: (listener: () => void) => () => void
}

const stores = new WeakMap<PlanDoc, OutlookStore>()

function outlookStoreOf(doc: PlanDoc, now: () => number): OutlookStore {
  const known = stores.get(doc)
  if (known !== undefined) return known
  const store = outlookStore(doc, now)
  stores.set(doc, store)
  return store
}

function outlookStore(doc: PlanDoc, now: () => number): OutlookStore {
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  let day: { readonly zone: string; readonly at: number; readonly today: LocalDate } | null = null
  let known: { readonly plan: Plan; readonly parts: readonly unknown[]; readonly outlook: PlanOutlook } | null = null
  let stop = () => {}

  /** Which day a time is costs more than to know the time: it is asked again after a while, or in another zone. */
  function todayIn(zone: string): LocalDate {
    const at = now()
    if (day === null || day.zone !== zone || Math.abs(at - day.at) >= EVERY_MS)
      day = { zone, at, today: dayIn(zone, at) }
    return day.today
  }

  return {
    get() {
      const plan = readPlan(doc)
      const today = todayIn(plan.timeZone)
      const before = known?.outlook
      if (known !== null && known.plan === plan && known.outlook.today === today) return known.outlook
      const parts = outlookParts(plan)
      const holds = known !== null && known.outlook.today === today && isSameParts(known.parts, parts)
      const outlook = holds && known !== null ? known.outlook : planOutlook(plan, today, before)
      known = { plan, parts, outlook }
      return outlook
    },
    subscribe(listener) {
      if (listeners.size === 0) {
        const unwatch = planFeedOf(doc)(tell)
        const timer = setInterval(tell, EVERY_MS)
        document.addEventListener('visibilitychange', tell)
        stop = () => {
          unwatch()
          clearInterval(timer)
          document.removeEventListener('visibilitychange', tell)
        }
      }
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) stop()
      }
    },
  }
}

function all(outlook: PlanOutlook): PlanOutlook {
  return outlook
}
