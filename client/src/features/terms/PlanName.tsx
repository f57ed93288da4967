/** What the two sides call the plan. The words on screen follow it; nothing else does. */
import { setMeta } from '@milepost/plan'
import type { ReactNode } from 'react'
import { capitalised } from '../../format/count.ts'
import { useAccess } from '../../hooks/use-access.ts'
import { usePlanFields } from '../../hooks/use-plan.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { Select } from '../../ui/Select.tsx'
import { waysWords } from '../../words/terms/ways.ts'
import { TermPart } from './TermSection.tsx'
import styles from './Terms.module.css'

const words = waysWords.planName

export function PlanName(): ReactNode {
  const { doc, undo } = usePlanSession()
  const { planName } = usePlanFields('planName')
  const { canEdit } = useAccess()
  if (!canEdit) return null
  const names = [...new Set([...words.names, planName])].filter((name) => name !== '')
  return (
    <TermPart title={words.title}>
      <Select
        className={styles.name}
        label={words.title}
        hideLabel
        value={planName}
        options={names.map((value) => ({ value, label: capitalised(value) }))}
        onChange={(value) => {
          undo.stopCapturing()
          setMeta(doc, 'planName', value)
        }}
      />
    </TermPart>
  )
}
