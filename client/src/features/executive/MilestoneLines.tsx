// The milestones, one line each: what the buyer has then, whose it is, and its day. Steps stay in the plan.
import type { Milestone, Plan, PlanOutlook } from '@milepost/plan'
import type { ReactNode } from 'react'
import { dayText, shortDayText } from '../../format/day.ts'
import { companyOf } from '../../format/names.ts'
import { Badge } from '../../ui/Badge.tsx'
import { classNames } from '../../ui/class-names.ts'
import { CheckIcon } from '../../ui/icons/icons.tsx'
import { OwnerChip } from '../../ui/OwnerChip.tsx'
import { Stone } from '../../ui/Stone.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { executiveWords } from '../../words/executive/page.ts'
import { unnamedWords } from '../../words/unnamed.ts'
import { linesShown } from './lines-shown.ts'
import styles from './Lines.module.css'

const words = executiveWords.milestones

interface LinesProps {
  readonly plan: Plan
  readonly outlook: PlanOutlook
}

export function MilestoneLines({ plan, outlook }: LinesProps): ReactNode {
  const needed = plan.milestones.filter(({ skipped }) => skipped === null)
  const done = needed.filter((milestone) => milestone.done !== null).length
  const shown = linesShown(plan)
  if (plan.milestones.length === 0) return <p className={styles.none}>{words.none}</p>
  return (
    <section className={styles.lines} aria-label={words.label}>
      <h2>{words.heading(needed.length, done)}</h2>
      <ol>
        {shown.map((milestone) => (
          <Line key={milestone.id} plan={plan} outlook={outlook} milestone={milestone} />
        ))}
      </ol>
      {plan.milestones.length > shown.length && (
        <p className={styles.none}>{words.more(plan.milestones.length - shown.length)}</p>
      )}
    </section>
  )
}

function Line({ plan, outlook, milestone }: LinesProps & { readonly milestone: Milestone }) {
  const { id, title, benefit, done, skipped, startedOn, steps } = milestone
  const finished = steps.filter((step) => step.done !== null).length
  const isGoal = id === plan.goLiveId || id === plan.resultId
  const isBegun = done === null && skipped === null && (startedOn !== null || finished > 0)
  const state = done !== null ? 'done' : isBegun ? 'now' : isGoal ? 'goal' : 'next'
  return (
    <li className={classNames(styles.line, styles[state])}>
      <Stone
        number={outlook.milestones.get(id)?.number ?? plan.milestones.indexOf(milestone) + 1}
        state={state}
        fill={steps.length === 0 ? 0.5 : finished / steps.length}
      />
      <div className={styles.words}>
        <h3>
          {title.trim() === '' ? unnamedWords.milestone : title}
          {(isBegun || skipped !== null) && (
            <>
              {' '}
              <Tag>{skipped === null ? words.inProgress : words.notNeeded}</Tag>
            </>
          )}
        </h3>
        {benefit.trim() !== '' && <p>{benefit}</p>}
      </div>
      <div className={styles.owner}>
        <Owner plan={plan} milestone={milestone} />
      </div>
      <Day outlook={outlook} milestone={milestone} />
    </li>
  )
}

function Owner({ plan, milestone }: { readonly plan: Plan; readonly milestone: Milestone }) {
  const role = plan.roles.find(({ id }) => id === milestone.ownerRole)
  if (role === undefined) return <span className={styles.nobody}>{words.nobody}</span>
  const name = plan.people.find(({ id }) => id === role.personId)?.name ?? null
  const isNamed = name !== null && name.trim() !== ''
  return (
    <OwnerChip
      side={role.side}
      role={role.title}
      name={name}
      company={companyOf(plan, role.side)}
      className={isNamed ? styles.named : undefined}
    />
  )
}

function Day({ outlook, milestone }: { readonly outlook: PlanOutlook; readonly milestone: Milestone }) {
  const { today, milestones } = outlook
  const { done, due, skipped } = milestone
  const own = milestones.get(milestone.id)
  if (skipped !== null) return <div className={styles.due} />
  if (done !== null) {
    return (
      <div className={styles.due}>
        <CheckIcon size={14} className={styles.check} />
        <time className={styles.doneOn} dateTime={done.on}>
          {words.done(shortDayText(done.on, today))}
        </time>
        <span>{own !== undefined && own.days !== 0 && <Badge days={own.days} />}</span>
      </div>
    )
  }
  const agreed = own?.agreed ?? null
  // Nobody has promised or agreed on a day: what could be forecast would look like one.
  const finish = due === null && agreed === null ? null : (own?.finish ?? due)
  if (finish === null) {
    return (
      <div className={styles.due}>
        <span />
        <span className={styles.nobody}>{words.noDate}</span>
      </div>
    )
  }
  return (
    <div className={styles.due}>
      {agreed !== null && agreed !== finish ? (
        <del>
          <VisuallyHidden>{words.agreed}</VisuallyHidden>
          {shortDayText(agreed, finish)}
        </del>
      ) : (
        <span />
      )}
      <time dateTime={finish}>{dayText(finish, today)}</time>
      <span>{own !== undefined && own.days !== 0 && <Badge days={own.days} />}</span>
    </div>
  )
}
