/**
 * The plan as an ordered list of milestones with their steps, and everything that can be done to its lines: keys, the
 * one panel beside a line, dragging, removing. The lines are memoized and hear of nothing but themselves.
 */
import {
  addMilestone,
  moveMilestone,
  moveStep,
  readPlan,
  type MilestoneId,
  type PlanDoc,
  type RoleId,
} from '@milepost/plan'
import { useCallback, useEffect, useMemo, useRef, useState, type FocusEvent, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { capitalised } from '../../format/count.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { useAccess } from '../../hooks/use-access.ts'
import { usePlan, usePlanPart } from '../../hooks/use-plan.ts'
import { useSetPresence } from '../../hooks/use-presences.ts'
import { useToday } from '../../hooks/use-today.ts'
import { Button } from '../../ui/Button.tsx'
import { PlusIcon } from '../../ui/icons/icons.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { focusTextBeside } from '../../ui/text-beside.ts'
import { commandWords } from '../../words/plan-editor/commands.ts'
import { outlineWords as words } from '../../words/plan-editor/outline.ts'
import { milestoneCount } from '../../words/plan-editor/word-note.ts'
import { useDropMonitor } from './drag-lines.tsx'
import { useFolds, useUnfoldedCount } from './folds.ts'
import { MilestoneRow } from './MilestoneRow.tsx'
import styles from './Outline.module.css'
import { OutlineContext, type LineToGoTo, type OpenPanel, type Outline } from './outline-context.tsx'
import { currentRow, focusRow, focusTitle, rowElement } from './outline-focus.ts'
import { milestoneNumber } from './outline-moves.ts'
import headStyles from './PlanEditor.module.css'
import { LinePanel, OutlineLater, ReplaceGoalDialog } from './outline-chunks.ts'
import { PlacesKeeper, placesStore } from './presence-places.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import { useOutlineCommands } from './use-outline-commands.ts'
import { useOutlineKeys } from './use-outline-keys.ts'
import { useRemoveLine } from './use-remove-line.ts'
import { useWaiting, WaitingContext } from './waiting.ts'
import { useSayFull } from './use-say-full.ts'

export interface MilestoneListProps {
  readonly onInvite?: ((roleId: RoleId) => void) | undefined
  readonly goTo?: LineToGoTo | null
  readonly moreWays?: ReactNode
}

export function MilestoneList({ onInvite, goTo = null, moreWays }: MilestoneListProps): ReactNode {
  const session = usePlanSession()
  const { doc, undo, planId } = session
  const { canEdit } = useAccess()
  const today = useToday()
  const milestones = usePlanPart(useCallback((of: PlanDoc) => readPlan(of).milestones, []))
  const folds = useFolds(planId)
  const sayFull = useSayFull()
  const waiting = useWaiting()
  const list = useRef<HTMLOListElement>(null)
  const [current] = useState(currentRow)
  const [places] = useState(placesStore)
  const [panel, setPanel] = useState<OpenPanel | null>(null)
  const goToLine = useCallback(
    ({ milestoneId, stepId }: LineToGoTo) => {
      if (stepId !== null) folds.set([milestoneId], true)
      // A step that was folded away is on the page with the next frame.
      const frame = requestAnimationFrame(() => {
        if (list.current === null) return
        rowElement(list.current, stepId ?? milestoneId)?.scrollIntoView({ block: 'center' })
        focusRow(list.current, stepId ?? milestoneId)
      })
      return () => cancelAnimationFrame(frame)
    },
    [folds],
  )
  const [isDrawerOpen, setDrawerOpen] = useState(false)
  const remove = useRemoveLine(useCallback(() => setDrawerOpen(true), []))
  const announce = useAnnounce()
  const setPresence = useSetPresence()
  const { removeMilestone } = remove

  const open = useCallback<Outline['open']>((kind, line, anchor) => setPanel({ kind, line, anchor }), [])
  const [isSelected, setSelected] = useState(false)
  const selectPlan = useCallback(() => setSelected(true), [])
  const unselect = useCallback(() => setSelected(false), [])
  const run = useOutlineCommands({ list, folds, today, open, removeMilestone, selectPlan })
  const onKey = useOutlineKeys(canEdit, run)

  const outline = useMemo<Outline>(
    () => ({
      canEdit,
      today,
      current,
      folds,
      places,
      run,
      open,
      leaveText: (from, direction, at) => focusTextBeside(document, from, direction === 'up' ? -1 : 1, at),
      undo: () => void undo.undo(),
      redo: () => void undo.redo(),
    }),
    [canEdit, today, current, folds, places, run, open, undo],
  )

  useDropMonitor(({ dragged, on, edge }) => {
    const plan = readPlan(doc)
    undo.stopCapturing()
    if (dragged.kind === 'milestone' && on.kind === 'milestone') {
      const from = milestoneNumber(plan, dragged.id)
      const at = plan.milestones.findIndex(({ id }) => id === on.id)
      flushSync(() => moveMilestone(doc, dragged.id, edge === 'bottom' ? on.id : (plan.milestones[at - 1]?.id ?? null)))
      announce.own(commandWords.milestoneMoved(from, milestoneNumber(readPlan(doc), dragged.id)))
    } else if (dragged.kind === 'step') {
      const milestone = plan.milestones.find(({ id }) => id === (on.kind === 'step' ? on.milestoneId : on.id))
      if (milestone === undefined) return
      const others = milestone.steps.filter(({ id }) => id !== dragged.id)
      const at = others.findIndex(({ id }) => id === on.id)
      const behind = edge === 'into' ? others.at(-1) : edge === 'bottom' ? others[at] : others[at - 1]
      flushSync(() => {
        if (edge !== 'into') folds.set([milestone.id], true)
        moveStep(doc, dragged.id, milestone.id, behind?.id ?? null)
      })
      announce.own(commandWords.stepMoved(milestoneNumber(plan, milestone.id)))
    }
  })

  useEffect(() => (goTo === null ? undefined : goToLine(goTo)), [goTo, goToLine])

  const add = useCallback(() => {
    undo.stopCapturing()
    const id = flushSync(() => addMilestone(doc))
    if (id === null) sayFull('milestones')
    else if (list.current !== null) focusTitle(list.current, id, 'end')
  }, [doc, undo, sayFull])

  const keepFocus = useKeptFocus(list, milestones)
  const onFocus = (event: FocusEvent) => {
    const row = event.target.closest<HTMLElement>('[data-row]')
    const id = row?.dataset['row']
    const kind = row?.dataset['kind']
    if (id === undefined || kind === undefined) return
    current.set(id)
    keepFocus.onFocus(id)
    // A text says where its caret is by itself; a selected line, or a control in it, says that somebody is there.
    if (!(event.target instanceof HTMLTextAreaElement) && kind !== 'add')
      setPresence({ at: { kind, id: id as never, field: null }, caret: null })
  }

  // What is typed next in another field is another step of undo.
  const field = useRef<EventTarget | null>(null)
  const onFocusCapture = (event: FocusEvent) => {
    if (event.target !== field.current) undo.stopCapturing()
    field.current = event.target
  }

  return (
    <OutlineContext value={outline}>
      <WaitingContext value={waiting}>
        <PlacesKeeper store={places} />
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears where the focus goes, for all its lines */}
        <section aria-label={words.label} onFocus={onFocus} onBlur={keepFocus.onBlur} onFocusCapture={onFocusCapture}>
          <PlanHead milestones={milestones} canEdit={canEdit} outline={outline} />
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of its lines, handled once */}
          <ol ref={list} className={classNames(styles.list, isSelected && styles.selected)} onKeyDownCapture={onKey}>
            {milestones.map((milestone, index) => (
              <MilestoneRow key={milestone.id} id={milestone.id} number={index + 1} isFirst={index === 0} />
            ))}
          </ol>
          <div className={styles.below}>
            {canEdit && (
              <button type="button" className={`${styles.add} ${styles.addMilestone}`} onClick={add}>
                <PlusIcon size={14} />
                {words.addMilestone}
              </button>
            )}
            {moreWays}
            <OutlineLater
              canEdit={canEdit}
              folds={folds}
              goTo={goToLine}
              add={add}
              isDrawerOpen={isDrawerOpen}
              setDrawerOpen={setDrawerOpen}
              selected={isSelected ? { end: unselect } : null}
            />
          </div>
        </section>
        {panel !== null && (
          <LinePanel
            key={`${panel.kind}:${panel.line.id}`}
            panel={panel}
            list={list}
            folds={folds}
            run={run}
            onRemove={(line) => (line.kind === 'milestone' ? removeMilestone(line.id) : remove.removeStep(line.id))}
            onInvite={onInvite}
            close={() => setPanel(null)}
          />
        )}
        {remove.asking !== null && (
          <AskForReplacement id={remove.asking} remove={removeMilestone} stop={remove.stopAsking} />
        )}
      </WaitingContext>
    </OutlineContext>
  )
}

