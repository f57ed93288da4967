// One open plan: its bar, its document and its rail. Only this file knows that these features stand side by side.
import type { MilestoneId, RoleId, StepId } from '@milepost/plan'
import type { PlanId } from '@milepost/protocol'
import { useMemo, useState } from 'react'
import { Discussion } from '../features/discussion/Discussion.tsx'
import { KeyDatesRail } from '../features/key-dates/KeyDatesRail.tsx'
import { PeopleRail } from '../features/people/PeopleRail.tsx'
import { PlanEditor } from '../features/plan-editor/PlanEditor.tsx'
import {
  lazyMovePanel,
  lazyRescheduleDialog,
  lazySchedulePanel as SchedulePanel,
  lazyWaitsForPanel,
} from '../features/schedule/lazy-panels.ts'
import { NextStepCard } from '../features/schedule/NextStepCard.tsx'
import { SaveState } from '../features/sync-status/SaveState.tsx'
import { Troubles } from '../features/sync-status/Troubles.tsx'
import { WhileApart } from '../features/while-apart/WhileApart.tsx'
import { companiesText } from '../format/names.ts'
import { useDevice } from '../hooks/device-context.tsx'
import { PlanSessionProvider, usePlanSession } from '../hooks/plan-session-context.tsx'
import { useAccess } from '../hooks/use-access.ts'
import { useActions, type Action } from '../hooks/use-actions.ts'
import { useFirstTime } from '../hooks/use-first-time.ts'
import { useLoaded } from '../hooks/use-loaded.ts'
import { usePlanFields } from '../hooks/use-plan.ts'
import { useIsLocal, useRefusal, useSyncStatus } from '../hooks/use-sync-status.ts'
import { useToday } from '../hooks/use-today.ts'
import { Button } from '../ui/Button.tsx'
import { DayProvider } from '../ui/DayProvider.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ShareIcon } from '../ui/icons/icons.tsx'
import { latePart } from '../ui/late-part.tsx'
import { useNavigate } from '../ui/Link.tsx'
import { quietTime } from '../ui/quiet-time.ts'
import { Skeleton } from '../ui/Skeleton.tsx'
import { TopBar, TopBarDivider } from '../ui/TopBar.tsx'
import { appWords } from '../words/app.ts'
import { useDayWordsFor } from './day-words.ts'
import { useKeyPage } from './FindingProvider.tsx'
import { goToFinding } from './go-to-finding.ts'
import { LinkProblemPage, linkProblemOf } from './link-problem.ts'
import { HereNow } from './HereNow.tsx'
import { usePageTitle } from './page-title.ts'
import styles from './PlanPage.module.css'
import { SearchButton } from './SearchButton.tsx'
import { useForcedVersion } from './use-forced-version.ts'
import { useLateParts } from './use-late-parts.ts'
import { useUndoKeys } from './use-undo-keys.ts'

/** What would make the plan better comes after the plan and its schedule. */
const ReviewRail = latePart(async () => {
  await quietTime()
  return (await import('../features/review/ReviewRail.tsx')).ReviewRail
})
/** What is agreed beside the milestones is read after them. */
const PlanTerms = latePart(async () => {
  await quietTime()
  return (await import('../features/terms/PlanTerms.tsx')).PlanTerms
})
const WhatItDoes = latePart(async () => {
  await quietTime()
  return (await import('../features/terms/WhatItDoes.tsx')).WhatItDoes
})
const ResultPart = latePart(() => import('../features/terms/ResultPart.tsx').then((module) => module.ResultPart))
const PlanTemplates = latePart(async () => {
  await quietTime()
  return (await import('../features/templates/PlanTemplates.tsx')).PlanTemplates
})
const ImportDoor = latePart(async () => {
  await quietTime()
  return (await import('../features/import/ImportDoor.tsx')).ImportDoor
})
/** Before it is here, nobody looks: what arrives meanwhile would be news, and hardly anything does. */
const AwayCard = latePart(async () => {
  await quietTime()
  return (await import('../features/while-apart/AwayCard.tsx')).AwayCard
})
const ShareDialog = latePart(() => import('../features/share/ShareDialog.tsx').then((module) => module.ShareDialog))

/** How the rows of the document change dates: with their effect in sight. */
const SCHEDULE_PANELS = {
  MovePanel: lazyMovePanel,
  WaitsForPanel: lazyWaitsForPanel,
  RescheduleDialog: lazyRescheduleDialog,
  ResultPart: () => <ResultPart />,
}

const TERMS = <PlanTerms />

const texts = appWords.plan

