// A short explanation on hover and on keyboard focus: "7 days after agreed: 4 carried from milestone 3, 3 its own". It only
// ever adds to what the page says; the trigger must be a control of this kit.
import type { ReactElement } from 'react'
import { Tooltip as TooltipBox, TooltipTrigger } from 'react-aria-components'
import styles from './Tooltip.module.css'

export function Tooltip({ text, children }: { readonly text: string; readonly children: ReactElement }) {
  return (
    <TooltipTrigger delay={400} closeDelay={60}>
      {children}
      <TooltipBox offset={6} className={styles.tip ?? ''}>
        {text}
      </TooltipBox>
    </TooltipTrigger>
  )
}
