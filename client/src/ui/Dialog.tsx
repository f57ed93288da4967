// A question or a task that stands before the page: focus stays inside, Esc and a press outside close it, the focus goes
// back to where it was. On phones it fills the screen. Never used to edit what can be edited in place.
import type { ReactNode } from 'react'
import { Dialog as DialogBox, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { classNames } from './class-names.ts'
import styles from './Dialog.module.css'
import { IconButton } from './IconButton.tsx'
import { CloseIcon } from './icons/icons.tsx'

export interface DialogProps {
  readonly title: string
  readonly lead?: ReactNode
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  readonly footer?: ReactNode
  readonly size?: 'sm' | 'lg'
}

export function Dialog({ title, lead, isOpen, onClose, children, footer, size = 'sm' }: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      isDismissable
      className={styles.scrim ?? ''}
    >
      <Modal className={classNames(styles.modal, styles[size])}>
        <DialogBox className={styles.dialog ?? ''}>
          <header className={styles.head}>
            <div>
              <Heading slot="title" level={2} className={styles.title ?? ''}>
                {title}
              </Heading>
              {lead !== undefined && <p className={styles.lead}>{lead}</p>}
            </div>
            <IconButton label="Close" icon={<CloseIcon />} onPress={onClose} />
          </header>
          {children}
          {footer !== undefined && <footer className={styles.foot}>{footer}</footer>}
        </DialogBox>
      </Modal>
    </ModalOverlay>
  )
}

/** The padded, scrolling middle of a dialog. */
export function DialogBody({
  children,
  className,
}: {
  readonly children: ReactNode
  readonly className?: string | undefined
}) {
  return <div className={classNames(styles.body, className)}>{children}</div>
}
