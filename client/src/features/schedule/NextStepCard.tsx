/** The next step: what is to be done first, by whom and by when. Pressing it leads to its line in the document. */
import type { MilestoneId, NextStep, Plan, PlanOutlook, StepId } from '@milepost/plan'
import { memo, type ReactNode } from 'react'
import { dayText } from '../../format/day.ts'
import { companyOf } from '../../format/names.ts'
import { useCalmPlan } from '../../hooks/use-outlook.ts'
import { classNames } from '../../ui/class-names.ts'
import clamp from '../../ui/clamp.module.css'
import { OwnerChip } from '../../ui/OwnerChip.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { dateWords } from '../../words/dates.ts'
import { unnamedWords } from '../../words/unnamed.ts'
import { beginText } from '../../words/schedule/begin-text.ts'
import { dueText } from '../../words/schedule/due-text.ts'
import { nextStepWords as words } from '../../words/schedule/next-step.ts'
import styles from './NextStepCard.module.css'

export interface NextStepCardProps {
  readonly onJump: (id: MilestoneId, stepId: StepId | null) => void
}

export function NextStepCard({ onJump }: NextStepCardProps): ReactNode {
  return <Card {...useCalmPlan()} onJump={onJump} />
}

interface CardProps extends NextStepCardProps {
  readonly plan: Plan
  readonly outlook: PlanOutlook
}

const Card = memo(function Card({ plan, outlook, onJump }: CardProps): ReactNode {
  const { next } = outlook
  if (next === null) return <Nothing plan={plan} outlook={outlook} />
  return (
    <aside className={styles.card} aria-label={words.label}>
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
  const title = (step ?? milestone)?.title || (step === undefined ? unnamedWords.milestone : unnamedWords.step)
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
        <span className={styles.label}>{words.label}</span>
        {promised || outlook.goLive === null || outlook.goLive.dated ? (
          <time dateTime={date} className={classNames(styles.due, late && styles.late)} title={dayText(date, today)}>
            {text}
          </time>
        ) : (
          <span className={styles.nobody}>{dateWords.noDateYet}</span>
        )}
      </p>
      <p className={styles.what}>
        <button type="button" className={clamp.three} title={title} onClick={() => onJump(milestoneId, stepId)}>
          {title}
        </button>
      </p>
      <p className={styles.owner}>
        {role === undefined ? (
          <span className={styles.nobody}>{words.noOwner}</span>
        ) : (
          <OwnerChip side={role.side} role={role.title} name={name} company={companyOf(plan, role.side)} />
        )}
        {step !== undefined && <VisuallyHidden>{words.inMilestone(own?.number)}</VisuallyHidden>}
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
    <aside className={styles.card} aria-label={words.label}>
      <p className={styles.head}>
        <span className={styles.label}>{words.label}</span>
      </p>
      <p className={styles.what}>{finding ? words.none : words.allDone}</p>
      <p className={styles.owner}>
        <span className={styles.nobody}>{finding ? words.whyNone : words.askNext}</span>
      </p>
    </aside>
  )
}
