/**
 * usePlansPart: one thing about the list of plans, for whoever draws no line of it and is drawn anew by none.
 * Not among what the first view needs: `client/vite.config.ts` leaves this hook out of its file.
 */
import { useCallback, useSyncExternalStore } from 'react'
import type { PlanSummary } from '../data/plan-summary.ts'
import { useDevice } from './device-context.tsx'

export function usePlansPart<Part extends number | boolean>(part: (plans: readonly PlanSummary[]) => Part): Part {
  const { plans } = useDevice()
  const get = useCallback(() => part(plans.get()), [plans, part])
  return useSyncExternalStore(plans.subscribe, get, get)
}
