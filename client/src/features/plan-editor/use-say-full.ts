// Says that nothing more can be added, where somebody just tried.
import { RECORD_LIMITS } from '@milepost/plan'
import { useCallback } from 'react'
import { useToast } from '../../ui/Toast.tsx'

export type Countable = 'milestones' | 'steps'

export function useSayFull(): (kind: Countable) => void {
  const toast = useToast()
  return useCallback(
    (kind) => {
      const most = RECORD_LIMITS[kind].toLocaleString('en-GB')
      toast({ text: `A plan holds at most ${most} ${kind}. Remove one to add another.` })
    },
    [toast],
  )
}
