/**
 * What was done before something that it waits for: a contract signed before its budget, onboarding before the contract.
 * Only what somebody has said counts (`after`): the order of the lines alone forbids nothing. Advice, never a lock.
 */
import type { MilestoneId, StepId } from './ids.ts'
import type { Milestone, Plan, Step } from './read-plan.ts'

export interface DoneTooEarly {
  readonly milestoneId: MilestoneId
  /** Null: the milestone itself. */
  readonly stepId: StepId | null
  /** The first open one that it waits for. */
  readonly before: { readonly milestoneId: MilestoneId; readonly stepId: StepId | null }
}

/** In plan order. */
export function doneTooEarly(plan: Plan): readonly DoneTooEarly[] {
  return plan.milestones.flatMap((milestone): readonly DoneTooEarly[] => {
    if (milestone.skipped !== null) return []
    const open = openBeforeMilestone(plan, milestone)
    const own =
      open === null ? [] : [{ milestoneId: milestone.id, stepId: null, before: { milestoneId: open.id, stepId: null } }]
    const steps = milestone.steps.flatMap((step) => {
      const before = openBeforeStep(plan, step)
      if (before === null) return []
      return [
        {
          milestoneId: milestone.id,
          stepId: step.id,
          before: { milestoneId: before.place.milestoneId, stepId: before.id },
        },
      ]
    })
    return [...own, ...steps]
  })
}

/** Whether anybody has said of anything what it waits for. */
export function saysWhatWaits({ milestones }: Plan): boolean {
  const says = ({ after }: { readonly after: readonly unknown[] | null }) => (after ?? []).length > 0
  return milestones.some((milestone) => milestone.skipped === null && (says(milestone) || milestone.steps.some(says)))
}

/** The first open step that a done one waits for; null for an open one, and where all is in order. */
export function openBeforeStep({ milestones }: Plan, { id, done, after }: Step): Step | null {
  if (done === null || after === null || after.length === 0) return null
  for (const { skipped, steps } of milestones) {
    if (skipped !== null) continue
    const open = steps.find((step) => step.id !== id && step.done === null && after.includes(step.id))
    if (open !== undefined) return open
  }
  return null
}

/** A link to what stands later counts for nothing (rules of the schedule), so it forbids nothing either. */
export function openBeforeMilestone({ milestones }: Plan, { id, done, after }: Milestone): Milestone | null {
  if (done === null || after === null) return null
  const place = milestones.findIndex((milestone) => milestone.id === id)
  const earlier = milestones.slice(0, place)
  return earlier.find((one) => one.done === null && one.skipped === null && after.includes(one.id)) ?? null
}
