// Words that have more to say: on hover, on focus and, where there is no pointer, on press. The words make sense without it:
// an explanation only ever adds to what the page says. It can be pointed at, and Esc takes it away.
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { Button as PressButton } from 'react-aria-components'
import { classNames } from './class-names.ts'
import styles from './Explained.module.css'
import { TooltipSurface } from './floating-surface.tsx'

const SHOW_MS = 300
const HIDE_MS = 120

export interface ExplainedProps {
  /** The explanation; a function where finding it costs something: then it is asked only when somebody looks. */
  readonly text: string | (() => string)
  readonly children: ReactNode
  /** False in a list with one tab stop of its own. */
  readonly inTabOrder?: boolean
  readonly className?: string | undefined
}

export function Explained({ text, children, inTabOrder = true, className }: ExplainedProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [wasOpened, setWasOpened] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  if (isOpen && !wasOpened) setWasOpened(true)

  function turn(open: boolean, wait = 0) {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
    if (wait === 0) setOpen(open)
    else timer.current = setTimeout(() => setOpen(open), wait)
  }
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current)
    },
    [],
  )

  return (
    <>
      <PressButton
        ref={button}
        className={classNames(styles.words, className)}
        excludeFromTabOrder={!inTabOrder}
        onPress={() => turn(true)}
        onHoverStart={() => turn(true, SHOW_MS)}
        onHoverEnd={() => turn(false, HIDE_MS)}
        onFocus={(event) => {
          if (event.target.matches(':focus-visible')) turn(true)
        }}
        onBlur={() => turn(false)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && isOpen) turn(false)
          else event.continuePropagation()
        }}
        {...(isOpen ? { 'aria-describedby': id } : {})}
      >
        {children}
      </PressButton>
      {wasOpened && (
        <TooltipSurface id={id} anchor={button} isOpen={isOpen} onOpenChange={turn}>
          {isOpen && (typeof text === 'function' ? text() : text)}
        </TooltipSurface>
      )}
    </>
  )
}
