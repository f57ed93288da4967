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
import { useToast } from '../../ui/Toast.tsx'
import styles from './Terms.module.css'

export interface LineKeys {
  /** Another line behind this one. */
  readonly onEnter: () => void
  /** This line is empty and not wanted. */
  readonly onEmpty: () => void
}

export interface TermListProps<Line extends { readonly id: string }> {
  readonly label: string
  readonly lines: readonly Line[]
  /** "objective": what one line is called in buttons and messages. */
  readonly what: string
  readonly nameOf: (line: Line) => string
  readonly add: (after: Line | null) => string | null
  readonly archive: (line: Line) => Change
  readonly restore: (line: Line) => Change
  readonly children: (line: Line, keys: LineKeys) => ReactNode
  /** Said by the button under the list. */
  readonly addLabel: string
  /** Ready-made lines; pressing one adds it. */
  readonly offers?: ReactNode
}

export function TermList<Line extends { readonly id: string }>({
  label,
  lines,
  what,
  nameOf,
  add,
  archive,
  restore,
  children,
  addLabel,
  offers,
}: TermListProps<Line>): ReactNode {
  const { undo } = usePlanSession()
  const { canEdit } = useAccess()
  const announce = useAnnounce()
  const toast = useToast()
  const begin = (after: Line | null) => {
    undo.stopCapturing()
    const id = flushSync(() => add(after))
    if (id === null) announce.own(`There is no room for another ${what}`)
    else textOf(id)?.focus()
  }

  const remove = (line: Line, says: boolean) => {
    const at = lines.findIndex(({ id }) => id === line.id)
    const beside = lines[at - 1] ?? lines[at + 1]
    undo.stopCapturing()
    if (archive(line) !== 'changed') return
    if (beside !== undefined) textOf(beside.id)?.focus()
    if (!says) return
    const name = nameOf(line)
    toast({
      text: name === '' ? `A ${what} was removed` : `“${name}” removed`,
      action: { label: 'Undo', keys: 'Mod+Z', onAction: () => void restore(line) },
    })
  }

  return (
    <>
      {lines.length > 0 && (
        <ul className={styles.lines} aria-label={label}>
          {lines.map((line) => (
            <li key={line.id} className={styles.line} data-line={line.id} data-place={line.id}>
              {children(line, { onEnter: () => begin(line), onEmpty: () => remove(line, false) })}
              {canEdit && (
                <IconButton
                  size="sm"
                  className={styles.remove}
                  label={`Remove the ${what}${nameOf(line) === '' ? '' : ` “${nameOf(line)}”`}`}
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
            {addLabel}
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
