/**
 * What a step is besides its title: what there is once it is done, how long it takes, who does it together with its owner,
 * and which steps it waits for. Each is kept at once; there is nothing to confirm.
 */
import {
  setStepAfter,
  setStepEstimate,
  setStepWith,
  type Milestone,
  type Plan,
  type RoleId,
  type Step,
  type StepId,
} from '@milepost/plan'
import type { ReactNode } from 'react'
import { usePlan } from '../../hooks/use-plan.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { usePlanText } from '../../hooks/use-plan-text.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import fieldStyles from '../../ui/field.module.css'
import { Select } from '../../ui/Select.tsx'
import { SharedTextField } from '../../ui/SharedTextField.tsx'
import { SideMark } from '../../ui/SideMark.tsx'
import form from '../../ui/small-form.module.css'
import { dateWords } from '../../words/dates.ts'
import { unnamedWords } from '../../words/unnamed.ts'
import { linePanelWords as words } from '../../words/plan-editor/line-panels.ts'
import { outlineWords } from '../../words/plan-editor/outline.ts'
import type { LineRef } from './outline-context.tsx'
import styles from './StepPanel.module.css'

export interface StepPanelProps {
  readonly line: LineRef & { readonly kind: 'step' }
  readonly close: () => void
}

const DAYS = ['1', '2', '3', '4', '5', '7', '10', '15', '20', '30'] as const

export function StepPanel({ line, close }: StepPanelProps): ReactNode {
  const { doc, undo } = usePlanSession()
  const plan = usePlan()
  const milestone = plan.milestones.find(({ id }) => id === line.milestoneId)
  const step = milestone?.steps.find(({ id }) => id === line.id)
  if (milestone === undefined || step === undefined) return null
  const { estimate } = step
  const days = estimate === null || DAYS.includes(`${estimate}` as never) ? DAYS : [...DAYS, `${estimate}`]
  return (
    <div className={form.form}>
      <Outcome stepId={step.id} close={close} />
      <div className={styles.two}>
        <Select
          label={dateWords.takes}
          value={estimate === null ? '' : `${estimate}`}
          options={[
            { value: '', label: dateWords.nobodyHasSaid },
            ...days.map((value) => ({ value, label: words.step.days(Number(value)) })),
          ]}
          onChange={(value) => {
            undo.stopCapturing()
            setStepEstimate(doc, step.id, value === '' ? null : Number(value))
          }}
        />
        <Select
          label={words.step.together}
          value={step.withRole ?? ''}
          options={[{ value: '', label: words.step.nobodyElse }, ...othersOf(plan, step)]}
          onChange={(value) => {
            undo.stopCapturing()
            setStepWith(doc, step.id, value === '' ? null : (value as RoleId))
          }}
        />
      </div>
      <Links plan={plan} milestone={milestone} step={step} />
    </div>
  )
}

function Outcome({ stepId, close }: { readonly stepId: StepId; readonly close: () => void }) {
  const { undo } = usePlanSession()
  const shared = usePlanText({ in: 'steps', id: stepId, field: 'outcome' })
  return (
    <div>
      <span className={fieldStyles.label} aria-hidden="true">
        {outlineWords.step.outcome}
      </span>
      <SharedTextField
        shared={shared}
        label={outlineWords.step.outcome}
        placeholder={words.step.outcomeExample}
        className={fieldStyles.words}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a panel opens on its first field
        autoFocus
        onEnter={close}
        onUndo={() => void undo.undo()}
        onRedo={() => void undo.redo()}
      />
    </div>
  )
}

function othersOf({ roles }: Plan, { ownerRole }: Step) {
  return roles
    .filter(({ id }) => id !== ownerRole)
    .map(({ id, title, side }) => ({
      value: id as string,
      label: title === '' ? words.untitledRole : title,
      icon: <SideMark side={side} />,
    }))
}

/** Only steps that stand before it can be waited for: those of its own milestone, and of the ones before. */
function Links({ plan, milestone, step }: { readonly plan: Plan; readonly milestone: Milestone; readonly step: Step }) {
  const { doc, undo } = usePlanSession()
  const at = plan.milestones.indexOf(milestone)
  const own = milestone.steps.slice(0, milestone.steps.indexOf(step)).toReversed()
  const before = plan.milestones.slice(0, at).toReversed()
  if (own.length === 0 && before.every(({ steps }) => steps.length === 0)) return null
  const above = own[0] ?? null
  const chosen = new Set<StepId>(step.after ?? (above === null ? [] : [above.id]))
  const toggle = (id: StepId, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(id)
    else next.delete(id)
    const isUsual = above === null ? next.size === 0 : next.size === 1 && next.has(above.id)
    undo.stopCapturing()
    setStepAfter(doc, step.id, isUsual ? null : [...next])
  }
  const box = (one: Step) => (
    <Checkbox key={one.id} checked={chosen.has(one.id)} onChange={(on) => toggle(one.id, on)}>
      {one.title === '' ? unnamedWords.step : one.title}
    </Checkbox>
  )
  return (
    <fieldset className={styles.links}>
      <legend className={fieldStyles.label}>{dateWords.waitsFor}</legend>
      {own.map(box)}
      {before.map(
        ({ id, title, steps }, index) =>
          steps.length > 0 && (
            <div key={id} className={styles.group}>
              <p>
                {at - index} {title === '' ? unnamedWords.milestone : title}
              </p>
              {steps.toReversed().map(box)}
            </div>
          ),
      )}
    </fieldset>
  )
}
