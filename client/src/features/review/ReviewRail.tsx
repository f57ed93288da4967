/**
 * The plan review in the rail: what needs attention first, with why and one press to the place; then how much is in place.
 * It never blocks and never asks twice: what a plan does without on purpose is switched off in the plan, for both sides.
 */
import type { Plan, PlanOutlook, ReviewCheck, ReviewTarget } from '@milepost/plan'
import { memo, useRef, useState, type ReactNode } from 'react'
import { useAccess } from '../../hooks/use-access.ts'
import { useCalmPlan } from '../../hooks/use-outlook.ts'
import { CheckIcon } from '../../ui/icons/icons.tsx'
import { FindingLine } from './FindingLine.tsx'
import { Fold } from '../../ui/Fold.tsx'
import rail from '../../ui/rail-heading.module.css'
import styles from './Review.module.css'
import { reviewWords as words } from '../../words/review/review.ts'
import { SwitchedOff } from './SwitchedOff.tsx'
import { useReview } from './use-review.ts'
import { useReviewChanges } from './use-review-changes.ts'

export interface ReviewRailProps {
  /** Leads to the place where a finding can be mended. */
  readonly onGo: (target: ReviewTarget) => void
}

/** More would be a list of faults; the others are one press away. */
const AT_FIRST = 3

type Unfolded = Readonly<Record<'attention' | 'inPlace' | 'off', boolean>>

export function ReviewRail({ onGo }: ReviewRailProps): ReactNode {
  return <Rail {...useCalmPlan()} onGo={onGo} />
}

interface RailProps extends ReviewRailProps {
  readonly plan: Plan
  readonly outlook: PlanOutlook
}

/** Its own, so that a letter typed in the document does not wait for what the review says of it. */
const Rail = memo(function Rail({ plan, outlook, onGo }: RailProps): ReactNode {
  const review = useReview(plan, outlook)
  const { canEdit } = useAccess()
  const [unfolded, setUnfolded] = useState<Unfolded>({ attention: false, inPlace: false, off: false })
  const heading = useRef<HTMLHeadingElement>(null)
  const offFold = useRef<HTMLButtonElement>(null)
  const changes = useReviewChanges(review, offFold, heading)
  const { attention, inPlace, off } = review
  const shown = unfolded.attention ? attention : attention.slice(0, AT_FIRST)
  const foldOf = (list: keyof Unfolded) => ({
    open: unfolded[list],
    onToggle: () => setUnfolded({ ...unfolded, [list]: !unfolded[list] }),
  })
  return (
    <section aria-labelledby="review-heading">
      <h2 id="review-heading" ref={heading} tabIndex={-1} className={rail.heading}>
        {words.title} <span>{words.howMany(inPlace.length, inPlace.length + attention.length)}</span>
      </h2>
      {attention.length > 0 && (
        <ul aria-label={words.needsAttention}>
          {shown.map((check) => (
            <FindingLine key={check.kind} check={check} plan={plan} onGo={onGo} changes={canEdit ? changes : null} />
          ))}
        </ul>
      )}
      <div className={styles.folds}>
        {attention.length > AT_FIRST && (
          <Fold {...foldOf('attention')}>
            {unfolded.attention ? words.fewer : words.more(attention.length - AT_FIRST)}
          </Fold>
        )}
        {inPlace.length > 0 && <Fold {...foldOf('inPlace')}>{words.inPlaceFold(inPlace.length)}</Fold>}
        {unfolded.inPlace && <InPlace checks={inPlace} />}
        {off.length > 0 && (
          <Fold {...foldOf('off')} ref={offFold}>
            {words.switchedOffFold(off.length)}
          </Fold>
        )}
        {unfolded.off && off.length > 0 && (
          <SwitchedOff checks={off} plan={plan} onSwitchOn={canEdit ? changes.switchOn : null} />
        )}
      </div>
    </section>
  )
})

function InPlace({ checks }: { readonly checks: readonly ReviewCheck[] }) {
  return (
    <ul className={styles.inPlace} aria-label={words.inPlace}>
      {checks.map(({ kind }) => (
        <li key={kind}>
          <CheckIcon />
          {words.labels[kind]}
        </li>
      ))}
    </ul>
  )
}
