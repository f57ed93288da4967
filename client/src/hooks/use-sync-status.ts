/** useSyncStatus, useSyncField and useUnsent: what is kept where, and what still waits. */
import { useCallback, useSyncExternalStore } from 'react'
import type { SyncStatus, UnsentChange } from '../data/sync-status.ts'
import { usePlanSession } from './plan-session-context.tsx'
import { useReadable } from './use-readable.ts'

export type { KeptState, Refusal, RelayState, SyncStatus, UnsentChange } from '../data/sync-status.ts'

export function useSyncStatus(): SyncStatus {
  return useReadable(usePlanSession().status)
}

/** One field of it: what is counted changes with every letter, and few ask for the count. */
export function useSyncField<Key extends keyof SyncStatus>(key: Key): SyncStatus[Key] {
  const { status } = usePlanSession()
  const get = useCallback(() => status.get()[key], [status, key])
  return useSyncExternalStore(status.subscribe, get, get)
}

export function useUnsent(): readonly UnsentChange[] {
  return useReadable(usePlanSession().unsent)
}
