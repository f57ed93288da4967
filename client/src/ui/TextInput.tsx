// One line of text that belongs to a form (what people write together in the plan is a `SharedTextField`). The label is
// always there, seen or only heard; a mistake stands right under its field.
import { useId, type ReactNode, type Ref } from 'react'
import { classNames } from './class-names.ts'
import { WarningIcon } from './icons/icons.tsx'
import field from './field.module.css'
import styles from './TextInput.module.css'
import unseen from './VisuallyHidden.module.css'

export interface TextInputProps {
  readonly label: string
  /** The label is only heard: the field's place or its placeholder shows what it is. */
  readonly hideLabel?: boolean
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  readonly lead?: ReactNode
  readonly trail?: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | null
  readonly onEnter?: () => void
  readonly onBlur?: () => void
  readonly autoComplete?: string
  readonly autoFocus?: boolean
  readonly required?: boolean
  readonly maxLength?: number
  readonly inputMode?: 'text' | 'url' | 'email' | 'search'
  readonly spellCheck?: boolean
  readonly ref?: Ref<HTMLInputElement>
  readonly className?: string | undefined
}

export function TextInput({
  label,
  hideLabel = false,
  value,
  onChange,
  placeholder,
  lead,
  trail,
  hint,
  error = null,
  onEnter,
  onBlur,
  autoComplete = 'off',
  autoFocus = false,
  required = false,
  maxLength,
  inputMode,
  spellCheck,
  ref,
  className,
}: TextInputProps) {
  const id = useId()
  const note = error !== null || hint !== undefined
  return (
    <div className={classNames(styles.field, className)}>
      <label htmlFor={id} className={hideLabel ? unseen.hidden : field.label}>
        {label}
      </label>
      <div className={classNames(field.box, styles.frame, error !== null && field.bad)}>
        {lead}
        <input
          id={id}
          ref={ref}
          className={field.bare}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || onEnter === undefined || event.nativeEvent.isComposing) return
            event.preventDefault()
            onEnter()
          }}
          onBlur={onBlur}
          placeholder={placeholder}
          autoComplete={autoComplete}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog that opens on its one field
          autoFocus={autoFocus}
          required={required}
          maxLength={maxLength}
          inputMode={inputMode}
          spellCheck={spellCheck}
          aria-invalid={error === null ? undefined : true}
          aria-describedby={note ? `${id}-note` : undefined}
        />
        {trail}
      </div>
      {note && (
        <p id={`${id}-note`} className={error === null ? styles.hint : styles.error}>
          {error === null ? (
            hint
          ) : (
            <>
              <WarningIcon size={14} />
              <span>{error}</span>
            </>
          )}
        </p>
      )}
    </div>
  )
}
