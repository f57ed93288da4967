/** A template with one proposal taken over. Content alone: which version it becomes is for whoever keeps it. */
import { newId } from '@milepost/plan'
import type { Proposal } from './learn.ts'
import type { Template, TemplateMilestone, TemplateStep } from './template.ts'

export function takeOver(template: Template, proposal: Proposal): Template {
  if (proposal.kind === 'skipped') return withoutStep(template, proposal.step)
  return {
    ...template,
    milestones: template.milestones.map((milestone) =>
      milestone.key === proposal.milestone ? changed(milestone, proposal) : milestone,
    ),
  }
}

function changed(milestone: TemplateMilestone, proposal: Exclude<Proposal, { kind: 'skipped' }>): TemplateMilestone {
  if (proposal.kind === 'estimate') return { ...milestone, estimate: proposal.proposes }
  return { ...milestone, steps: [...milestone.steps, { key: newId(), ...proposal.step, after: null }] }
}

/** Whoever waited for it waits for what it waited for. */
function withoutStep(template: Template, key: string): Template {
  return {
    ...template,
    milestones: template.milestones.map((milestone) => {
      const at = milestone.steps.findIndex((step) => step.key === key)
      const gone = milestone.steps[at]
      const before =
        gone === undefined
          ? []
          : (gone.after ??
            milestone.steps
              .slice(0, at)
              .slice(-1)
              .map((step) => step.key))
      return {
        ...milestone,
        steps: milestone.steps
          .map((step, place) => relinked(step, key, before, at >= 0 && place === at + 1 && gone?.after !== null))
          .filter((step) => step.key !== key),
      }
    }),
  }
}

/** `followed`: it stood right behind, and the one in front of it now is not what the lost step waited for. */
function relinked(step: TemplateStep, gone: string, before: readonly string[], followed: boolean): TemplateStep {
  if (step.after === null) return followed ? { ...step, after: before } : step
  if (!step.after.includes(gone)) return step
  return { ...step, after: [...new Set(step.after.flatMap((other) => (other === gone ? before : [other])))] }
}
