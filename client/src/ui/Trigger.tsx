// The button that opens something. It is given to the kit as an element, so what it has to know (that it opens, whether it
// is open, that the arrow keys do it too) reaches it through the library's own context.
import { useRef, useState, type ReactElement, type ReactNode, type RefObject } from 'react'
import { ButtonContext } from 'react-aria-components'
import { flushSync } from 'react-dom'

export interface Opening {
  readonly isOpen: boolean
  readonly setOpen: (open: boolean) => void
  readonly button: RefObject<HTMLButtonElement | null>
  /** True from the first opening on: what was never opened is never loaded. */
  readonly wasOpened: boolean
  /** Closes at once, without a way out, so that the trap of focus is gone in the next line of code. */
  readonly drop: () => void
}

/** Open or closed: as the caller says, else as the button says. */
export function useOpening(given: boolean | undefined, onOpenChange?: (open: boolean) => void): Opening {
  const [openHere, setOpenHere] = useState(false)
  const [wasOpened, setWasOpened] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const isOpen = given ?? openHere
  if (isOpen && !wasOpened) setWasOpened(true)
  function setOpen(open: boolean) {
    setOpenHere(open)
    onOpenChange?.(open)
  }
  function drop() {
    flushSync(() => {
      setOpen(false)
      setWasOpened(false)
    })
  }
  return { isOpen, setOpen, button, wasOpened, drop }
}

interface TriggerProps {
  readonly opening: Opening
  readonly kind: 'menu' | 'dialog'
  readonly children: ReactElement
}

export function Trigger({ opening: { isOpen, setOpen, button }, kind, children }: TriggerProps): ReactNode {
  return (
    <ButtonContext
      value={{
        ref: button,
        'aria-haspopup': kind,
        'aria-expanded': isOpen,
        onPress: () => setOpen(!isOpen),
        onKeyDown: (event) => {
          if (kind === 'menu' && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) setOpen(true)
          else event.continuePropagation()
        },
      }}
    >
      {children}
    </ButtonContext>
  )
}
