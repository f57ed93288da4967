/** The one button that adds it all; it is not there while there is nothing to add, or more than fits. */
import type { Plan } from '@milepost/plan'
import type { ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { importWords as words } from '../../words/import/look.ts'
import styles from './Import.module.css'
import { countOf, overflowOf, type PlanDraft } from './plan-draft.ts'

export interface BringButtonsProps {
  readonly plan: Plan
  readonly draft: PlanDraft
  readonly onBring: () => void
  readonly onClose: () => void
}

export function BringButtons({ plan, draft, onBring, onClose }: BringButtonsProps): ReactNode {
  const { milestones } = countOf(draft)
  return (
    <span className={styles.buttons}>
      <Button look="quiet" onPress={onClose}>
        {words.cancel}
      </Button>
      {milestones > 0 && overflowOf(plan, draft) === null && (
        <Button look="primary" onPress={onBring}>
          {words.add(milestones)}
        </Button>
      )}
    </span>
  )
}
