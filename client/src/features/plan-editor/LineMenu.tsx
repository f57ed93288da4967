/**
 * Everything one can do with a line, for the pointer, the finger and whoever does not know the keys. Each entry shows
 * its key where it has one; what is not possible here is left out.
 */
import { setGoLive, setResult, skipMilestone, type Plan } from '@milepost/plan'
import type { ReactNode, RefObject } from 'react'
import { usePlan } from '../../hooks/use-plan.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import {
  ArrowDownIcon,
  ArrowRightIcon,
  ArrowUpIcon,
  CalendarIcon,
  CheckIcon,
  ClockIcon,
  CommentIcon,
  FileIcon,
  FlagIcon,
  MilestoneIcon,
  MinusIcon,
  PencilIcon,
  PersonIcon,
  PlusIcon,
  TrashIcon,
} from '../../ui/icons/icons.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { Menu, type MenuEntry, type MenuGroup } from '../../ui/Menu.tsx'
import { dateWords } from '../../words/dates.ts'
import { lineWords } from '../../words/lines.ts'
import { linePanelWords as words } from '../../words/plan-editor/line-panels.ts'
import type { LineRef } from './outline-context.tsx'
import type { OutlineCommand } from './outline-keys.ts'
import { milestoneMove, milestoneNumber, stepMove } from './outline-moves.ts'

export interface LineMenuProps {
  readonly line: LineRef
  readonly anchor: RefObject<Element | null>
  readonly close: () => void
  readonly run: (command: OutlineCommand) => void
  readonly onMoveTo: () => void
  readonly onRemove: () => void
  /** What it waits for, and dates from here on; only of a milestone, and where the page can show what they do. */
  readonly onWaitsFor?: (() => void) | undefined
  readonly onReschedule?: (() => void) | undefined
  /** Outcome, days, links; only of a step. */
  readonly onAbout?: (() => void) | undefined
}

export function LineMenu({ line, anchor, close, ...does }: LineMenuProps): ReactNode {
  const plan = usePlan()
  const groups = useLineEntries(line, does)
  return (
    <Menu
      label={line.kind === 'milestone' ? lineWords.milestone(milestoneNumber(plan, line.id)) : lineWords.step}
      anchor={anchor}
      placement="bottom end"
      isOpen
      onOpenChange={(open) => {
        if (!open) close()
      }}
      groups={groups}
    />
  )
}

/** What can be done with this line now, for its menu and for the command menu in its title. */
export function useLineEntries(line: LineRef, does: Does): readonly MenuGroup[] {
  const plan = usePlan()
  const { doc, undo } = usePlanSession()
  const announce = useAnnounce()
  return menuOf(plan, line, does, {
    goLive: () => {
      if (line.kind !== 'milestone') return
      undo.stopCapturing()
      setGoLive(doc, line.id)
      announce.own(words.said.goLive(milestoneNumber(plan, line.id)))
    },
    result: () => {
      if (line.kind !== 'milestone') return
      undo.stopCapturing()
      setResult(doc, line.id)
      announce.own(words.said.result(milestoneNumber(plan, line.id)))
    },
    needed: (needed) => {
      if (line.kind !== 'milestone') return
      undo.stopCapturing()
      skipMilestone(doc, line.id, !needed)
      undo.stopCapturing()
      const said = needed ? words.said.needed : words.said.notNeeded
      announce.own(said(milestoneNumber(plan, line.id)))
    },
  })
}

/** How a menu does what is no choice of its own. */
export type Does = Pick<LineMenuProps, 'run' | 'onMoveTo' | 'onRemove' | 'onWaitsFor' | 'onReschedule' | 'onAbout'>

