// One open plan: its bar, its document and its rail. Only this file knows that these features stand side by side.
import type { PlanId } from '@milepost/protocol'
import { lazy, Suspense, useState } from 'react'
import { KeyDatesRail } from '../features/key-dates/KeyDatesRail.tsx'
import { PeopleRail } from '../features/people/PeopleRail.tsx'
import { PlanEditor } from '../features/plan-editor/PlanEditor.tsx'
import { LinkProblemPage, type LinkProblem } from '../features/share/LinkProblemPage.tsx'
import { SaveState } from '../features/sync-status/SaveState.tsx'
import { UnsentChanges } from '../features/sync-status/UnsentChanges.tsx'
import { dayText, isMonthFirst } from '../format/day.ts'
import { companiesText } from '../format/names.ts'
import { PlanSessionProvider, usePlanSession } from '../hooks/plan-session-context.tsx'
import { useAccess } from '../hooks/use-access.ts'
import { useLoaded } from '../hooks/use-loaded.ts'
import { usePlan } from '../hooks/use-plan.ts'
import { useSyncStatus, type SyncStatus } from '../hooks/use-sync-status.ts'
import { useToday } from '../hooks/use-today.ts'
import { Button } from '../ui/Button.tsx'
import { DayProvider } from '../ui/DayProvider.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { TopBar, TopBarDivider } from '../ui/TopBar.tsx'
import { HereNow } from './HereNow.tsx'
import { usePageTitle } from './page-title.ts'
import styles from './PlanPage.module.css'
import { useUndoKeys } from './use-undo-keys.ts'

const ShareDialog = lazy(() =>
  import('../features/share/ShareDialog.tsx').then((module) => ({ default: module.ShareDialog })),
)

export function PlanPage({ planId }: { readonly planId: PlanId }) {
  return (
    <PlanSessionProvider planId={planId} fallback={<Opening />}>
      <Loaded />
    </PlanSessionProvider>
  )
}

/** Nothing of a plan is drawn before its content is here: a title field over an empty document would be typed into. */
function Loaded() {
  const loaded = useLoaded()
  if (loaded === 'loading') return <Opening />
  return loaded === 'empty' ? <NotHereYet /> : <OpenPlan />
}

function OpenPlan() {
  const today = useToday()
  const plan = usePlan()
  const access = useAccess()
  useUndoKeys()
  const name = companiesText(plan.buyer, plan.seller)
  usePageTitle(plan.title === '' ? name : plan.title)
  return (
    <DayProvider words={{ today, format: (day) => dayText(day, today), monthFirst: isMonthFirst() }}>
      <TopBar place={name}>
        <SaveState />
        <TopBarDivider />
        <HereNow />
        {access.known && <Share />}
      </TopBar>
      <main className={styles.plan}>
        <div className={styles.document}>
          <UnsentChanges />
          <PlanEditor />
        </div>
        <aside className={styles.rail} aria-label="People and dates">
          <PeopleRail />
          <KeyDatesRail />
        </aside>
      </main>
    </DayProvider>
  )
}

function Share() {
  const { status } = usePlanSession()
  const [open, setOpen] = useState(false)
  // What never leaves this device cannot be shared, so the button is not drawn.
  const local = status.get().relay === 'local'
  if (local) return null
  return (
    <>
      <Button look="primary" onPress={() => setOpen(true)}>
        Share
      </Button>
      {open && (
        <Suspense fallback={null}>
          <ShareDialog isOpen onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

function Opening() {
  return (
    <>
      <TopBar place=" " />
      <div className={styles.opening}>
        <Skeleton rows={8} label="Opening the plan" />
      </div>
    </>
  )
}

/** A link was kept, and nothing has come by it yet: because it is slow, because there is no network, or because it is no good. */
function NotHereYet() {
  const session = usePlanSession()
  const status = useSyncStatus()
  const problem = linkProblemOf(status)
  if (problem !== null) return <LinkProblemPage problem={problem} keptPlanId={null} onTryAgain={session.retry} />
  if (status.relay !== 'offline') return <Opening />
  return (
    <>
      <TopBar place=" " />
      <div className={styles.opening}>
        <EmptyState
          title="This plan is not on this device yet"
          action={
            <Button size="sm" onPress={session.retry}>
              Try again
            </Button>
          }
        >
          Its relay cannot be reached now. The plan opens by itself as soon as it can, and after that also without a
          network.
        </EmptyState>
      </div>
    </>
  )
}

function linkProblemOf({ refusal }: SyncStatus): LinkProblem | null {
  switch (refusal) {
    case 'revoked':
    case 'expired':
    case 'unknown':
    case 'noSuchPlan':
      return refusal
    default:
      return null
  }
}
