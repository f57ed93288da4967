/** Brings back what was removed, as one change and one step of undo. */
import {
  changePlan,
  restoreCriterion,
  restoreDecision,
  restoreExpectation,
  restoreKeyDate,
  restoreMilestone,
  restoreObjective,
  restoreOption,
  restorePerson,
  restoreRole,
  restoreStep,
  type Change,
  type PlanDoc,
} from '@milepost/plan'
import type { RemovedKind, RemovedLine } from './removed-lines.ts'

const RESTORE: Record<RemovedKind, (doc: PlanDoc, id: never) => Change> = {
  milestone: restoreMilestone,
  step: restoreStep,
  role: restoreRole,
  person: restorePerson,
  keyDate: restoreKeyDate,
  objective: restoreObjective,
  criterion: restoreCriterion,
  decision: restoreDecision,
  expectation: restoreExpectation,
  option: restoreOption,
}

/** False where somebody else was faster, or nothing may be changed any more. */
export function restoreLine(doc: PlanDoc, { kind, id, withMilestone }: RemovedLine): boolean {
  const answer = changePlan(doc, () => {
    if (withMilestone !== null) restoreMilestone(doc, withMilestone)
    return RESTORE[kind](doc, id as never)
  })
  return answer === 'changed'
}
