/**
 * A list of lines that people write: Enter begins another one behind it, Backspace in an empty one takes it away, and what
 * was taken away can be had back for a while. What a line consists of is the caller's.
 */
import type { Change } from '@milepost/plan'
import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { useAccess } from '../../hooks/use-access.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { CloseIcon, PlusIcon } from '../../ui/icons/icons.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { useWhenBack } from '../../hooks/use-when-back.ts'
import { useToast } from '../../ui/Toast.tsx'
import { commonWords } from '../../words/common.ts'
import styles from './Terms.module.css'

export interface LineKeys {
  /** Another line behind this one. */
  readonly onEnter: () => void
  /** This line is empty and not wanted. */
  readonly onEmpty: () => void
}

/** What the list is called, what its button says, and what is said of a line. */
export interface LineWords {
  readonly label: string
  readonly add: string
  readonly noRoom: string
  readonly remove: (name: string) => string
  readonly removed: (name: string) => string
}

export interface TermListProps<Line extends { readonly id: string }> {
  readonly words: LineWords
  readonly lines: readonly Line[]
  readonly nameOf: (line: Line) => string
  readonly add: (after: Line | null) => string | null
  readonly archive: (line: Line) => Change
  readonly restore: (line: Line) => Change
  readonly children: (line: Line, keys: LineKeys) => ReactNode
  /** Ready-made lines; pressing one adds it. */
  readonly offers?: ReactNode
}

export function TermList<Line extends { readonly id: string }>({
  words,
  lines,
  nameOf,
  add,
  archive,
  restore,
  children,
  offers,
}: TermListProps<Line>): ReactNode {
  const { undo } = usePlanSession()
  const { canEdit } = useAccess()
  const announce = useAnnounce()
  const toast = useToast()
  const whenBack = useWhenBack()
  const begin = (after: Line | null) => {
    undo.stopCapturing()
    const id = flushSync(() => add(after))
    if (id === null) announce.own(words.noRoom)
    else textOf(id)?.focus()
  }

  const remove = (line: Line, says: boolean) => {
    const at = lines.findIndex(({ id }) => id === line.id)
    const beside = lines[at - 1] ?? lines[at + 1]
    undo.stopCapturing()
    if (archive(line) !== 'changed') return
    if (beside !== undefined) textOf(beside.id)?.focus()
    if (!says) return
    whenBack(
      line.id,
      toast({
        text: words.removed(nameOf(line)),
        action: { label: commonWords.undo, keys: 'Mod+Z', onAction: () => void restore(line) },
      }),
    )
  }

  return (
    <>
      {lines.length > 0 && (
        <ul className={styles.lines} aria-label={words.label}>
          {lines.map((line) => (
            <li key={line.id} className={styles.line} data-line={line.id} data-place={line.id}>
              {children(line, { onEnter: () => begin(line), onEmpty: () => remove(line, false) })}
              {canEdit && (
                <IconButton
                  size="sm"
                  className={styles.remove}
                  label={words.remove(nameOf(line))}
                  icon={<CloseIcon size={14} />}
                  onPress={() => remove(line, true)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {canEdit && (
        <p className={styles.adds}>
          <Button look="quiet" size="sm" className={styles.add} onPress={() => begin(null)}>
            <PlusIcon size={14} />
            {words.add}
          </Button>
          {offers}
        </p>
      )}
    </>
  )
}

function textOf(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-line="${CSS.escape(id)}"] textarea`)
}
