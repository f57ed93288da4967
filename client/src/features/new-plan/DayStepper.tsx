// How many working days a milestone takes: one more, one less, or typed.
import { useState } from 'react'
import { MinusIcon, PlusIcon } from '../../ui/icons/icons.tsx'
import { newPlanWords } from '../../words/new-plan.ts'
import styles from './DayStepper.module.css'
import { MOST_DAYS } from './draft.ts'

const words = newPlanWords.preview

interface DayStepperProps {
  readonly label: string
  readonly value: number | null
  readonly onChange: (days: number) => void
}

export function DayStepper({ label, value, onChange }: DayStepperProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const days = value ?? 0

  function commit() {
    const parsed = typed === null ? Number.NaN : Number.parseInt(typed, 10)
    setTyped(null)
    if (parsed >= 0 && parsed <= MOST_DAYS && parsed !== value) onChange(parsed)
  }

  return (
    <span className={styles.stepper}>
      <button type="button" aria-label={words.dayLess(label)} onClick={() => onChange(Math.max(0, days - 1))}>
        <MinusIcon size={12} />
      </button>
      <label>
        <input
          aria-label={words.workingDays(label)}
          inputMode="numeric"
          value={typed ?? (value === null ? '–' : String(days))}
          size={Math.max(1, (typed ?? String(days)).length)}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit()
            else if (event.key === 'Escape') setTyped(null)
            else if (event.key === 'ArrowUp') onChange(Math.min(MOST_DAYS, days + 1))
            else if (event.key === 'ArrowDown') onChange(Math.max(0, days - 1))
            else return
            event.preventDefault()
          }}
        />
        <span aria-hidden="true">{words.days(days)}</span>
      </label>
      <button type="button" aria-label={words.dayMore(label)} onClick={() => onChange(Math.min(MOST_DAYS, days + 1))}>
        <PlusIcon size={12} />
      </button>
    </span>
  )
}
