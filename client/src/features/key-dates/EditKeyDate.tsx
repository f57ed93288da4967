/** Changes a key date in place: what happens, when and how long, whose it is, why it matters. */
import {
  setKeyDateBlocksWork,
  setKeyDateCompelling,
  setKeyDateSide,
  setKeyDateSpan,
  type KeyDate,
} from '@milepost/plan'
import { parseLocalDate, type LocalDate } from '@milepost/schedule'
import { useState, type ReactNode } from 'react'
import { companyOf } from '../../format/names.ts'
import { usePlan } from '../../hooks/use-plan.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { usePlanText } from '../../hooks/use-plan-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { DateField } from '../../ui/DateField.tsx'
import fieldStyles from '../../ui/field.module.css'
import { Select } from '../../ui/Select.tsx'
import { SharedTextField } from '../../ui/SharedTextField.tsx'
import { sideOptions } from '../../ui/side-options.tsx'
import { keyDateFormWords as words } from '../../words/key-dates/forms.ts'
import styles from './KeyDates.module.css'

export interface EditKeyDateProps {
  readonly keyDate: KeyDate
  readonly onRemove: () => void
}

export function EditKeyDate({ keyDate, onRemove }: EditKeyDateProps): ReactNode {
  const { doc, undo } = usePlanSession()
  const plan = usePlan()
  const { id, span } = keyDate
  const [long, setLong] = useState(span !== null && span.from !== span.to)
  const [problem, setProblem] = useState<string | null>(null)
  const setSpan = (from: LocalDate, to: LocalDate) => {
    undo.stopCapturing()
    const answer = setKeyDateSpan(doc, id, from, to)
    setProblem(answer === 'ends-before-it-begins' ? words.endsTooEarly : null)
  }
  const asDay = (text: string | null) => (text === null ? null : parseLocalDate(text))
  return (
    <div className={styles.form}>
      <TextOf keyDate={keyDate} field="title" label={words.title} />
      <div className={long ? styles.days : undefined}>
        <DateField
          label={long ? words.from : words.day}
          value={span?.from ?? null}
          clearable={false}
          onChange={(text) => {
            const from = asDay(text)
            if (from === null) return
            // A day that moves behind the end takes the end along: the length is what people think of last.
            setSpan(from, span === null || !long || span.to < from ? from : span.to)
          }}
        />
        {long && span !== null && (
          <DateField
            label={words.to}
            value={span.to}
            clearable={false}
            onChange={(text) => {
              const to = asDay(text)
              if (to !== null) setSpan(span.from, to)
            }}
          />
        )}
      </div>
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {!long && span !== null && (
        <p className={styles.ways}>
          <Button size="sm" look="quiet" onPress={() => setLong(true)}>
            {words.moreDays}
          </Button>
        </p>
      )}
      <TextOf keyDate={keyDate} field="why" label={words.why} />
      <Select
        label={words.side}
        value={keyDate.side}
        onChange={(side) => {
          undo.stopCapturing()
          setKeyDateSide(doc, id, side)
        }}
        options={sideOptions((side) => companyOf(plan, side))}
      />
      <Checkbox
        checked={keyDate.compelling}
        onChange={(compelling) => {
          undo.stopCapturing()
          setKeyDateCompelling(doc, id, compelling)
        }}
      >
        {words.compelling}
      </Checkbox>
      <Checkbox
        checked={keyDate.blocksWork}
        onChange={(blocks) => {
          undo.stopCapturing()
          setKeyDateBlocksWork(doc, id, blocks)
        }}
      >
        {words.blocksWork}
      </Checkbox>
      <p className={styles.foot}>
        <Button size="sm" look="danger" onPress={onRemove}>
          {words.remove}
        </Button>
      </p>
    </div>
  )
}

interface TextOfProps {
  readonly keyDate: KeyDate
  readonly field: 'title' | 'why'
  readonly label: string
}

function TextOf({ keyDate, field, label }: TextOfProps) {
  const { undo } = usePlanSession()
  const shared = usePlanText({ in: 'keyDates', id: keyDate.id, field })
  return (
    <div>
      <span className={fieldStyles.label} aria-hidden="true">
        {label}
      </span>
      <SharedTextField
        shared={shared}
        label={label}
        className={fieldStyles.words}
        onUndo={() => void undo.undo()}
        onRedo={() => void undo.redo()}
      />
    </div>
  )
}
