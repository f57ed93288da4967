/** Is this milestone right for our organisation? Asked inside the row once dates are on the table; each side has its own word. */
import { confirmMilestone, type ConfirmationState, type MilestoneId, type Side } from '@milepost/plan'
import type { ReactNode } from 'react'
import { companyOf } from '../../format/names.ts'
import { useAccess } from '../../hooks/use-access.ts'
import { useMilestoneOutlook } from '../../hooks/use-outlook.ts'
import { usePlanFields } from '../../hooks/use-plan.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { SideMark } from '../../ui/SideMark.tsx'
import styles from './Outline.module.css'
import { useOutline } from './outline-context.tsx'

const SIDES = ['buyer', 'seller'] as const

export function ConfirmLine({ id, number }: { readonly id: MilestoneId; readonly number: number }): ReactNode {
  const plan = usePlanFields('offers', 'buyer', 'seller')
  const own = useMilestoneOutlook(id)
  const { canEdit, side } = useAccess()
  const { doc, undo } = usePlanSession()
  const { run } = useOutline()
  if (own === null || plan.offers.length === 0 || own.status === 'done' || own.status === 'skipped') return null
  const mine = canEdit ? side : null
  const say = (of: Side, state: ConfirmationState) => {
    undo.stopCapturing()
    confirmMilestone(doc, id, own.confirmed[of] === state ? null : state)
  }
  return (
    <p className={styles.confirm}>
      {SIDES.filter((one) => one !== mine).map((one) => (
        <span key={one}>
          <SideMark side={one} />
          {wordText(companyOf(plan, one), own.confirmed[one])}
        </span>
      ))}
      {mine !== null && (
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset would bring a frame and a legend
        <span role="group" aria-label={`Milestone ${number}, right for ${companyOf(plan, mine)}?`}>
          <SideMark side={mine} />
          Right for {companyOf(plan, mine)}?
          <button
            type="button"
            tabIndex={-1}
            aria-pressed={own.confirmed[mine] === 'confirmed'}
            onClick={() => say(mine, 'confirmed')}
          >
            Yes
          </button>
          <button
            type="button"
            tabIndex={-1}
            aria-pressed={own.confirmed[mine] === 'disputed'}
            onClick={() => say(mine, 'disputed')}
          >
            No
          </button>
          {own.confirmed[mine] === 'disputed' && (
            <button type="button" tabIndex={-1} onClick={() => run('comment', { kind: 'milestone', id })}>
              Say why
            </button>
          )}
        </span>
      )}
    </p>
  )
}

function wordText(company: string, state: ConfirmationState | null): string {
  if (state === 'confirmed') return `Right for ${company}`
  return state === 'disputed' ? `${company} disputes it` : `${company} has not confirmed it yet`
}
