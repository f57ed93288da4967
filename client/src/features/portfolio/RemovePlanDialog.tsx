// Taking a plan off this device. It cannot be undone here (document and link are gone), so it asks, and says what stays
// where: that is the whole point of the question.
import { useState } from 'react'
import { count } from '../../format/count.ts'
import { companiesText } from '../../format/names.ts'
import { useDevice } from '../../hooks/device-context.tsx'
import type { PlanSummary } from '../../hooks/use-plans.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogBody } from '../../ui/Dialog.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import styles from './RemovePlanDialog.module.css'

interface RemovePlanDialogProps {
  readonly plan: PlanSummary | null
  readonly onClose: () => void
}

export function RemovePlanDialog({ plan, onClose }: RemovePlanDialogProps) {
  return (
    <Dialog title="Remove from this device" isOpen={plan !== null} onClose={onClose}>
      {plan !== null && <Question plan={plan} onClose={onClose} />}
    </Dialog>
  )
}

function Question({ plan, onClose }: { readonly plan: PlanSummary; readonly onClose: () => void }) {
  const device = useDevice()
  const announce = useAnnounce()
  const [removing, setRemoving] = useState(false)
  const name = companiesText(plan.buyer, plan.seller)

  async function remove() {
    setRemoving(true)
    await device.removePlan(plan.planId)
    announce.own(`${name} is no longer on this device`)
    onClose()
  }

  return (
    <DialogBody>
      <p className={styles.words}>
        <b>{name}</b> {removalWords(plan)}
      </p>
      {plan.waiting > 0 && plan.relay !== 'local' && (
        <p className={styles.loss}>{count(plan.waiting, 'change')} made here were not sent yet and would be lost.</p>
      )}
      <div className={styles.actions}>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- Enter must not remove anything */}
        <Button look="quiet" onPress={onClose} autoFocus>
          Keep it
        </Button>
        <Button look="danger" busy={removing} onPress={() => void remove()}>
          Remove from this device
        </Button>
      </div>
    </DialogBody>
  )
}

function removalWords({ relay, sample }: PlanSummary): string {
  if (sample) return 'is the sample. You can open a fresh one whenever you like.'
  if (relay === 'local') return 'lives on this device only. Removing it deletes it.'
  return 'and your link to it are taken off this device. Everybody else keeps theirs. To open it here again you need a link.'
}
