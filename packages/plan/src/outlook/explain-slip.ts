/**
 * Why one milestone is later than agreed: "7 days after agreed: 4 carried from milestone 3, 3 its own". The parts add up.
 * Asked for one row at a time, because each answer replays the plan towards that milestone.
 */
import { attribute } from '@milepost/schedule'
import type { MilestoneId } from '../ids.ts'
import type { PlanOutlook } from './plan-outlook.ts'

export interface SlipExplained {
  /** Working days after the agreed date; negative: before it. */
  readonly slip: number
  readonly own: number
  /** Days that others moved it by, in the order in which they came. */
  readonly carried: readonly { readonly id: MilestoneId; readonly days: number }[]
  /** Days of a changed calendar or order. */
  readonly plan: number
}

/** Null where it has no agreed date or is skipped. */
export function explainSlip({ input, milestones }: PlanOutlook, id: MilestoneId): SlipExplained | null {
  const slip = milestones.get(id)?.slip ?? null
  const causes = attribute(input, id)
  if (slip === null || causes === null) return null
  const daysOf = (name: MilestoneId | 'plan') => causes.find((cause) => cause.id === name)?.days ?? 0
  return {
    slip,
    own: daysOf(id),
    carried: causes.flatMap((cause) =>
      cause.id === id || cause.id === 'plan' ? [] : [{ id: cause.id, days: cause.days }],
    ),
    plan: daysOf('plan'),
  }
}
