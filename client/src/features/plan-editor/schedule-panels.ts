/**
 * What others lend to the rows: the schedule its panels, which show what a change of dates would do before it is kept, and the
 * terms what stands in the last milestone. The document draws their frame and does not know how they count; the page puts
 * all of it together.
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
  /** The value that was promised, repeated and scored in the milestone that is the result. */
  readonly ResultPart: () => ReactNode
}

export const SchedulePanelsContext = createContext<SchedulePanels | null>(null)
