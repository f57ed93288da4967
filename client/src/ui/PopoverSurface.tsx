// The panel of a menu or popover: where it stands, what closes it, where the focus goes. Only `floating-surface` loads it.
import type { ReactNode, RefObject } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import { classNames } from './class-names.ts'
import floating from './floating.module.css'
import styles from './Popover.module.css'

export interface PopoverSurfaceProps {
  readonly label: string
  readonly anchor: RefObject<Element | null>
  readonly isOpen: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly placement: 'bottom start' | 'bottom end' | 'bottom' | 'top start' | 'top end'
  readonly offset: number
  /** A menu says itself what it is; everything else is a dialog with that name. */
  readonly kind: 'menu' | 'dialog'
  readonly flush?: boolean
  readonly className?: string | undefined
  readonly children: ReactNode
}

export function PopoverSurface({
  label,
  anchor,
  isOpen,
  onOpenChange,
  placement,
  offset,
  kind,
  flush = false,
  className,
  children,
}: PopoverSurfaceProps) {
  return (
    <Popover
      aria-label={label}
      triggerRef={anchor}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      placement={placement}
      offset={offset}
      className={classNames(floating.panel, className)}
    >
      {kind === 'menu' ? (
        children
      ) : (
        <Dialog aria-label={label} className={classNames(styles.content, flush && styles.flush)}>
          {children}
        </Dialog>
      )}
    </Popover>
  )
}
