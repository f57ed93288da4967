/**
 * How the news are told to those who listen: politely, and again only where more has come, because the comments of a plan may
 * arrive before its changes do. Where nothing of it is worth a line, it counts as read.
 */
import { useEffect, useEffectEvent, useRef } from 'react'
import { useAnnounce } from '../../ui/LiveRegion.tsx'

export function useSaid(count: number, text: string, onNone: () => void): void {
  const announce = useAnnounce()
  const told = useRef(0)
  const tell = useEffectEvent((now: number) => {
    if (now === 0) return onNone()
    if (now <= told.current) return
    told.current = now
    announce.remote(text)
  })
  useEffect(() => tell(count), [count])
}
