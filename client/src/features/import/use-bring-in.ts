/** Puts a draft into the plan as one change, and offers its undo for as long as it is the last thing that was done. */
import type { MilestoneId } from '@milepost/plan'
import { useCallback, useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { useToday } from '../../hooks/use-today.ts'
import { useToast } from '../../ui/Toast.tsx'
import { importDoorWords as words } from '../../words/import/door.ts'
import { bringIn, type BroughtIn, type Place } from './bring-in.ts'
import { countText } from './import-words.ts'
import { countOf, type PlanDraft } from './plan-draft.ts'

export function useBringIn(onGo: (id: MilestoneId) => void): (draft: PlanDraft, place: Place) => BroughtIn {
  const { doc, undo } = usePlanSession()
  const today = useToday()
  const toast = useToast()
  const forget = useRef(() => {})
  useEffect(() => () => forget.current(), [])
  return useCallback(
    (draft, place) => {
      undo.stopCapturing()
      const brought = flushSync(() => bringIn(doc, draft, place, today))
      undo.stopCapturing()
      if (typeof brought === 'string') return brought
      forget.current()
      const dismiss = toast({
        text: words.broughtIn(countText(countOf(draft))),
        action: { label: words.undo, keys: 'Mod+Z', onAction: () => void undo.undo() },
      })
      // As soon as something else was done, this Undo would take that back instead.
      const stop = undo.subscribe(() => forget.current())
      forget.current = () => {
        stop()
        dismiss()
      }
      onGo(brought.first)
      return brought
    },
    [doc, undo, today, toast, onGo],
  )
}
