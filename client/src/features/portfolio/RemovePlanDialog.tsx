// Taking a plan off this device. It cannot be undone here (document and link are gone), so it asks, and says what stays
// where: that is the whole point of the question.
import { useState } from 'react'
import { companiesText } from '../../format/names.ts'
import { useDevice } from '../../hooks/device-context.tsx'
import type { PlanSummary } from '../../hooks/use-plans.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogBody } from '../../ui/Dialog.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { Pieces } from '../../ui/Pieces.tsx'
import { plansWords as words } from '../../words/portfolio/plans.ts'
import styles from './RemovePlanDialog.module.css'

interface RemovePlanDialogProps {
  readonly plan: PlanSummary | null
  readonly onClose: () => void
}

export function RemovePlanDialog({ plan, onClose }: RemovePlanDialogProps) {
  return (
    <Dialog title={words.remove.remove} isOpen={plan !== null} onClose={onClose}>
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
    announce.own(words.remove.done(name))
    onClose()
  }

  return (
    <DialogBody>
      <p className={styles.words}>
        <Pieces of={removal(plan)(<b>{name}</b>)} />
      </p>
      {plan.waiting > 0 && plan.relay !== 'local' && <p className={styles.loss}>{words.remove.unsent(plan.waiting)}</p>}
      <div className={styles.actions}>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- Enter must not remove anything */}
        <Button look="quiet" onPress={onClose} autoFocus>
          {words.remove.keep}
        </Button>
        <Button look="danger" busy={removing} onPress={() => void remove()}>
          {words.remove.remove}
        </Button>
      </div>
    </DialogBody>
  )
}

/** Goes on from the name of the plan. */
function removal({ relay, sample }: PlanSummary) {
  if (sample) return words.remove.sample
  return relay === 'local' ? words.remove.local : words.remove.shared
}
