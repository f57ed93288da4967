/**
 * One milestone: its line and, unfolded, what is inside it. It asks for its own milestone only, so a change anywhere
 * else in the plan does not draw it again; folded, its steps are not on the page at all.
 */
import { readPlan, type Milestone, type MilestoneId, type PlanDoc } from '@milepost/plan'
import { memo, useCallback, useMemo, useState, type ReactNode } from 'react'
import { CommentOn } from '../../hooks/comment-slot.tsx'
import { LostValueHere } from '../../hooks/lost-value-slot.tsx'
import { useMilestone, usePlanPart } from '../../hooks/use-plan.ts'
import { classNames } from '../../ui/class-names.ts'
import { Ring } from '../../ui/Ring.tsx'
import { Stone, type StoneState } from '../../ui/Stone.tsx'
import { ChevronRightIcon, GripIcon } from '../../ui/icons/icons.tsx'
import { lineWords } from '../../words/lines.ts'
import { outlineWords as words } from '../../words/plan-editor/outline.ts'
import { DropLine, useDragLine } from './drag-lines.tsx'
import { useIsUnfolded } from './folds.ts'
import { LineText } from './LineText.tsx'
import { LineTrail } from './LineTrail.tsx'
import { MilestoneBody } from './MilestoneBody.tsx'
import { MilestoneDue } from './MilestoneDue.tsx'
import styles from './Outline.module.css'
import { MoreButton } from './MoreButton.tsx'
import { useOutline, useTabStop, type LineRef } from './outline-context.tsx'
import { OwnerCell } from './OwnerCell.tsx'
import { Proposals } from './Proposals.tsx'
import { UnreadInside } from './UnreadInside.tsx'
import { useDateTags } from './use-date-tags.ts'
import { useIsWaiting } from './waiting.ts'

export interface MilestoneRowProps {
  readonly id: MilestoneId
  readonly number: number
  readonly isFirst: boolean
}

export const MilestoneRow = memo(function MilestoneRow({ id, number, isFirst }: MilestoneRowProps): ReactNode {
  const outline = useOutline()
  const milestone = useMilestone(id)
  const goal = usePlanPart(useCallback((doc: PlanDoc) => goalOf(doc, id), [id]))
  const unfolded = useIsUnfolded(outline.folds, id)
  const waits = useIsWaiting(id)
  const tabIndex = useTabStop(id, isFirst)
  const { line: dropRef, grip, over, isDragged } = useDragLine({ kind: 'milestone', id })
  const tags = useDateTags(id)
  /** The line itself has the focus: then it says why its day is what it is. */
  const [isHere, setHere] = useState(false)
  const topic = useMemo(() => ({ kind: 'milestone', id }), [id])
  if (milestone === null) return null
  const noteId = `why-${id}`
  const line: LineRef = { kind: 'milestone', id }
  const state = stoneState(milestone, goal !== null)
  const done = milestone.steps.filter((step) => step.done !== null).length
  const total = milestone.steps.length
  const { canEdit } = outline

  return (
    <li
      className={classNames(
        styles.milestone,
        milestone.done !== null && styles.done,
        milestone.skipped !== null && styles.skipped,
        !unfolded && styles.folded,
        waits && styles.waits,
        isDragged && styles.dragged,
      )}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a line with the focus explains its day */}
      <div
        ref={dropRef}
        className={classNames(styles.row, over === 'into' && styles.into)}
        data-row={id}
        data-kind="milestone"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no element groups a line of a list
        role="group"
        aria-label={lineLabel(milestone, number, { goal, state, unfolded, waits, tags })}
        aria-describedby={isHere ? noteId : undefined}
        onFocus={(event) => setHere(event.target === event.currentTarget)}
        onBlur={() => setHere(false)}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a line is selected before it is written: the one tab stop of the list
        tabIndex={tabIndex}
      >
        {canEdit && (
          <span ref={grip} className={styles.grip} aria-hidden="true">
            <GripIcon />
          </span>
        )}
        <StoneControl
          canEdit={canEdit}
          number={number}
          done={milestone.done !== null}
          onPress={() => outline.run('complete', line)}
        >
          <Stone number={number} state={state} fill={total === 0 ? 0.5 : done / total} />
        </StoneControl>
        <div className={styles.words}>
          <h3 className={styles.title} data-text="title">
            <LineText
              target={{ in: 'milestones', id, field: 'title' }}
              label={words.milestone.title(number)}
              placeholder={words.milestone.titlePrompt}
              trail={
                <LineTrail
                  rowId={id}
                  state={state}
                  waits={waits}
                  isGoLive={goal === 'go-live'}
                  isSkipped={milestone.skipped !== null}
                  tags={tags}
                  {...(canEdit && milestone.done === null && total > 0 && done === total
                    ? { onComplete: () => outline.run('complete', line) }
                    : {})}
                />
              }
            />
          </h3>
          {(canEdit || milestone.benefit !== '') && (
            <div className={classNames(styles.benefit, milestone.benefit === '' && styles.empty)} data-text="benefit">
              <LineText
                target={{ in: 'milestones', id, field: 'benefit' }}
                label={words.milestone.benefit(number)}
                placeholder={words.milestone.benefitPrompt}
              />
            </div>
          )}
          <Proposals id={id} />
        </div>
        <OwnerCell line={line} ownerRole={milestone.ownerRole} />
        <MilestoneDue milestone={milestone} isHere={isHere} noteId={noteId} />
        <div className={styles.meta}>
          <button
            type="button"
            className={styles.fold}
            tabIndex={-1}
            aria-expanded={unfolded}
            onClick={() => outline.folds.set([id], !unfolded)}
          >
            {total === 0 ? (
              <span className={styles.none}>{words.milestone.noSteps}</span>
            ) : (
              <Ring done={done} total={total} />
            )}
            {!unfolded && <UnreadInside steps={milestone.steps} />}
            <ChevronRightIcon size={12} className={styles.chevron} />
          </button>
          <CommentOn topic={topic} of={lineWords.milestoneInSentence(number)} className={styles.talk} />
          {canEdit && <MoreButton line={line} of={lineWords.milestoneInSentence(number)} />}
        </div>
      </div>
      <LostValueHere list="milestones" id={id} />
      {unfolded && <MilestoneBody milestone={milestone} number={number} />}
      <DropLine edge={over} />
    </li>
  )
})

