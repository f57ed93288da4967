/** usePresences: who else has this plan open, and where; `useSetPresence` says where one is oneself. */
import type { PresenceOf } from '@milepost/plan'
import { useCallback, useSyncExternalStore } from 'react'
import { usePlanSession } from './plan-session-context.tsx'
import { presenceStoreOf, showPlace, type PlaceInPlan } from './presence-store.ts'

export function usePresences(): readonly PresenceOf[] {
  const store = presenceStoreOf(usePlanSession().awareness)
  return useSyncExternalStore(store.subscribe, store.get, store.get)
}

/** Where I am: the record and field in hand, and the caret in it; nulls for nowhere in particular. */
export function useSetPresence(): (place: PlaceInPlan) => void {
  const session = usePlanSession()
  return useCallback((place) => showPlace(session, place), [session])
}
