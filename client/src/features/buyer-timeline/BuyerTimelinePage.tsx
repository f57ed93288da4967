// What a buyer has agreed with all vendors, on one timeline: the answer first (does anything collide?), then what, then the picture
// with every day in words, then who on the buyer's side owes what next.
import type { ReviewTarget } from '@milepost/plan'
import { useState, type ReactNode } from 'react'
import { useDayHere } from '../../hooks/use-today.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Link } from '../../ui/Link.tsx'
import { OverviewPage } from '../../ui/OverviewPage.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { buyerTimelineWords as words } from '../../words/buyer-timeline.ts'
import styles from './BuyerTimelinePage.module.css'
import { Clashes } from './Clashes.tsx'
import { OwedList } from './OwedList.tsx'
import { TimelineTable } from './TimelineTable.tsx'
import { useBuyerTimeline, type TimelineView } from './use-buyer-timeline.ts'

export type GoToEvidence = (href: string, target: ReviewTarget) => void

interface BuyerTimelinePageProps {
  readonly tools?: ReactNode
  readonly goToEvidence: GoToEvidence
}

export function BuyerTimelinePage({ tools, goToEvidence }: BuyerTimelinePageProps) {
  const [company, setCompany] = useState<string | null>(null)
  const { companies, isNone, isUnreachable, view } = useBuyerTimeline(company)
  return (
    <OverviewPage
      place={words.title}
      title={words.title}
      lead={words.lead}
      note={isUnreachable ? words.unreachable : null}
      tools={tools}
    >
      {isNone ? (
        <Nothing title={words.none.title}>{words.none.why}</Nothing>
      ) : view === null ? (
        <Skeleton rows={8} label={words.opening} />
      ) : (
        <>
          {companies.length > 1 && (
            <p className={styles.companies}>
              <Segments
                label={words.companies.label}
                value={company ?? ALL}
                options={[
                  { value: ALL, label: words.companies.all },
                  ...companies.map((name) => ({ value: name, label: name })),
                ]}
                onChange={(next) => setCompany(next === ALL ? null : next)}
              />
            </p>
          )}
          {view.timeline.lanes.length === 0 ? (
            <Nothing title={words.none.unread} />
          ) : (
            <Shown view={view} goToEvidence={goToEvidence} />
          )}
        </>
      )}
    </OverviewPage>
  )
}

/** No company is called so: a name that cannot be seen reads as its side. */
const ALL = ''

function Nothing({ title, children }: { readonly title: string; readonly children?: string }) {
  return (
    <EmptyState
      title={title}
      action={
        <Link href="/" look="button-default" size="sm">
          {words.none.back}
        </Link>
      }
    >
      {children}
    </EmptyState>
  )
}

function Shown({ view, goToEvidence }: { readonly view: TimelineView; readonly goToEvidence: GoToEvidence }) {
  const today = useDayHere()
  const { clashes, lanes } = view.timeline
  return (
    <>
      <p className={styles.verdict}>{words.verdict(clashes.length, lanes.length)}</p>
      {clashes.length > 0 && <Clashes view={view} today={today} goToEvidence={goToEvidence} />}
      <TimelineTable view={view} today={today} goToEvidence={goToEvidence} />
      <OwedList view={view} today={today} goToEvidence={goToEvidence} />
    </>
  )
}
