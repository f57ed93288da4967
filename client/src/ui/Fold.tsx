// One line that stands for many, and unfolds them below it.
import type { ReactNode, Ref } from 'react'
import { ChevronDownIcon, ChevronRightIcon } from './icons/icons.tsx'
import styles from './Fold.module.css'

export interface FoldProps {
  readonly open: boolean
  readonly onToggle: () => void
  /** "15 in place" */
  readonly children: ReactNode
  readonly ref?: Ref<HTMLButtonElement>
}

export function Fold({ open, onToggle, children, ref }: FoldProps) {
  return (
    <button type="button" className={styles.fold} aria-expanded={open} onClick={onToggle} ref={ref ?? null}>
      {open ? <ChevronDownIcon size={12} /> : <ChevronRightIcon size={12} />}
      {children}
    </button>
  )
}
