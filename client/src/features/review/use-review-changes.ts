/**
 * What somebody may change from the review: switch a finding off for the plan and on again, or take the offered wording. A
 * line that goes takes the focus with it, so the keyboard goes on at what is left of it.
 */
import { setFindingOff, setText, type Review, type ReviewCheck } from '@milepost/plan'
import { useEffect, useMemo, useRef, type RefObject } from 'react'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { useToast } from '../../ui/Toast.tsx'
import type { FindingChanges } from './FindingLine.tsx'
import { commonWords } from '../../words/common.ts'
import { reviewWords } from '../../words/review/review.ts'

export interface ReviewChanges extends FindingChanges {
  readonly switchOn: (check: ReviewCheck) => void
}

type Focusable = RefObject<HTMLElement | null>

/** `rest`: where the keyboard goes on where it is there; `heading` always is. */
export function useReviewChanges(review: Review, rest: Focusable, heading: Focusable): ReviewChanges {
  const { doc, undo } = usePlanSession()
  const toast = useToast()
  const moved = useRef(false)

  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    const { activeElement, body } = document
    if (activeElement !== null && activeElement !== body && activeElement.isConnected) return
    const next = rest.current ?? heading.current
    next?.focus()
    // oxlint-disable-next-line react/exhaustive-deps -- looked at whenever the review says something else
  }, [review, rest, heading])

  return useMemo(() => {
    const change = (write: () => void) => {
      undo.stopCapturing()
      moved.current = true
      write()
      undo.stopCapturing()
    }
    return {
      switchOff(check) {
        change(() => setFindingOff(doc, check.kind, true))
        toast({
          text: reviewWords.isOff(reviewWords.labels[check.kind]),
          action: {
            label: commonWords.undo,
            keys: 'Mod+Z',
            onAction: () => void setFindingOff(doc, check.kind, false),
          },
        })
      },
      switchOn: (check) => change(() => setFindingOff(doc, check.kind, false)),
      takeWording(check) {
        const [first] = check.kind === 'outcomes' ? check.facts.found : []
        if (first === undefined || first.wording.instead === null) return
        const { instead } = first.wording
        change(() => setText(doc, { in: 'milestones', id: first.milestoneId, field: 'title' }, instead))
      },
    }
  }, [doc, undo, toast])
}
