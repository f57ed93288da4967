/** useSyncStatus and useUnsent: what is kept where, and what still waits. */
import type { SyncStatus, UnsentChange } from '../data/sync-status.ts'
import { usePlanSession } from './plan-session-context.tsx'
import { useReadable } from './use-readable.ts'

export type { KeptState, Refusal, RelayState, SyncStatus, UnsentChange } from '../data/sync-status.ts'

export function useSyncStatus(): SyncStatus {
  return useReadable(usePlanSession().status)
}

export function useUnsent(): readonly UnsentChange[] {
  return useReadable(usePlanSession().unsent)
}
