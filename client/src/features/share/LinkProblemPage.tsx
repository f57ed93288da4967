// A link that opens nothing: what is wrong with it, in words that tell what to ask for, and the way to what this device
// still has. Nobody is told more than they would know anyway: a link that was never made and one of another plan read the
// same.
import type { PlanId, PlanLinkProblem } from '@milepost/protocol'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { WarningIcon } from '../../ui/icons/icons.tsx'
import { Link } from '../../ui/Link.tsx'
import { TopBar } from '../../ui/TopBar.tsx'
import { linkProblemWords as words } from '../../words/share/link-problem.ts'
import styles from './LinkProblemPage.module.css'

export type LinkProblem = PlanLinkProblem | 'no-link' | 'other-relay' | 'unknown' | 'revoked' | 'expired' | 'noSuchPlan'

export interface LinkProblemPageProps {
  readonly problem: LinkProblem
  /** The plan, where this device keeps it from before. */
  readonly keptPlanId: PlanId | null
  readonly onTryAgain?: () => void
  /** Takes the link off this device again: it opens nothing, and nothing came by it. */
  readonly onForget?: () => void
}

export function LinkProblemPage({ problem, keptPlanId, onTryAgain, onForget }: LinkProblemPageProps) {
  const { title, text } = words.problem[problem]
  return (
    <>
      <TopBar wordmark />
      <main className={styles.page}>
        <WarningIcon className={styles.icon} />
        <h1>{title}</h1>
        <p className={styles.text}>{text}</p>
        {keptPlanId !== null && (
          <EmptyState
            className={styles.kept}
            title={words.kept}
            action={
              <Link href={`/p/${keptPlanId}`} look="button-primary">
                {words.open}
              </Link>
            }
          >
            {words.keptHow}
          </EmptyState>
        )}
        <p className={styles.actions}>
          {onTryAgain !== undefined && (
            <button type="button" className={styles.again} onClick={onTryAgain}>
              {words.tryAgain}
            </button>
          )}
          {onForget !== undefined && (
            <button type="button" className={styles.again} onClick={onForget}>
              {words.forget}
            </button>
          )}
          <Link href="/">{words.allPlans}</Link>
        </p>
      </main>
    </>
  )
}
