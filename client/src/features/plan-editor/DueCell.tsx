/**
 * A step's day: the date its owner promises, or the day it was done, the agreed one struck where it moved. A step due after
 * its milestone says so; it never moves the milestone. Without a day a writer finds a quiet place to set one.
 */
import { isStepLate, type DoneMark } from '@milepost/plan'
import type { LocalDate } from '@milepost/schedule'
import type { ReactNode } from 'react'
import { dayText, shortDayText } from '../../format/day.ts'
import { useMilestoneOutlook } from '../../hooks/use-outlook.ts'
import { WarningIcon } from '../../ui/icons/icons.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { outlineWords } from '../../words/plan-editor/outline.ts'
import { DueButton } from './DueButton.tsx'
import styles from './Outline.module.css'
import { useOutline, type LineRef } from './outline-context.tsx'

export interface DueCellProps {
  readonly line: LineRef
  readonly due: LocalDate | null
  readonly done: DoneMark | null
  readonly agreedDue: LocalDate | null
}

export function DueCell({ line, due, done, agreedDue }: DueCellProps): ReactNode {
  const { canEdit, today } = useOutline()
  const finish = useMilestoneOutlook(line.kind === 'step' ? line.milestoneId : line.id)?.finish ?? null
  const late = isStepLate({ due, done }, finish)
  const struck = agreedDue !== null && done === null && due !== null && agreedDue !== due ? agreedDue : null
  const words =
    done !== null ? (
      <time className={styles.doneOn} dateTime={done.on}>
        {outlineWords.day.doneOn(shortDayText(done.on, today))}
      </time>
    ) : due !== null ? (
      <time dateTime={due}>
        <VisuallyHidden>{outlineWords.day.due}</VisuallyHidden>
        {dayText(due, today)}
      </time>
    ) : null
  const around = (
    <>
      {struck !== null && (
        <del>
          <VisuallyHidden>{outlineWords.day.agreed}</VisuallyHidden>
          {shortDayText(struck, today)}
        </del>
      )}
      {late && (
        <span className={styles.stepLate} title={outlineWords.day.afterMilestone}>
          <WarningIcon size={14} />
          <VisuallyHidden>{outlineWords.day.dueAfterMilestone}</VisuallyHidden>
        </span>
      )}
    </>
  )
  if (!canEdit) {
    return (
      <div className={styles.due}>
        {words !== null && <span className={styles.dueText}>{words}</span>}
        {around}
      </div>
    )
  }
  return (
    <div className={styles.due}>
      {around}
      <DueButton line={line} words={words} />
    </div>
  )
}
