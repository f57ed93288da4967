// What a proposal is about: the milestone or the step.
import type { Proposal, Template } from '@milepost/templates'

export function titleOf(template: Template, proposal: Proposal): string {
  const milestone = template.milestones.find(({ key }) => key === proposal.milestone)
  if (proposal.kind === 'added') return proposal.step.title
  if (proposal.kind === 'estimate') return milestone?.title ?? ''
  return milestone?.steps.find(({ key }) => key === proposal.step)?.title ?? ''
}
