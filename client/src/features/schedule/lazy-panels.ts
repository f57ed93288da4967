/**
 * What is opened by a press is loaded by it: moving dates, agreeing and copying notes are no part of the first view. A panel
 * that floats holds its place meanwhile, because where it floats is decided by its size.
 */
import { createElement, lazy, Suspense, type ComponentProps, type ComponentType, type ReactNode } from 'react'
import styles from './lazy-panels.module.css'

/** Comes right after the document, which can be read and written without it; its place is kept, so that nothing jumps. */
export const lazySchedulePanel = onDemand(
  () => import('./SchedulePanel.tsx').then(({ SchedulePanel }) => SchedulePanel),
  styles.schedule,
)
export const lazyMovePopover = onDemand(() => import('./MovePopover.tsx').then(({ MovePopover }) => MovePopover))
export const lazyMovePanel = onDemand(() => import('./MovePanel.tsx').then(({ MovePanel }) => MovePanel), styles.panel)
export const lazyAgreementDialog = onDemand(() =>
  import('./AgreementDialog.tsx').then(({ AgreementDialog }) => AgreementDialog),
)
export const lazyCalendarDialog = onDemand(() =>
  import('./CalendarDialog.tsx').then(({ CalendarDialog }) => CalendarDialog),
)
export const lazyNotesDialog = onDemand(() => import('./NotesDialog.tsx').then(({ NotesDialog }) => NotesDialog))
export const lazyWaitsForPanel = onDemand(
  () => import('./WaitsForPanel.tsx').then(({ WaitsForPanel }) => WaitsForPanel),
  styles.panel,
)
export const lazyRescheduleDialog = onDemand(() =>
  import('./RescheduleDialog.tsx').then(({ RescheduleDialog }) => RescheduleDialog),
)

function onDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  place?: string,
): (props: Props) => ReactNode {
  const Loaded = lazy(async () => ({ default: await load() }))
  const fallback = place === undefined ? null : createElement('div', { className: place })
  return function OnDemand(props: Props) {
    return createElement(Suspense, { fallback }, createElement(Loaded, props as ComponentProps<typeof Loaded>))
  }
}
