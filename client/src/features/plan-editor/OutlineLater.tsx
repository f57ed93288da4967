/**
 * What the document has besides its first view, in one chunk of its own: what the palette finds in it, and what was removed
 * from it.
 */
import type { ReactNode } from 'react'
import type { Folds } from './folds.ts'
import type { LineToGoTo } from './outline-context.tsx'
import { RemovedLine } from './removed/RemovedLine.tsx'
import { useOutlineActions } from './use-outline-actions.tsx'

export interface OutlineLaterProps {
  readonly canEdit: boolean
  readonly folds: Folds
  readonly goTo: (line: LineToGoTo) => void
  readonly add: () => void
  /** Whether the drawer of what was removed is open. */
  readonly isDrawerOpen: boolean
  readonly setDrawerOpen: (open: boolean) => void
}

export function OutlineLater({ isDrawerOpen, setDrawerOpen, ...outline }: OutlineLaterProps): ReactNode {
  useOutlineActions(outline)
  // Readers see none of it.
  return outline.canEdit ? <RemovedLine isOpen={isDrawerOpen} setOpen={setDrawerOpen} goTo={outline.goTo} /> : null
}
