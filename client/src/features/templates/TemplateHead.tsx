/** What a template is called, what it is for, and which deals it fits. */
import type { Template } from '@milepost/templates'
import type { ReactNode } from 'react'
import { Tag } from '../../ui/Tag.tsx'
import { fitWords } from './fit-words.ts'
import styles from './TemplatePage.module.css'
import { sizeWords } from './template-words.ts'

export function TemplateHead({ template, children }: { readonly template: Template; readonly children?: ReactNode }) {
  return (
    <header className={styles.head}>
      <h1>{template.name === '' ? 'A template without a name' : template.name}</h1>
      {template.summary !== '' && <p className={styles.summary}>{template.summary}</p>}
      <p className={styles.facts}>
        <span>Version {template.version}</span>
        <span>{sizeWords(template)}</span>
        {fitWords(template.fits).map((word) => (
          <Tag key={word}>{word}</Tag>
        ))}
      </p>
      {children}
    </header>
  )
}
