/**
 * The one panel beside a line: menu, owner, date, or where to move. There is a single one for the whole list, because a
 * hundred closed panels are a hundred too many. When it closes, the keyboard is where it was, or on the line itself.
 */
import type { RoleId } from '@milepost/plan'
import { useRef, useState, type ReactNode, type RefObject } from 'react'
import { Popover } from '../../ui/Popover.tsx'
import { DuePanel } from './DuePanel.tsx'
import type { Folds } from './folds.ts'
import { LineMenu } from './LineMenu.tsx'
import { MoveToPanel } from './MoveToPanel.tsx'
import type { LineRef, OpenPanel } from './outline-context.tsx'
import { focusRow, rowElement, rowsIn } from './outline-focus.ts'
import type { OutlineCommand } from './outline-keys.ts'
import { OwnerPanel } from './OwnerPanel.tsx'
import type { RunCommand } from './use-outline-commands.ts'

export interface LinePanelProps {
  readonly panel: OpenPanel
  readonly list: RefObject<HTMLElement | null>
  readonly folds: Folds
  readonly run: RunCommand
  readonly onRemove: (line: LineRef) => void
  readonly onInvite: ((roleId: RoleId) => void) | undefined
  readonly close: () => void
}

type Shown = OpenPanel['kind'] | 'moveTo'

export function LinePanel({ panel, list, folds, run, onRemove, onInvite, close }: LinePanelProps): ReactNode {
  const { line } = panel
  const [shown, setShown] = useState<Shown>(panel.kind)
  const anchor = useRef<Element | null>(panel.anchor)
  /** The menu closes itself after an entry was taken; what the entry opened must not go with it. */
  const next = useRef<Shown | null>(null)

  const leave = () => {
    if (next.current !== null) return
    close()
    focusLineWhenLost(list.current, line)
  }
  const show = (what: Shown, beside: 'owner' | 'due' | 'menu') => {
    const row = list.current === null ? null : rowElement(list.current, line.id)
    anchor.current = row?.querySelector(`[data-anchor="${beside}"]`) ?? panel.anchor
    next.current = what
    setShown(what)
  }
  const take = (command: OutlineCommand) => {
    if (command === 'owner') return show('owner', 'owner')
    if (command === 'due') return show('due', 'due')
    close()
    run(command, line)
    if (command === 'moveUp' || command === 'moveDown' || command === 'complete') focusLineWhenLost(list.current, line)
  }

  if (shown === 'menu') {
    return (
      <LineMenu
        line={line}
        anchor={anchor}
        close={leave}
        run={take}
        onMoveTo={() => show('moveTo', 'menu')}
        onRemove={() => {
          const place =
            list.current === null ? -1 : rowsIn(list.current).findIndex((row) => row.dataset['row'] === line.id)
          close()
          onRemove(line)
          focusLineWhenLost(list.current, line, place)
        }}
      />
    )
  }
  const done = () => {
    next.current = null
    close()
    focusLineWhenLost(list.current, line)
  }
  return (
    <Popover
      key={shown}
      label={LABELS[shown]}
      anchor={anchor}
      placement={shown === 'moveTo' ? 'bottom end' : 'bottom start'}
      flush={shown === 'owner' || shown === 'moveTo'}
      isOpen
      onOpenChange={(open) => {
        if (!open) done()
      }}
    >
      {shown === 'owner' ? (
        <OwnerPanel line={line} close={done} onInvite={onInvite} />
      ) : shown === 'moveTo' ? (
        <MoveToPanel line={line} folds={folds} close={done} />
      ) : (
        <DuePanel line={line} close={done} />
      )}
    </Popover>
  )
}

const LABELS: Record<Exclude<Shown, 'menu'>, string> = {
  owner: 'Who owns it',
  due: 'Due date',
  moveTo: 'Move to',
}

/**
 * The element that had the focus may be gone (a menu's entry): then the line has it, or, where the line itself was
 * removed, the one that stands at its `place` now. Looked at once the page has settled.
 */
function focusLineWhenLost(list: HTMLElement | null, line: LineRef, place = -1): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (list === null) return
      const { activeElement, body } = list.ownerDocument
      if (activeElement !== null && activeElement !== body) return
      if (focusRow(list, line.id) || place === -1) return
      const rows = rowsIn(list)
      rows[Math.min(place, rows.length - 1)]?.focus()
    }),
  )
}
