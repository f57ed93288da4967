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
import { saveBarWords } from '../../words/sync-status/bar.ts'
import { linkTroubleWords as words } from '../../words/sync-status/link-trouble.ts'
import styles from './SaveState.module.css'

export function LinkTrouble(): ReactNode {
  const device = useDevice()
  const { planId } = usePlanSession()
  const { refusedLink } = useAccess()
  const { relay, refusal, waiting } = useSyncStatus()
  if (relay === 'refused' && refusal !== null && LINK_ENDED.has(refusal)) {
    // What was not sent is asked about in its own words.
    return waiting > 0 ? null : (
      <section className={styles.question} aria-label={words.ended.section}>
        <WarningIcon />
        <div>
          <h2>{saveBarWords.refused[refusal]}</h2>
          <p>{words.ended.body(saveBarWords.linkEnded)}</p>
        </div>
      </section>
    )
  }
  if (refusedLink === null) return null
  return (
    <section className={styles.question} aria-label={words.opened.section}>
      <WarningIcon />
      <div>
        <h2>{words.opened.title}</h2>
        <p>{words.opened.body(OPENED[refusedLink] ?? OPENED.unknown)}</p>
        <div className={styles.ways}>
          <Button size="sm" onPress={() => device.forgetRefusedLinks(planId)}>
            {words.opened.forget}
          </Button>
        </div>
      </div>
    </section>
  )
}

const LINK_ENDED: ReadonlySet<Refusal> = new Set(['revoked', 'expired'])

const OPENED: Partial<Record<Refusal, string>> & { readonly unknown: string } = {
  revoked: words.opened.revoked,
  expired: words.opened.expired,
  unknown: words.opened.unknown,
}
