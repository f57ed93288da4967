/**
 * The schedule in one panel: when it goes live, what moved that, and the road from the first day to the result. It stands
 * on every plan that has a milestone with a day; what cannot be said yet is not drawn.
 */
import type { MilestoneId, Plan, PlanOutlook } from '@milepost/plan'
import { memo, type ReactNode } from 'react'
import { useCalmPlan } from '../../hooks/use-outlook.ts'
import { schedulePanelWords } from '../../words/schedule/panel.ts'
import { AgreementBar } from './AgreementBar.tsx'
import { DateFindings } from './DateFindings.tsx'
import { GoLiveFacts } from './GoLiveFacts.tsx'
import styles from './SchedulePanel.module.css'
import { Timeline } from './Timeline.tsx'
import { WhatMovedIt } from './WhatMovedIt.tsx'

export interface SchedulePanelProps {
  /** Leads to the milestone's row in the document. */
  readonly onJump: (id: MilestoneId) => void
}

export const SchedulePanel = memo(function SchedulePanel({ onJump }: SchedulePanelProps): ReactNode {
  return <Panel {...useCalmPlan()} onJump={onJump} />
})

interface PanelProps extends SchedulePanelProps {
  readonly plan: Plan
  readonly outlook: PlanOutlook
}

/** Its own, so that a letter typed in the document does not wait for the road to be drawn. */
const Panel = memo(function Panel({ plan, outlook, onJump }: PanelProps): ReactNode {
  const { goLive } = outlook
  if (plan.milestones.length === 0) return null
  return (
    <section className={styles.panel} aria-label={schedulePanelWords.label}>
      {goLive !== null && (
        <div className={styles.head}>
          <GoLiveFacts plan={plan} outlook={outlook} goLive={goLive} />
          <WhatMovedIt plan={plan} outlook={outlook} />
        </div>
      )}
      {(goLive?.dated ?? true) && <Timeline plan={plan} outlook={outlook} onJump={onJump} />}
      <DateFindings plan={plan} outlook={outlook} onJump={onJump} />
      <AgreementBar plan={plan} outlook={outlook} />
    </section>
  )
})
