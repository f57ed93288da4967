/**
 * Why a milestone moved, in the words of whoever moved it, inside the unfolded row. Where a role of the other side is named,
 * that side is asked whether it agrees; until then the owner carries the days, and the note says who says otherwise.
 */
import { bearerOf, confirmMove, readPlan, type Milestone, type Plan, type PlanDoc } from '@milepost/plan'
import { useCallback, type ReactNode } from 'react'
import { shortDayText } from '../../format/day.ts'
import { companyOf } from '../../format/names.ts'
import { useAccess } from '../../hooks/use-access.ts'
import { useMilestoneOutlook } from '../../hooks/use-outlook.ts'
import { usePlan, usePlanPart } from '../../hooks/use-plan.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { ArrowRightIcon } from '../../ui/icons/icons.tsx'
import { outlineWords as words } from '../../words/plan-editor/outline.ts'
import styles from './Outline.module.css'
import { useOutline } from './outline-context.tsx'

export function SlipNote({ milestone }: { readonly milestone: Milestone }): ReactNode {
  const { id } = milestone
  const own = useMilestoneOutlook(id)
  const hasMoved = usePlanPart(
    useCallback((doc: PlanDoc) => readPlan(doc).moves.some((move) => move.milestoneId === id), [id]),
  )
  if (own === null || !hasMoved || (own.days === 0 && (own.slip ?? 0) === 0)) return null
  return <Note milestone={milestone} days={own.days} />
}

function Note({ milestone, days }: { readonly milestone: Milestone; readonly days: number }) {
  const plan = usePlan()
  const { today } = useOutline()
  const { move, claimed } = bearerOf(plan, milestone.id)
  const text = move?.text.trim() ?? ''
  if (move === null || (text === '' && claimed === null && days === 0)) return null
  const at = shortDayText(new Date(move.at).toISOString().slice(0, 10), today)
  const by = move.by.name.split(' ')[0] ?? ''
  return (
    <div className={classNames(styles.slipNote, days > 0 && styles.lost, days < 0 && styles.wonBack)}>
      <ArrowRightIcon size={14} />
      <span>
        {words.slip.moved(days)} {text}
        {claimed !== null && <Claim plan={plan} milestone={milestone} />}
      </span>
      <span className={styles.slipBy}>{[by, at].filter((part) => part !== '').join(', ')}</span>
    </div>
  )
}

function Claim({ plan, milestone }: { readonly plan: Plan; readonly milestone: Milestone }) {
  const { doc, undo } = usePlanSession()
  const { canEdit, side } = useAccess()
  const { move, claimed } = bearerOf(plan, milestone.id)
  const role = plan.roles.find(({ id }) => id === claimed)
  if (move === null || role === undefined) return null
  const mine = canEdit && side !== null && side !== move.by.side
  return (
    <span className={styles.claim}>
      {words.slip.claim(companyOf(plan, move.by.side), role.title)}{' '}
      {mine && (
        <Button
          size="sm"
          label={words.slip.agreeLabel(role.title)}
          onPress={() => {
            undo.stopCapturing()
            confirmMove(doc, move.id)
          }}
        >
          {words.slip.agree}
        </Button>
      )}
    </span>
  )
}
