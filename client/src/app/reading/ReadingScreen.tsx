/**
 * One plan for whoever only reads. Whichever way the plan came, by its link or from this device, the page stays the same one:
 * the document may change under it, the place where one reads does not.
 */
import type { PlanId } from '@milepost/protocol'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { ExecutivePage } from '../../features/executive/ExecutivePage.tsx'
import { verdictSentence } from '../../features/executive/verdict-sentence.ts'
import { companiesText } from '../../format/names.ts'
import { useReadable } from '../../hooks/use-readable.ts'
import { usePlanReading, type OpenReading, type PlanReading } from '../../hooks/use-reading.ts'
import type { Device } from '../../hooks/device-context.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { latePart } from '../../ui/late-part.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { appWords } from '../../words/app.ts'
import { executiveWords as words } from '../../words/executive/page.ts'
import { LinkProblemPage, linkProblemOf } from '../link-problem.ts'
import { usePageTitle } from '../page-title.ts'
import styles from './Reading.module.css'
import { ReadingBar } from './ReadingBar.tsx'

const ForwardDialog = latePart(() =>
  import('../../features/share/ForwardDialog.tsx').then((module) => module.ForwardDialog),
)

interface ReadingScreenProps {
  readonly reading: OpenReading
  readonly planId: PlanId
}

export function ReadingScreen({ reading, planId }: ReadingScreenProps): ReactNode {
  const plan = useReadable(reading.plan)
  const device = useReadable(reading.device)
  const problem = useReadable(reading.problem)
  if (problem !== null) return <LinkProblemPage problem={problem} keptPlanId={problem === 'no-link' ? null : planId} />
  return plan === null ? <Opening /> : <Loaded reading={plan} device={device} />
}

interface LoadedProps {
  readonly reading: PlanReading
  readonly device: Device | null
}

/** Nothing of a plan is drawn before its content is here. */
function Loaded({ reading, device }: LoadedProps) {
  const loaded = useReadable(reading.loaded)
  return loaded === 'loaded' ? (
    <Page reading={reading} device={device} />
  ) : (
    <NotHereYet reading={reading} device={device} />
  )
}

function Page({ reading, device }: LoadedProps) {
  const { plan, outlook, valueProposition } = usePlanReading(reading)
  const access = useReadable(reading.access)
  const [isForwarding, setForwarding] = useState(false)
  const name = companiesText(plan.buyer, plan.seller)
  usePageTitle(plan.title.trim() === '' ? name : plan.title)
  useSaidChanges(verdictSentence(plan, outlook))
  const { roleId, role, side } = access
  const mayForward = device !== null && access.known && side !== null
  return (
    <>
      <ReadingBar reading={reading} device={device} onForward={mayForward ? () => setForwarding(true) : null} />
      <ExecutivePage
        plan={plan}
        outlook={outlook}
        valueProposition={valueProposition}
        reader={{ roleId, role, side, name: access.name }}
        ways={<WholePlan reading={reading} device={device} />}
      />
      {isForwarding && mayForward && (
        <ForwardDialog device={device} plan={plan} side={side} onClose={() => setForwarding(false)} />
      )}
    </>
  )
}

/** To the page with steps and terms. A browser that keeps nothing needs the link there too. */
function WholePlan({ reading, device }: LoadedProps) {
  const isKept = device !== null && device.storage.get() === 'kept' && device.hasPlan(reading.planId)
  return (
    <a className={styles.whole} href={`/p/${reading.planId}${isKept ? '' : globalThis.location.hash}`}>
      {words.whole}
    </a>
  )
}

/** Said, not shown: who listens hears what a change means, once it is the sentence that changed. */
function useSaidChanges(verdict: string): void {
  const announce = useAnnounce()
  const said = useRef(verdict)
  useEffect(() => {
    if (said.current === verdict) return
    said.current = verdict
    announce.remote(words.changed(verdict))
  }, [announce, verdict])
}

/** Nothing has come by the link yet: because it is slow, because there is no network, or because it is no good. */
function NotHereYet({ reading, device }: LoadedProps) {
  const { refusal, relay, damage } = useReadable(reading.status)
  const loaded = useReadable(reading.loaded)
  const problem = linkProblemOf(refusal)
  if (loaded === 'loading') return <Opening />
  if (problem !== null) {
    return (
      <LinkProblemPage
        problem={problem}
        keptPlanId={null}
        onTryAgain={reading.retry}
        {...(device === null ? {} : { onForget: () => void forget(device, reading) })}
      />
    )
  }
  if (relay !== 'offline') return <Opening />
  return (
    <main className={styles.opening}>
      <EmptyState
        title={damage === 'none' ? appWords.plan.notHere : appWords.plan.unreadable}
        action={
          <button type="button" className={styles.way} onClick={reading.retry}>
            {appWords.plan.tryAgain}
          </button>
        }
      >
        {appWords.plan.relayOffline}
      </EmptyState>
    </main>
  )
}

async function forget(device: Device, { planId }: PlanReading): Promise<void> {
  await device.removePlan(planId)
  globalThis.location.assign('/')
}

function Opening() {
  return (
    <main className={styles.opening}>
      <Skeleton rows={8} label={words.opening} />
    </main>
  )
}
