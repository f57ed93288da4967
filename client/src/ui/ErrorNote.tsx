// Something did not work: said where the cause is, that the work is safe, and the way out. Never a code alone.
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './ErrorNote.module.css'
import { WarningIcon } from './icons/icons.tsx'

export interface ErrorNoteProps {
  readonly title: string
  readonly children?: ReactNode
  readonly action?: ReactNode
  readonly className?: string | undefined
}

export function ErrorNote({ title, children, action, className }: ErrorNoteProps) {
  return (
    <div className={classNames(styles.note, className)} role="alert">
      <WarningIcon />
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {children !== undefined && <div className={styles.text}>{children}</div>}
        {action !== undefined && <div className={styles.action}>{action}</div>}
      </div>
    </div>
  )
}
