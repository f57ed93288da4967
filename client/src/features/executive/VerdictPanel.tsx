// How it stands: the sentence, three facts that bear it out, and the picture of both.
import type { GoalOutlook, Plan, PlanOutlook } from '@milepost/plan'
import type { ReactNode } from 'react'
import { capitalised, decapitalised } from '../../format/count.ts'
import { dayText, shortDayText } from '../../format/day.ts'
import { shortTitle } from '../../road/short-title.ts'
import { classNames } from '../../ui/class-names.ts'
import { ArrowRightIcon, CheckIcon, FlagIcon } from '../../ui/icons/icons.tsx'
import { executiveWords } from '../../words/executive/page.ts'
import { verdictSentence } from './verdict-sentence.ts'
import styles from './Verdict.module.css'

const words = executiveWords.facts

interface PartProps {
  readonly plan: Plan
  readonly outlook: PlanOutlook
}

/** `children`: the picture below the words. */
export function VerdictPanel({ plan, outlook, children }: PartProps & { readonly children: ReactNode }): ReactNode {
  return (
    <section className={styles.panel} aria-label={executiveWords.where}>
      <div className={styles.said}>
        <h2>{verdictSentence(plan, outlook)}</h2>
        <Facts plan={plan} outlook={outlook} />
      </div>
      {children}
    </section>
  )
}

function Facts({ plan, outlook }: PartProps) {
  const { goLive, result } = outlook
  const resultTitle = plan.milestones.find(({ id }) => id === plan.resultId)?.title ?? ''
  if (goLive === null) return null
  return (
    <dl className={styles.facts}>
      <GoalFact name={goLive.done ? words.liveSince : words.goLive} goal={goLive} outlook={outlook} />
      <RoomFact plan={plan} outlook={outlook} />
      {result !== null && result.id !== goLive.id && (
        <GoalFact
          name={resultTitle.trim() === '' ? words.result : shortTitle(resultTitle, 26)}
          goal={result}
          outlook={outlook}
        />
      )}
    </dl>
  )
}

interface GoalFactProps {
  readonly name: string
  readonly goal: GoalOutlook
  readonly outlook: PlanOutlook
}

function GoalFact({ name, goal, outlook: { today, measuredFrom } }: GoalFactProps) {
  const { finish, agreed, slip, dated } = goal
  if (!dated) {
    return (
      <div>
        <dt>{name}</dt>
        <dd>{words.noDate}</dd>
      </div>
    )
  }
  const isOff = agreed !== null && slip !== null && slip !== 0
  const state = measuredFrom.state === 'offered' ? words.onOffered : words.onAgreed
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <time dateTime={finish}>{dayText(finish, today)}</time>
      </dd>
      <dd className={classNames(isOff && slip > 0 && styles.late, isOff && slip < 0 && styles.won)}>
        {isOff ? <ArrowRightIcon size={14} /> : slip === 0 && <CheckIcon size={14} />}
        {isOff ? words.moved(slip, shortDayText(agreed, today)) : slip === 0 ? state : words.notAgreed}
      </dd>
    </div>
  )
}

function RoomFact({ plan, outlook: { room, today, goLive } }: PartProps) {
  const keyDate = plan.keyDates.find(({ id }) => id === room?.keyDateId)
  if (room === null || keyDate === undefined || goLive === null || goLive.done || !goLive.dated) return null
  const { workdays, date } = room
  const day = shortDayText(date, today)
  const title = keyDate.title.trim()
  return (
    <div>
      <dt>{words.room}</dt>
      <dd>{workdays > 0 ? words.days(workdays) : workdays === 0 ? words.noRoom : capitalised(words.past(workdays))}</dd>
      <dd className={classNames(workdays < 0 && styles.late)}>
        <FlagIcon size={14} />
        <span>{title === '' ? words.keyDateAlone(day) : words.keyDate(decapitalised(title), day)}</span>
      </dd>
    </div>
  )
}
