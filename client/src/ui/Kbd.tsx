// A keyboard hint, on the reader's own platform. Hidden from assistive technology where the control itself says its key.
import { classNames } from './class-names.ts'
import styles from './Kbd.module.css'
import { keycapsOf } from './platform.ts'

export interface KbdProps {
  /** 'N', 'Enter', 'Mod+Z'. */
  readonly keys: string
  /** On a dark button or toast: takes the colour of its text. */
  readonly onDark?: boolean
  readonly className?: string | undefined
}

export function Kbd({ keys, onDark = false, className }: KbdProps) {
  return (
    <span className={classNames(styles.keys, className)} aria-hidden="true">
      {keycapsOf(keys).map((cap) => (
        <kbd key={cap} className={classNames(styles.kbd, onDark && styles.onDark)}>
          {cap}
        </kbd>
      ))}
    </span>
  )
}
