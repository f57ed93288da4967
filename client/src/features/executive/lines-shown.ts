/**
 * Which milestones an executive sees of a long plan: twelve at most. The goals always, then what is under way and next, then what
 * was done last; in the plan's order, under the numbers they have there.
 */
import type { Milestone, Plan } from '@milepost/plan'

export const MOST_LINES = 12

export function linesShown(plan: Plan, most: number = MOST_LINES): readonly Milestone[] {
  const { milestones, goLiveId, resultId } = plan
  if (milestones.length <= most) return milestones
  const isGoal = ({ id }: Milestone) => id === goLiveId || id === resultId
  const open = milestones.filter((one) => !isGoal(one) && one.done === null && one.skipped === null)
  const done = milestones.filter((one) => !isGoal(one) && one.done !== null)
  const others = milestones.filter((one) => !isGoal(one) && one.done === null && one.skipped !== null)
  const shown = new Set([...milestones.filter(isGoal), ...open, ...done.toReversed(), ...others].slice(0, most))
  return milestones.filter((milestone) => shown.has(milestone))
}
