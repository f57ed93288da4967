/** What a template is called, what it is for, and which deals it fits. */
import type { Template } from '@milepost/templates'
import type { ReactNode } from 'react'
import { Tag } from '../../ui/Tag.tsx'
import { templateWords as words } from '../../words/templates/template.ts'
import styles from './TemplatePage.module.css'

export function TemplateHead({ template, children }: { readonly template: Template; readonly children?: ReactNode }) {
  return (
    <header className={styles.head}>
      <h1>{template.name === '' ? words.unnamed : template.name}</h1>
      {template.summary !== '' && <p className={styles.summary}>{template.summary}</p>}
      <p className={styles.facts}>
        <span>{words.version(template.version)}</span>
        <span>{words.size(template)}</span>
        {words.fits(template.fits).map((word) => (
          <Tag key={word}>{word}</Tag>
        ))}
      </p>
      {children}
    </header>
  )
}
