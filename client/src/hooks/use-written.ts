/**
 * useWritten: who wrote in the open plan, as its relay counted it; asked when the page is opened, when the relay comes
 * or goes, and every few minutes while somebody has the page before their eyes. Without a network it is what this device last heard.
 * Not among what the first view needs: `client/vite.config.ts` leaves this hook out of its file.
 */
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Written, WrittenRecord, WrittenState } from '../data/written-record.ts'
import { useDevice } from './device-context.tsx'
import { usePlanSession } from './plan-session-context.tsx'
import { useSyncPart } from './use-sync-status.ts'

export type { Written, WriterShare, WrittenState } from '../data/written-record.ts'

const EVERY_MS = 5 * 60_000

export interface WritingHeard {
  readonly written: Written | null
  readonly state: WrittenState
  readonly ask: () => void
}

export function useWritten(): WritingHeard {
  const device = useDevice()
  const { planId } = usePlanSession()
  const [record, setRecord] = useState<WrittenRecord | null>(null)
  const isReached = useSyncPart(({ relay }) => relay === 'synced' || relay === 'sending')
  useEffect(() => {
    let isHere = true
    device.written(planId).then(
      (opened) => isHere && setRecord(opened),
      // Its part could not be fetched: nothing is said of it.
      () => {},
    )
    return () => {
      isHere = false
    }
  }, [device, planId])
  useEffect(() => {
    if (record === null) return
    const ask = () => void (document.visibilityState !== 'hidden' && record.ask('older'))
    ask()
    const timer = setInterval(ask, EVERY_MS)
    document.addEventListener('visibilitychange', ask)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', ask)
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- that the relay comes or goes is an occasion to ask, and no input
  }, [record, isReached])
  const written = useSyncExternalStore(record?.written.subscribe ?? nothing, () => record?.written.get() ?? null)
  const state = useSyncExternalStore(record?.state.subscribe ?? nothing, () => record?.state.get() ?? 'resting')
  return { written, state, ask: () => void record?.ask('now') }
}

function nothing() {
  return () => undefined
}
