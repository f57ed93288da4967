/** What a week later costs: it stands beside the room that is left, and is written down here. */
import type { ReactNode } from 'react'
import { useAccess } from '../../hooks/use-access.ts'
import { usePlanFields } from '../../hooks/use-plan.ts'
import { TermPart } from './TermSection.tsx'
import { TermText } from './TermText.tsx'
import styles from './Terms.module.css'

export function CostOfSlip(): ReactNode {
  const { costOfSlip } = usePlanFields('costOfSlip')
  const { canEdit } = useAccess()
  if (costOfSlip.trim() === '' && !canEdit) return null
  return (
    <TermPart title="Cost of slipping" place="costOfSlip">
      <TermText
        target={{ in: 'meta', field: 'costOfSlip' }}
        label="Cost of slipping"
        placeholder="What does each week later cost, in the buyer’s own numbers?"
        className={styles.lead}
      />
    </TermPart>
  )
}
