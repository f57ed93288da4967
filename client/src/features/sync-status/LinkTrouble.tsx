/**
 * What became of the links of this plan, said on the page itself: that one's own no longer works (the plan stays readable),
 * or that the one opened last does not, and the page goes on with another that this device had.
 */
import type { ReactNode } from 'react'
import { useDevice } from '../../hooks/device-context.tsx'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { useAccess } from '../../hooks/use-access.ts'
import { useSyncStatus, type Refusal } from '../../hooks/use-sync-status.ts'
import { Button } from '../../ui/Button.tsx'
import { WarningIcon } from '../../ui/icons/icons.tsx'
import { LINK_ENDED_BODY, REFUSED } from './save-words.ts'
import styles from './SaveState.module.css'

export function LinkTrouble(): ReactNode {
  const device = useDevice()
  const { planId } = usePlanSession()
  const { refusedLink } = useAccess()
  const { relay, refusal, waiting } = useSyncStatus()
  if (relay === 'refused' && refusal !== null && LINK_ENDED.has(refusal)) {
    // What was not sent is asked about in its own words.
    return waiting > 0 ? null : (
      <section className={styles.question} aria-label="Your link">
        <WarningIcon />
        <div>
          <h2>{REFUSED[refusal].bar}</h2>
          <p>{LINK_ENDED_BODY} Ask whoever sent it for a new one.</p>
        </div>
      </section>
    )
  }
  if (refusedLink === null) return null
  return (
    <section className={styles.question} aria-label="The link you opened">
      <WarningIcon />
      <div>
        <h2>The link you opened does not work</h2>
        <p>{OPENED[refusedLink] ?? OPENED.unknown} This page goes on with the link that this device had before.</p>
        <div className={styles.ways}>
          <Button size="sm" onPress={() => device.forgetRefusedLinks(planId)}>
            Forget it
          </Button>
        </div>
      </div>
    </section>
  )
}

const LINK_ENDED: ReadonlySet<Refusal> = new Set(['revoked', 'expired'])

const OPENED: Partial<Record<Refusal, string>> & { readonly unknown: string } = {
  revoked: 'It was revoked.',
  expired: 'It has expired.',
  unknown: 'The relay does not know it: it may have been copied in part.',
}
