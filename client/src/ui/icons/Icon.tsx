// One drawn sign on the 16 px grid of the design: a line of 1.5 in the colour of its text. Always beside words or inside a
// labelled button, so it is hidden from assistive technology.
import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import styles from './Icon.module.css'

export interface IconProps {
  /** 16 unless told; 14 inside small text. */
  readonly size?: 10 | 12 | 14 | 16
  readonly className?: string | undefined
}

export function Icon({ size = 16, className, children }: IconProps & { readonly children: ReactNode }) {
  return (
    <svg
      className={classNames(styles.icon, className)}
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  )
}
