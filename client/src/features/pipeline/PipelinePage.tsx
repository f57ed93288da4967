// Pipeline review: one plan after the other, what needs attention first. J and K walk on and back, Enter on the link opens it.
import type { ReviewTarget } from '@milepost/plan'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { companiesText } from '../../format/names.ts'
import { Button } from '../../ui/Button.tsx'
import { ChevronLeftIcon, ChevronRightIcon } from '../../ui/icons/icons.tsx'
import { Link } from '../../ui/Link.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TEXTS } from '../../ui/texts.ts'
import { TopBar } from '../../ui/TopBar.tsx'
import { pipelineWords as words } from '../../words/pipeline.ts'
import styles from './PipelinePage.module.css'
import { PlanFacts } from './PlanFacts.tsx'
import { usePlanRead, useReviewed } from './use-reviewed.ts'

interface PipelinePageProps {
  readonly tools?: ReactNode
  /** Opens the plan at the place that a statement was read from. */
  readonly goToEvidence: (href: string, target: ReviewTarget) => void
}

export function PipelinePage({ tools, goToEvidence }: PipelinePageProps) {
  const { shelf, all } = useReviewed()
  const [at, setAt] = useState(0)
  const announce = useAnnounce()
  const many = all?.length ?? 0
  const reviewed = all?.[Math.min(at, many - 1)] ?? null
  const read = usePlanRead(shelf, reviewed)

  function go(to: number) {
    const next = all?.[to]
    if (next === undefined) return
    setAt(to)
    announce.own(`${companiesText(next.plan.buyer, next.plan.seller)}, ${words.at(to + 1, many)}`)
  }
  useWalkKeys((step) => go(at + step))

  return (
    <>
      <TopBar place={words.place}>{tools}</TopBar>
      <main className={styles.page}>
        <header className={styles.head}>
          <h1>{words.title}</h1>
          {many > 0 && <span>{words.at(at + 1, many)}</span>}
          <span className={styles.space} />
          {many > 1 && (
            <>
              {at > 0 && (
                <Button onPress={() => go(at - 1)}>
                  <ChevronLeftIcon />
                  {words.before}
                </Button>
              )}
              {at < many - 1 && (
                <Button onPress={() => go(at + 1)}>
                  {words.next}
                  <ChevronRightIcon />
                </Button>
              )}
            </>
          )}
        </header>
        {all !== null && many === 0 && <p className={styles.nothing}>{words.nothing}</p>}
        {(all === null || (reviewed !== null && read === 'reading')) && <Skeleton rows={6} label={words.title} />}
        {reviewed !== null && read === null && <p className={styles.nothing}>{words.notHere}</p>}
        {reviewed !== null && read !== null && read !== 'reading' && (
          <article key={reviewed.plan.planId} aria-labelledby="reviewed">
            <div className={styles.name}>
              <h2 id="reviewed">{companiesText(reviewed.plan.buyer, reviewed.plan.seller)}</h2>
              <Link href={hrefOf(reviewed.plan)} look="button-default">
                {words.open}
              </Link>
            </div>
            <p className={styles.outcome}>{reviewed.plan.title}</p>
            <PlanFacts
              reviewed={reviewed}
              read={read}
              href={hrefOf(reviewed.plan)}
              goTo={(target) => goToEvidence(hrefOf(reviewed.plan), target)}
              shelf={shelf}
            />
          </article>
        )}
      </main>
    </>
  )
}

function hrefOf({ page, planId }: { readonly page: 'plan' | 'view'; readonly planId: string }): string {
  return `/${page === 'view' ? 'v' : 'p'}/${planId}`
}

/** J and K, wherever nothing is typed and nothing stands over the page. */
function useWalkKeys(walk: (step: number) => void) {
  const latest = useRef(walk)
  useEffect(() => {
    latest.current = walk
  })
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const step = { j: 1, k: -1 }[event.key.toLowerCase()]
      if (step === undefined || event.metaKey || event.ctrlKey || event.altKey) return
      if (event.target instanceof Element && event.target.closest(TEXTS) !== null) return
      if (document.querySelector('[role="dialog"], [role="menu"]') !== null) return
      event.preventDefault()
      latest.current(step)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
