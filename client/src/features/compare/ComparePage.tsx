// The last plans of one template beside each other: which are near-identical first, then each against the template, then every two
// of them. Each statement leads to the line of the plan that it was read from.
import type { ReviewTarget } from '@milepost/plan'
import type { ReactNode } from 'react'
import { classNames } from '../../ui/class-names.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Link } from '../../ui/Link.tsx'
import { OverviewPage } from '../../ui/OverviewPage.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { compareWords as words } from '../../words/compare.ts'
import { ComparedPlans } from './ComparedPlans.tsx'
import styles from './ComparePage.module.css'
import { PlanPairs } from './PlanPairs.tsx'
import { useBegun, useCompared, type Begun } from './use-compared.ts'

export type GoToEvidence = (href: string, target: ReviewTarget) => void

interface ComparePageProps {
  /** Null: the one that most plans began with. */
  readonly templateId: string | null
  readonly tools?: ReactNode
  readonly goToEvidence: GoToEvidence
}

export function ComparePage({ templateId, tools, goToEvidence }: ComparePageProps) {
  const { begun, portfolio } = useBegun()
  const shown = begun?.find((one) => one.templateId === templateId) ?? (templateId === null ? begun?.[0] : undefined)
  return (
    <OverviewPage place={words.place} title={words.title} lead={words.lead} tools={tools}>
      {begun === null ? (
        <Skeleton rows={6} label={words.opening} />
      ) : (
        <>
          {begun.length > 1 && <Chooser begun={begun} shown={shown ?? null} />}
          {shown === undefined ? (
            <Nothing>{begun.length === 0 ? words.none.noTemplate : words.none.notHere}</Nothing>
          ) : shown.plans.length < 2 ? (
            <Nothing>{words.none.one(nameOf(shown))}</Nothing>
          ) : (
            <Opened key={shown.templateId} begun={shown} portfolio={portfolio} goToEvidence={goToEvidence} />
          )}
        </>
      )}
    </OverviewPage>
  )
}

function Nothing({ children }: { readonly children: string }) {
  return (
    <EmptyState
      title={words.none.title}
      action={
        <Link href="/templates" look="button-default" size="sm">
          {words.none.all}
        </Link>
      }
    >
      {children}
    </EmptyState>
  )
}

function Chooser({ begun, shown }: { readonly begun: readonly Begun[]; readonly shown: Begun | null }) {
  return (
    <nav className={styles.chooser} aria-label={words.templates}>
      {begun.map((one) => (
        <Link
          key={one.templateId}
          href={`/compare/${one.templateId}`}
          look="plain"
          className={classNames(styles.choice, one === shown && styles.chosen)}
          current={one === shown}
        >
          {nameOf(one)}
          <span>{words.begun(one.plans.length)}</span>
        </Link>
      ))}
    </nav>
  )
}

function nameOf({ name }: Begun): string {
  return name === null ? words.unknownTemplate : name.trim() === '' ? words.nameless : name
}

interface OpenedProps {
  readonly begun: Begun
  readonly portfolio: ReturnType<typeof useBegun>['portfolio']
  readonly goToEvidence: GoToEvidence
}

function Opened({ begun, portfolio, goToEvidence }: OpenedProps) {
  const compared = useCompared(portfolio, begun)
  if (compared === null) return <Skeleton rows={8} label={words.opening} />
  const { plans, pairs } = compared.comparison
  if (plans.length < 2) return <Nothing>{words.none.unread}</Nothing>
  return (
    <>
      <div className={styles.answer}>
        <h2>
          {begun.name === null ? nameOf(begun) : <Link href={`/templates/${begun.templateId}`}>{nameOf(begun)}</Link>}
        </h2>
        <p className={styles.verdict}>
          {words.verdict(pairs.filter(({ nearlyAlike }) => nearlyAlike).length, plans.length)}
        </p>
        {compared.template === null && <p>{words.templateAway}</p>}
      </div>
      <PlanPairs compared={compared} goToEvidence={goToEvidence} />
      <ComparedPlans compared={compared} goToEvidence={goToEvidence} />
      <p className={styles.claims}>{words.claims}</p>
    </>
  )
}