interface PlanHeadProps {
  readonly milestones: readonly { readonly id: MilestoneId; readonly done: unknown }[]
  readonly canEdit: boolean
  readonly outline: Outline
}

function PlanHead({ milestones, canEdit, outline }: PlanHeadProps) {
  const planName = usePlanPart(useCallback((of: PlanDoc) => readPlan(of).planName, []))
  const ids = useMemo(() => milestones.map(({ id }) => id), [milestones])
  const unfolded = useUnfoldedCount(outline.folds, ids)
  const { text, note } = milestoneCount(milestones.length, milestones.filter(({ done }) => done !== null).length)
  const all = unfolded === milestones.length
  return (
    <div className={headStyles.head}>
      <h2 data-place="milestones">{capitalised(planName)}</h2>
      <span>{text}</span>
      {note !== null && <span>{note}</span>}
      <span className={headStyles.space} />
      {canEdit && (
        <>
          <span className={headStyles.hint}>
            <Kbd keys="Enter" />
            {words.keys.newMilestone}
          </span>
          <span className={headStyles.hint}>
            <Kbd keys="/" />
            {words.keys.commands}
          </span>
        </>
      )}
      {milestones.length > 0 && (
        <Button size="sm" look="quiet" onPress={() => outline.folds.set(ids, !all)}>
          {all ? words.foldAll : words.unfoldAll}
        </Button>
      )}
    </div>
  )
}

function AskForReplacement({
  id,
  remove,
  stop,
}: {
  readonly id: MilestoneId
  readonly remove: ReturnType<typeof useRemoveLine>['removeMilestone']
  readonly stop: () => void
}) {
  const plan = usePlan()
  const gone = plan.milestones.every((milestone) => milestone.id !== id)
  useEffect(() => {
    if (gone) stop()
  }, [gone, stop])
  if (gone) return null
  return <ReplaceGoalDialog plan={plan} id={id} onClose={stop} onRemove={(replacements) => remove(id, replacements)} />
}
