/**
 * Dates and links that contradict each other, said where the forecast stands that they bend. Each leads to its milestone;
 * a link that counts for nothing is mended by one press.
 */
import { setMilestoneAfter, type DateFinding, type MilestoneId, type Plan, type PlanOutlook } from '@milepost/plan'
import { useState, type ReactNode } from 'react'
import { useAccess } from '../../hooks/use-access.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { Button } from '../../ui/Button.tsx'
import { WarningIcon } from '../../ui/icons/icons.tsx'
import { findingText, impossibleText } from '../../words/schedule/finding-text.ts'
import { schedulePanelWords } from '../../words/schedule/panel.ts'
import styles from './DateFindings.module.css'
import { lazyRescheduleDialog as RescheduleDialog } from './lazy-panels.ts'

const words = schedulePanelWords.findings

interface DateFindingsProps {
  readonly plan: Plan
  readonly outlook: PlanOutlook
  readonly onJump: (id: MilestoneId) => void
}

/** More than these would push the plan out of sight; the others are one press away. */
const AT_FIRST = 2

export function DateFindings({ plan, outlook, onJump }: DateFindingsProps): ReactNode {
  const { canEdit } = useAccess()
  const [all, setAll] = useState(false)
  const [taking, setTaking] = useState(false)
  const impossible = outlook.findings.filter(({ kind }) => kind === 'cannotBeMet')
  // Several promises behind one that moved are one thing to do.
  const findings = outlook.findings.filter(
    ({ kind }) => kind !== 'noMilestones' && kind !== 'noGoLive' && (kind !== 'cannotBeMet' || impossible.length === 1),
  )
  const several = impossible.length > 1
  if (findings.length === 0 && !several) return null
  const shown = all ? findings : findings.slice(0, AT_FIRST)
  return (
    <div className={styles.findings}>
      <ul aria-label={words.label}>
        {several && (
          <li>
            <WarningIcon size={14} />
            <span>{impossibleText(outlook, impossible)}</span>
            <span className={styles.ways}>
              {canEdit && (
                <Button size="sm" onPress={() => setTaking(true)}>
                  {words.takeForecast}
                </Button>
              )}
            </span>
          </li>
        )}
        {shown.map((finding) => (
          <li key={JSON.stringify(finding)}>
            <WarningIcon size={14} />
            <span>{findingText(plan, outlook, finding)}</span>
            <span className={styles.ways}>
              {canEdit && finding.kind === 'linkDoesNotCount' && <Mend plan={plan} finding={finding} />}
              {'milestoneId' in finding && (
                <Button size="sm" look="quiet" onPress={() => onJump(finding.milestoneId)}>
                  {words.show}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {taking && <RescheduleDialog milestoneId={null} onClose={() => setTaking(false)} />}
      {findings.length > AT_FIRST && (
        <Button size="sm" look="quiet" onPress={() => setAll(!all)}>
          {all ? words.fewer : words.more(findings.length - AT_FIRST)}
        </Button>
      )}
    </div>
  )
}

/** Taking the link away changes no date: it did not count. */
function Mend({
  plan,
  finding,
}: {
  readonly plan: Plan
  readonly finding: DateFinding & { readonly kind: 'linkDoesNotCount' }
}) {
  const { doc, undo } = usePlanSession()
  const { milestoneId, to } = finding
  return (
    <Button
      size="sm"
      onPress={() => {
        const after = plan.milestones.find(({ id }) => id === milestoneId)?.after ?? []
        undo.stopCapturing()
        setMilestoneAfter(
          doc,
          milestoneId,
          after.filter((id) => id !== to),
        )
      }}
    >
      {words.takeLinkAway}
    </Button>
  )
}
