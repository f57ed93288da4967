/**
 * What was pasted or opened, looked at before it is in the plan: what each column holds, who is new, and the milestones and
 * steps as they will stand. Nothing is changed until its one button is pressed.
 */
import type { ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogBody } from '../../ui/Dialog.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { importDoorWords } from '../../words/import/door.ts'
import { importWords as words } from '../../words/import/look.ts'
import { ChooseFile } from './ChooseFile.tsx'
import type { BroughtIn, Place } from './bring-in.ts'
import { LookAtList } from './LookAtList.tsx'
import { LookAtSheets } from './LookAtSheets.tsx'
import type { PlanDraft } from './plan-draft.ts'
import type { Source } from './source.ts'

export interface ImportDialogProps {
  readonly source: Source
  /** Where it goes, as long as nobody says otherwise. */
  readonly place: Place
  readonly onFile: (file: File) => void
  readonly onBring: (draft: PlanDraft, place: Place) => BroughtIn
  readonly onClose: () => void
}

export function ImportDialog({ source, place, onFile, onBring, onClose }: ImportDialogProps): ReactNode {
  const bring = (draft: PlanDraft, at: Place) => {
    if (typeof onBring(draft, at) !== 'string') onClose()
  }
  switch (source.kind) {
    case 'ask':
      return (
        <Dialog title={importDoorWords.bringIn} isOpen onClose={onClose}>
          <DialogBody>
            <ChooseFile onFile={onFile} />
          </DialogBody>
        </Dialog>
      )
    case 'reading':
      return (
        <Dialog title={source.name} isOpen onClose={onClose}>
          <DialogBody>
            <div data-import="">
              <Skeleton rows={4} label={words.reading(source.name)} />
            </div>
          </DialogBody>
        </Dialog>
      )
    case 'problem':
      return (
        <Dialog
          title={importDoorWords.bringIn}
          isOpen
          onClose={onClose}
          footer={
            <Button look="quiet" onPress={onClose}>
              {words.close}
            </Button>
          }
        >
          <DialogBody>
            <ErrorNote title={words.notRead(source.name)}>{source.text}</ErrorNote>
            <ChooseFile onFile={onFile} />
          </DialogBody>
        </Dialog>
      )
    case 'list':
      return <LookAtList lines={source.lines} place={place} onBring={bring} onClose={onClose} />
    case 'sheets':
      return <LookAtSheets name={source.name} sheets={source.sheets} place={place} onBring={bring} onClose={onClose} />
  }
}
