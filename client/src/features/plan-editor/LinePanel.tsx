/**
 * The one panel beside a line: menu, owner, date, or where to move. There is a single one for the whole list, because a
 * hundred closed panels are a hundred too many. When it closes, the keyboard is where it was, or on the line itself.
 */
import { readPlan, type PlanDoc, type RoleId } from '@milepost/plan'
import { use, useRef, useState, type ReactNode, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { usePlanPart } from '../../hooks/use-plan.ts'
import { Button } from '../../ui/Button.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { dateWords } from '../../words/dates.ts'
import { linePanelWords as words } from '../../words/plan-editor/line-panels.ts'
import { CommandMenu } from './CommandMenu.tsx'
import { DuePanel } from './DuePanel.tsx'
import styles from './DuePanel.module.css'
import type { Folds } from './folds.ts'
import { LineMenu } from './LineMenu.tsx'
import { MoveToPanel } from './MoveToPanel.tsx'
import type { LineRef, OpenPanel } from './outline-context.tsx'
import { focusRow, rowElement, rowsIn } from './outline-focus.ts'
import type { OutlineCommand } from './outline-keys.ts'
import { OwnerPanel } from './OwnerPanel.tsx'
import { StepPanel } from './StepPanel.tsx'
import { SchedulePanelsContext } from './schedule-panels.ts'
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

type Shown = OpenPanel['kind'] | 'doneOn'

export function LinePanel({ panel, list, folds, run, onRemove, onInvite, close }: LinePanelProps): ReactNode {
  const { line } = panel
  const panels = use(SchedulePanelsContext)
  const isMeasured = usePlanPart(hasOffers)
  const isDone = usePlanPart((doc: PlanDoc) => isLineDone(doc, line))
  const [shown, setShown] = useState<Shown>(panel.kind)
  const anchor = useRef<Element | null>(panel.anchor)
  /** The menu closes itself after an entry was taken; what the entry opened must not go with it. */
  const next = useRef<Shown | null>(null)

  /** A menu is gone before its entry acts; whether that entry opens something else here is known a moment later. */
  const leave = () => {
    queueMicrotask(() => {
      if (next.current !== null) return
      close()
      focusLineWhenLost(list.current, line)
    })
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
    // Off the page, and its hold on the focus with it, before the command puts the focus where it belongs.
    flushSync(close)
    run(command, line)
    if (command === 'moveUp' || command === 'moveDown' || command === 'complete') focusLineWhenLost(list.current, line)
  }

  const remove = () => {
    const place = list.current === null ? -1 : rowsIn(list.current).findIndex((row) => row.dataset['row'] === line.id)
    flushSync(close)
    onRemove(line)
    focusLineWhenLost(list.current, line, place)
  }

  if (shown === 'commands') {
    return <CommandMenu line={line} list={list} run={run} onRemove={remove} close={close} />
  }
  if (shown === 'menu') {
    return (
      <LineMenu
        line={line}
        anchor={anchor}
        close={leave}
        run={take}
        onMoveTo={() => show('moveTo', 'menu')}
        onWaitsFor={panels === null || line.kind === 'step' ? undefined : () => show('waitsFor', 'menu')}
        onAbout={line.kind === 'step' ? () => show('about', 'menu') : undefined}
        onReschedule={panels === null || line.kind === 'step' ? undefined : () => show('reschedule', 'menu')}
        onRemove={remove}
      />
    )
  }
  const done = () => {
    next.current = null
    close()
    focusLineWhenLost(list.current, line)
  }
  if (shown === 'reschedule') {
    return panels === null || line.kind === 'step' ? null : (
      <panels.RescheduleDialog milestoneId={line.id} onClose={done} />
    )
  }
  return (
    <Popover
      // One frame for both: a press inside it must not land outside of a new one.
      key={shown === 'doneOn' ? 'due' : shown}
      label={LABELS[shown]}
      anchor={anchor}
      placement={shown === 'moveTo' || shown === 'waitsFor' || shown === 'about' ? 'bottom end' : 'bottom start'}
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
      ) : shown === 'about' ? (
        line.kind === 'step' && <StepPanel line={line} close={done} />
      ) : shown === 'waitsFor' ? (
        panels !== null && line.kind === 'milestone' && <panels.WaitsForPanel milestoneId={line.id} onClose={done} />
      ) : shown === 'due' && panels !== null && line.kind === 'milestone' && isMeasured && !isDone ? (
        <panels.MovePanel
          milestoneId={line.id}
          onClose={done}
          foot={<MoveFoot onDone={() => show('doneOn', 'due')} />}
        />
      ) : (
        <DuePanel line={line} close={done} asDone={shown === 'doneOn'} />
      )}
    </Popover>
  )
}

const LABELS: Record<Exclude<Shown, 'menu' | 'commands'>, string> = {
  ...words.labels,
  due: dateWords.dueDate,
  doneOn: dateWords.dueDate,
  waitsFor: dateWords.waitsForAndTakes,
}

/** From the first offer on, a changed date is a move: it shows its effect and asks for a reason. */
function hasOffers(doc: PlanDoc): boolean {
  return readPlan(doc).offers.length > 0
}

function isLineDone(doc: PlanDoc, line: LineRef): boolean {
  return line.kind === 'milestone' && readPlan(doc).milestones.find(({ id }) => id === line.id)?.done !== null
}

function MoveFoot({ onDone }: { readonly onDone: () => void }) {
  return (
    <p className={styles.foot}>
      <Button size="sm" look="quiet" onPress={onDone}>
        {words.due.doneOnAnotherDay}
      </Button>
    </p>
  )
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
