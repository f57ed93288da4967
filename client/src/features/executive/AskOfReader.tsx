// The one block that asks for something, and it is dark only where it does: what this reader's role owes now, or nothing.
import type { Plan, PlanOutlook, ReaderAsk } from '@milepost/plan'
import type { ReactNode } from 'react'
import { longDayText } from '../../format/day.ts'
import { companyOf, shortCompany } from '../../format/names.ts'
import { classNames } from '../../ui/class-names.ts'
import { executiveWords } from '../../words/executive/page.ts'
import { unnamedWords } from '../../words/unnamed.ts'
import styles from './Executive.module.css'

const words = executiveWords.ask

export interface AskOfReaderProps {
  readonly plan: Plan
  readonly outlook: PlanOutlook
  readonly ask: ReaderAsk
  /** The reader's first name; empty where none is known. */
  readonly name: string
}

export function AskOfReader({ plan, outlook, ask, name }: AskOfReaderProps): ReactNode {
  if (ask.kind === 'nothing') return <Nothing plan={plan} outlook={outlook} ask={ask} />
  const { what, why } = ask.kind === 'name' ? nameText(plan, outlook, ask) : workText(plan, outlook, ask)
  return (
    <section className={classNames(styles.ask, styles.asks)} aria-label={words.label}>
      <h2>{words.heading(name)}</h2>
      <p className={styles.what}>{what}</p>
      <p className={styles.why}>{why}</p>
      <p className={styles.line} aria-hidden="true">
        {ask.kind === 'name' ? words.lineForName : words.lineForAnswer}
      </p>
    </section>
  )
}

function Nothing({
  plan,
  outlook,
  ask,
}: Pick<AskOfReaderProps, 'plan' | 'outlook'> & { readonly ask: ReaderAsk & { kind: 'nothing' } }) {
  const { next } = ask
  const own = next === null ? undefined : outlook.milestones.get(next.milestoneId)
  return (
    <section className={styles.ask} aria-label={words.label}>
      <h2>{words.label}</h2>
      <p className={styles.what}>{next === null ? words.nothing : words.nothingNow}</p>
      {next !== null && own !== undefined && (
        <p className={styles.why}>
          {words.next(
            titleOf(plan, next.milestoneId),
            next.date === null ? null : longDayText(next.date, outlook.today),
          )}
        </p>
      )}
    </section>
  )
}

interface AskText {
  readonly what: string
  readonly why: string
}

function nameText(plan: Plan, { milestones, today }: PlanOutlook, ask: ReaderAsk & { kind: 'name' }): AskText {
  const role = plan.roles.find(({ id }) => id === ask.roleId)
  const company = role === undefined ? '' : shortCompany(companyOf(plan, role.side))
  const begins = ask.begins <= today ? null : longDayText(ask.begins, today)
  const date = ask.date === null ? null : longDayText(ask.date, today)
  return {
    what: words.name(company, role?.title ?? ''),
    why: words.nameWhy(milestones.get(ask.milestoneId)?.number ?? 0, begins, date),
  }
}

function workText(plan: Plan, { milestones, today }: PlanOutlook, ask: ReaderAsk & { kind: 'work' }): AskText {
  const milestone = plan.milestones.find(({ id }) => id === ask.milestoneId)
  const step = milestone?.steps.find(({ id }) => id === ask.stepId)
  const number = milestones.get(ask.milestoneId)?.number ?? 0
  const title = titleOf(plan, ask.milestoneId)
  const place = step === undefined ? words.ownMilestone(number) : words.inMilestone(number, title)
  const day = ask.date === null ? null : longDayText(ask.date, today)
  const due = day === null || ask.date === null ? [] : [ask.date < today ? words.wasDue(day) : words.due(day)]
  return {
    what: step === undefined ? title : step.title.trim() === '' ? unnamedWords.step : step.title,
    why: [place, ...due].join(' '),
  }
}

function titleOf(plan: Plan, id: string): string {
  const title = plan.milestones.find((milestone) => milestone.id === id)?.title.trim() ?? ''
  return title === '' ? unnamedWords.milestone : title
}
