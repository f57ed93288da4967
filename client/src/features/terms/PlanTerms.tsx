/** What is agreed beside the milestones, in its order: what it is for, how both sides work together, what it asks of each. */
import type { ReactNode } from 'react'
import { useAccess } from '../../hooks/use-access.ts'
import { usePlanFields } from '../../hooks/use-plan.ts'
import { goalsWords } from '../../words/terms/goals.ts'
import { waysWords } from '../../words/terms/ways.ts'
import { CheckIns } from './CheckIns.tsx'
import { CostOfSlip } from './CostOfSlip.tsx'
import { Criteria } from './Criteria.tsx'
import { Decisions } from './Decisions.tsx'
import { Expectations } from './Expectations.tsx'
import { Objectives } from './Objectives.tsx'
import { Options } from './Options.tsx'
import { PlanName } from './PlanName.tsx'
import styles from './Terms.module.css'
import { TermSection } from './TermSection.tsx'
import { Work } from './Work.tsx'

export function PlanTerms(): ReactNode {
  const { canEdit } = useAccess()
  const { objectives, criteria, costOfSlip, checkIn, decisions, expectations } = usePlanFields(
    'objectives',
    'criteria',
    'costOfSlip',
    'checkIn',
    'decisions',
    'expectations',
  )
  const hasGoals = canEdit || objectives.length + criteria.length > 0 || costOfSlip.trim() !== ''
  const hasWays = canEdit || checkIn !== null || decisions.length + expectations.length > 0
  return (
    <div className={styles.terms} data-place="terms">
      {hasGoals && (
        <TermSection id="terms-goals" title={goalsWords.title}>
          <Objectives />
          <Criteria />
          <Options />
          <CostOfSlip />
        </TermSection>
      )}
      {hasWays && (
        <TermSection id="terms-ways" title={waysWords.title}>
          <CheckIns />
          <Decisions />
          <Expectations />
          <PlanName />
        </TermSection>
      )}
      <Work />
    </div>
  )
}
