/** Whose links of this side the other side took back, for everybody in the plan: neither side shuts the other out unseen. */
import type { ReactNode } from 'react'
import { shortDayText } from '../../format/day.ts'
import { holderText } from '../../format/names.ts'
import type { Revocation } from '../../hooks/use-revocations.ts'
import { useToday } from '../../hooks/use-today.ts'
import { WarningIcon } from '../../ui/icons/icons.tsx'
import { Pieces } from '../../ui/Pieces.tsx'
import { rosterWords as words } from '../../words/people/roster.ts'
import styles from './People.module.css'

interface RevokedByOthersProps {
  readonly revocations: readonly Revocation[]
  readonly company: string
  readonly otherCompany: string
}

export function RevokedByOthers({ revocations, company, otherCompany }: RevokedByOthersProps): ReactNode {
  const today = useToday()
  if (revocations.length === 0) return null
  return (
    <ul className={styles.revoked} aria-label={words.revokedLinks(company)}>
      {revocations.map(({ grantId, role, name, by, revokedAt }) => (
        <li key={grantId}>
          <WarningIcon size={14} />
          <span>
            <Pieces
              of={words.revoked(<b>{holderText({ role, name })}</b>, {
                company: otherCompany,
                by: holderText(by),
                day: shortDayText(new Date(revokedAt).toISOString().slice(0, 10), today),
              })}
            />
          </span>
        </li>
      ))}
    </ul>
  )
}
