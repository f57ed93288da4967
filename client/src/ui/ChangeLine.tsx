// One change in a list of changes: where (the number of its milestone, or a sign), what, the old value struck and the new one.
// What can be done about it stands at its end.
import type { ReactNode } from 'react'
import { markWords } from '../words/ui/marks.ts'
import styles from './ChangeLine.module.css'
import { Stone } from './Stone.tsx'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface ChangeLineProps {
  /** Of the milestone; null: beside the document. */
  readonly number: number | null
  /** Stands in the number's place. */
  readonly sign: ReactNode
  readonly what: string
  /** Which one, where the number does not say it. */
  readonly about: string
  readonly before: string
  readonly now: string
  readonly children?: ReactNode
}

export function ChangeLine({ number, sign, what, about, before, now, children }: ChangeLineProps) {
  return (
    <div className={styles.change}>
      {number === null ? <span className={styles.sign}>{sign}</span> : <Stone number={number} small />}
      <div className={styles.words}>
        <b>{what}</b>
        <small>
          {about !== '' && <span>{about}</span>}
          {about !== '' && (before !== '' || now !== '') && ': '}
          {before !== '' && (
            <>
              <del>
                <VisuallyHidden>{markWords.change.before}</VisuallyHidden>
                {before}
              </del>{' '}
            </>
          )}
          {before !== '' && <VisuallyHidden>{markWords.change.now}</VisuallyHidden>}
          {now}
        </small>
      </div>
      {children}
    </div>
  )
}
