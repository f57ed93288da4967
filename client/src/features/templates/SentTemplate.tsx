/** A template that somebody sent, with all that is in it, and the question whether to keep it. Until then it is nowhere. */
import type { Template } from '@milepost/templates'
import { useState } from 'react'
import { useDevice } from '../../hooks/device-context.tsx'
import { useOwnTemplates, type OwnTemplate } from '../../hooks/use-templates.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Link, useNavigate } from '../../ui/Link.tsx'
import { templateProblemWords } from '../../words/templates/problems.ts'
import { templatesWords } from '../../words/templates/templates.ts'
import { takenIn, type TakenIn } from './take-in.ts'
import { TemplateHead } from './TemplateHead.tsx'
import { TemplateOutline } from './TemplateOutline.tsx'
import styles from './TemplatePage.module.css'

const words = templatesWords.sent

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
    <section className={styles.question} aria-label={words.label}>
      <p>{questionOf(taken.what, template)}</p>
      {onlyHere && <ErrorNote title={templateProblemWords.outOfSpace}>{templateProblemWords.onlyInThisTab}</ErrorNote>}
      <div className={styles.actions}>
        <Button look="quiet" onPress={onLetGo}>
          {taken.what === 'known' ? words.all : words.notNow}
        </Button>
        {taken.what === 'known' ? (
          <Link href={`/templates/${taken.template.id}`} look="button-primary">
            {words.open}
          </Link>
        ) : (
          <Button look="primary" onPress={() => void keep()}>
            {words.keep}
          </Button>
        )}
      </div>
    </section>
  )
}

function questionOf(what: TakenIn['what'], { version }: Template): string {
  return what === 'version' || what === 'copy' ? words[what](version) : words[what]
}
