/** One step inside its milestone: check, title, owner, day. Drawn again only when this step changed. */
import { openBeforeStep, readPlan, type PlanDoc, type Step } from '@milepost/plan'
import { memo, useCallback, useMemo, type ReactNode } from 'react'
import { CommentOn } from '../../hooks/comment-slot.tsx'
import { usePlanPart } from '../../hooks/use-plan.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { classNames } from '../../ui/class-names.ts'
import { GripIcon } from '../../ui/icons/icons.tsx'
import { lineWords } from '../../words/lines.ts'
import { outlineWords as words } from '../../words/plan-editor/outline.ts'
import { DropLine, useDragLine } from './drag-lines.tsx'
import { DueCell } from './DueCell.tsx'
import { LineText } from './LineText.tsx'
import { LineTrail, NO_TAGS } from './LineTrail.tsx'
import styles from './Outline.module.css'
import { MoreButton } from './MoreButton.tsx'
import { useOutline, useTabStop, type LineRef } from './outline-context.tsx'
import { OwnerCell } from './OwnerCell.tsx'
import { useIsWaiting } from './waiting.ts'

export const StepRow = memo(function StepRow({ step }: { readonly step: Step }): ReactNode {
  const outline = useOutline()
  const tabIndex = useTabStop(step.id, false)
  const waits = useIsWaiting(step.id)
  const before = usePlanPart(useCallback((doc: PlanDoc) => openBeforeStep(readPlan(doc), step), [step]))
  const tags = before === null ? NO_TAGS : [words.step.doneBefore(before.title)]
  const line: LineRef = { kind: 'step', id: step.id, milestoneId: step.place.milestoneId }
  const { line: dropRef, grip, over, isDragged } = useDragLine(line)
  const topic = useMemo(() => ({ kind: 'step', id: step.id }), [step.id])
  const { canEdit } = outline
  const title = step.title === '' ? lineWords.untitledInSentence : step.title
  const isDone = step.done !== null
  return (
    <li className={classNames(isDragged && styles.dragged)}>
      <div
        ref={dropRef}
        className={classNames(
          styles.step,
          isDone && styles.stepDone,
          waits && styles.waits,
          step.ownerRole === null && step.due === null && !isDone && styles.bare,
        )}
        data-row={step.id}
        data-kind="step"
        data-milestone={step.place.milestoneId}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no element groups a line of a list
        role="group"
        aria-label={heard(title, isDone, waits, tags)}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a line is selected before it is written: the one tab stop of the list
        tabIndex={tabIndex}
      >
        {canEdit && (
          <span ref={grip} className={styles.grip} aria-hidden="true">
            <GripIcon />
          </span>
        )}
        <div className={styles.stepWords}>
          <StepCheck canEdit={canEdit} title={title} isDone={isDone} onChange={() => outline.run('complete', line)} />
          <div className={styles.stepTitle} data-text="title">
            <LineText
              target={{ in: 'steps', id: step.id, field: 'title' }}
              label={words.step.title}
              placeholder={words.step.titlePrompt}
              trail={<LineTrail rowId={step.id} waits={waits} tags={tags} />}
            />
          </div>
          {step.outcome !== '' && (
            <div className={styles.stepOutcome} data-text="outcome">
              <LineText
                target={{ in: 'steps', id: step.id, field: 'outcome' }}
                label={words.step.outcome}
                placeholder=""
              />
            </div>
          )}
        </div>
        <OwnerCell line={line} ownerRole={step.ownerRole} />
        <DueCell line={line} due={step.due} done={step.done} agreedDue={step.agreedDue} />
        <div className={styles.meta}>
          <CommentOn topic={topic} of={words.step.inSentence(title)} className={styles.talk} />
          {canEdit && <MoreButton line={line} of={words.step.inSentence(title)} />}
        </div>
        <DropLine edge={over} />
      </div>
    </li>
  )
})

/** What the line says to those who only hear it. */
function heard(title: string, isDone: boolean, waits: boolean, tags: readonly string[]): string {
  const state = [...(isDone ? [words.heard.done] : []), ...tags, ...(waits ? [words.heard.waiting] : [])]
  return [words.heard.step, title, ...state].join(', ')
}

interface StepCheckProps {
  readonly canEdit: boolean
  readonly title: string
  readonly isDone: boolean
  readonly onChange: () => void
}

function StepCheck({ canEdit, title, isDone, onChange }: StepCheckProps) {
  return (
    <span className={styles.check}>
      {canEdit ? (
        <Checkbox checked={isDone} label={words.step.check(title)} onChange={onChange} inTabOrder={false} />
      ) : (
        <Checkbox checked={isDone} readOnly />
      )}
    </span>
  )
}
