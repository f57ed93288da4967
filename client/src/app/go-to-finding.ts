// Where a finding of the plan review leads: to a line of the document, or to a place beside it that has a name. Whoever only
// reads has no button to add somebody with; for them the heading above is the place.
import type { MilestoneId, ReviewTarget, StepId } from '@milepost/plan'
import { goToPlace } from '../ui/go-to-place.ts'

export interface LineOfPlan {
  readonly milestoneId: MilestoneId
  readonly stepId: StepId | null
}

export function goToFinding(target: ReviewTarget, goToLine: (line: LineOfPlan) => void): void {
  if (target.kind === 'milestone') goToLine({ milestoneId: target.milestoneId, stepId: null })
  else if (target.kind === 'step') goToLine({ milestoneId: target.milestoneId, stepId: target.stepId })
  else goToTarget(target)
}

type Place = Exclude<ReviewTarget, { readonly kind: 'milestone' | 'step' }>

/** Answers whether it is on the page. */
export function goToTarget(target: Place): boolean {
  return placesOf(target).some(goToPlace)
}

/** The first of them that is on the page. */
function placesOf(target: Place): readonly string[] {
  switch (target.kind) {
    case 'role':
      return [target.roleId]
    case 'keyDate':
      return [target.keyDateId]
    case 'people':
      return [`people:${target.side}`, 'people']
    case 'keyDates':
      return ['keyDates:add', 'keyDates']
    case 'goLive':
      return ['goLive', 'milestones']
    default:
      return [target.kind]
  }
}
