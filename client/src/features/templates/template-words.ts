// What a template is, in numbers; and what it could learn, with the evidence.
import { estimateOf, workdaysToGoLive, type Proposal, type Template } from '@milepost/templates'
import { count, countWords } from '../../format/count.ts'
import { listText } from '../../format/names.ts'
import type { TemplateReadProblem } from './template-file.ts'
import { TEMPLATE_PROBLEM_WORDS } from './template-problem-words.ts'

export function sizeWords(template: Template): string {
  const days = workdaysToGoLive(template)
  const milestones = count(template.milestones.length, 'milestone')
  return days === 0 ? milestones : `${milestones}, ${count(days, 'working day')} to go-live`
}

/** 'took 9, 11 and 12 working days in three plans; the template says 5' */
export function evidenceWords(proposal: Proposal): string {
  if (proposal.kind === 'estimate') {
    const { took, says } = proposal
    const known = says === null ? 'the template says nothing' : `the template says ${says}`
    return `took ${listText(took.map(String))} working days in ${countWords(took.length, 'plan')}; ${known}`
  }
  const { times, of } = proposal
  const plans =
    times === of ? (of === 2 ? 'both plans' : `all ${countWords(of, 'plan')}`) : `${times} of ${countWords(of, 'plan')}`
  return proposal.kind === 'added' ? `was added in ${plans}` : `was left out in ${plans}`
}

/** What would be different; the milestone or step it is about is named before it. */
export function proposalWords(proposal: Proposal): string {
  if (proposal.kind === 'estimate') return `Plan with ${count(proposal.proposes, 'working day')}`
  return proposal.kind === 'added' ? 'Add the step' : 'Leave the step out'
}

export function titleOf(template: Template, proposal: Proposal): string {
  const milestone = template.milestones.find(({ key }) => key === proposal.milestone)
  if (proposal.kind === 'added') return proposal.step.title
  if (proposal.kind === 'estimate') return milestone?.title ?? ''
  return milestone?.steps.find(({ key }) => key === proposal.step)?.title ?? ''
}

export function daysWords(milestone: Template['milestones'][number]): string {
  const days = estimateOf(milestone)
  return days === null ? '' : count(days, 'day')
}

export function readProblemWords(problem: TemplateReadProblem): string {
  if (problem === 'too-big') return 'It is larger than any template can be.'
  if (problem === 'unreadable' || problem === 'not-a-template')
    return 'It holds no template that this version of Milepost can read.'
  return TEMPLATE_PROBLEM_WORDS[problem]
}
