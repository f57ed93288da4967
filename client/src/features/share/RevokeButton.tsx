// Taking a link back. It works at once, asks nothing and offers Undo; only where the link has made others it asks the one
// question that has two good answers: those too?
import type { GrantView } from '@milepost/protocol'
import { useState } from 'react'
import { count } from '../../format/count.ts'
import { holderText } from '../../format/names.ts'
import type { PlanSharing } from '../../hooks/device-context.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { useToast } from '../../ui/Toast.tsx'
import styles from './RevokeButton.module.css'
import { sharingWords } from './sharing-words.ts'

interface RevokeButtonProps {
  readonly grant: GrantView
  /** Links that this one made and that still work. */
  readonly made: readonly GrantView[]
  readonly sharing: PlanSharing
  readonly onProblem: (problem: string | null) => void
}

export function RevokeButton({ grant, made, sharing, onProblem }: RevokeButtonProps) {
  const toast = useToast()
  const announce = useAnnounce()
  const [busy, setBusy] = useState(false)
  const [withMade, setWithMade] = useState(true)
  const holder = holderText(grant)

  async function revoke(alsoMade: boolean) {
    setBusy(true)
    const problem = await sharing.revoke(grant.id, { withMade: alsoMade })
    setBusy(false)
    onProblem(problem === null ? null : sharingWords(problem))
    if (problem !== null) return
    const also = alsoMade && made.length > 0 ? `, and ${count(made.length, 'link')} made with it` : ''
    toast({
      text: `Link of ${holder} revoked${also}`,
      action: {
        label: 'Undo',
        onAction: () => {
          void sharing.undoRevoke(grant.id, grant.right).then((failed) => {
            if (failed === null) announce.own(`Link of ${holder} works again`)
            else toast({ text: sharingWords(failed) })
            return failed
          })
        },
      },
    })
  }

  const button = (
    <Button
      look="quiet"
      size="sm"
      busy={busy}
      label={`Revoke link of ${holder}`}
      {...(made.length === 0 ? { onPress: () => void revoke(false) } : {})}
    >
      Revoke
    </Button>
  )
  if (made.length === 0) return button
  return (
    <Popover label={`Revoke link of ${holder}`} placement="bottom end" trigger={button}>
      {(close) => (
        <div className={styles.ask}>
          <p>
            {holder} has made {count(made.length, 'link')}: {made.map(holderText).join(', ')}.
          </p>
          <Checkbox checked={withMade} onChange={setWithMade}>
            Revoke {made.length === 1 ? 'it' : 'them'} too
          </Checkbox>
          <div className={styles.actions}>
            <Button size="sm" look="quiet" onPress={close}>
              Keep
            </Button>
            <Button
              size="sm"
              look="danger"
              onPress={() => {
                close()
                void revoke(withMade)
              }}
            >
              Revoke
            </Button>
          </div>
        </div>
      )}
    </Popover>
  )
}
