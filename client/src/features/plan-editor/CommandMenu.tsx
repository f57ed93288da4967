/**
 * The command menu: `/` at the caret in a title, or on a selected line. What is typed filters it and is not in the title
 * meanwhile, so nobody else sees half a command; Escape leaves it there as text, because then text was meant.
 */
import { anchorIndex, spliceText, textAnchor, type Anchor, type TextRef } from '@milepost/plan'
import { use, useRef, useState, type ReactNode, type RefObject } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { actionsNow } from '../../hooks/use-actions.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { MilestoneIcon, PencilIcon, PlusIcon } from '../../ui/icons/icons.tsx'
import type { MenuEntry } from '../../ui/Menu.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { ranked } from '../../ui/rank.ts'
import { SearchMenu } from '../../ui/SearchMenu.tsx'
import { caretRect } from '../../ui/TextMirror.tsx'
import { linePanelWords as words } from '../../words/plan-editor/line-panels.ts'
import { useLineEntries } from './LineMenu.tsx'
import { useOutline, type LineRef, type PanelKind } from './outline-context.tsx'
import { focusRow, focusTitle, rowElement } from './outline-focus.ts'
import type { OutlineCommand } from './outline-keys.ts'
import { SchedulePanelsContext } from './schedule-panels.ts'
import type { RunCommand } from './use-outline-commands.ts'

export interface CommandMenuProps {
  readonly line: LineRef
  readonly list: RefObject<HTMLElement | null>
  readonly run: RunCommand
  readonly onRemove: () => void
  readonly close: () => void
}

/** Other words for the same. */
const ALIASES: Readonly<Record<string, string>> = words.commands.aliases

export function CommandMenu({ line, list, run, onRemove, close }: CommandMenuProps): ReactNode {
  const { doc, undo } = usePlanSession()
  const panels = use(SchedulePanelsContext)
  const { open } = useOutline()
  const text: TextRef =
    line.kind === 'milestone'
      ? { in: 'milestones', id: line.id, field: 'title' }
      : { in: 'steps', id: line.id, field: 'title' }
  const spot = useRef<HTMLSpanElement>(null)
  const [from] = useState(() => whereFrom(list.current, line, (at) => textAnchor(doc, text, at)))

  const openBeside = (kind: PanelKind) => () => {
    const row = list.current === null ? null : rowElement(list.current, line.id)
    const anchor = row?.querySelector('[data-anchor="menu"]') ?? row
    if (anchor !== null) open(kind, line, anchor)
  }
  const isPlanned = panels !== null && line.kind === 'milestone'
  const known = useLineEntries(line, {
    run: (command) => run(command, line),
    onMoveTo: openBeside('moveTo'),
    onRemove,
    onWaitsFor: isPlanned ? openBeside('waitsFor') : undefined,
    onReschedule: isPlanned ? openBeside('reschedule') : undefined,
  }).flatMap((group) => group.entries)
  const [beside] = useState(addsBeside)
  const entries = sorted(known, line, beside, (command) => run(command, line)).filter(
    ({ id }) => from.anchor === null || id !== 'write',
  )

  const items = entries.map((entry) => ({ ...entry, alias: ALIASES[entry.id] ?? '' }))

  /** Off the page, and the caret where it was, before anything is done: the command leads on from there. */
  function leave(): number {
    flushSync(close)
    const at = from.anchor === null ? null : anchorIndex(doc, text, from.anchor)
    if (list.current !== null) {
      if (at === null) focusRow(list.current, line.id)
      else focusTitle(list.current, line.id, at)
    }
    return at ?? 0
  }

  function leaveAsText(typed: string) {
    const at = leave()
    if (from.anchor === null || list.current === null) return
    const written = `/${typed}`
    undo.stopCapturing()
    flushSync(() => spliceText(doc, text, at, 0, written))
    focusTitle(list.current, line.id, at + written.length)
  }

  return (
    <>
      {createPortal(
        <span ref={spot} style={{ position: 'fixed', pointerEvents: 'none', ...from.place }} />,
        document.body,
      )}
      <Popover
        label={words.commands.label}
        anchor={spot}
        flush
        isOpen
        onOpenChange={(isOpen) => {
          if (!isOpen) close()
        }}
      >
        <SearchMenu
          label={words.commands.list}
          lead={<span aria-hidden="true">/</span>}
          groups={(typed) => [{ items: ranked(items, typed) }]}
          nothing={words.commands.none}
          onPick={(id) => {
            leave()
            entries.find((entry) => entry.id === id)?.onAction()
          }}
          onEscape={leaveAsText}
          onEmptyBackspace={leave}
        />
      </Popover>
    </>
  )
}

/** What adds to the plan stands first, as in a title that is being written; then what changes the line. */
function sorted(
  known: readonly MenuEntry[],
  line: LineRef,
  beside: readonly MenuEntry[],
  run: (command: OutlineCommand) => void,
): readonly MenuEntry[] {
  const isMilestone = line.kind === 'milestone'
  const adds: readonly MenuEntry[] = [
    ...known.filter(({ id }) => id === 'addBelow'),
    isMilestone
      ? { id: 'addStep', label: words.commands.addStep, icon: <PlusIcon />, onAction: () => run('addStep') }
      : {
          id: 'addMilestone',
          label: words.menu.addMilestone,
          icon: <MilestoneIcon />,
          onAction: () => run('addMilestone'),
        },
    ...(isMilestone
      ? [{ id: 'notes', label: words.commands.notes, icon: <PencilIcon />, onAction: () => run('notes') }]
      : []),
    ...beside,
  ]
  return [...adds, ...known.filter(({ id }) => id !== 'addBelow')]
}

/** What is added to the plan beside the document, as the palette finds it: the buyer's key date. */
function addsBeside(): readonly MenuEntry[] {
  return actionsNow()
    .filter(({ id }) => id === 'add-key-date')
    .map(({ id, label, icon, run }) => ({ id, label, icon, onAction: run }))
}

const NOWHERE = { left: 0, top: 0, height: 0 }

interface From {
  /** The caret of the title; null where the line itself was selected. */
  readonly anchor: Anchor | null
  /** Where the menu stands, on the screen. */
  readonly place: { readonly left: number; readonly top: number; readonly height: number }
}

function whereFrom(list: HTMLElement | null, line: LineRef, anchorAt: (at: number) => Anchor | null): From {
  const row = list === null ? null : rowElement(list, line.id)
  const title = row?.querySelector<HTMLTextAreaElement>('[data-text="title"] textarea') ?? null
  const isWriting = title !== null && title === title.ownerDocument.activeElement
  const rect = (isWriting ? caretRect(title) : null) ?? title?.getBoundingClientRect() ?? NOWHERE
  return {
    anchor: isWriting ? anchorAt(title.selectionStart) : null,
    place: { left: rect.left, top: rect.top, height: rect.height },
  }
}
