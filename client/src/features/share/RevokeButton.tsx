// Taking a link back. It works at once, asks nothing and offers Undo; only where the link has made others it asks the one
// question that has two good answers: those too? Whether it has is asked of the relay at that moment: the list on screen may be
// older than a link made a second ago.
import type { GrantView } from '@milepost/protocol'
import { useRef, useState } from 'react'
import { holderText } from '../../format/names.ts'
import type { PlanSharing } from '../../hooks/device-context.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { shareWords as words } from '../../words/share/dialog.ts'
import { linksMadeBy } from './link-list.ts'
import styles from './RevokeButton.module.css'

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
    onProblem(problem === null ? null : words.problem[problem])
    if (problem === null) setMade(known)
  }

  async function revoke(made: readonly GrantView[], alsoMade: boolean) {
    setBusy(true)
    const problem = await sharing.revoke(grant.id, { withMade: alsoMade })
    setBusy(false)
    onProblem(problem === null ? null : words.problem[problem])
    if (problem !== null) return
    toast({
      text: alsoMade && made.length > 0 ? words.revoke.doneWithMade(holder, made.length) : words.revoke.done(holder),
      action: {
        label: words.revoke.undo,
        onAction: () => {
          void sharing.undoRevoke(grant.id, grant.right).then((failed) => {
            if (failed === null) announce.own(words.worksAgain(holder))
            else toast({ text: words.problem[failed] })
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
        label={words.revoke.revokeOf(holder)}
        onPress={() => void begin()}
      >
        {words.revoke.revoke}
      </Button>
      {made !== null && (
        <Popover
          label={words.revoke.revokeOf(holder)}
          placement="bottom end"
          anchor={button}
          isOpen
          onOpenChange={(open) => {
            if (!open) setMade(null)
          }}
        >
          <div className={styles.ask}>
            <p>{words.revoke.hasMade(holder, made.length, made.map(holderText).join(', '))}</p>
            <Checkbox checked={withMade} onChange={setWithMade}>
              {words.revoke.alsoMade(made.length)}
            </Checkbox>
            <div className={styles.actions}>
              <Button size="sm" look="quiet" onPress={() => setMade(null)}>
                {words.revoke.keep}
              </Button>
              <Button
                size="sm"
                look="danger"
                onPress={() => {
                  setMade(null)
                  void revoke(made, withMade)
                }}
              >
                {words.revoke.revoke}
              </Button>
            </div>
          </div>
        </Popover>
      )}
    </>
  )
}
