/**
 * One template: what is in it, what plans that are done propose for it, its versions, and what can be done with it. One of the
 * product is never changed: whoever wants it otherwise gets a copy of their own.
 */
import { templateById, type Template } from '@milepost/templates'
import { useState, type ReactNode } from 'react'
import { useTemplateShelf, useOwnTemplates, type OwnTemplate, type TemplateShelf } from '../../hooks/use-templates.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Link } from '../../ui/Link.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TopBar } from '../../ui/TopBar.tsx'
import { templatePageWords as words } from '../../words/templates/template-page.ts'
import { placeWords } from '../../words/places.ts'
import { DraftNote } from './DraftNote.tsx'
import { LearntRail } from './LearntRail.tsx'
import { TemplateActions } from './TemplateActions.tsx'
import { TemplateHead } from './TemplateHead.tsx'
import { TemplateOutline } from './TemplateOutline.tsx'
import styles from './TemplatePage.module.css'
import { VersionsRail } from './VersionsRail.tsx'

export function TemplatePage({ id, tools }: { readonly id: string; readonly tools?: ReactNode }) {
  const shelf = useTemplateShelf()
  const own = useOwnTemplates()
  const mine = own?.find((one) => one.id === id) ?? null
  const template = mine?.newest ?? templateById(id)
  return (
    <>
      <TopBar place={placeWords.templates}>{tools}</TopBar>
      <main className={styles.page}>
        {shelf === null || own === null ? (
          <Skeleton rows={8} label={words.opening} />
        ) : template === null ? (
          <EmptyState
            title={words.notHere}
            action={
              <Link href="/templates" look="button-default" size="sm">
                {words.all}
              </Link>
            }
          >
            {words.notHereWhy}
          </EmptyState>
        ) : (
          <Opened key={id} template={template} mine={mine} own={own} shelf={shelf} />
        )}
      </main>
    </>
  )
}

interface OpenedProps {
  readonly template: Template
  readonly mine: OwnTemplate | null
  readonly own: readonly OwnTemplate[]
  readonly shelf: TemplateShelf
}

function Opened({ template, mine, own, shelf }: OpenedProps) {
  const [older, setOlder] = useState<number | null>(null)
  const shown = mine?.versions.find((one) => one.template.version === older)?.template ?? template
  return (
    <>
      <div className={styles.main}>
        <p className={styles.up}>
          <Link href="/templates">{words.all}</Link>
        </p>
        <TemplateHead template={shown}>
          <TemplateActions template={template} mine={mine} shelf={shelf} />
        </TemplateHead>
        {mine !== null && <DraftNote template={template} shelf={shelf} />}
        <TemplateOutline template={shown} />
      </div>
      <aside className={styles.rail} aria-label={words.rail}>
        <LearntRail template={template} mine={mine} own={own} shelf={shelf} />
        {mine !== null && <VersionsRail mine={mine} shown={shown.version} onShow={setOlder} shelf={shelf} />}
      </aside>
    </>
  )
}
