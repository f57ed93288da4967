/** The next step: what is to be done first, by whom and by when. Pressing it leads to its line in the document. */
import type { MilestoneId, NextStep, Plan, PlanOutlook, StepId } from '@milepost/plan'
import { memo, type ReactNode } from 'react'
import { dayText } from '../../format/day.ts'
import { companyOf } from '../../format/names.ts'
import { useOutlook } from '../../hooks/use-outlook.ts'
import { usePlan } from '../../hooks/use-plan.ts'
import { classNames } from '../../ui/class-names.ts'
import clamp from '../../ui/clamp.module.css'
import { OwnerChip } from '../../ui/OwnerChip.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { beginText } from '../../words/schedule/begin-text.ts'
import { dueText } from '../../words/schedule/due-text.ts'
import styles from './NextStepCard.module.css'

export interface NextStepCardProps {
  readonly onJump: (id: MilestoneId, stepId: StepId | null) => void
}

export const NextStepCard = memo(function NextStepCard({ onJump }: NextStepCardProps): ReactNode {
  const plan = usePlan()
  const outlook = useOutlook()
  const { next } = outlook
  if (next === null) return <Nothing plan={plan} outlook={outlook} />
  return (
    <aside className={styles.card} aria-label="Next step">
      <Next plan={plan} outlook={outlook} next={next} onJump={onJump} />
    </aside>
  )
})

interface NextProps {
  readonly plan: Plan
  readonly outlook: PlanOutlook
  readonly next: NextStep
  readonly onJump: NextStepCardProps['onJump']
}

function Next({ plan, outlook, next, onJump }: NextProps) {
  const { today, milestones } = outlook
  const { milestoneId, stepId, ownerRole, date, promised } = next
  const milestone = plan.milestones.find(({ id }) => id === milestoneId)
  const step = milestone?.steps.find(({ id }) => id === stepId)
  const title = (step ?? milestone)?.title || (step === undefined ? 'Untitled milestone' : 'Untitled step')
  const role = plan.roles.find(({ id }) => id === ownerRole)
  const name = plan.people.find(({ id }) => id === role?.personId)?.name ?? null
  const { text, late } = dueText(date, today, promised)
  const own = milestones.get(milestoneId)
  const begun =
    milestone === undefined || milestone.startedOn !== null || milestone.steps.some(({ done }) => done !== null)
  const begin = begun || own === undefined ? null : beginText(own, outlook.calendar, today)
  return (
    <>
      <p className={styles.head}>
        <span className={styles.label}>Next step</span>
        {promised || outlook.goLive === null || outlook.goLive.dated ? (
          <time dateTime={date} className={classNames(styles.due, late && styles.late)} title={dayText(date, today)}>
            {text}
          </time>
        ) : (
          <span className={styles.nobody}>No date yet</span>
        )}
      </p>
      <p className={styles.what}>
        <button type="button" className={clamp.three} title={title} onClick={() => onJump(milestoneId, stepId)}>
          {title}
        </button>
      </p>
      <p className={styles.owner}>
        {role === undefined ? (
          <span className={styles.nobody}>Nobody owns it yet</span>
        ) : (
          <OwnerChip side={role.side} role={role.title} name={name} company={companyOf(plan, role.side)} />
        )}
        {step !== undefined && <VisuallyHidden>in milestone {own?.number}</VisuallyHidden>}
      </p>
      {begin !== null && <p className={classNames(styles.begin, begin.late && styles.late)}>{begin.text}</p>}
    </>
  )
}

/** Everything is done, or nothing has been planned that could be. The latter wants an answer. */
function Nothing({ plan, outlook }: { readonly plan: Plan; readonly outlook: PlanOutlook }) {
  if (plan.milestones.length === 0) return null
  const finding = outlook.findings.some(({ kind }) => kind === 'noNextStep')
  return (
    <aside className={styles.card} aria-label="Next step">
      <p className={styles.head}>
        <span className={styles.label}>Next step</span>
      </p>
      <p className={styles.what}>{finding ? 'There is no next step' : 'Everything is done'}</p>
      <p className={styles.owner}>
        <span className={styles.nobody}>
          {finding
            ? 'Every open milestone waits for something that is not planned.'
            : 'What do you want to reach next?'}
        </span>
      </p>
    </aside>
  )
}
