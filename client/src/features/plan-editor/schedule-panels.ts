/**
 * What the schedule lends to the rows: panels that show what a change of dates would do before it is kept. The document
 * draws their frame and does not know how they count; the page puts both together.
 */
import { createContext, type ReactNode } from 'react'
import type { MilestoneId } from '@milepost/plan'

interface PanelProps {
  readonly milestoneId: MilestoneId
  readonly onClose: () => void
}

export interface SchedulePanels {
  /** Moves a promise, with its effect, a reason and who caused it. `foot`: what else can be said about the day. */
  readonly MovePanel: (props: PanelProps & { readonly foot?: ReactNode }) => ReactNode
  /** What a milestone waits for and how long it takes. */
  readonly WaitsForPanel: (props: PanelProps) => ReactNode
  /** Many dates at once, from a milestone on. */
  readonly RescheduleDialog: (props: PanelProps) => ReactNode
}

export const SchedulePanelsContext = createContext<SchedulePanels | null>(null)
