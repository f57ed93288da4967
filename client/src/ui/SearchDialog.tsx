// A list to search in that stands over the whole page: the palette. A dialog without a head, because its field says what it
// is; Esc and a press outside close it.
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { floatingWords } from '../words/ui/floating.ts'
import { classNames } from './class-names.ts'
import dialog from './Dialog.module.css'
import styles from './SearchDialog.module.css'
import { IconButton } from './IconButton.tsx'
import { CloseIcon } from './icons/icons.tsx'
import { SearchMenu, type SearchMenuProps } from './SearchMenu.tsx'

export interface SearchDialogProps extends SearchMenuProps {
  readonly onClose: () => void
}

export function SearchDialog({ onClose, ...menu }: SearchDialogProps) {
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      isDismissable
      className={dialog.scrim ?? ''}
    >
      <Modal className={classNames(dialog.modal, dialog.sm, styles.modal)}>
        <Dialog aria-label={menu.label} className={classNames(dialog.dialog, styles.dialog)}>
          <SearchMenu {...menu} />
          {/* A finger has no Esc, and the list fills its screen. */}
          <IconButton label={floatingWords.close} icon={<CloseIcon />} onPress={onClose} className={styles.close} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
