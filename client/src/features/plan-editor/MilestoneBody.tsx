/** What is inside an unfolded milestone: its notes, its steps, and the ways to add to either. */
import { addStep, fragmentOf, readPlan, type Milestone, type PlanDoc } from '@milepost/plan'
import { use, useCallback, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { usePlanPart } from '../../hooks/use-plan.ts'
import { PencilIcon, PlusIcon } from '../../ui/icons/icons.tsx'
import { outlineWords as words } from '../../words/plan-editor/outline.ts'
import styles from './Outline.module.css'
import { focusTitle, rowElement, selectPlanAt } from './outline-focus.ts'
import { useOutline, useTabStop } from './outline-context.tsx'
import { RichText } from './rich-text/RichText.tsx'
import { SchedulePanelsContext } from './schedule-panels.ts'
import { ConfirmLine } from './ConfirmLine.tsx'
import { SlipNote } from './SlipNote.tsx'
import { StepRow } from './StepRow.tsx'
import { useSayFull } from './use-say-full.ts'

export interface MilestoneBodyProps {
  readonly milestone: Milestone
  readonly number: number
}

export function MilestoneBody({ milestone, number }: MilestoneBodyProps): ReactNode {
  const { canEdit, leaveText } = useOutline()
  const { doc } = usePlanSession()
  const [writing, setWriting] = useState(false)
  const { id, steps, notes } = milestone
  const isResult = usePlanPart(useCallback((of: PlanDoc) => readPlan(of).resultId === id, [id]))
  const panels = use(SchedulePanelsContext)
  const fragment = fragmentOf(doc, { kind: 'notes', milestoneId: id })
  return (
    <div className={styles.body}>
      <SlipNote milestone={milestone} />
      {isResult && panels !== null && <panels.ResultPart />}
      {fragment !== null && (notes || writing) && (
        <div className={styles.notes} data-text="notes">
          <RichText
            fragment={fragment}
            at={{ kind: 'milestone', id, field: 'notes' }}
            label={isResult ? words.notes.ofResult.label : words.notes.label(number)}
            prompt={isResult ? words.notes.ofResult.prompt : words.notes.prompt}
            canEdit={canEdit}
            inTabOrder={false}
            openAtOnce={writing && !notes}
            onLeave={(direction, element) => {
              const row = rowElement(document, id)
              if (direction === 'row') row?.focus()
              else if (direction === 'plan') selectPlanAt(row)
              else leaveText(element, direction, 0)
            }}
            onEmptyBlur={() => setWriting(false)}
          />
        </div>
      )}
      <ConfirmLine id={id} number={number} />
      {steps.length > 0 && (
        <ul className={styles.steps} aria-label={words.milestone.steps(number)}>
          {steps.map((step) => (
            <StepRow key={step.id} step={step} />
          ))}
        </ul>
      )}
      {canEdit && (
        <div className={styles.adds}>
          <AddStep milestone={milestone} />
          {!notes && !writing && fragment !== null && (
            <button
              type="button"
              className={styles.add}
              tabIndex={-1}
              data-adds="notes"
              onClick={() => setWriting(true)}
            >
              <PencilIcon size={14} />
              {isResult ? words.notes.ofResult.add : words.notes.add}
            </button>
          )}
        </div>
      )}
      {!canEdit && steps.length === 0 && !notes && <p className={styles.adds}>{words.milestone.noStepsYet}</p>}
    </div>
  )
}

function AddStep({ milestone }: { readonly milestone: Milestone }) {
  const { doc, undo } = usePlanSession()
  const rowId = `add:${milestone.id}`
  const tabIndex = useTabStop(rowId, false)
  const sayFull = useSayFull()
  return (
    <button
      type="button"
      className={styles.add}
      data-row={rowId}
      data-kind="add"
      data-milestone={milestone.id}
      tabIndex={tabIndex}
      onClick={() => {
        undo.stopCapturing()
        const id = flushSync(() => addStep(doc, milestone.id))
        if (id === null) sayFull('steps')
        else focusTitle(document, id, 'end')
      }}
    >
      <PlusIcon size={14} />
      {words.milestone.addStep}
    </button>
  )
}
