// Words that have more to say: on hover, on focus and, where there is no pointer, on press. The words make sense without it.
import { useState, type ReactNode } from 'react'
import { Button as PressButton, Tooltip as TooltipBox, TooltipTrigger } from 'react-aria-components'
import { classNames } from './class-names.ts'
import styles from './Explained.module.css'
import tip from './Tooltip.module.css'

export interface ExplainedProps {
  /** The explanation; a function where finding it costs something: then it is asked only when somebody looks. */
  readonly text: string | (() => string)
  readonly children: ReactNode
  /** False in a list with one tab stop of its own. */
  readonly inTabOrder?: boolean
  readonly className?: string | undefined
}

export function Explained({ text, children, inTabOrder = true, className }: ExplainedProps) {
  const [open, setOpen] = useState(false)
  return (
    <TooltipTrigger delay={300} closeDelay={60} isOpen={open} onOpenChange={setOpen}>
      <PressButton
        className={classNames(styles.words, className)}
        excludeFromTabOrder={!inTabOrder}
        onPress={() => setOpen(true)}
      >
        {children}
      </PressButton>
      <TooltipBox offset={6} className={tip.tip ?? ''}>
        {open && (typeof text === 'function' ? text() : text)}
      </TooltipBox>
    </TooltipTrigger>
  )
}