export function PlanPage({ planId }: { readonly planId: PlanId }) {
  return (
    <PlanSessionProvider planId={planId} fallback={<Opening />}>
      <Discussion>
        <WhileApart>
          <Loaded />
        </WhileApart>
      </Discussion>
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
  const words = useDayWordsFor(useToday())
  const [sharing, setSharing] = useState<Sharing | null>(null)
  const share = useMayShare() ? setSharing : null
  const invite = useMemo(() => (share === null ? undefined : (roleId: RoleId) => share({ roleId })), [share])
  const [goTo, setGoTo] = useState<{ readonly milestoneId: MilestoneId; readonly stepId: StepId | null } | null>(null)
  const besideLead = useMemo(
    () => <NextStepCard onJump={(milestoneId, stepId) => setGoTo({ milestoneId, stepId })} />,
    [],
  )
  const away = useMemo(() => <AwayCard goToLine={setGoTo} />, [])
  const review = useMemo(() => <ReviewRail onGo={(target) => goToFinding(target, setGoTo)} />, [])
  const schedule = useMemo(
    () => (
      <>
        <PlanTemplates where="lead" />
        <SchedulePanel onJump={(milestoneId) => setGoTo({ milestoneId, stepId: null })} />
      </>
    ),
    [],
  )
  const onRead = useFirstTime()
  const spreadsheet = useMemo(() => <ImportDoor onGo={(milestoneId) => setGoTo({ milestoneId, stepId: null })} />, [])
  useUndoKeys()
  useLateParts()
  useForcedVersion()
  return (
    <DayProvider words={words}>
      <PlanBar {...(share === null ? {} : { onShare: () => share({ roleId: null }) })} />
      {onRead !== null && <WhatItDoes onRead={onRead} />}
      <main className={styles.plan}>
        <div className={styles.document}>
          <Troubles />
          <PlanEditor
            panels={SCHEDULE_PANELS}
            besideLead={besideLead}
            schedule={schedule}
            below={TERMS}
            goTo={goTo}
            moreWays={spreadsheet}
            {...(invite === undefined ? {} : { onInvite: invite })}
          />
        </div>
        <aside className={styles.rail} aria-label={texts.rail}>
          {away}
          <PeopleRail goTo={setGoTo} onInvite={invite} />
          <KeyDatesRail />
          {review}
        </aside>
      </main>
      {sharing !== null && <ShareDialog startWith={sharing.roleId} onClose={() => setSharing(null)} />}
    </DayProvider>
  )
}

/** Open for sharing; with a role, the dialog begins with it. */
interface Sharing {
  readonly roleId: RoleId | null
}

function PlanBar({ onShare }: { readonly onShare?: () => void }) {
  const { canEdit, canComment } = useAccess()
  useKeyPage(canEdit ? 'edit' : canComment ? 'comment' : 'read')
  useActions(() => (onShare === undefined ? [] : [shareAction(onShare)]))
  const { buyer, seller, title } = usePlanFields('buyer', 'seller', 'title')
  const name = companiesText(buyer, seller)
  usePageTitle(title === '' ? name : title)
  return (
    <TopBar place={name}>
      <SaveState />
      <TopBarDivider />
      <HereNow />
      <SearchButton />
      <PlanTemplates where="bar" />
      {onShare !== undefined && (
        <Button look="primary" onPress={onShare}>
          {texts.share}
        </Button>
      )}
    </TopBar>
  )
}

function shareAction(run: () => void): Action {
  return { id: 'share', kind: 'action', label: texts.share, alias: texts.shareAlias, icon: <ShareIcon />, run }
}

/** What never leaves this device cannot be shared, and a link that no longer works makes no others: no button then. */
function useMayShare(): boolean {
  const { known } = useAccess()
  const isLocal = useIsLocal()
  const refusal = useRefusal()
  return known && !isLocal && refusal !== 'revoked' && refusal !== 'expired' && refusal !== 'unknown'
}

function Opening() {
  return (
    <>
      <TopBar place=" " />
      <div className={styles.opening}>
        <Skeleton rows={8} label={texts.opening} />
      </div>
    </>
  )
}

/** A link was kept, and nothing has come by it yet: because it is slow, because there is no network, or because it is no good. */
function NotHereYet() {
  const session = usePlanSession()
  const status = useSyncStatus()
  const problem = linkProblemOf(status.refusal)
  const device = useDevice()
  const navigate = useNavigate()

  async function forget() {
    navigate('/')
    await device.removePlan(session.planId)
  }

  if (problem !== null) {
    return (
      <LinkProblemPage problem={problem} keptPlanId={null} onTryAgain={session.retry} onForget={() => void forget()} />
    )
  }
  if (status.relay !== 'offline') return <Opening />
  return (
    <>
      <TopBar place=" " />
      <div className={styles.opening}>
        <EmptyState
          title={status.damage === 'none' ? texts.notHere : texts.unreadable}
          action={
            <Button size="sm" onPress={session.retry}>
              {texts.tryAgain}
            </Button>
          }
        >
          {texts.relayOffline}
        </EmptyState>
      </div>
    </>
  )
}
