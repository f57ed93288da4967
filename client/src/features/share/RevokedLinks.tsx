// The links that were taken back, on demand: who had one, since when it is gone, and the way to give it back.
import { mayGrant, mayRevokeGrant, type GrantView, type Holder } from '@milepost/protocol'
import { useState } from 'react'
import { agoText } from '../../format/ago.ts'
import { holderText } from '../../format/names.ts'
import type { PlanSharing } from '../../hooks/device-context.tsx'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { rightWords } from '../../words/rights.ts'
import { shareWords as words } from '../../words/share/dialog.ts'
import styles from './RevokedLinks.module.css'

interface RevokedLinksProps {
  readonly grants: readonly GrantView[]
  readonly all: readonly GrantView[]
  readonly by: Holder
  readonly sharing: PlanSharing
  readonly now: number
}

export function RevokedLinks({ grants, all, by, sharing, now }: RevokedLinksProps) {
  return (
    <section aria-label={words.revoked.section}>
      <h3 className={styles.title}>{words.revoked.title}</h3>
      <ul>
        {grants.map((grant) => (
          <RevokedRow
            key={grant.id}
            grant={grant}
            revokedBy={all.find(({ id }) => id === grant.revokedBy) ?? null}
            by={by}
            sharing={sharing}
            now={now}
          />
        ))}
      </ul>
    </section>
  )
}

function RevokedRow({
  grant,
  revokedBy,
  by,
  sharing,
  now,
}: {
  readonly grant: GrantView
  readonly revokedBy: GrantView | null
  readonly by: Holder
  readonly sharing: PlanSharing
  readonly now: number
}) {
  const announce = useAnnounce()
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const holder = holderText(grant)

  async function giveBack() {
    setBusy(true)
    const failed = await sharing.undoRevoke(grant.id, grant.right)
    setBusy(false)
    if (failed === null) announce.own(words.worksAgain(holder))
    else setProblem(words.problem[failed])
  }

  const when = grant.revokedAt === null ? '' : agoText(grant.revokedAt, now)
  return (
    <li className={styles.row}>
      <Avatar side={grant.side} name={grant.name} size={28} away />
      <span className={styles.name}>
        <b>{holder}</b>
        <small>
          {revokedBy === null
            ? words.revoked.line(rightWords[grant.right], when)
            : words.revoked.lineBy(rightWords[grant.right], when, holderText(revokedBy))}
        </small>
        {problem !== null && (
          <small className={styles.problem} role="alert">
            {problem}
          </small>
        )}
      </span>
      {mayRevokeGrant(by, grant) && mayGrant(by, grant) && (
        <Button
          size="sm"
          look="quiet"
          busy={busy}
          label={words.revoked.giveBackOf(holder)}
          onPress={() => void giveBack()}
        >
          {words.revoked.giveBack}
        </Button>
      )}
    </li>
  )
}
