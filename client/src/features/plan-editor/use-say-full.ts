// Says that nothing more can be added, where somebody just tried.
import { RECORD_LIMITS } from '@milepost/plan'
import { useCallback } from 'react'
import { numberText } from '../../format/count.ts'
import { useToast } from '../../ui/Toast.tsx'

export type Countable = 'milestones' | 'steps'

export function useSayFull(): (kind: Countable) => void {
  const toast = useToast()
  return useCallback(
    (kind) => {
      const most = numberText(RECORD_LIMITS[kind])
      toast({ text: `A plan holds at most ${most} ${kind}. Remove one to add another.` })
    },
    [toast],
  )
}
