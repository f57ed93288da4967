/** A line's day: the date its owner promises, or the day it was done. Without one a writer finds a quiet place to set it. */
import type { DoneMark } from '@milepost/plan'
import type { LocalDate } from '@milepost/schedule'
import type { ReactNode } from 'react'
import { dayText, shortDayText } from '../../format/day.ts'
import { classNames } from '../../ui/class-names.ts'
import { CalendarIcon, CheckIcon } from '../../ui/icons/icons.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import styles from './Outline.module.css'
import { useOutline, type LineRef } from './outline-context.tsx'

export interface DueCellProps {
  readonly line: LineRef
  readonly due: LocalDate | null
  readonly done: DoneMark | null
}

export function DueCell({ line, due, done }: DueCellProps): ReactNode {
  const { canEdit, open, today } = useOutline()
  const words =
    done !== null ? (
      <>
        {line.kind === 'milestone' && <CheckIcon size={14} />}
        <time className={styles.doneOn} dateTime={done.on}>
          Done {shortDayText(done.on, today)}
        </time>
      </>
    ) : due !== null ? (
      <time dateTime={due}>
        <VisuallyHidden>due </VisuallyHidden>
        {dayText(due, today)}
      </time>
    ) : null
  if (!canEdit)
    return <div className={styles.due}>{words !== null && <span className={styles.dueText}>{words}</span>}</div>
  return (
    <div className={styles.due}>
      <button
        type="button"
        className={classNames(styles.dueButton, words === null && styles.quiet)}
        data-anchor="due"
        tabIndex={-1}
        aria-haspopup="dialog"
        onClick={(event) => open('due', line, event.currentTarget)}
      >
        {words ?? (
          <span className={styles.noDate}>
            <CalendarIcon size={14} />
            Set a date
          </span>
        )}
      </button>
    </div>
  )
}
