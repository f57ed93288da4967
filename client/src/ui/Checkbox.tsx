// The 16 px check. A real checkbox, drawn by the page: it is spoken, toggled with Space and printed like any other.
import { useId, type ReactNode, type Ref } from 'react'
import { markWords } from '../words/ui/marks.ts'
import styles from './Checkbox.module.css'
import { classNames } from './class-names.ts'
import { CheckIcon } from './icons/icons.tsx'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface CheckboxProps {
  readonly checked: boolean
  readonly onChange?: (checked: boolean) => void
  /** Shown beside it; without it `label` names it. */
  readonly children?: ReactNode
  readonly label?: string
  /** The reader may not change it: it is drawn as a mark, not as a control. */
  readonly readOnly?: boolean
  /** False in a list with one tab stop of its own. */
  readonly inTabOrder?: boolean
  readonly ref?: Ref<HTMLInputElement>
  readonly className?: string | undefined
}

export function Checkbox({
  checked,
  onChange,
  children,
  label,
  readOnly = false,
  inTabOrder = true,
  ref,
  className,
}: CheckboxProps) {
  const id = useId()
  const box = readOnly ? (
    <span className={classNames(styles.box, checked && styles.on, styles.fixed)}>
      <CheckIcon size={10} />
      <VisuallyHidden>{checked ? markWords.box.ticked : markWords.box.empty}</VisuallyHidden>
    </span>
  ) : (
    <span className={styles.control}>
      <input
        id={id}
        ref={ref}
        type="checkbox"
        tabIndex={inTabOrder ? undefined : -1}
        checked={checked}
        onChange={(event) => onChange?.(event.currentTarget.checked)}
        aria-label={children === undefined ? label : undefined}
      />
      <span className={classNames(styles.box, checked && styles.on)} aria-hidden="true">
        <CheckIcon size={10} />
      </span>
    </span>
  )
  if (children === undefined) return <span className={classNames(styles.alone, className)}>{box}</span>
  return (
    <span className={classNames(styles.row, className)}>
      {box}
      <label htmlFor={id}>{children}</label>
    </span>
  )
}
