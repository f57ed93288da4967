/** What a week later costs: it stands beside the room that is left, and is written down here. */
import type { ReactNode } from 'react'
import { useAccess } from '../../hooks/use-access.ts'
import { usePlanFields } from '../../hooks/use-plan.ts'
import { goalsWords } from '../../words/terms/goals.ts'
import { TermPart } from './TermSection.tsx'
import { TermText } from './TermText.tsx'
import styles from './Terms.module.css'

const words = goalsWords.costOfSlip

export function CostOfSlip(): ReactNode {
  const { costOfSlip } = usePlanFields('costOfSlip')
  const { canEdit } = useAccess()
  if (costOfSlip.trim() === '' && !canEdit) return null
  return (
    <TermPart title={words.title} place="costOfSlip">
      <TermText
        target={{ in: 'meta', field: 'costOfSlip' }}
        label={words.title}
        placeholder={words.placeholder}
        className={styles.lead}
      />
    </TermPart>
  )
}
