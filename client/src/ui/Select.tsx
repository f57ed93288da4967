// One of a few: a side, a right. `field` in forms, `quiet` in rows. What is not allowed is left out by the caller.
import type { ReactNode } from 'react'
import {
  Label,
  ListBox,
  ListBoxItem,
  Popover as PopoverBox,
  Button as PressButton,
  Select as SelectBox,
  SelectValue,
  Text,
} from 'react-aria-components'
import { classNames } from './class-names.ts'
import floating from './floating.module.css'
import { CheckIcon, ChevronDownIcon } from './icons/icons.tsx'
import styles from './Select.module.css'

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
  return (
    <SelectBox
      value={value}
      onChange={(key) => {
        const option = options.find((one) => one.value === key)
        if (option !== undefined && option.value !== value) onChange(option.value)
      }}
      className={classNames(styles.select, className)}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {!hideLabel && <Label className={styles.label ?? ''}>{label}</Label>}
      <PressButton className={classNames(styles.button, styles[look])}>
        <SelectValue className={styles.value ?? ''}>
          {() => {
            const option = options.find((one) => one.value === value)
            return (
              <>
                {option?.icon}
                <span className={styles.words}>{option?.label}</span>
              </>
            )
          }}
        </SelectValue>
        <ChevronDownIcon size={14} />
      </PressButton>
      <PopoverBox offset={4} className={floating.panel ?? ''}>
        <ListBox className={floating.list ?? ''} items={options.map((option) => ({ ...option, id: option.value }))}>
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.label} className={floating.item ?? ''}>
              {({ isSelected }) => (
                <>
                  {option.icon}
                  <span className={floating.words}>
                    <Text slot="label">{option.label}</Text>
                    {option.detail !== undefined && (
                      <Text slot="description" className={floating.detail}>
                        {option.detail}
                      </Text>
                    )}
                  </span>
                  {isSelected && <CheckIcon size={14} />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </PopoverBox>
    </SelectBox>
  )
}
