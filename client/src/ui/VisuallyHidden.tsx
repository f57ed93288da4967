// Words for those who hear the page: what shape, colour or place already tells the others.
import type { ReactNode } from 'react'
import styles from './VisuallyHidden.module.css'

export interface VisuallyHiddenProps {
  /** Seen where there is room, only heard on a phone. */
  readonly onPhones?: boolean
  readonly children: ReactNode
}

export function VisuallyHidden({ onPhones = false, children }: VisuallyHiddenProps) {
  return <span className={onPhones ? styles.onPhones : styles.hidden}>{children}</span>
}
