/**
 * usePresences: who else has this plan open, and where. Presence is never stored and every word of it is somebody's claim.
 * `useSetPresence` says where one is oneself; name, side and role come from the kept link.
 */
import { presencesOf, setPresence, type Presence } from '@milepost/plan'
import { useCallback, useRef, useSyncExternalStore } from 'react'
import { usePlanSession } from './plan-session-context.tsx'

export function usePresences(): ReturnType<typeof presencesOf> {
  const { awareness, doc } = usePlanSession()
  const last = useRef<ReturnType<typeof presencesOf> | null>(null)
  const subscribe = useCallback(
    (listener: () => void) => {
      const changed = () => {
        last.current = null
        listener()
      }
      awareness.on('change', changed)
      return () => awareness.off('change', changed)
    },
    [awareness],
  )
  const get = useCallback(() => (last.current ??= presencesOf(awareness, doc.ydoc.clientID)), [awareness, doc])
  return useSyncExternalStore(subscribe, get, get)
}

/** Where I am: the record and field in hand, and the caret in it. */
export function useSetPresence(): (place: Pick<Presence, 'at' | 'caret'>) => void {
  const session = usePlanSession()
  return useCallback(
    (place) => {
      const { side, name, role, personId } = session.access.get()
      if (side === null) return
      setPresence(session.awareness, { side, name, role, personId, ...place } as Presence)
    },
    [session],
  )
}
