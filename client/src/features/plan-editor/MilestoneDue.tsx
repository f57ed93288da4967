/**
 * A milestone's day: the agreed date struck where it moved, the day it is forecast for, and what it did to go-live. Why it is
 * what it is stands in a note on hover, and while the line has the focus.
 */
import type { Milestone, MilestoneOutlook } from '@milepost/plan'
import { useState, type ReactNode } from 'react'
import { dayText, shortDayText } from '../../format/day.ts'
import { useMilestoneOutlook, useOutlook } from '../../hooks/use-outlook.ts'
import { Badge } from '../../ui/Badge.tsx'
import { classNames } from '../../ui/class-names.ts'
import { CheckIcon } from '../../ui/icons/icons.tsx'
import tip from '../../ui/tip.module.css'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { whyLines } from '../../words/plan-editor/date-words.ts'
import { outlineWords } from '../../words/plan-editor/outline.ts'
import { DueButton } from './DueButton.tsx'
import styles from './Outline.module.css'
import { useOutline } from './outline-context.tsx'

export interface MilestoneDueProps {
  readonly milestone: Milestone
  /** The line has the focus: then the note is there without a pointer. */
  readonly isHere: boolean
  readonly noteId: string
}

export function MilestoneDue({ milestone, isHere, noteId }: MilestoneDueProps): ReactNode {
  const { canEdit, today } = useOutline()
  const own = useMilestoneOutlook(milestone.id)
  const [hovered, setHovered] = useState(false)
  const { id, done, due } = milestone
  const struck = struckDay(milestone, own)
  const words = dayWords(milestone, own, today)
  if (milestone.skipped !== null) return <NotNeeded due={due} today={today} />
  const explains = (own !== null && own.slip !== null) || (due !== null && own?.finish !== due)
  return (
    <div className={styles.due} onPointerEnter={() => setHovered(true)} onPointerLeave={() => setHovered(false)}>
      {done !== null && struck === null && <CheckIcon size={14} className={styles.doneSign} />}
      {struck !== null && (
        <del>
          <VisuallyHidden>{outlineWords.day[struck.what]}</VisuallyHidden>
          {struckText(struck.day, own?.finish ?? today, today)}
        </del>
      )}
      {canEdit ? (
        <DueButton line={{ kind: 'milestone', id }} words={words} />
      ) : (
        words !== null && <span className={styles.dueText}>{words}</span>
      )}
      {own !== null && own.days !== 0 && <Badge days={own.days} className={styles.badge} />}
      {own !== null && explains && (hovered || isHere) && <WhyNote id={noteId} milestone={milestone} own={own} />}
    </div>
  )
}

/** It takes no time in this deal; what was promised once stays readable. */
function NotNeeded({ due, today }: { readonly due: string | null; readonly today: string }) {
  return (
    <div className={styles.due}>
      {due !== null && (
        <span className={styles.dueText}>
          <del>{dayText(due, today)}</del>
        </span>
      )}
    </div>
  )
}

/** Nobody has promised or agreed on a day: what could be forecast would look like one. */
function dayWords({ done, due }: Milestone, own: MilestoneOutlook | null, today: string): ReactNode {
  if (done !== null) {
    return (
      <time className={styles.doneOn} dateTime={done.on}>
        {outlineWords.day.doneOn(shortDayText(done.on, today))}
      </time>
    )
  }
  const finish = own?.finish ?? due
  if (finish === null || (due === null && (own?.agreed ?? null) === null)) return null
  return (
    <time dateTime={finish}>
      <VisuallyHidden>
        {due === null || due === finish ? outlineWords.day.due : outlineWords.day.dueForecast(dayText(due, today))}
      </VisuallyHidden>
      {dayText(finish, today)}
    </time>
  )
}

function struckDay(
  { due, done }: Milestone,
  own: MilestoneOutlook | null,
): { readonly what: 'agreed' | 'promised'; readonly day: string } | null {
  if (own === null || own.finish === null) return null
  if (own.agreed !== null)
    return own.agreed === own.finish || (done !== null && own.slip === 0) ? null : { what: 'agreed', day: own.agreed }
  return due !== null && due !== own.finish && done === null ? { what: 'promised', day: due } : null
}

/** The year stands in the date beside it, or is this one. */
function struckText(day: string, beside: string, today: string): string {
  return shortDayText(day, day.slice(0, 4) === beside.slice(0, 4) ? beside : today)
}

/** Why the day is what it is. Each explanation replays the plan, so it is made only while somebody looks. */
function WhyNote({
  id,
  milestone,
  own,
}: {
  readonly id: string
  readonly milestone: Milestone
  readonly own: MilestoneOutlook
}) {
  const outlook = useOutlook()
  const lines = whyLines(milestone, own, outlook)
  return (
    <span id={id} role="tooltip" className={classNames(tip.tip, styles.why)}>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </span>
  )
}
