/** A part of the terms with its heading; `TermPart` is one question in it. Nothing is drawn for a reader where nothing stands. */
import type { ReactNode } from 'react'
import styles from './Terms.module.css'

export interface TermSectionProps {
  readonly id: string
  readonly title: string
  readonly note?: ReactNode
  readonly children: ReactNode
}

export function TermSection({ id, title, note, children }: TermSectionProps): ReactNode {
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {note !== undefined && <span>{note}</span>}
      </div>
      {children}
    </section>
  )
}

export interface TermPartProps {
  readonly title: string
  /** The name that findings lead to. */
  readonly place?: string
  readonly note?: ReactNode
  readonly children: ReactNode
}

export function TermPart({ title, place, note, children }: TermPartProps): ReactNode {
  return (
    <div className={styles.part} data-place={place}>
      <h3 className={styles.partTitle}>
        {title}
        {note !== undefined && <span> {note}</span>}
      </h3>
      <div className={styles.partBody}>{children}</div>
    </div>
  )
}
