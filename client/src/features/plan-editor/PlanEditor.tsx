/**
 * The plan document: the lead, then the milestones with their steps. It draws what is true and nothing else; a reader
 * gets the same page without a single control that would not work.
 */
import type { RoleId } from '@milepost/plan'
import { memo, useEffect, type ReactNode } from 'react'
import { useAccess } from '../../hooks/use-access.ts'
import { useLoaded } from '../../hooks/use-loaded.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { outlineWords as words } from '../../words/plan-editor/outline.ts'
import { AskGoLive } from './AskGoLive.tsx'
import { MilestoneList } from './MilestoneList.tsx'
import type { LineToGoTo } from './outline-context.tsx'
import styles from './PlanEditor.module.css'
import { PlanLead } from './PlanLead.tsx'
import { RemoteChanges } from './RemoteChanges.tsx'
import { SchedulePanelsContext, type SchedulePanels } from './schedule-panels.ts'
import { preloadEditorWhenIdle } from './rich-text/editor-chunk.ts'

export interface PlanEditorProps {
  /** Leads to a link for a role, where the page can make one. */
  readonly onInvite?: (roleId: RoleId) => void
  /** Stands beside the head of the document. */
  readonly besideLead?: ReactNode
  /** Stands between the head and the milestones: when it all happens. */
  readonly schedule?: ReactNode
  /** Lent by the schedule: how dates and links are changed with their effect in sight. */
  readonly panels?: SchedulePanels | null
  /** Stands behind the milestones, in the same column. */
  readonly below?: ReactNode
  /** The line to go to; a new object each time somebody asks. */
  readonly goTo?: LineToGoTo | null
  /** Stands beside "Add a milestone": other ways to get some. */
  readonly moreWays?: ReactNode
}

export const PlanEditor = memo(function PlanEditor({
  onInvite,
  besideLead,
  schedule,
  panels = null,
  below,
  goTo = null,
  moreWays,
}: PlanEditorProps): ReactNode {
  const loaded = useLoaded()
  const { canEdit } = useAccess()
  useEffect(() => (canEdit ? preloadEditorWhenIdle() : undefined), [canEdit])
  if (loaded !== 'loaded') {
    return (
      <div className={styles.doc}>
        <Skeleton rows={8} label={words.opening} />
      </div>
    )
  }
  return (
    <div className={styles.doc}>
      <div className={styles.lead}>
        <PlanLead />
        {besideLead}
      </div>
      <AskGoLive />
      {schedule}
      <SchedulePanelsContext value={panels}>
        <MilestoneList onInvite={onInvite} goTo={goTo} moreWays={moreWays} />
      </SchedulePanelsContext>
      {below}
      <RemoteChanges />
    </div>
  )
})
