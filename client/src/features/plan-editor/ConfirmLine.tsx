/** Is this milestone right for our organisation? Asked inside the row once dates are on the table; each side has its own word. */
import { confirmMilestone, type ConfirmationState, type MilestoneId, type Side } from '@milepost/plan'
import type { ReactNode } from 'react'
import { companyOf } from '../../format/names.ts'
import { useAccess } from '../../hooks/use-access.ts'
import { useMilestoneOutlook } from '../../hooks/use-outlook.ts'
import { usePlanFields } from '../../hooks/use-plan.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { SideMark } from '../../ui/SideMark.tsx'
import { confirmationWords as words } from '../../words/confirmations.ts'
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
          {words.word(companyOf(plan, one), own.confirmed[one])}
        </span>
      ))}
      {mine !== null && (
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset would bring a frame and a legend
        <span role="group" aria-label={words.asked(number, companyOf(plan, mine))}>
          <SideMark side={mine} />
          {words.question(companyOf(plan, mine))}
          <button
            type="button"
            tabIndex={-1}
            aria-pressed={own.confirmed[mine] === 'confirmed'}
            onClick={() => say(mine, 'confirmed')}
          >
            {words.yes}
          </button>
          <button
            type="button"
            tabIndex={-1}
            aria-pressed={own.confirmed[mine] === 'disputed'}
            onClick={() => say(mine, 'disputed')}
          >
            {words.no}
          </button>
          {own.confirmed[mine] === 'disputed' && (
            <button type="button" tabIndex={-1} onClick={() => run('comment', { kind: 'milestone', id })}>
              {words.sayWhy}
            </button>
          )}
        </span>
      )}
    </p>
  )
}
