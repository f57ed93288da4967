/**
 * Which milestones are unfolded. Kept on this device only: how somebody looks at a plan is nobody else's business, and
 * a plan that opens folded is the one that is understood in half a minute.
 */
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { MilestoneId } from '@milepost/plan'
import { useDevice } from '../../hooks/device-context.tsx'

export interface Folds {
  isUnfolded(id: MilestoneId): boolean
  set(ids: readonly MilestoneId[], unfolded: boolean): void
  subscribe(listener: () => void): () => void
}

export function useFolds(planId: string): Folds {
  const device = useDevice()
  return useMemo(() => {
    const setting = device.local<readonly string[]>(`unfolded:${planId}`, [])
    return {
      isUnfolded: (id) => setting.get().includes(id),
      set(ids, unfolded) {
        const rest = setting.get().filter((id) => !ids.includes(id as MilestoneId))
        setting.set(unfolded ? [...rest, ...ids] : rest)
      },
      subscribe: (listener) => setting.subscribe(listener),
    }
  }, [device, planId])
}

export function useIsUnfolded(folds: Folds, id: MilestoneId): boolean {
  const get = useCallback(() => folds.isUnfolded(id), [folds, id])
  return useSyncExternalStore(folds.subscribe, get, get)
}

/** How many of these are unfolded, for the one control that unfolds all. */
export function useUnfoldedCount(folds: Folds, ids: readonly MilestoneId[]): number {
  const get = useCallback(() => ids.filter((id) => folds.isUnfolded(id)).length, [folds, ids])
  return useSyncExternalStore(folds.subscribe, get, get)
}
