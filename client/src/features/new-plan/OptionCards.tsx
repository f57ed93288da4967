// A few choices as cards, one of them chosen. Radio buttons underneath: the arrows walk them, one tab stop.
import { useId, type ReactNode } from 'react'
import { CheckIcon } from '../../ui/icons/icons.tsx'
import styles from './OptionCards.module.css'

export interface OptionCard<Value extends string> {
  readonly value: Value
  readonly title: ReactNode
  readonly detail: string
}

interface OptionCardsProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly options: readonly OptionCard<Value>[]
}

export function OptionCards<Value extends string>({ label, value, onChange, options }: OptionCardsProps<Value>) {
  const name = useId()
  return (
    <div className={styles.cards} role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} className={styles.card}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span className={styles.title}>
            {option.title}
            {option.value === value && <CheckIcon size={14} />}
          </span>
          <small>{option.detail}</small>
        </label>
      ))}
    </div>
  )
}
