/**
 * The ways in for a spreadsheet or a list: pasted on the page, dropped on it, chosen as a file. It shows one quiet button
 * below the milestones; the panel comes when there is something to look at. A list in the empty title of a milestone
 * becomes milestones at once, because whoever pastes it there has said already what it is.
 */
import { readPlan, type MilestoneId } from '@milepost/plan'
import { useEffect, useState, type ReactNode } from 'react'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { useAccess } from '../../hooks/use-access.ts'
import { useActions } from '../../hooks/use-actions.ts'
import { useToday } from '../../hooks/use-today.ts'
import { Button } from '../../ui/Button.tsx'
import { fileFor, holdFile } from '../../ui/file-in-hand.ts'
import { FileIcon } from '../../ui/icons/icons.tsx'
import { latePart } from '../../ui/late-part.tsx'
import { importDoorWords as words } from '../../words/import/door.ts'
import { placeFor, type Source } from './source.ts'
import { isHeld, type Place } from './bring-in.ts'
import type { Pasted } from './clipboard.ts'
import styles from './ImportDoor.module.css'
import { problemText } from './import-words.ts'
import { listToDraft } from './list-to-draft.ts'
import { openFile } from './open-file.ts'
import { useBringIn } from './use-bring-in.ts'
import { useDropped } from './use-dropped.ts'
import { usePasted, type PastedAt } from './use-pasted.ts'

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
  const { doc, planId } = usePlanSession()
  const today = useToday()
  const bring = useBringIn(onGo)
  /** The file that this plan was made for. */
  const [given] = useState(() => fileFor(planId))
  const [opened, setOpened] = useState<Opened | null>(() =>
    given === null
      ? null
      : { source: { kind: 'reading', name: given.name }, place: placeFor(readPlan(doc), null), life: 0 },
  )

  function show(source: Source, at: MilestoneId | null = null) {
    setOpened((before) => ({
      source,
      place: before?.place ?? placeFor(readPlan(doc), at),
      life: (before?.life ?? 0) + 1,
    }))
  }

  function read(file: File) {
    const reading: Source = { kind: 'reading', name: file.name }
    show(reading)
    void bookSource(file).then((source) => setOpened((before) => shownAfter(before, reading, source)))
  }

  const take = (pasted: Pasted, { milestoneId, isTitle }: PastedAt) => {
    if (pasted.kind === 'problem')
      return show({ kind: 'problem', name: words.pasted, text: problemText(pasted.problem) })
    if (pasted.kind === 'table')
      return show({ kind: 'sheets', name: '', sheets: [{ name: '', ...pasted }] }, milestoneId)
    const place = placeFor(readPlan(doc), milestoneId)
    // What does not fit says so in the panel.
    if (isTitle && typeof bring(listToDraft(pasted.lines, today), place) !== 'string') return
    show({ kind: 'list', lines: pasted.lines }, milestoneId)
  }
  usePasted(take, (id) => {
    const plan = readPlan(doc)
    return plan.milestones.some((milestone) => milestone.id === id && isHeld(plan, milestone))
  })
  useEffect(() => {
    if (given === null) return
    let current = true
    const show = (source: Source) => {
      if (!current) return
      // Looked at once: whoever opens the plan again has decided about it.
      holdFile(null)
      setOpened((before) => shownAfter(before, before?.source, source))
    }
    void bookSource(given).then(show)
    return () => {
      current = false
    }
  }, [given])
  const over = useDropped((file) => read(file))
  useActions(() => [
    {
      id: 'import',
      kind: 'action',
      label: words.bringIn,
      alias: words.bringInAlias,
      icon: <FileIcon />,
      run: () => show({ kind: 'ask' }),
    },
  ])

  return (
    <>
      <Button size="sm" look="quiet" className={styles.button} onPress={() => show({ kind: 'ask' })}>
        <FileIcon size={14} />
        {words.bringIn}
      </Button>
      {over && (
        <div className={styles.over}>
          <p>{words.drop}</p>
        </div>
      )}
      {opened !== null && (
        <ImportDialog
          key={opened.life}
          source={opened.source}
          place={opened.place}
          onFile={(file) => read(file)}
          onBring={bring}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  )
}

async function bookSource(file: File): Promise<Source> {
  const { name } = file
  const book = await openFile(file)
  if ('problem' in book) return { kind: 'problem', name, text: problemText(book.problem) }
  const [first, ...others] = book.sheets
  if (first === undefined) return { kind: 'problem', name, text: problemText('empty') }
  return { kind: 'sheets', name, sheets: [first, ...others] }
}

/** Whoever closed the panel while it was read, or chose another file, does not want it any more. */
function shownAfter(before: Opened | null, reading: Source | undefined, source: Source): Opened | null {
  const waits = before?.source.kind === 'reading' && before.source === reading
  return before !== null && waits ? { ...before, source, life: before.life + 1 } : before
}
