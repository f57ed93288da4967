// A text field with suggestions that never insists on them: a role may be one of the plan's or a new one.
import type { ReactNode } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover as PopoverBox, Text } from 'react-aria-components'
import { classNames } from './class-names.ts'
import field from './field.module.css'
import styles from './ComboInput.module.css'
import floating from './floating.module.css'

export interface Suggestion {
  readonly id: string
  readonly label: string
  readonly detail?: string
  readonly icon?: ReactNode
}

export interface ComboInputProps {
  readonly label: string
  readonly hideLabel?: boolean
  readonly value: string
  readonly onChange: (value: string) => void
  /** A suggestion was taken; `onChange` has its words already. */
  readonly onPick?: (id: string) => void
  readonly suggestions: readonly Suggestion[]
  readonly placeholder?: string
  readonly autoFocus?: boolean
  readonly className?: string | undefined
}

export function ComboInput({
  label,
  hideLabel = false,
  value,
  onChange,
  onPick,
  suggestions,
  placeholder,
  autoFocus = false,
  className,
}: ComboInputProps) {
  return (
    <ComboBox
      allowsCustomValue
      inputValue={value}
      onInputChange={onChange}
      value={null}
      onChange={(key) => {
        const suggestion = suggestions.find(({ id }) => id === key)
        if (suggestion === undefined) return
        onChange(suggestion.label)
        onPick?.(suggestion.id)
      }}
      defaultItems={suggestions}
      menuTrigger="focus"
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog opens on what it is about
      autoFocus={autoFocus}
      className={classNames(styles.combo, className)}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {!hideLabel && <Label className={field.label ?? ''}>{label}</Label>}
      <Input
        className={classNames(field.box, styles.input)}
        autoComplete="off"
        {...(placeholder === undefined ? {} : { placeholder })}
      />
      <PopoverBox offset={4} className={floating.panel ?? ''}>
        <ListBox<Suggestion> className={floating.list ?? ''}>
          {(suggestion) => (
            <ListBoxItem id={suggestion.id} textValue={suggestion.label} className={floating.item ?? ''}>
              {suggestion.icon}
              <Text slot="label" className={floating.words}>
                {suggestion.label}
              </Text>
              {suggestion.detail !== undefined && (
                <Text slot="description" className={floating.tail}>
                  {suggestion.detail}
                </Text>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </PopoverBox>
    </ComboBox>
  )
}
