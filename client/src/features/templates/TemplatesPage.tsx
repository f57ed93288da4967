/**
 * The templates: one's own and those of the product, and a file or a link that brings one. What was sent is shown with all its
 * content before anybody is asked to keep it.
 */
import { TEMPLATES, type Template } from '@milepost/templates'
import { useEffect, useRef, useState, type DragEvent, type ReactNode } from 'react'
import { capitalised } from '../../format/count.ts'
import { useOwnTemplates, useTemplateShelf } from '../../hooks/use-templates.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { FileIcon } from '../../ui/icons/icons.tsx'
import { Link, useNavigate } from '../../ui/Link.tsx'
import { TopBar } from '../../ui/TopBar.tsx'
import { templateProblemWords } from '../../words/templates/problems.ts'
import { templateWords } from '../../words/templates/template.ts'
import { templatesWords as words } from '../../words/templates/templates.ts'
import { placeWords } from '../../words/places.ts'
import { SentTemplate } from './SentTemplate.tsx'
import { readTemplateFile, type TemplateReadProblem } from './template-file.ts'
import { readTemplateLink } from './template-link.ts'
import styles from './TemplatesPage.module.css'

interface TemplatesPageProps {
  /** What stands behind `#` in the address: it may carry a template. */
  readonly fragment: string
  readonly tools?: ReactNode
}

/** Something that came from outside, looked at and not kept yet. */
type Sent = { readonly template: Template } | { readonly problem: TemplateReadProblem; readonly from: 'link' | 'file' }

export function TemplatesPage({ fragment, tools }: TemplatesPageProps) {
  const [sent, setSent] = useState<Sent | null>(null)
  const navigate = useNavigate()

  useEffect(() => {
    let isHere = true
    async function readLink() {
      const read = await readTemplateLink(fragment)
      if (isHere && read !== null)
        setSent(typeof read === 'string' ? { problem: read, from: 'link' } : { template: read })
    }
    void readLink()
    return () => {
      isHere = false
    }
  }, [fragment])

  async function readFile(file: File | undefined) {
    if (file === undefined) return
    const read = await readTemplateFile(file)
    setSent(typeof read === 'string' ? { problem: read, from: 'file' } : { template: read })
  }

  function letGo() {
    setSent(null)
    if (fragment !== '') navigate('/templates')
  }

  return (
    <>
      <TopBar place={placeWords.templates}>{tools}</TopBar>
      {sent !== null && 'template' in sent ? (
        <SentTemplate template={sent.template} onLetGo={letGo} />
      ) : (
        <List onFile={(file) => void readFile(file)}>
          {sent !== null && (
            <ErrorNote
              title={words.broughtNone[sent.from]}
              action={
                <Button size="sm" onPress={letGo}>
                  {words.broughtNone.close}
                </Button>
              }
            >
              {problemText(sent.problem)} {words.broughtNone.nothingChanged}
            </ErrorNote>
          )}
        </List>
      )}
    </>
  )
}

function List({
  onFile,
  children,
}: {
  readonly onFile: (file: File | undefined) => void
  readonly children: ReactNode
}) {
  const own = useOwnTemplates()
  const shelf = useTemplateShelf()
  const [over, setOver] = useState(false)
  const picker = useRef<HTMLInputElement>(null)

  const dropping = {
    onDragOver(event: DragEvent) {
      if (!event.dataTransfer.types.includes('Files')) return
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop(event: DragEvent) {
      event.preventDefault()
      setOver(false)
      onFile(event.dataTransfer.files[0])
    },
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a second way; the button is the first
    <main className={styles.page} data-over={over ? '' : undefined} {...dropping}>
      <header className={styles.head}>
        <h1>{placeWords.templates}</h1>
        <span>{words.lead}</span>
        <span className={styles.space} />
        <Button onPress={() => picker.current?.click()}>
          <FileIcon />
          {words.openFile}
        </Button>
        <input
          ref={picker}
          type="file"
          accept=".json,application/json"
          className={styles.picker}
          aria-label={words.file}
          tabIndex={-1}
          onChange={(event) => {
            onFile(event.currentTarget.files?.[0])
            // The same file once more is a new question.
            event.currentTarget.value = ''
          }}
        />
      </header>
      {children}
      <section aria-labelledby="own-templates">
        <h2 id="own-templates">{words.own}</h2>
        {own !== null && own.length === 0 && <EmptyState title={words.noneYet}>{words.noneYetWhat}</EmptyState>}
        <ul className={styles.list}>
          {own?.map(({ id, newest }) => (
            <Row
              key={id}
              template={newest}
              more={[
                words.version(newest.version),
                ...(shelf !== null && shelf.draftOf(id) !== null ? [words.notSavedYet] : []),
              ]}
            />
          ))}
        </ul>
      </section>
      <section aria-labelledby="shipped-templates">
        <h2 id="shipped-templates">{words.builtIn}</h2>
        <ul className={styles.list}>
          {TEMPLATES.map((template) => (
            <Row key={template.id} template={template} more={[]} />
          ))}
        </ul>
      </section>
      {own?.length !== 0 && <p className={styles.note}>{own === null ? words.looking : words.howMany(own.length)}</p>}
    </main>
  )
}

function problemText(problem: TemplateReadProblem): string {
  if (problem === 'too-big') return words.broughtNone.tooBig
  if (problem === 'unreadable' || problem === 'not-a-template') return words.broughtNone.unreadable
  return templateProblemWords.problems[problem]
}

function Row({ template, more }: { readonly template: Template; readonly more: readonly string[] }) {
  const facts = [...templateWords.fits(template.fits), ...more]
  return (
    <li className={styles.row}>
      <div>
        <Link href={`/templates/${template.id}`} look="plain" className={styles.open}>
          {template.name}
        </Link>
        {template.summary !== '' && <p>{template.summary}</p>}
      </div>
      <span className={styles.words}>{capitalised(facts.join(', '))}</span>
      <span className={styles.words}>{templateWords.size(template)}</span>
    </li>
  )
}
