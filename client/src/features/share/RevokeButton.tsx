// Taking a link back. It works at once, asks nothing and offers Undo; only where the link has made others it asks the one
// question that has two good answers: those too? Whether it has is asked of the relay at that moment: the list on screen may be
// older than a link made a second ago.
import type { GrantView } from '@milepost/protocol'
import { useRef, useState } from 'react'
import { count } from '../../format/count.ts'
import { holderText } from '../../format/names.ts'
import type { PlanSharing } from '../../hooks/device-context.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { linksMadeBy } from './link-list.ts'
import styles from './RevokeButton.module.css'
import { sharingWords } from './sharing-words.ts'

interface RevokeButtonProps {
  readonly grant: GrantView
  readonly sharing: PlanSharing
  readonly onProblem: (problem: string | null) => void
}

export function RevokeButton({ grant, sharing, onProblem }: RevokeButtonProps) {
  const toast = useToast()
  const announce = useAnnounce()
  const [busy, setBusy] = useState(false)
  const [withMade, setWithMade] = useState(true)
  /** Links that this one made and that still work, while it is asked about them. */
  const [made, setMade] = useState<readonly GrantView[] | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const holder = holderText(grant)

  async function begin() {
    setBusy(true)
    const problem = await sharing.refresh()
    const known = linksMadeBy(sharing.grants.get() ?? [], grant.id)
    if (problem === null && known.length === 0) return revoke([], true)
    setBusy(false)
    onProblem(problem === null ? null : sharingWords(problem))
    if (problem === null) setMade(known)
  }

  async function revoke(made: readonly GrantView[], alsoMade: boolean) {
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

  return (
    <>
      <Button
        ref={button}
        look="quiet"
        size="sm"
        busy={busy}
        label={`Revoke link of ${holder}`}
        onPress={() => void begin()}
      >
        Revoke
      </Button>
      {made !== null && (
        <Popover
          label={`Revoke link of ${holder}`}
          placement="bottom end"
          anchor={button}
          isOpen
          onOpenChange={(open) => {
            if (!open) setMade(null)
          }}
        >
          <div className={styles.ask}>
            <p>
              {holder} has made {count(made.length, 'link')}: {made.map(holderText).join(', ')}.
            </p>
            <Checkbox checked={withMade} onChange={setWithMade}>
              Revoke {made.length === 1 ? 'it' : 'them'} too
            </Checkbox>
            <div className={styles.actions}>
              <Button size="sm" look="quiet" onPress={() => setMade(null)}>
                Keep
              </Button>
              <Button
                size="sm"
                look="danger"
                onPress={() => {
                  setMade(null)
                  void revoke(made, withMade)
                }}
              >
                Revoke
              </Button>
            </div>
          </div>
        </Popover>
      )}
    </>
  )
}
