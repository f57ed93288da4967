/**
 * What every line of the outline shares: where the keyboard is, what is folded, how to run a command, and how to open
 * the one panel (owner, date, menu) beside a line. The value changes at midnight and with the right, not while one works, so no line is
 * drawn again because of it; what changes are the small stores inside.
 */
import { createContext, use, useCallback, useSyncExternalStore } from 'react'
import type { MilestoneId, StepId } from '@milepost/plan'
import type { LocalDate } from '@milepost/schedule'
import type { CurrentRow } from './outline-focus.ts'
import type { Folds } from './folds.ts'
import type { OutlineCommand } from './outline-keys.ts'
import type { Places } from './presence-places.ts'

/** A line that stands for something in the plan. */
export type LineRef =
  | { readonly kind: 'milestone'; readonly id: MilestoneId }
  | { readonly kind: 'step'; readonly id: StepId; readonly milestoneId: MilestoneId }

/** A line that something else on the page leads to: the next step, a stone of the timeline, the palette. */
export interface LineToGoTo {
  readonly milestoneId: MilestoneId
  readonly stepId: StepId | null
}

export type PanelKind = 'owner' | 'due' | 'menu' | 'commands' | 'moveTo' | 'waitsFor' | 'about' | 'reschedule'

/** What is open beside which line. */
export interface OpenPanel {
  readonly kind: PanelKind
  readonly line: LineRef
  readonly anchor: Element
}

export interface Outline {
  readonly canEdit: boolean
  /** Asked once for all lines: a hundred of them each watching the clock is what made typing slow. */
  readonly today: LocalDate
  readonly current: CurrentRow
  readonly folds: Folds
  readonly places: Places
  run(command: OutlineCommand, line: LineRef): void
  open(kind: PanelKind, line: LineRef, anchor: Element): void
  /** Up or Down left the first or last line of a text. */
  leaveText(from: Element, direction: 'up' | 'down', at: number): boolean
  undo(): void
  redo(): void
}

export const OutlineContext = createContext<Outline | null>(null)

export function useOutline(): Outline {
  const outline = use(OutlineContext)
  if (outline === null) throw new Error('A line of the outline stands inside MilestoneList')
  return outline
}

/** Whether Tab reaches this line; `first` is the one it reaches before any was used. */
export function useTabStop(rowId: string, first: boolean): 0 | -1 {
  const { current } = useOutline()
  const get = useCallback(() => (current.get() === null ? first : current.get() === rowId), [current, rowId, first])
  return useSyncExternalStore(current.subscribe, get) ? 0 : -1
}
