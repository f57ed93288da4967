/**
 * The quiet line under the last milestone, only there when something was removed, and the drawer that it opens. It leads from
 * what was brought back to where it stands now.
 */
import { parseId, readPlan, type PlanDoc } from '@milepost/plan'
import { useDeferredValue, useMemo, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { usePlanSession } from '../../../hooks/plan-session-context.tsx'
import { useActions } from '../../../hooks/use-actions.ts'
import { usePlan } from '../../../hooks/use-plan.ts'
import { goToPlace } from '../../../ui/go-to-place.ts'
import { TrashIcon } from '../../../ui/icons/icons.tsx'
import { latePart } from '../../../ui/late-part.tsx'
import { useAnnounce } from '../../../ui/LiveRegion.tsx'
import { lineWords } from '../../../words/lines.ts'
import { removedWords as words } from '../../../words/plan-editor/removed.ts'
import styles from '../Outline.module.css'
import type { LineToGoTo } from '../outline-context.tsx'
import { milestoneOfStep } from '../outline-moves.ts'
import { removedCount, type RemovedLine as Removed } from './removed-lines.ts'
import { restoreLine } from './restore-line.ts'

const RemovedDialog = latePart(() => import('./RemovedDialog.tsx').then((module) => module.RemovedDialog))

export interface RemovedLineProps {
  readonly isOpen: boolean
  readonly setOpen: (open: boolean) => void
  readonly goTo: (line: LineToGoTo) => void
}

export function RemovedLine({ isOpen, setOpen, goTo }: RemovedLineProps): ReactNode {
  const { doc, undo } = usePlanSession()
  const announce = useAnnounce()
  // After the letter: counting looks through all lines.
  const plan = useDeferredValue(usePlan())
  const removed = useMemo(() => removedCount(plan), [plan])
  useActions(() =>
    removed === 0
      ? []
      : [
          {
            id: 'removed',
            kind: 'action',
            label: words.title,
            detail: `${removed}`,
            alias: words.alias,
            icon: <TrashIcon />,
            run: () => setOpen(true),
          },
        ],
  )

  function restore(line: Removed) {
    undo.stopCapturing()
    const isBack = restoreLine(doc, line)
    undo.stopCapturing()
    if (!isBack) return
    announce.own(words.isBack(line.title === '' ? lineWords.untitled : line.title))
    const place = placeOf(doc, line)
    if (place !== null) {
      flushSync(() => setOpen(false))
      goTo(place)
    } else if (document.querySelector(`[data-place="${line.id}"]`) !== null) {
      flushSync(() => setOpen(false))
      goToPlace(line.id)
    }
    // What has no place on the page (a person without a role) leaves the drawer open.
  }

  return (
    <>
      {removed > 0 && (
        <button type="button" className={`${styles.add} ${styles.addMilestone}`} onClick={() => setOpen(true)}>
          <TrashIcon size={14} />
          {words.many(removed)}
        </button>
      )}
      {isOpen && <RemovedDialog onRestore={restore} onClose={() => setOpen(false)} />}
    </>
  )
}

/** Its line in the document; null for what stands beside it. */
function placeOf(doc: PlanDoc, { kind, id }: Removed): LineToGoTo | null {
  const stepId = kind === 'step' ? parseId<'step'>(id) : null
  const milestoneId =
    kind === 'milestone'
      ? parseId<'milestone'>(id)
      : stepId === null
        ? null
        : (milestoneOfStep(readPlan(doc), stepId)?.id ?? null)
  return milestoneId === null ? null : { milestoneId, stepId }
}
