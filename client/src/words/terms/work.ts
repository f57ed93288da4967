// What the plan asks of each side, in a sentence each, and both sides' work beside each other. Days are said with "about"
// because they are estimates.
import type { Plan, PlanWork, WorkAsked } from '@milepost/plan'
import { count, plural } from '../../format/count.ts'
import { companyOf } from '../../format/names.ts'

export const workWords = {
  title: 'What it asks of each side',
  nobodys: (steps: number) => `${steps} steps belong to nobody yet.`,
  sideBySide: 'Side by side',
  /** '19 steps in 8 milestones, about 34 working days, shared by 6 roles; 7 steps are done' */
  asked({ steps, milestones, workdays, roles, doneSteps }: WorkAsked): string {
    if (milestones === 0) return 'has no part in it yet'
    const parts = [`${count(steps, 'step')} in ${count(milestones, 'milestone')}`]
    if (workdays > 0) parts.push(`about ${count(workdays, 'working day')}`)
    if (roles > 1) parts.push(`shared by ${count(roles, 'role')}`)
    const done = doneSteps === 0 ? '' : `; ${count(doneSteps, 'step')} ${plural(doneSteps, 'is', 'are')} done`
    return `${parts.join(', ')}${done}`
  },
  /** 'Both sides work on 6 of 8 milestones. Halden Foods alone has 1, Quillmark alone 1.' */
  overlap(plan: Plan, { parts }: PlanWork): string {
    const has = ({ owns, steps }: { readonly owns: boolean; readonly steps: readonly unknown[] }) =>
      owns || steps.length > 0
    const both = parts.filter(({ buyer, seller }) => has(buyer) && has(seller)).length
    const buyer = parts.filter((part) => has(part.buyer) && !has(part.seller)).length
    const seller = parts.filter((part) => has(part.seller) && !has(part.buyer)).length
    const alone = [
      ...(buyer === 0 ? [] : [`${companyOf(plan, 'buyer')} alone has ${buyer}`]),
      ...(seller === 0 ? [] : [`${companyOf(plan, 'seller')} alone has ${seller}`]),
    ]
    const first =
      both === parts.length
        ? 'Both sides work on every milestone.'
        : `Both sides work on ${both} of ${count(parts.length, 'milestone')}.`
    return alone.length === 0 ? first : `${first} ${alone.join(', ')}.`
  },
  table: {
    label: 'Both sides beside each other',
    milestone: 'Milestone',
    unnamedMilestone: 'Untitled',
    alone: (company: string) => `${company} alone`,
    owns: 'Owns it',
    /** Before a step, for those who hear it. */
    done: 'Done: ',
    together: 'together',
  },
  /** For a buyer who opens a plan for the first time. */
  whatItDoes: {
    title: (buyer: string) => `What this plan does for ${buyer}`,
    lessRisk: 'Less risk.',
    lessRiskWhy:
      'Every step to the first result stands here before you commit, with its day and who does it; what is at risk shows before it is late.',
    lessWork: 'Less work.',
    lessWorkWhy: (asked: string, seller: string) =>
      `You see what it asks of you: ${asked}. ${seller}’s own work stands beside it.`,
    bothAnswer: 'Both sides answer for it.',
    /** What somebody may do with it, as their link says. */
    bothAnswerWhy: (canEdit: boolean) =>
      `It is yours as much as theirs: ${canEdit ? 'change anything' : 'say what you think beside any line'}; each day lost names its cause, whoever it was.`,
    read: 'Got it',
  },
}
