// What menus and popovers have in common: the button, and beside it the panel, which is loaded with the first opening.
import type { ReactElement, ReactNode, RefObject } from 'react'
import { PopoverSurface } from './floating-surface.tsx'
import type { PopoverSurfaceProps } from './PopoverSurface.tsx'
import { Trigger, type Opening } from './Trigger.tsx'

interface OpenedProps extends Omit<PopoverSurfaceProps, 'anchor' | 'isOpen' | 'onOpenChange'> {
  readonly opening: Opening
  readonly trigger: ReactElement | undefined
  /** Where the panel stands, if not at the button. */
  readonly anchor: RefObject<Element | null> | undefined
}

export function Opened({ opening, trigger, anchor, ...panel }: OpenedProps): ReactNode {
  return (
    <>
      {trigger !== undefined && (
        <Trigger opening={opening} kind={panel.kind}>
          {trigger}
        </Trigger>
      )}
      {opening.wasOpened && (
        <PopoverSurface
          {...panel}
          anchor={anchor ?? opening.button}
          isOpen={opening.isOpen}
          onOpenChange={opening.setOpen}
        />
      )}
    </>
  )
}
