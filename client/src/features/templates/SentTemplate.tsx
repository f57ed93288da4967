/** A template that somebody sent, with all that is in it, and the question whether to keep it. Until then it is nowhere. */
import type { Template } from '@milepost/templates'
import { useState } from 'react'
import { useDevice } from '../../hooks/device-context.tsx'
import { useOwnTemplates, type OwnTemplate } from '../../hooks/use-templates.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Link, useNavigate } from '../../ui/Link.tsx'
import { takenIn } from './take-in.ts'
import { TemplateHead } from './TemplateHead.tsx'
import { TemplateOutline } from './TemplateOutline.tsx'
import styles from './TemplatePage.module.css'

interface SentTemplateProps {
  readonly template: Template
  readonly onLetGo: () => void
}

export function SentTemplate({ template, onLetGo }: SentTemplateProps) {
  const own = useOwnTemplates()
  return (
    <main className={styles.page}>
      <div className={styles.main}>
        {own !== null && <Question template={template} own={own} onLetGo={onLetGo} />}
        <TemplateHead template={template} />
        <TemplateOutline template={template} />
      </div>
    </main>
  )
}

function Question({ template, own, onLetGo }: SentTemplateProps & { readonly own: readonly OwnTemplate[] }) {
  const device = useDevice()
  const navigate = useNavigate()
  const [onlyHere, setOnlyHere] = useState(false)
  const [taken] = useState(() => takenIn(template, own))

  async function keep() {
    const shelf = await device.templates()
    if (await shelf.keep(taken.template)) navigate(`/templates/${taken.template.id}`)
    else setOnlyHere(true)
  }

  return (
    <section className={styles.question} aria-label="This template was sent to you">
      <p>{WORDS[taken.what](template)}</p>
      {onlyHere && (
        <ErrorNote title="This device is out of space">The template is only in this tab, until it is closed.</ErrorNote>
      )}
      <div className={styles.actions}>
        <Button look="quiet" onPress={onLetGo}>
          {taken.what === 'known' ? 'All templates' : 'Not now'}
        </Button>
        {taken.what === 'known' ? (
          <Link href={`/templates/${taken.template.id}`} look="button-primary">
            Open it
          </Link>
        ) : (
          <Button look="primary" onPress={() => void keep()}>
            Keep this template
          </Button>
        )}
      </div>
    </section>
  )
}

const WORDS = {
  new: () => 'This template was sent to you. Keep it on this device to start plans from it.',
  version: ({ version }: Template) =>
    `This is version ${version} of a template that you have. Your other versions stay.`,
  copy: ({ version }: Template) =>
    `You have another version ${version} of this template. Kept, it stands beside it as a template of its own.`,
  known: () => 'You have this template already.',
}
