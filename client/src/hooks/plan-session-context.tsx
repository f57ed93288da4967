/**
 * PlanSessionProvider opens a plan for everything below it. It opens in an effect, because effects are what StrictMode runs
 * twice and pays back; the session itself is counted and lives outside React, so the second opening gets the same document.
 * When the document is replaced (`ended`), the children start anew with the next session: no row may hold on to a dead one.
 */
import { createContext, Fragment, useContext, useLayoutEffect, useState, type ReactNode } from 'react'
import type { PlanId } from '@milepost/protocol'
import type { PlanSession } from '../data/plan-session.ts'
import { useDevice } from './device-context.tsx'

export type { PlanSession }

const PlanSessionContext = createContext<PlanSession | null>(null)

interface PlanSessionProviderProps {
  readonly planId: PlanId
  /** Drawn while the session is being made; that takes no longer than one pass of React. */
  readonly fallback?: ReactNode
  readonly children: ReactNode
}

export function PlanSessionProvider({ planId, fallback = null, children }: PlanSessionProviderProps) {
  const device = useDevice()
  const [opened, setOpened] = useState<{ readonly session: PlanSession; readonly life: number } | null>(null)

  useLayoutEffect(() => {
    let closed = false
    let release = () => {}
    const open = () => {
      release()
      const session = device.openPlan(planId)
      const unsubscribe = session.ended.subscribe(() => {
        if (!closed) open()
      })
      release = () => {
        unsubscribe()
        session.release()
      }
      setOpened((before) => ({ session, life: (before?.life ?? 0) + 1 }))
    }
    open()
    return () => {
      closed = true
      release()
    }
  }, [device, planId])

  if (opened === null || opened.session.planId !== planId) return fallback
  return (
    <PlanSessionContext value={opened.session}>
      <Fragment key={opened.life}>{children}</Fragment>
    </PlanSessionContext>
  )
}

export function usePlanSession(): PlanSession {
  const session = useContext(PlanSessionContext)
  if (session === null) throw new Error('usePlanSession needs a PlanSessionProvider above it')
  return session
}
