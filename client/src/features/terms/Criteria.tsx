/**
 * Success criteria: what is measured, from where to where, by when; agreed by both sides, scored later. What is
 * measured stands over its values, so that long words and long numbers both have room.
 */
import {
  addCriterion,
  agreeToCriterion,
  archiveCriterion,
  changePlan,
  isAgreedBy,
  restoreCriterion,
  setCriterionBy,
  setCriterionResult,
  setCriterionValue,
  type Criterion,
} from '@milepost/plan'
import { parseLocalDate } from '@milepost/schedule'
import type { ReactNode } from 'react'
import { shortDayText } from '../../format/day.ts'
import { companyOf } from '../../format/names.ts'
import { useAccess } from '../../hooks/use-access.ts'
import { usePlanFields } from '../../hooks/use-plan.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { useToday } from '../../hooks/use-today.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { DateField } from '../../ui/DateField.tsx'
import { CheckIcon } from '../../ui/icons/icons.tsx'
import { Select } from '../../ui/Select.tsx'
import { SideMark } from '../../ui/SideMark.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { criteriaWords as words } from '../../words/terms/criteria.ts'
import { RESULTS, standOf, standToAll, type Measured } from './criterion-stand.ts'
import { TermList } from './TermList.tsx'
import { TermPart } from './TermSection.tsx'
import { TermText } from './TermText.tsx'
import styles from './Terms.module.css'

const SIDES = ['buyer', 'seller'] as const

export function Criteria(): ReactNode {
  const { doc } = usePlanSession()
  const plan = usePlanFields('criteria', 'buyer', 'seller')
  const { canEdit } = useAccess()
  const { criteria } = plan
  if (criteria.length === 0 && !canEdit) return null
  return (
    <TermPart title={words.title} place="criteria">
      {criteria.length === 0 && <p className={styles.prompt}>{words.none}</p>}
      <TermList
        words={words.list}
        lines={criteria}
        nameOf={({ text }) => text}
        add={(after) => addCriterion(doc, { text: '', ...(after === null ? {} : { after: after.id }) })}
        archive={({ id }) => archiveCriterion(doc, id)}
        restore={({ id }) => restoreCriterion(doc, id)}
      >
        {(criterion, keys) => (
          <div>
            <div className={styles.measured}>
              <TermText
                target={{ in: 'criteria', id: criterion.id, field: 'text' }}
                label={words.text.label}
                placeholder={words.text.placeholder}
                className={styles.lead}
                {...keys}
              />
              <Stands plan={plan} criterion={criterion} />
            </div>
            <div className={styles.values}>
              <ValueField criterion={criterion} which="baseline" label={words.baseline} />
              <ValueField criterion={criterion} which="target" label={words.target} />
              <ByDay criterion={criterion} />
              <ValueField criterion={criterion} which="actual" label={words.soFar} />
              <ResultField criterion={criterion} />
            </div>
          </div>
        )}
      </TermList>
      {criteria.length > 0 && <Agreement plan={plan} />}
    </TermPart>
  )
}

/** Both sides' marks: filled where it agrees to what stands here now. */
function Stands({ plan, criterion }: { readonly plan: Measured; readonly criterion: Criterion }) {
  return (
    <span className={styles.stands}>
      {SIDES.map((side) => {
        const stand = standOf(criterion, side)
        return (
          <span key={side} className={classNames(styles.stand, styles[stand])}>
            <SideMark side={side} />
            <VisuallyHidden>{words.stands[stand](companyOf(plan, side))}</VisuallyHidden>
          </span>
        )
      })}
    </span>
  )
}

export interface ValueFieldProps {
  readonly criterion: Criterion
  readonly which: 'baseline' | 'target' | 'actual'
  readonly label: string
}

/** Written letter by letter, like every text: nothing waits in the field for somebody to leave it. */
export function ValueField({ criterion, which, label }: ValueFieldProps): ReactNode {
  const { doc, undo } = usePlanSession()
  const { canEdit } = useAccess()
  const value = criterion[which] ?? ''
  return (
    <label className={styles.value}>
      <span className={styles.valueLabel}>{label}</span>
      {canEdit ? (
        <input
          value={value}
          placeholder="–"
          maxLength={300}
          autoComplete="off"
          onFocus={() => undo.stopCapturing()}
          onBlur={() => undo.stopCapturing()}
          onChange={(event) => void setCriterionValue(doc, criterion.id, which, event.currentTarget.value)}
        />
      ) : (
        <span>{value === '' ? '–' : value}</span>
      )}
    </label>
  )
}

function ByDay({ criterion: { id, by } }: { readonly criterion: Criterion }) {
  const { doc, undo } = usePlanSession()
  const { canEdit } = useAccess()
  const today = useToday()
  return (
    <div className={styles.value}>
      <span className={styles.valueLabel} aria-hidden="true">
        {words.by}
      </span>
      {canEdit ? (
        <DateField
          look="quiet"
          className={styles.day}
          label={words.byWhen}
          hideLabel
          placeholder="–"
          value={by}
          onChange={(day) => {
            undo.stopCapturing()
            setCriterionBy(doc, id, day === null ? null : parseLocalDate(day))
          }}
        />
      ) : (
        <span>{by === null ? '–' : <time dateTime={by}>{shortDayText(by, today)}</time>}</span>
      )}
    </div>
  )
}

export function ResultField({ criterion: { id, result } }: { readonly criterion: Criterion }): ReactNode {
  const { doc, undo } = usePlanSession()
  const { canEdit } = useAccess()
  if (!canEdit) {
    return (
      <div className={styles.value}>
        <span className={styles.valueLabel}>{words.result}</span>
        <span>{result === null ? '–' : words.results[result]}</span>
      </div>
    )
  }
  return (
    <div className={styles.value}>
      <span className={styles.valueLabel} aria-hidden="true">
        {words.result}
      </span>
      <Select
        look="quiet"
        label={words.result}
        hideLabel
        value={result ?? 'open'}
        options={[
          { value: 'open', label: words.noResult },
          ...RESULTS.map((value) => ({ value, label: words.results[value] })),
        ]}
        onChange={(value) => {
          undo.stopCapturing()
          setCriterionResult(doc, id, value === 'open' ? null : value)
        }}
      />
    </div>
  )
}

/** What each side says to all of them; one's own side says it here. */
function Agreement({ plan }: { readonly plan: Measured }) {
  const { doc, undo } = usePlanSession()
  const { canEdit, side } = useAccess()
  const mine = canEdit && side !== null ? plan.criteria.every((one) => isAgreedBy(one, side)) : null
  const agree = (agrees: boolean) => {
    undo.stopCapturing()
    changePlan(doc, () => {
      for (const { id } of plan.criteria) agreeToCriterion(doc, id, agrees)
    })
  }
  return (
    <p className={styles.agreement}>
      {SIDES.map((one) => (
        <span key={one}>
          <SideMark side={one} />
          {words.agreement(companyOf(plan, one), standToAll(plan, one))}
          {plan.criteria.every((criterion) => isAgreedBy(criterion, one)) && <CheckIcon size={14} />}
        </span>
      ))}
      {mine !== null && side !== null && (
        <Button size="sm" look={mine ? 'quiet' : 'default'} onPress={() => agree(!mine)}>
          {mine ? words.takeBack : words.agreeFor(companyOf(plan, side))}
        </Button>
      )}
    </p>
  )
}
