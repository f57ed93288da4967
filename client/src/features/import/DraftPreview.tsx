/** The milestones and steps as they will stand in the plan, how many they are, and what could not be read. */
import type { Plan } from '@milepost/plan'
import type { LocalDate } from '@milepost/schedule'
import type { ReactNode } from 'react'
import { dayText } from '../../format/day.ts'
import { useToday } from '../../hooks/use-today.ts'
import { classNames } from '../../ui/class-names.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { CheckIcon, WarningIcon } from '../../ui/icons/icons.tsx'
import { SideMark } from '../../ui/SideMark.tsx'
import { Stone } from '../../ui/Stone.tsx'
import { importWords as words } from '../../words/import/look.ts'
import styles from './Import.module.css'
import { overflowText, remarksOn } from './draft-remarks.ts'
import { countText } from './import-words.ts'
import {
  countOf,
  overflowOf,
  type DraftLine,
  type DraftMilestone,
  type DraftOwner,
  type PlanDraft,
} from './plan-draft.ts'

export interface DraftPreviewProps {
  readonly plan: Plan
  readonly draft: PlanDraft
  readonly columnsLeftOut: number
}

/** More lines than these nobody looks through; the counts say the rest. */
const MOST_LINES = 250

export function DraftPreview({ plan, draft, columnsLeftOut }: DraftPreviewProps): ReactNode {
  const today = useToday()
  const overflow = overflowOf(plan, draft)
  const counts = countOf(draft)
  const remarks = remarksOn(draft, columnsLeftOut)
  const owners = new Map(draft.owners.map((owner) => [owner.key, owner]))
  const { shown, hidden } = firstLines(draft)
  return (
    <section>
      <h3>{words.preview.heading}</h3>
      {overflow !== null && (
        <ErrorNote title={words.overflow.title(words.overflow.kinds[overflow.kind])}>
          {overflowText(overflow)}
        </ErrorNote>
      )}
      <p className={styles.counts} aria-live="polite">
        {counts.milestones === 0 ? words.preview.nothing : countText(counts)}
      </p>
      {remarks.map((remark) => (
        <p key={remark} className={styles.remark}>
          <WarningIcon size={14} />
          {remark}
        </p>
      ))}
      <ol className={styles.preview} aria-label={words.preview.heading}>
        {shown.map(({ milestone, steps }, at) => (
          // The draft is made anew with every choice: a line is known by its place.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at}>
            <Line line={milestone} owners={owners} today={today}>
              <Stone number={at + 1} small state={milestone.done === null ? 'next' : 'done'} />
            </Line>
            {steps.length > 0 && (
              <ul>
                {steps.map((step, index) => (
                  // oxlint-disable-next-line react/no-array-index-key
                  <li key={index}>
                    <Line line={step} owners={owners} today={today}>
                      <span className={styles.tick}>{step.done !== null && <CheckIcon size={12} />}</span>
                    </Line>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
      {hidden > 0 && <p className={styles.small}>{words.preview.more(hidden)}</p>}
    </section>
  )
}

interface FirstLines {
  readonly shown: readonly { readonly milestone: DraftMilestone; readonly steps: readonly DraftLine[] }[]
  /** How many lines stand behind them. */
  readonly hidden: number
}

function firstLines({ milestones }: PlanDraft): FirstLines {
  let above = 0
  const placed = milestones.map((milestone) => {
    const room = MOST_LINES - above - 1
    above += 1 + milestone.steps.length
    return { milestone, room, steps: milestone.steps.slice(0, Math.max(0, room)) }
  })
  const shown = placed.filter(({ room }) => room >= 0)
  return { shown, hidden: above - shown.reduce((sum, { steps }) => sum + 1 + steps.length, 0) }
}

interface LineProps {
  readonly line: DraftLine
  readonly owners: ReadonlyMap<string, DraftOwner>
  readonly today: LocalDate
  readonly children: ReactNode
}

function Line({ line: { title, owner, withOwner, due, estimate, done }, owners, today, children }: LineProps) {
  const who = owner === null ? undefined : owners.get(owner)
  const also = withOwner === null ? undefined : owners.get(withOwner)
  return (
    <span className={styles.line}>
      {children}
      <span className={styles.title}>{title}</span>
      <span className={styles.about}>
        {who !== undefined && (
          <span className={styles.who}>
            <SideMark side={who.side} />
            {who.title}
            {who.name !== '' && words.preview.named(who.name)}
            {also !== undefined && words.preview.withRole(also.title)}
          </span>
        )}
        {estimate !== null && (
          <span className={classNames(styles.day, styles.takes)}>{words.preview.takes(estimate)}</span>
        )}
        {(done !== null || due !== null) && (
          <time className={classNames(styles.day, styles.when)} dateTime={done ?? due ?? ''}>
            {done === null ? dayText(due ?? today, today) : words.preview.done(dayText(done, today))}
          </time>
        )}
      </span>
    </span>
  )
}
