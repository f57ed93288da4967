// A question or a task that stands before the page: focus stays inside, Esc and a press outside close it, the focus goes
// back to where it was. On phones it fills the screen. Never used to edit what can be edited in place.
import { useState, type ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './Dialog.module.css'
import { DialogSurface } from './floating-surface.tsx'

export interface DialogProps {
  readonly title: string
  readonly lead?: ReactNode
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  readonly footer?: ReactNode
  readonly size?: 'sm' | 'lg'
}

export function Dialog(props: DialogProps) {
  const [wasOpened, setWasOpened] = useState(props.isOpen)
  if (props.isOpen && !wasOpened) setWasOpened(true)
  if (!wasOpened) return null
  return <DialogSurface {...props} />
}

interface DialogBodyProps {
  readonly children: ReactNode
  readonly className?: string | undefined
  /** Words alone, nothing in them to press: the keyboard comes here to scroll them. */
  readonly onlyWords?: boolean
}

/** The padded, scrolling middle of a dialog. */
export function DialogBody({ children, className, onlyWords = false }: DialogBodyProps) {
  return (
    <div className={classNames(styles.body, className)} {...(onlyWords ? { tabIndex: 0 } : {})}>
      {children}
    </div>
  )
}
