/**
 * Removing a line: gone at once, with Undo for as long as the notice stays. Nothing is destroyed: the record is
 * archived, and what others type into it meanwhile is still there when it comes back.
 */
import {
  archiveMilestone,
  archiveStep,
  changePlan,
  readPlan,
  restoreMilestone,
  restoreStep,
  setGoLive,
  setResult,
  type MilestoneId,
  type Replacements,
  type StepId,
} from '@milepost/plan'
import { useCallback, useState } from 'react'
import { flushSync } from 'react-dom'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { useWhenBack } from '../../hooks/use-when-back.ts'
import { useToast } from '../../ui/Toast.tsx'
import { commandWords as words } from '../../words/plan-editor/commands.ts'
import { isBlank, milestoneNumber, milestoneOfStep } from './outline-moves.ts'

export interface RemoveLine {
  readonly removeMilestone: (id: MilestoneId, replacements?: Replacements) => void
  readonly removeStep: (id: StepId) => void
  /** A go-live or result that was to be removed: the page asks which milestone takes its place. */
  readonly asking: MilestoneId | null
  readonly stopAsking: () => void
}

/** `showRemoved` leads to everything that was removed, when the notice is gone too. */
export function useRemoveLine(showRemoved: () => void): RemoveLine {
  const { doc, undo } = usePlanSession()
  const toast = useToast()
  const whenBack = useWhenBack()
  const [asking, setAsking] = useState<MilestoneId | null>(null)

  const removeMilestone = useCallback(
    (id: MilestoneId, replacements: Replacements = {}) => {
      const before = readPlan(doc)
      const milestone = before.milestones.find((one) => one.id === id)
      if (milestone === undefined) return
      undo.stopCapturing()
      const answer = flushSync(() => {
        if (before.milestones.length > 1) return archiveMilestone(doc, id, replacements)
        // The last one of all: nothing is left that could take its place, and the page asks again when there is.
        return changePlan(doc, () => {
          if (before.goLiveId === id) setGoLive(doc, null)
          if (before.resultId === id) setResult(doc, null)
          return archiveMilestone(doc, id)
        })
      })
      if (answer === 'is-go-live' || answer === 'is-result') return setAsking(id)
      setAsking(null)
      if (answer !== 'changed' || isBlank(milestone)) return
      whenBack(
        id,
        toast({
          text: words.milestoneRemoved(milestoneNumber(before, id), milestone.steps.length),
          action: {
            label: words.undo,
            keys: 'Mod+Z',
            onAction: () => {
              changePlan(doc, () => {
                restoreMilestone(doc, id)
                if (before.goLiveId === id) setGoLive(doc, id)
                if (before.resultId === id) setResult(doc, id)
              })
            },
          },
          more: { label: words.showRemoved, onAction: showRemoved },
        }),
      )
    },
    [doc, undo, toast, whenBack, showRemoved],
  )

  const removeStep = useCallback(
    (id: StepId) => {
      const before = readPlan(doc)
      const milestone = milestoneOfStep(before, id)
      const step = milestone?.steps.find((one) => one.id === id)
      if (milestone === null || step === undefined) return
      undo.stopCapturing()
      const answer = flushSync(() => archiveStep(doc, id))
      if (answer !== 'changed' || (step.title === '' && step.outcome === '')) return
      whenBack(
        id,
        toast({
          text: words.stepRemoved(milestoneNumber(before, milestone.id)),
          action: { label: words.undo, keys: 'Mod+Z', onAction: () => void restoreStep(doc, id) },
          more: { label: words.showRemoved, onAction: showRemoved },
        }),
      )
    },
    [doc, undo, toast, whenBack, showRemoved],
  )

  const stopAsking = useCallback(() => setAsking(null), [])
  return { removeMilestone, removeStep, asking, stopAsking }
}
