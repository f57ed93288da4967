/** usePlans: the list of plans this device keeps, newest first. */
import type { PlanSummary } from '../data/plan-summary.ts'
import { useDevice } from './device-context.tsx'
import { useReadable } from './use-readable.ts'

export type { PlanSummary } from '../data/plan-summary.ts'

export function usePlans(): readonly PlanSummary[] {
  return useReadable(useDevice().plans)
}
