/** What is opened by a press is loaded by it: moving dates, agreeing and copying notes are no part of the first view. */
import { createElement, lazy, Suspense, type ComponentProps, type ComponentType, type ReactNode } from 'react'

export const lazyMovePopover = onDemand(() => import('./MovePopover.tsx').then(({ MovePopover }) => MovePopover))
export const lazyMovePanel = onDemand(() => import('./MovePanel.tsx').then(({ MovePanel }) => MovePanel))
export const lazyAgreementDialog = onDemand(() =>
  import('./AgreementDialog.tsx').then(({ AgreementDialog }) => AgreementDialog),
)
export const lazyNotesDialog = onDemand(() => import('./NotesDialog.tsx').then(({ NotesDialog }) => NotesDialog))
export const lazyWaitsForPanel = onDemand(() =>
  import('./WaitsForPanel.tsx').then(({ WaitsForPanel }) => WaitsForPanel),
)
export const lazyRescheduleDialog = onDemand(() =>
  import('./RescheduleDialog.tsx').then(({ RescheduleDialog }) => RescheduleDialog),
)

function onDemand<Props extends object>(load: () => Promise<ComponentType<Props>>): (props: Props) => ReactNode {
  const Loaded = lazy(async () => ({ default: await load() }))
  return function OnDemand(props: Props) {
    return createElement(Suspense, { fallback: null }, createElement(Loaded, props as ComponentProps<typeof Loaded>))
  }
}
