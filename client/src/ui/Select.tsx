// One of a few: a side, a right. `field` in forms, `quiet` in rows. A button that says what stands, with a menu of the
// others; what is not allowed is left out by the caller.
import { useId, type ReactNode } from 'react'
import { Button as PressButton } from 'react-aria-components'
import { classNames } from './class-names.ts'
import { ChevronDownIcon } from './icons/icons.tsx'
import { Menu } from './Menu.tsx'
import field from './field.module.css'
import styles from './Select.module.css'
import unseen from './VisuallyHidden.module.css'

export interface SelectOption<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly detail?: string
  readonly icon?: ReactNode
}

export interface SelectProps<Value extends string> {
  readonly label: string
  readonly hideLabel?: boolean
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly options: readonly SelectOption<Value>[]
  readonly look?: 'field' | 'quiet'
  readonly className?: string | undefined
}

export function Select<Value extends string>({
  label,
  hideLabel = false,
  value,
  onChange,
  options,
  look = 'field',
  className,
}: SelectProps<Value>) {
  const id = useId()
  const standing = options.find((option) => option.value === value)
  return (
    <div className={classNames(styles.select, className)}>
      <span id={`${id}-label`} className={hideLabel ? unseen.hidden : field.label}>
        {label}
      </span>
      <Menu
        label={label}
        chosen={value}
        groups={[
          {
            entries: options.map(({ value: id, ...words }) => ({
              id,
              ...words,
              onAction: () => {
                if (id !== value) onChange(id)
              },
            })),
          },
        ]}
        trigger={
          <PressButton
            className={classNames(styles.button, look === 'field' && field.box, styles[look])}
            aria-labelledby={`${id}-label ${id}-value`}
          >
            <span id={`${id}-value`} className={styles.value}>
              {standing?.icon}
              <span className={styles.words}>{standing?.label}</span>
            </span>
            <ChevronDownIcon size={14} />
          </PressButton>
        }
      />
    </div>
  )
}
