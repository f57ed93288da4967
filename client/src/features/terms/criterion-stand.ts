// Who stands behind a success criterion: a side that agreed to what it said before has not agreed to what it says now.
import type { Criterion, CriterionResult, Plan, Side } from '@milepost/plan'
import { agreementOf, isAgreedBy } from '@milepost/plan'
import type { CriteriaStand } from '../../words/terms/criteria.ts'

export const RESULTS: readonly CriterionResult[] = ['reached', 'partly', 'missed']

/** What there is to agree on, and who would. */
export type Measured = Pick<Plan, 'criteria' | 'buyer' | 'seller'>

export type Stand = 'agrees' | 'changed' | 'open'

/** 'changed': the side agreed to what the criterion said before. */
export function standOf(criterion: Criterion, side: Side): Stand {
  if (isAgreedBy(criterion, side)) return 'agrees'
  return agreementOf(criterion, side) === null ? 'open' : 'changed'
}

/** How one side stands to all of them. */
export function standToAll({ criteria }: Measured, side: Side): CriteriaStand {
  const stands = criteria.map((criterion) => standOf(criterion, side))
  const howMany = (which: Stand) => stands.filter((stand) => stand === which).length
  return { agrees: howMany('agrees'), changed: howMany('changed'), all: stands.length }
}
