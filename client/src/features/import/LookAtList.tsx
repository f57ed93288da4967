/** A pasted list before it is in the plan: its indentation has said everything, only the place can be chosen. */
import { useMemo, useState, type ReactNode } from 'react'
import { usePlan } from '../../hooks/use-plan.ts'
import { useToday } from '../../hooks/use-today.ts'
import { Dialog, DialogBody } from '../../ui/Dialog.tsx'
import { importWords as words } from '../../words/import/look.ts'
import type { Place } from './bring-in.ts'
import { BringButtons } from './BringButtons.tsx'
import { DraftPreview } from './DraftPreview.tsx'
import styles from './Import.module.css'
import { listToDraft } from './list-to-draft.ts'
import type { ListLine } from './plain-list.ts'
import type { PlanDraft } from './plan-draft.ts'
import { PlaceSelect } from './PlaceSelect.tsx'

export interface LookAtListProps {
  readonly lines: readonly ListLine[]
  readonly place: Place
  readonly onBring: (draft: PlanDraft, place: Place) => void
  readonly onClose: () => void
}

export function LookAtList({ lines, place: startPlace, onBring, onClose }: LookAtListProps): ReactNode {
  const plan = usePlan()
  const today = useToday()
  const [place, setPlace] = useState(startPlace)
  const draft = useMemo(() => listToDraft(lines, today), [lines, today])
  return (
    <Dialog
      title={words.list.title(lines.length)}
      lead={words.list.lead}
      isOpen
      onClose={onClose}
      footer={<BringButtons plan={plan} draft={draft} onBring={() => onBring(draft, place)} onClose={onClose} />}
    >
      <DialogBody className={styles.body}>
        <PlaceSelect plan={plan} draft={draft} value={place} onChange={setPlace} />
        <DraftPreview plan={plan} draft={draft} columnsLeftOut={0} />
      </DialogBody>
    </Dialog>
  )
}
