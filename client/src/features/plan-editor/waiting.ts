/**
 * Which lines carry something the relay has not confirmed. Only what the device itself counts as unsent is marked; while
 * everything goes out at once nothing is, because a mark that flickers with every letter says nothing.
 */
import type { MilestoneId, StepId } from '@milepost/plan'
import { createContext, use, useCallback, useMemo, useSyncExternalStore } from 'react'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import type { Readable } from '../../hooks/use-readable.ts'
import type { SyncStatus, UnsentChange } from '../../hooks/use-sync-status.ts'

export interface Waiting {
  has(id: string): boolean
  subscribe(listener: () => void): () => void
}

export const WaitingContext = createContext<Waiting | null>(null)

/** Ids of the records that wait, as long as the relay cannot be reached. */
export function useWaiting(): Waiting {
  const { unsent, status } = usePlanSession()
  return useMemo(() => waitingOf(unsent, status), [unsent, status])
}

function waitingOf(unsent: Readable<readonly UnsentChange[]>, status: Readable<SyncStatus>): Waiting {
  let seen = unsent.get()
  let ids = idsOf(seen)
  return {
    has(id) {
      const { relay } = status.get()
      if (relay !== 'offline' && relay !== 'refused') return false
      if (unsent.get() !== seen) {
        seen = unsent.get()
        ids = idsOf(seen)
      }
      return ids.has(id)
    },
    subscribe(listener) {
      const ends = [unsent.subscribe(listener), status.subscribe(listener)]
      return () => ends.forEach((end) => end())
    },
  }
}

function idsOf(changes: readonly { readonly list: string; readonly id: string | null }[]): ReadonlySet<string> {
  return new Set(changes.flatMap(({ list, id }) => (list === 'milestones' || list === 'steps' ? (id ?? []) : [])))
}

export function useIsWaiting(id: MilestoneId | StepId): boolean {
  const waiting = use(WaitingContext)
  if (waiting === null) throw new Error('A line of the outline stands inside MilestoneList')
  const get = useCallback(() => waiting.has(id), [waiting, id])
  return useSyncExternalStore(waiting.subscribe, get)
}
