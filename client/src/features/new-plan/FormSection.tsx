// One question of the form: its heading, a few words behind it, its fields.
import { useId, type ReactNode } from 'react'
import styles from './FormSection.module.css'

interface FormSectionProps {
  readonly title: string
  readonly detail?: string
  readonly children: ReactNode
}

export function FormSection({ title, detail, children }: FormSectionProps) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>
        {title}
        {detail !== undefined && <span> {detail}</span>}
      </h2>
      {children}
    </section>
  )
}
