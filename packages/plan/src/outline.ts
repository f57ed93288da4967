/**
 * Tab and Shift+Tab: a milestone becomes a step of the one above, a step becomes a
 * milestone behind its own.
 *
 * Both COPY what was typed and set into a new record and archive the old one, in one
 * undoable change. The trade-off: what somebody else types into the old record while
 * apart stays with the archived one (it is in the "Removed" drawer, not lost) instead
 * of following. Carrying the same text over is not possible: a Y.Text belongs to one
 * record for life, and a record that could be both kinds would let two people make
 * one of it each.
 */
import type { MilestoneId, StepId } from './ids.ts'
import { change, type LiveDoc, type NotAllowed } from './live-doc.ts'
import { META_RECORD } from './meta.ts'
import { addMilestone, archiveMilestone, MILESTONE, presentMilestones } from './milestones.ts'
import { addStep, archiveStep, moveStep, presentSteps, STEP } from './steps.ts'

export type OutlineProblem = NotAllowed | 'no-such-record' | 'full'

/** The new step, or why there is none: the first milestone has none above, go-live and the result stay milestones. */
export type MilestoneToStep =
  | { readonly stepId: StepId }
  | OutlineProblem
  | 'no-milestone-above'
  | 'is-go-live'
  | 'is-result'

export function milestoneToStep(doc: LiveDoc, id: MilestoneId): MilestoneToStep {
  return change<MilestoneToStep>(doc, () => {
    const order = presentMilestones(doc)
    const index = order.findIndex((other) => other.id === id)
    const milestone = order[index]
    if (milestone === undefined) return 'no-such-record'
    const { goLiveId, resultId } = META_RECORD.readIn(doc.ydoc)
    if (id === goLiveId) return 'is-go-live'
    if (id === resultId) return 'is-result'
    const above = order[index - 1]
    if (above === undefined) return 'no-milestone-above'
    const { title, benefit, ownerRole, estimate, due, done } = milestone
    const stepId = addStep(doc, above.id, { title, outcome: benefit, ownerRole, estimate, due, done })
    if (stepId === null) return 'full'
    let last = stepId
    for (const step of presentSteps(doc, id)) {
      moveStep(doc, step.id, above.id, last)
      last = step.id
    }
    archiveMilestone(doc, id)
    return { stepId }
  })
}

export type StepToMilestone = { readonly milestoneId: MilestoneId } | OutlineProblem

export function stepToMilestone(doc: LiveDoc, id: StepId): StepToMilestone {
  return change<StepToMilestone>(doc, () => {
    const step = STEP.rowIn(doc.ydoc, id)
    const above = step?.place?.milestoneId
    if (step === null || step.archived !== null || above === undefined) return 'no-such-record'
    if (MILESTONE.rowIn(doc.ydoc, above) === null) return 'no-such-record'
    const { title, outcome, ownerRole, estimate, due, done } = step
    const milestoneId = addMilestone(doc, { title, benefit: outcome, ownerRole, estimate, due, done, after: above })
    if (milestoneId === null) return 'full'
    archiveStep(doc, id)
    return { milestoneId }
  })
}
