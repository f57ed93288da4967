/**
 * The review of a plan: everything that makes a good mutual action plan, each with whether it is in place. It advises and
 * never blocks; what a plan does without on purpose is switched off in the plan itself, for both sides.
 *
 * Pure, and in one order: the most weighty first. A check that has nothing to judge in this plan is not in it.
 */
import type { LocalDate } from '@milepost/schedule'
import type { PlanOutlook } from '../outlook/plan-outlook.ts'
import type { Plan } from '../read-plan.ts'
import { freezeDeep, keepSame, keepSameItems } from '../same-value.ts'
import { contentChecks } from './content-checks.ts'
import { dateChecks, dayOf } from './date-checks.ts'
import { peopleChecks } from './people-checks.ts'
import { REVIEW_KINDS, type Checks, type ReviewCheck, type ReviewKind } from './review-check.ts'

export interface Review {
  readonly attention: readonly ReviewCheck[]
  readonly inPlace: readonly ReviewCheck[]
  /** Switched off for this plan: left out on purpose. */
  readonly off: readonly ReviewCheck[]
}

/**
 * `propositionWords`: how many words the value proposition says; they stand in a text of their own, which a reading of the
 * plan does not hold. `before`: the review of a moment ago; what says the same is the same object.
 */
export function reviewPlan(
  plan: Plan,
  outlook: PlanOutlook,
  today: LocalDate,
  propositionWords: number,
  before?: Review,
): Review {
  const needed = plan.milestones.filter(({ skipped }) => skipped === null)
  const found: Checks<ReviewKind> = {
    ...contentChecks(plan, needed, propositionWords, today),
    ...dateChecks(plan, outlook, needed, today),
    ...peopleChecks(plan, outlook, needed, today),
  }
  const known = new Map(before === undefined ? [] : listsOf(before).map((check) => [check.kind, check]))
  const checks = REVIEW_KINDS.flatMap((kind) => {
    const check = checkOf(plan, found, kind, today)
    return check === null ? [] : [keepSame(known.get(kind), check)]
  })
  return kept(before, {
    attention: checks.filter(({ inPlace, off }) => !inPlace && off === null),
    inPlace: checks.filter(({ inPlace, off }) => inPlace && off === null),
    off: checks.filter(({ off }) => off !== null),
  })
}

function checkOf(plan: Plan, found: Checks<ReviewKind>, kind: ReviewKind, today: LocalDate): ReviewCheck | null {
  const check = found[kind]
  if (check === null) return null
  const mark = plan.findingsOff[kind]
  const off = mark === undefined ? null : { by: mark.by, on: dayOf(plan.timeZone, mark.at, today) }
  // Kind and facts come out of one entry of one table; the union cannot see that.
  return freezeDeep({ kind, off, ...check } as ReviewCheck)
}

function kept(before: Review | undefined, next: Review): Review {
  const review = {
    attention: keepSameItems(before?.attention, next.attention),
    inPlace: keepSameItems(before?.inPlace, next.inPlace),
    off: keepSameItems(before?.off, next.off),
  }
  const isSame =
    before !== undefined &&
    review.attention === before.attention &&
    review.inPlace === before.inPlace &&
    review.off === before.off
  return isSame ? before : Object.freeze(review)
}

function listsOf({ attention, inPlace, off }: Review): readonly ReviewCheck[] {
  return [...attention, ...inPlace, ...off]
}
