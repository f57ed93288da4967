/**
 * useRevocations: the links that one side took back from the other, as the relay keeps them. A plan belongs to both, so
 * everybody in it is told. Asked again whenever the relay is reached, whenever somebody comes or goes (who is shut out
 * goes), and every few minutes.
 */
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { Revocation } from '../data/plan-sharing.ts'
import { useDevice } from './device-context.tsx'
import { usePlanSession } from './plan-session-context.tsx'
import { presenceStoreOf } from './presence-store.ts'
import { useReadable } from './use-readable.ts'
import { useSyncPart } from './use-sync-status.ts'

export type { Revocation } from '../data/plan-sharing.ts'

const EVERY_MS = 5 * 60_000

/** Newest first. */
export function useRevocations(): readonly Revocation[] {
  const device = useDevice()
  const { planId, awareness } = usePlanSession()
  const sharing = useMemo(() => device.sharing(planId), [device, planId])
  const isReached = useSyncPart(({ relay }) => relay === 'synced' || relay === 'sending')
  const store = presenceStoreOf(awareness)
  const whoIsHere = () =>
    store
      .get()
      .map(({ clientId }) => clientId)
      .join()
  const here = useSyncExternalStore(store.subscribe, whoIsHere)
  useEffect(() => {
    if (!isReached) return
    const ask = () => void sharing.refreshRevocations()
    ask()
    const timer = setInterval(ask, EVERY_MS)
    return () => clearInterval(timer)
    // oxlint-disable-next-line react/exhaustive-deps -- who is here is no input, only an occasion
  }, [sharing, isReached, here])
  return useReadable(sharing.revocations)
}
