/** useSyncStatus, useSyncPart and useUnsent: what is kept where, and what still waits. */
import { useSyncExternalStore } from 'react'
import type { Refusal, SyncStatus, UnsentChange } from '../data/sync-status.ts'
import { usePlanSession } from './plan-session-context.tsx'
import { useReadable } from './use-readable.ts'

export type { KeptState, Refusal, RelayState, SyncStatus, UnsentChange } from '../data/sync-status.ts'

export function useSyncStatus(): SyncStatus {
  return useReadable(usePlanSession().status)
}

/** What follows from it: the status changes a few times with every letter, and few ask for all of it. */
export function useSyncPart<T extends string | boolean | null>(select: (status: SyncStatus) => T): T {
  const { status } = usePlanSession()
  const get = () => select(status.get())
  return useSyncExternalStore(status.subscribe, get, get)
}

/** Whether the plan never leaves this device: the sample, a template that is edited. */
export function useIsLocal(): boolean {
  return useSyncPart(({ relay }) => relay === 'local')
}

export function useRefusal(): Refusal | null {
  return useSyncPart(({ refusal }) => refusal)
}

export function useUnsent(): readonly UnsentChange[] {
  return useReadable(usePlanSession().unsent)
}
