// A small panel beside its button, for a few fields or a list. It traps focus, closes on Esc and outside, and gives the
// focus back; nothing behind it is dimmed.
import type { ReactElement, ReactNode, RefObject } from 'react'
import { Opened } from './Opened.tsx'
import { useOpening } from './Trigger.tsx'

export type PopoverPlacement = 'bottom start' | 'bottom end' | 'bottom' | 'top start' | 'top end'

export interface PopoverProps {
  readonly label: string
  /** A `Button` or `IconButton`. Without one the caller opens it (`isOpen`) and says where (`anchor`). */
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
  const opening = useOpening(isOpen, onOpenChange)
  return (
    <Opened
      opening={opening}
      trigger={trigger}
      anchor={anchor}
      label={label}
      placement={placement}
      offset={6}
      kind="dialog"
      flush={flush}
      className={className}
    >
      {typeof children === 'function' ? children(() => opening.setOpen(false)) : children}
    </Opened>
  )
}
