// The dialog itself: the scrim, the panel, the trap of focus. Only `floating-surface` loads it.
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { floatingWords } from '../words/ui/floating.ts'
import { classNames } from './class-names.ts'
import type { DialogProps } from './Dialog.tsx'
import styles from './Dialog.module.css'
import { IconButton } from './IconButton.tsx'
import { CloseIcon } from './icons/icons.tsx'

export function DialogSurface({ title, lead, isOpen, onClose, children, footer, size = 'sm' }: DialogProps) {
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
        <Dialog className={styles.dialog ?? ''}>
          <header className={styles.head}>
            <div>
              <Heading slot="title" level={2} className={styles.title ?? ''}>
                {title}
              </Heading>
              {lead !== undefined && <p className={styles.lead}>{lead}</p>}
            </div>
            <IconButton label={floatingWords.close} icon={<CloseIcon />} onPress={onClose} />
          </header>
          {children}
          {footer !== undefined && <footer className={styles.foot}>{footer}</footer>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