/** Pressing the stone completes the milestone, as pressing a step's check does. A reader sees the stone alone. */
function StoneControl({
  canEdit,
  number,
  done,
  onPress,
  children,
}: {
  readonly canEdit: boolean
  readonly number: number
  readonly done: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}) {
  if (!canEdit) return <span className={styles.stone}>{children}</span>
  const action = done ? words.milestone.reopen(number) : words.milestone.complete(number)
  return (
    <button type="button" className={styles.stone} tabIndex={-1} aria-label={action} title={action} onClick={onPress}>
      {children}
    </button>
  )
}

type Goal = 'go-live' | 'result' | null

function goalOf(doc: PlanDoc, id: MilestoneId): Goal {
  const plan = readPlan(doc)
  return plan.goLiveId === id ? 'go-live' : plan.resultId === id ? 'result' : null
}

/** In progress from the day it was started, else from its first done step. */
function stoneState(milestone: Milestone, isGoal: boolean): StoneState {
  if (milestone.done !== null) return 'done'
  if (milestone.startedOn !== null || milestone.steps.some((step) => step.done !== null)) return 'now'
  return isGoal ? 'goal' : 'next'
}

interface LineState {
  readonly goal: Goal
  readonly state: StoneState
  readonly unfolded: boolean
  readonly waits: boolean
  /** About its dates. */
  readonly tags: readonly string[]
}

/** What the line says to those who only hear it; the picture says the same with stone, tags and edge. */
function lineLabel(milestone: Milestone, number: number, { goal, state, unfolded, waits, tags }: LineState): string {
  return [
    lineWords.milestone(number),
    milestone.title === '' ? lineWords.untitledInSentence : milestone.title,
    goal === 'go-live' ? words.heard.goLive : goal === 'result' ? words.heard.result : null,
    state === 'done' ? words.heard.done : state === 'now' ? words.heard.inProgress : null,
    milestone.skipped !== null ? words.heard.notNeeded : null,
    ...tags.map((tag) => tag.slice(0, 1).toLowerCase() + tag.slice(1)),
    waits ? words.heard.waiting : null,
    unfolded ? words.heard.unfolded : words.heard.folded,
  ]
    .filter((part) => part !== null)
    .join(', ')
}
