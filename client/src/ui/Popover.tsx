// A small panel beside its button, for a few fields or a list. It traps focus, closes on Esc and outside, and gives the
// focus back; nothing behind it is dimmed.
import type { ReactElement, ReactNode, RefObject } from 'react'
import { Dialog as DialogBox, DialogTrigger, Popover as PopoverBox } from 'react-aria-components'
import { classNames } from './class-names.ts'
import floating from './floating.module.css'
import styles from './Popover.module.css'

export type PopoverPlacement = 'bottom start' | 'bottom end' | 'bottom' | 'top start' | 'top end'

export interface PopoverProps {
  readonly label: string
  /** A `Button`, `IconButton` or `OwnerChipButton`. Without one the caller opens it (`isOpen`) and says where (`anchor`). */
  readonly trigger?: ReactElement
  readonly children: ReactNode | ((close: () => void) => ReactNode)
  readonly placement?: PopoverPlacement
  readonly isOpen?: boolean
  readonly onOpenChange?: (open: boolean) => void
  /** Stand beside this element instead of the button. */
  readonly anchor?: RefObject<Element | null>
  /** Content reaches the edges (a list, a calendar). */
  readonly flush?: boolean
  readonly className?: string | undefined
}

export function Popover({
  label,
  trigger,
  children,
  placement = 'bottom start',
  isOpen,
  onOpenChange,
  anchor,
  flush = false,
  className,
}: PopoverProps) {
  const opening = {
    ...(isOpen === undefined ? {} : { isOpen }),
    ...(onOpenChange === undefined ? {} : { onOpenChange }),
  }
  const box = (
    <PopoverBox
      placement={placement}
      offset={6}
      className={classNames(floating.panel, className)}
      {...(anchor === undefined ? {} : { triggerRef: anchor })}
      {...(trigger === undefined ? opening : {})}
    >
      <DialogBox aria-label={label} className={classNames(styles.content, flush && styles.flush)}>
        {({ close }) => <>{typeof children === 'function' ? children(close) : children}</>}
      </DialogBox>
    </PopoverBox>
  )
  if (trigger === undefined) return box
  return (
    <DialogTrigger {...opening}>
      {trigger}
      {box}
    </DialogTrigger>
  )
}
