/**
 * Does what `outline-keys` names. Every command is one change of the plan and one step of undo, is said to those who
 * do not see it, and leaves the keyboard where the work goes on. The plan is read when the command runs, not when the
 * line was drawn: between the two somebody else may have moved or removed it.
 */
import {
  addMilestone,
  addStep,
  archiveStep,
  milestoneToStep,
  moveMilestone,
  moveStep,
  readPlan,
  setMilestoneDone,
  setStepDone,
  stepToMilestone,
  type MilestoneId,
  type PlanDoc,
  type StepId,
} from '@milepost/plan'
import type { LocalDate } from '@milepost/schedule'
import { useCallback, useEffect, useRef, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { COMMENT_ANCHOR } from '../../hooks/comment-slot.tsx'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { focusTextBeside } from '../../ui/text-beside.ts'
import { commandWords as words } from '../../words/plan-editor/commands.ts'
import type { Folds } from './folds.ts'
import type { LineRef, PanelKind } from './outline-context.tsx'
import {
  focusNotes,
  focusRow,
  focusTitle,
  giveFocusBack,
  heldFocus,
  rowBeside,
  rowElement,
  rowsIn,
} from './outline-focus.ts'
import type { OutlineCommand } from './outline-keys.ts'
import { isBlank, milestoneMove, milestoneNumber, milestoneOfStep, stepMove } from './outline-moves.ts'
import { useSayFull, type Countable } from './use-say-full.ts'

export interface OutlineParts {
  /** The list of milestones. */
  readonly list: RefObject<HTMLElement | null>
  readonly folds: Folds
  readonly today: LocalDate
  readonly open: (kind: PanelKind, line: LineRef, anchor: Element) => void
  readonly removeMilestone: (id: MilestoneId) => void
  readonly selectPlan: () => void
}

export type RunCommand = (command: OutlineCommand, line: LineRef) => void

/** The returned function never changes, so it can stand in the value that all lines share. */
export function useOutlineCommands(parts: OutlineParts): RunCommand {
  const { doc, undo } = usePlanSession()
  const announce = useAnnounce()
  const sayFull = useSayFull()
  const latest = useRef<RunCommand>(() => undefined)
  useEffect(() => {
    latest.current = (command, line) => {
      const list = parts.list.current
      if (list === null) return
      undo.stopCapturing()
      runCommand(command, line, { ...parts, doc, list, say: announce.own, sayFull })
      undo.stopCapturing()
    }
  })
  return useCallback((command, line) => latest.current(command, line), [])
}

interface Doing extends Omit<OutlineParts, 'list'> {
  readonly doc: PlanDoc
  readonly list: HTMLElement
  readonly say: (text: string) => void
  readonly sayFull: (kind: Countable) => void
}

function runCommand(command: OutlineCommand, line: LineRef, doing: Doing): void {
  const { list, open, folds } = doing
  const row = rowElement(list, line.id)
  switch (command) {
    case 'addBelow':
      return addBelow(line, doing)
    case 'leaveList':
    case 'removeEmpty':
      return line.kind === 'step' ? leaveStep(line, command, doing) : removeBlank(line.id, doing)
    case 'indent':
      return line.kind === 'milestone' ? indent(line.id, doing) : undefined
    case 'outdent':
      return line.kind === 'step' ? outdent(line.id, doing) : undefined
    case 'moveUp':
      return move(line, -1, doing)
    case 'moveDown':
      return move(line, 1, doing)
    case 'complete':
      return complete(line, doing)
    case 'unfold':
      return unfold(line, doing)
    case 'fold':
      if (line.kind === 'step') focusRow(list, line.milestoneId)
      else folds.set([line.id], false)
      return
    case 'rowAbove':
      return rowBeside(list, line.id, -1)?.focus()
    case 'rowBelow':
      return rowBeside(list, line.id, 1)?.focus()
    case 'firstRow':
      return rowsIn(list)[0]?.focus()
    case 'lastRow':
      return rowsIn(list).at(-1)?.focus()
    case 'selectPlan':
      focusRow(list, line.id)
      return doing.selectPlan()
    case 'leaveText':
      focusRow(list, line.id)
      return
    case 'write':
      focusTitle(list, line.id, 'end')
      return
    case 'textAbove':
    case 'textBelow': {
      const active = list.ownerDocument.activeElement
      if (active !== null) focusTextBeside(list, active, command === 'textAbove' ? -1 : 1, 'start')
      return
    }
    case 'due':
      return open('due', line, row?.querySelector('[data-anchor="due"]') ?? list)
    case 'owner':
      return open('owner', line, row?.querySelector('[data-anchor="owner"]') ?? list)
    case 'comment':
      return row?.querySelector<HTMLElement>(`[data-anchor="${COMMENT_ANCHOR}"]`)?.click()
    case 'menu':
    case 'commands':
      return open(command, line, row?.querySelector('[data-anchor="menu"]') ?? list)
    case 'addMilestone':
      return addBelow({ kind: 'milestone', id: line.kind === 'milestone' ? line.id : line.milestoneId }, doing)
    case 'addStep':
      return addStepIn(line.kind === 'milestone' ? line.id : line.milestoneId, doing)
    case 'notes':
      return writeNotes(line.kind === 'milestone' ? line.id : line.milestoneId, doing)
    case 'nothing':
      return
  }
}

function addBelow(line: LineRef, { doc, list, folds, sayFull }: Doing): void {
  if (line.kind === 'milestone') {
    const id = flushSync(() => addMilestone(doc, { after: line.id }))
    if (id === null) sayFull('milestones')
    else focusTitle(list, id, 'end')
    return
  }
  folds.set([line.milestoneId], true)
  const id = flushSync(() => addStep(doc, line.milestoneId, { after: line.id }))
  if (id === null) sayFull('steps')
  else focusTitle(list, id, 'end')
}

function addStepIn(milestoneId: MilestoneId, { doc, list, folds, sayFull }: Doing): void {
  folds.set([milestoneId], true)
  const id = flushSync(() => addStep(doc, milestoneId))
  if (id === null) sayFull('steps')
  else focusTitle(list, id, 'end')
}

function writeNotes(milestoneId: MilestoneId, { list, folds }: Doing): void {
  flushSync(() => folds.set([milestoneId], true))
  focusNotes(list, milestoneId)
}

/** Enter on an empty step leaves the list; Backspace on one takes it away and goes on in the line above. */
function leaveStep(
  line: LineRef & { readonly kind: 'step' },
  command: 'leaveList' | 'removeEmpty',
  doing: Doing,
): void {
  const { doc, list } = doing
  const above = rowBeside(list, line.id, -1)?.dataset['row'] ?? line.milestoneId
  flushSync(() => archiveStep(doc, line.id))
  if (command === 'leaveList' || !focusTitle(list, above, 'end')) focusRow(list, line.milestoneId)
}

function removeBlank(id: MilestoneId, { doc, list, removeMilestone }: Doing): void {
  const milestone = readPlan(doc).milestones.find((one) => one.id === id)
  if (milestone === undefined || !isBlank(milestone)) return
  const above = rowBeside(list, id, -1)?.dataset['row']
  flushSync(() => removeMilestone(id))
  if (above !== undefined) focusTitle(list, above, 'end')
}

function indent(id: MilestoneId, { doc, list, folds, say, sayFull }: Doing): void {
  const plan = readPlan(doc)
  const above = plan.milestones[milestoneNumber(plan, id) - 2]
  if (above === undefined) return say(words.noneAbove)
  if (plan.goLiveId === id) return say(words.goLiveStays)
  if (plan.resultId === id) return say(words.resultStays)
  const made = flushSync(() => {
    folds.set([above.id], true)
    return milestoneToStep(doc, id)
  })
  if (made === 'full') sayFull('steps')
  if (typeof made === 'string' || !focusTitle(list, made.stepId, 'end')) return
  say(words.nowStepOf(milestoneNumber(readPlan(doc), above.id)))
}

function outdent(id: StepId, { doc, list, say, sayFull }: Doing): void {
  const made = flushSync(() => stepToMilestone(doc, id))
  if (made === 'full') sayFull('milestones')
  if (typeof made === 'string' || !focusTitle(list, made.milestoneId, 'end')) return
  say(words.nowMilestone(milestoneNumber(readPlan(doc), made.milestoneId)))
}

function move(line: LineRef, by: 1 | -1, doing: Doing): void {
  const { doc, list, folds, say } = doing
  const held = heldFocus(list)
  const plan = readPlan(doc)
  if (line.kind === 'milestone') {
    const to = milestoneMove(plan, line.id, by)
    if (to === null) return say(by === 1 ? words.lastMilestone : words.firstMilestone)
    flushSync(() => moveMilestone(doc, line.id, to.behind))
    giveFocusBack(list, held)
    return say(words.milestoneMoved(to.from, to.to))
  }
  const to = stepMove(plan, line.id, by)
  if (to === null) return say(by === 1 ? words.lastStep : words.firstStep)
  flushSync(() => {
    folds.set([to.milestoneId], true)
    moveStep(doc, line.id, to.milestoneId, to.behind)
  })
  giveFocusBack(list, held)
  say(to.said)
}

function complete(line: LineRef, { doc, today, say }: Doing): void {
  const plan = readPlan(doc)
  if (line.kind === 'milestone') {
    const milestone = plan.milestones.find(({ id }) => id === line.id)
    if (milestone === undefined) return
    setMilestoneDone(doc, line.id, milestone.done === null ? today : null, today)
    const number = milestoneNumber(plan, line.id)
    return say(milestone.done === null ? words.milestoneDone(number) : words.milestoneOpen(number))
  }
  const step = milestoneOfStep(plan, line.id)?.steps.find(({ id }) => id === line.id)
  if (step === undefined) return
  setStepDone(doc, line.id, step.done === null ? today : null, today)
  say(step.done === null ? words.stepDone : words.stepOpen)
}

function unfold(line: LineRef, { doc, list, folds }: Doing): void {
  if (line.kind === 'step') return
  if (folds.isUnfolded(line.id)) {
    const first = readPlan(doc).milestones.find(({ id }) => id === line.id)?.steps[0]
    if (first !== undefined) focusRow(list, first.id)
    return
  }
  folds.set([line.id], true)
}
