/**
 * The templates: one's own and those of the product, and a file or a link that brings one. What was sent is shown with all its
 * content before anybody is asked to keep it.
 */
import { TEMPLATES, type Template } from '@milepost/templates'
import { useEffect, useRef, useState, type DragEvent, type ReactNode } from 'react'
import { capitalised, count } from '../../format/count.ts'
import { useOwnTemplates, useTemplateShelf } from '../../hooks/use-templates.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { FileIcon } from '../../ui/icons/icons.tsx'
import { Link, useNavigate } from '../../ui/Link.tsx'
import { TopBar } from '../../ui/TopBar.tsx'
import { fitWords } from './fit-words.ts'
import { SentTemplate } from './SentTemplate.tsx'
import { readTemplateFile, type TemplateReadProblem } from './template-file.ts'
import { readTemplateLink } from './template-link.ts'
import { readProblemWords, sizeWords } from './template-words.ts'
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
      <TopBar place="Templates">{tools}</TopBar>
      {sent !== null && 'template' in sent ? (
        <SentTemplate template={sent.template} onLetGo={letGo} />
      ) : (
        <List onFile={(file) => void readFile(file)}>
          {sent !== null && (
            <ErrorNote
              title={sent.from === 'link' ? 'This link brings no template' : 'This file brings no template'}
              action={
                <Button size="sm" onPress={letGo}>
                  All right
                </Button>
              }
            >
              {readProblemWords(sent.problem)} Nothing here was changed.
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
        <h1>Templates</h1>
        <span>A plan starts from one in minutes, and is then its two sides’ own.</span>
        <span className={styles.space} />
        <Button onPress={() => picker.current?.click()}>
          <FileIcon />
          Open a template file
        </Button>
        <input
          ref={picker}
          type="file"
          accept=".json,application/json"
          className={styles.picker}
          aria-label="Template file"
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
        <h2 id="own-templates">Your own</h2>
        {own !== null && own.length === 0 && (
          <EmptyState title="None yet">
            Open a plan that went well and choose “Save as a template”, open a template file here, or make a variant of
            one below.
          </EmptyState>
        )}
        <ul className={styles.list}>
          {own?.map(({ id, newest }) => (
            <Row
              key={id}
              template={newest}
              more={[
                `version ${newest.version}`,
                ...(shelf !== null && shelf.draftOf(id) !== null ? ['changes not saved yet'] : []),
              ]}
            />
          ))}
        </ul>
      </section>
      <section aria-labelledby="shipped-templates">
        <h2 id="shipped-templates">Built in</h2>
        <ul className={styles.list}>
          {TEMPLATES.map((template) => (
            <Row key={template.id} template={template} more={[]} />
          ))}
        </ul>
      </section>
      <p className={styles.note}>
        {own === null
          ? 'Looking for your own templates.'
          : `${count(own.length, 'template')} of your own on this device.`}{' '}
        Nobody else has them until you send a link or a file.
      </p>
    </main>
  )
}

function Row({ template, more }: { readonly template: Template; readonly more: readonly string[] }) {
  const words = [...fitWords(template.fits), ...more]
  return (
    <li className={styles.row}>
      <div>
        <Link href={`/templates/${template.id}`} look="plain" className={styles.open}>
          {template.name}
        </Link>
        {template.summary !== '' && <p>{template.summary}</p>}
      </div>
      <span className={styles.words}>{capitalised(words.join(', '))}</span>
      <span className={styles.words}>{sizeWords(template)}</span>
    </li>
  )
}
