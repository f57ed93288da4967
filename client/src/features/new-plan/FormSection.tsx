// One question of the form: its heading, a few words behind it, its fields (which name themselves).
import type { ReactNode } from 'react'
import styles from './FormSection.module.css'

interface FormSectionProps {
  readonly title: string
  readonly detail?: string
  readonly children: ReactNode
}

export function FormSection({ title, detail, children }: FormSectionProps) {
  return (
    <section className={styles.section}>
      <h2>
        {title}
        {detail !== undefined && <span> {detail}</span>}
      </h2>
      {children}
    </section>
  )
}
