// Home: the plans this device keeps, or the first screen while there are none. What is said at the right of the bar is true
// at this moment: without storage nothing is promised.
import { useEffect, useState, type ReactNode } from 'react'
import { useDevice } from '../../hooks/device-context.tsx'
import { useActions } from '../../hooks/use-actions.ts'
import { useNowAndThen } from '../../hooks/use-now-and-then.ts'
import { usePlansPart } from '../../hooks/use-plans-part.ts'
import type { PlanSummary } from '../../hooks/use-plans.ts'
import { usePortfolioShelf, useRefreshing, type PortfolioShelf } from '../../hooks/use-portfolio.ts'
import { useReadable } from '../../hooks/use-readable.ts'
import { Button } from '../../ui/Button.tsx'
import { EyeIcon, LinkIcon, PlusIcon, SavedIcon, WarningIcon } from '../../ui/icons/icons.tsx'
import { Link, useNavigate } from '../../ui/Link.tsx'
import { TopBar } from '../../ui/TopBar.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { portfolioWords } from '../../words/portfolio/portfolio.ts'
import { plansWords as words } from '../../words/portfolio/plans.ts'
import { FirstRun } from './FirstRun.tsx'
import { OpenLinkDialog } from './OpenLinkDialog.tsx'
import { Portfolio } from './Portfolio.tsx'
import styles from './PlansPage.module.css'
import { useReadyOffline } from './use-ready-offline.ts'
import { useSamplePlan } from './use-sample-plan.ts'

/** `tools`: what the app adds at the right of the bar. */
export function PlansPage({ tools }: { readonly tools?: ReactNode }) {
  const many = usePlansPart(countOf)
  useNewPlanKey()
  return (
    <>
      <TopBar wordmark>
        <StorageWords />
        {many === 0 && <ToTemplates />}
        {tools}
        {many > 0 && (
          <Link href="/new" look="button-primary">
            <PlusIcon />
            {words.newPlan}
          </Link>
        )}
      </TopBar>
      {many === 0 ? <FirstRun /> : <Plans />}
    </>
  )
}

function countOf(plans: readonly PlanSummary[]): number {
  return plans.length
}

function isBuyingOne(plans: readonly PlanSummary[]): boolean {
  return plans.some(({ side, sample }) => side === 'buyer' && !sample)
}

function hasSampleIn(plans: readonly PlanSummary[]): boolean {
  return plans.some(({ sample }) => sample)
}

/** Drawn anew by no line of the list: there may be two hundred, and news for each. */
function Plans() {
  const many = usePlansPart(countOf)
  const isBuying = usePlansPart(isBuyingOne)
  const hasSample = usePlansPart(hasSampleIn)
  const shelf = usePortfolioShelf()
  const [pasting, setPasting] = useState(false)
  const sample = useSamplePlan()
  const navigate = useNavigate()
  useActions(() => [
    ...(many > 1
      ? [
          { id: 'review', kind: 'action' as const, label: portfolioWords.review, run: () => navigate('/review') },
          { id: 'compare', kind: 'action' as const, label: portfolioWords.compare, run: () => navigate('/compare') },
        ]
      : []),
    ...(isBuying
      ? [{ id: 'timeline', kind: 'action' as const, label: portfolioWords.timeline, run: () => navigate('/timeline') }]
      : []),
    {
      id: 'open-link',
      kind: 'action',
      label: words.openLink,
      alias: words.openLinkAlias,
      icon: <LinkIcon />,
      run: () => setPasting(true),
    },
  ])
  return (
    <main className={styles.plans}>
      <header className={styles.head}>
        <h1>{words.heading}</h1>
        <span>{words.onThisDevice(many)}</span>
        <Progress shelf={shelf} />
        <span className={styles.space} />
        {many > 1 && (
          <>
            <Link href="/review" look="button-quiet">
              {portfolioWords.review}
            </Link>
            <Link href="/compare" look="button-quiet">
              {portfolioWords.compare}
            </Link>
          </>
        )}
        {isBuying && (
          <Link href="/timeline" look="button-quiet">
            {portfolioWords.timeline}
          </Link>
        )}
        <ToTemplates />
        {!hasSample && (
          <Button look="quiet" onPress={() => void sample.open()} busy={sample.opening}>
            <EyeIcon />
            {words.sample}
          </Button>
        )}
        <Button onPress={() => setPasting(true)}>
          <LinkIcon />
          {words.openLink}
        </Button>
      </header>
      <Portfolio shelf={shelf} />
      <OpenLinkDialog isOpen={pasting} onClose={() => setPasting(false)} />
    </main>
  )
}

/** What is only quick is not worth a word. */
const WORTH_SAYING = 10

function Progress({ shelf }: { readonly shelf: PortfolioShelf | null }) {
  const now = useRefreshing(shelf)
  const { state, done, all } = useNowAndThen(now, now.state === 'asking')
  const { refreshing } = portfolioWords
  if (state === 'unreachable') return <span>{refreshing.unreachable}</span>
  return state === 'asking' && all >= WORTH_SAYING ? <span>{refreshing.asking(done, all)}</span> : null
}

function ToTemplates() {
  return (
    <Link href="/templates" look="button-quiet">
      {words.templates}
    </Link>
  )
}

function StorageWords() {
  const storage = useReadable(useDevice().storage)
  const ready = useReadyOffline()
  if (storage === 'memoryOnly') {
    return (
      <p className={styles.bad}>
        <WarningIcon />
        <span>{words.nothingKept}</span>
      </p>
    )
  }
  return (
    <p className={styles.kept}>
      <SavedIcon />
      <VisuallyHidden onPhones>{ready ? words.ready : words.kept}</VisuallyHidden>
    </p>
  )
}

/** N starts a new plan, wherever nothing is being typed and no dialog is open. */
function useNewPlanKey() {
  const navigate = useNavigate()
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== 'n' || event.metaKey || event.ctrlKey || event.altKey || event.repeat) return
      const target = event.target instanceof Element ? event.target : null
      if (target?.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="menu"]')) return
      if (document.querySelector('[role="dialog"], [role="menu"]') !== null) return
      event.preventDefault()
      navigate('/new')
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [navigate])
}
