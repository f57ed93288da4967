/**
 * What is opened by a press is loaded by it: moving dates, agreeing and copying notes are no part of the first view. A panel
 * that floats holds its place meanwhile, because where it floats is decided by its size.
 */
import { createElement } from 'react'
import { latePart } from '../../ui/late-part.tsx'
import styles from './lazy-panels.module.css'

/** Comes right after the document, which can be read and written without it; its place is kept, so that nothing jumps. */
export const lazySchedulePanel = latePart(
  () => import('./SchedulePanel.tsx').then(({ SchedulePanel }) => SchedulePanel),
  createElement('div', { className: styles.schedule }),
)
export const lazyMovePopover = latePart(() => import('./MovePopover.tsx').then(({ MovePopover }) => MovePopover))
export const lazyMovePanel = latePart(
  () => import('./MovePanel.tsx').then(({ MovePanel }) => MovePanel),
  createElement('div', { className: styles.panel }),
)
export const lazyAgreementDialog = latePart(() =>
  import('./AgreementDialog.tsx').then(({ AgreementDialog }) => AgreementDialog),
)
export const lazyCalendarDialog = latePart(() =>
  import('./CalendarDialog.tsx').then(({ CalendarDialog }) => CalendarDialog),
)
export const lazyNotesDialog = latePart(() => import('./NotesDialog.tsx').then(({ NotesDialog }) => NotesDialog))
export const lazyWaitsForPanel = latePart(
  () => import('./WaitsForPanel.tsx').then(({ WaitsForPanel }) => WaitsForPanel),
  createElement('div', { className: styles.panel }),
)
export const lazyRescheduleDialog = latePart(() =>
  import('./RescheduleDialog.tsx').then(({ RescheduleDialog }) => RescheduleDialog),
)
