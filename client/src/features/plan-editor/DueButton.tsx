/** What opens the panel of a line's day: the day as it stands, or a quiet place to set one. */
import type { ReactNode } from 'react'
import { classNames } from '../../ui/class-names.ts'
import { CalendarIcon } from '../../ui/icons/icons.tsx'
import { outlineWords } from '../../words/plan-editor/outline.ts'
import styles from './Outline.module.css'
import { useOutline, type LineRef } from './outline-context.tsx'

export interface DueButtonProps {
  readonly line: LineRef
  /** The day in words; null where there is none yet. */
  readonly words: ReactNode
}

export function DueButton({ line, words }: DueButtonProps): ReactNode {
  const { open } = useOutline()
  return (
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
          {outlineWords.day.set}
        </span>
      )}
    </button>
  )
}
