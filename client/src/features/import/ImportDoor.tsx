/**
 * The ways in for a spreadsheet or a list: pasted on the page, dropped on it, chosen as a file. It shows one quiet button
 * below the milestones; the panel comes when there is something to look at. A list in the empty title of a milestone
 * becomes milestones at once, because whoever pastes it there has said already what it is.
 */
import { readPlan, type MilestoneId } from '@milepost/plan'
import { useState, type ReactNode } from 'react'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { useAccess } from '../../hooks/use-access.ts'
import { useActions } from '../../hooks/use-actions.ts'
import { useToday } from '../../hooks/use-today.ts'
import { Button } from '../../ui/Button.tsx'
import { FileIcon } from '../../ui/icons/icons.tsx'
import { latePart } from '../../ui/late-part.tsx'
import { placeFor, type Source } from './source.ts'
import type { Place } from './bring-in.ts'
import styles from './ImportDoor.module.css'
import { problemText } from './import-words.ts'
import { listToDraft } from './list-to-draft.ts'
import { openFile } from './open-file.ts'
import { useBringIn } from './use-bring-in.ts'
import { useDropped } from './use-dropped.ts'
import { usePasted } from './use-pasted.ts'

const ImportDialog = latePart(() => import('./ImportDialog.tsx').then((module) => module.ImportDialog))

export interface ImportDoorProps {
  /** Leads to the first of what was brought in. */
  readonly onGo: (id: MilestoneId) => void
}

export function ImportDoor({ onGo }: ImportDoorProps): ReactNode {
  const { canEdit } = useAccess()
  return canEdit ? <OpenDoor onGo={onGo} /> : null
}

interface Opened {
  readonly source: Source
  readonly place: Place
  /** Another source is another panel. */
  readonly life: number
}

function OpenDoor({ onGo }: ImportDoorProps) {
  const { doc } = usePlanSession()
  const today = useToday()
  const bring = useBringIn(onGo)
  const [opened, setOpened] = useState<Opened | null>(null)

  function show(source: Source, at: MilestoneId | null = null) {
    setOpened((before) => ({
      source,
      place: before?.place ?? placeFor(readPlan(doc), at),
      life: (before?.life ?? 0) + 1,
    }))
  }

  async function read(file: File) {
    show({ kind: 'reading', name: file.name })
    const book = await openFile(file)
    // Whoever closed the panel meanwhile does not want it any more.
    setOpened((before) => {
      if (before?.source.kind !== 'reading') return before
      return { ...before, source: sourceOf(file.name, book), life: before.life + 1 }
    })
  }

  usePasted((pasted, { milestoneId, isTitle }) => {
    if (pasted.kind === 'problem')
      return show({ kind: 'problem', name: 'What you pasted', text: problemText(pasted.problem) })
    if (pasted.kind === 'table')
      return show({ kind: 'sheets', name: '', sheets: [{ name: '', ...pasted }] }, milestoneId)
    const place = placeFor(readPlan(doc), milestoneId)
    // What does not fit says so in the panel.
    if (isTitle && typeof bring(listToDraft(pasted.lines, today), place) !== 'string') return
    show({ kind: 'list', lines: pasted.lines }, milestoneId)
  })
  const over = useDropped((file) => void read(file))
  useActions(() => [
    {
      id: 'import',
      kind: 'action',
      label: 'Bring in a spreadsheet',
      alias: 'import excel xlsx csv google sheets paste table list',
      icon: <FileIcon />,
      run: () => show({ kind: 'ask' }),
    },
  ])

  return (
    <>
      <Button size="sm" look="quiet" className={styles.button} onPress={() => show({ kind: 'ask' })}>
        <FileIcon size={14} />
        Bring in a spreadsheet
      </Button>
      {over && (
        <div className={styles.over}>
          <p>Drop the spreadsheet to look at it first</p>
        </div>
      )}
      {opened !== null && (
        <ImportDialog
          key={opened.life}
          source={opened.source}
          place={opened.place}
          onFile={(file) => void read(file)}
          onBring={bring}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  )
}

function sourceOf(name: string, book: Awaited<ReturnType<typeof openFile>>): Source {
  if ('problem' in book) return { kind: 'problem', name, text: problemText(book.problem) }
  const [first, ...others] = book.sheets
  if (first === undefined) return { kind: 'problem', name, text: problemText('empty') }
  return { kind: 'sheets', name, sheets: [first, ...others] }
}
