/**
 * useWhenBack: does something once undo has brought a removed record back. The notice that it was removed says nothing then
 * that is still true.
 */
import type { Plan } from '@milepost/plan'
import { useCallback, useRef } from 'react'
import { usePlanSession } from './plan-session-context.tsx'

/** As many as notices stand on the page at once. */
const MOST_WATCHED = 2

export function useWhenBack(): (id: string, isBack: () => void) => void {
  const { undo } = usePlanSession()
  const watched = useRef<(() => void)[]>([])
  return useCallback(
    (id, isBack) => {
      const stop = undo.watchTaken(({ after }) => {
        if (!isInPlan(after, id)) return
        stop()
        isBack()
      })
      watched.current.push(stop)
      if (watched.current.length > MOST_WATCHED) watched.current.shift()?.()
    },
    [undo],
  )
}

function isInPlan(plan: Plan, id: string): boolean {
  const { milestones, keyDates, objectives, criteria, decisions, expectations, options } = plan
  const terms = [...objectives, ...criteria, ...decisions, ...expectations, ...options]
  return (
    [...milestones, ...keyDates, ...terms].some((record) => record.id === id) ||
    milestones.some(({ steps }) => steps.some((step) => step.id === id))
  )
}
