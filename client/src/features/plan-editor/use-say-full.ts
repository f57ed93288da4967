// Says that nothing more can be added, where somebody just tried.
import { RECORD_LIMITS } from '@milepost/plan'
import { useCallback } from 'react'
import { useToast } from '../../ui/Toast.tsx'
import { commandWords as words } from '../../words/plan-editor/commands.ts'

export type Countable = 'milestones' | 'steps'

export function useSayFull(): (kind: Countable) => void {
  const toast = useToast()
  return useCallback(
    (kind) => {
      const text = kind === 'milestones' ? words.milestonesFull : words.stepsFull
      toast({ text: text(RECORD_LIMITS[kind]) })
    },
    [toast],
  )
}
