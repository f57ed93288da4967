/** Whether this device has no room left, asked of the browser once a write has failed: only then is it worth knowing. */
import { useEffect, useState } from 'react'
import type { KeptState } from '../../hooks/use-sync-status.ts'

/** Less than this is as good as nothing: one compaction of a plan needs more. */
const ROOM_BYTES = 2_000_000

export function useOutOfSpace(kept: KeptState): boolean {
  const [full, setFull] = useState(false)
  const failed = kept === 'notKept'
  useEffect(() => {
    if (!failed || typeof navigator.storage?.estimate !== 'function') return
    let ended = false
    navigator.storage.estimate().then(
      ({ quota = Infinity, usage = 0 }) => {
        if (!ended) setFull(quota - usage < ROOM_BYTES)
        return undefined
      },
      () => undefined,
    )
    return () => {
      ended = true
    }
  }, [failed])
  return failed && full
}