function menuOf(
  plan: Plan,
  line: LineRef,
  does: Does,
  set: {
    readonly goLive: () => void
    readonly result: () => void
    readonly needed: (needed: boolean) => void
  },
): readonly MenuGroup[] {
  const isMilestone = line.kind === 'milestone'
  const milestone = plan.milestones.find(({ id }) => id === (isMilestone ? line.id : line.milestoneId))
  const step = isMilestone ? null : milestone?.steps.find(({ id }) => id === line.id)
  const isDone = (isMilestone ? (milestone?.done ?? null) : (step?.done ?? null)) !== null
  const isGoLive = isMilestone && plan.goLiveId === line.id
  const isResult = isMilestone && plan.resultId === line.id
  const isSkipped = isMilestone && milestone?.skipped !== null
  const mayMove = (by: 1 | -1) =>
    (isMilestone ? milestoneMove(plan, line.id, by) : stepMove(plan, line.id, by)) !== null
  const command = (id: OutlineCommand, label: string, icon: ReactNode, keys?: string): MenuEntry => ({
    id,
    label,
    icon,
    onAction: () => does.run(id),
    ...(keys === undefined ? {} : { keys }),
  })
  const when = (condition: boolean, ...entries: readonly MenuEntry[]) => (condition ? entries : [])
  return [
    {
      entries: [
        command('complete', isDone ? words.menu.reopen : words.menu.complete, <CheckIcon />, 'Space'),
        command('owner', words.menu.owner, <PersonIcon />, '@'),
        command('comment', words.menu.comment, <CommentIcon />, 'C'),
        command('due', isDone ? words.menu.dayDone : dateWords.dueDate, <CalendarIcon />, 'D'),
        ...(does.onWaitsFor === undefined || isDone
          ? []
          : [{ id: 'waitsFor', label: dateWords.waitsForAndTakes, icon: <ClockIcon />, onAction: does.onWaitsFor }]),
        ...(does.onAbout === undefined
          ? []
          : [{ id: 'about', label: words.menu.about, icon: <FileIcon />, onAction: does.onAbout }]),
        ...(does.onReschedule === undefined || isDone
          ? []
          : [
              {
                id: 'reschedule',
                label: words.menu.reschedule,
                icon: <CalendarIcon />,
                onAction: does.onReschedule,
              },
            ]),
        command('write', words.menu.write, <PencilIcon />, 'F2'),
      ],
    },
    {
      entries: [
        command('addBelow', isMilestone ? words.menu.addMilestone : words.menu.addStep, <PlusIcon />, 'Enter'),
        ...when(mayMove(-1), command('moveUp', words.menu.moveUp, <ArrowUpIcon />, 'Alt+↑')),
        ...when(mayMove(1), command('moveDown', words.menu.moveDown, <ArrowDownIcon />, 'Alt+↓')),
        ...when(plan.milestones.length > 1, {
          id: 'moveTo',
          label: words.labels.moveTo,
          icon: <ArrowRightIcon />,
          onAction: does.onMoveTo,
        }),
        ...when(
          isMilestone && !isGoLive && !isResult && milestoneNumber(plan, line.id) > 1,
          command('indent', words.menu.indent, <ArrowRightIcon />, 'Tab'),
        ),
        ...when(!isMilestone, command('outdent', words.menu.outdent, <MilestoneIcon />, 'Shift+Tab')),
      ],
    },
    {
      entries: [
        ...when(isMilestone && !isGoLive, {
          id: 'goLive',
          label: words.menu.goLive,
          icon: <FlagIcon />,
          onAction: set.goLive,
        }),
        ...when(isMilestone && !isResult, {
          id: 'result',
          label: words.menu.result,
          icon: <FlagIcon />,
          onAction: set.result,
        }),
        // Whoever waited for it waits for what it waited for; without go-live or the result there would be nothing to measure.
        ...when(isSkipped || (isMilestone && !isGoLive && !isResult && !isDone), {
          id: 'needed',
          label: isSkipped ? words.menu.needed : words.menu.notNeeded,
          icon: isSkipped ? <PlusIcon /> : <MinusIcon />,
          onAction: () => set.needed(isSkipped),
        }),
      ],
    },
    {
      entries: [{ id: 'remove', label: words.menu.remove, icon: <TrashIcon />, danger: true, onAction: does.onRemove }],
    },
  ]
}
