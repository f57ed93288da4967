// Passing a plan on from a page that only reads: one more link for reading, for one's own side, never a stronger one, whatever
// this device may do besides. What the relay makes of it is its own record, as with every link.
import type { Plan, Side } from '@milepost/plan'
import { useMemo, useState, type ReactNode } from 'react'
import { companyOf, holderText } from '../../format/names.ts'
import type { Device, MadeLink } from '../../hooks/device-context.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { shareWords } from '../../words/share/dialog.ts'
import { forwardWords as words } from '../../words/share/forward.ts'
import { LinkPanel } from './LinkPanel.tsx'
import { NewLinkForm } from './NewLinkForm.tsx'
import styles from './ShareDialog.module.css'

export interface ForwardDialogProps {
  readonly device: Device
  readonly plan: Plan
  /** The reader's own side; a link for the other one is not theirs to make. */
  readonly side: Side
  readonly onClose: () => void
}

export function ForwardDialog({ device, plan, side, onClose }: ForwardDialogProps): ReactNode {
  const [made, setMade] = useState<MadeLink | null>(null)
  const announce = useAnnounce()
  const sharing = useMemo(() => device.sharing(plan.planId as never), [device, plan.planId])
  return (
    <Dialog size="lg" title={words.title} lead={words.lead(companyOf(plan, side))} isOpen onClose={onClose}>
      <NewLinkForm
        roster={plan}
        companies={{ buyer: companyOf(plan, 'buyer'), seller: companyOf(plan, 'seller') }}
        by={{ right: 'view', side }}
        sharing={sharing}
        grants={null}
        startWith={null}
        onMade={(link) => {
          setMade(link)
          announce.own(shareWords.made(holderText(link.grant)))
        }}
      />
      {made !== null && (
        <div className={styles.links}>
          <div className={styles.single}>
            <LinkPanel url={made.url} holder={holderText(made.grant)} />
          </div>
        </div>
      )}
    </Dialog>
  )
}
