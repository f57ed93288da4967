// The small dark panel of an explanation. Only `floating-surface` loads it.
import { useMemo, type ReactNode, type RefObject } from 'react'
import { Tooltip, TooltipTriggerStateContext } from 'react-aria-components'
import { classNames } from './class-names.ts'
import tip from './tip.module.css'
import styles from './TooltipSurface.module.css'

export interface TooltipSurfaceProps {
  readonly id: string
  readonly anchor: RefObject<Element | null>
  readonly isOpen: boolean
  /** The pointer came onto the panel, or left it. */
  readonly onOpenChange: (open: boolean) => void
  readonly children: ReactNode
}

export function TooltipSurface({ id, anchor, isOpen, onOpenChange, children }: TooltipSurfaceProps) {
  const state = useMemo(
    () => ({
      isOpen,
      shouldSkipAnimation: false,
      open: () => onOpenChange(true),
      close: () => onOpenChange(false),
    }),
    [isOpen, onOpenChange],
  )
  return (
    <TooltipTriggerStateContext value={state}>
      <Tooltip triggerRef={anchor} offset={6} className={classNames(tip.tip, styles.tip)}>
        <span id={id}>{children}</span>
      </Tooltip>
    </TooltipTriggerStateContext>
  )
}
