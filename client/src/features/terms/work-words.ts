// What is asked of each side, in a sentence each. Days are said with "about" because they are estimates.
import type { Plan, PlanWork, WorkAsked } from '@milepost/plan'
import { count, plural } from '../../format/count.ts'
import { companyOf } from '../../format/names.ts'

/** '19 steps in 8 milestones, about 34 working days, shared by 6 roles; 7 steps are done' */
export function workText({ steps, milestones, workdays, roles, doneSteps }: WorkAsked): string {
  if (milestones === 0) return 'has no part in it yet'
  const parts = [`${count(steps, 'step')} in ${count(milestones, 'milestone')}`]
  if (workdays > 0) parts.push(`about ${count(workdays, 'working day')}`)
  if (roles > 1) parts.push(`shared by ${count(roles, 'role')}`)
  const done = doneSteps === 0 ? '' : `; ${count(doneSteps, 'step')} ${plural(doneSteps, 'is', 'are')} done`
  return `${parts.join(', ')}${done}`
}

/** 'Both sides work on 6 of 8 milestones. Halden Foods alone has 1, Quillmark alone 1.' */
export function overlapText(plan: Plan, { parts }: PlanWork): string {
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
}
