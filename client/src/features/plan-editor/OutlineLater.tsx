/**
 * What the document has besides its first view, in one chunk of its own: what the palette finds in it, what was removed
 * from it, and how one sees what undo changed.
 */
import type { ReactNode } from 'react'
import type { Folds } from './folds.ts'
import type { LineToGoTo } from './outline-context.tsx'
import { RemovedLine } from './removed/RemovedLine.tsx'
import { SelectedPlan, type SelectedPlanProps } from './SelectedPlan.tsx'
import { useOutlineActions } from './use-outline-actions.tsx'
import { useUndoneSeen } from './use-undone-seen.ts'

export interface OutlineLaterProps {
  readonly canEdit: boolean
  readonly folds: Folds
  readonly goTo: (line: LineToGoTo) => void
  readonly add: () => void
  /** Whether the drawer of what was removed is open. */
  readonly isDrawerOpen: boolean
  readonly setDrawerOpen: (open: boolean) => void
  /** While the whole plan is selected. */
  readonly selected: SelectedPlanProps | null
}

export function OutlineLater({ isDrawerOpen, setDrawerOpen, selected, ...outline }: OutlineLaterProps): ReactNode {
  useOutlineActions(outline)
  useUndoneSeen()
  return (
    <>
      {selected !== null && <SelectedPlan {...selected} />}
      {/* Readers bring nothing back. */}
      {outline.canEdit && <RemovedLine isOpen={isDrawerOpen} setOpen={setDrawerOpen} goTo={outline.goTo} />}
    </>
  )
}
