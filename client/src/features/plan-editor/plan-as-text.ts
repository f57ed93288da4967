/** A plan as an outline to paste somewhere else: numbered milestones, their benefit, their steps with a box. Pure. */
import type { Milestone, Plan, RoleId } from '@milepost/plan'
import { lineWords } from '../../words/lines.ts'
import { outlineLaterWords as words } from '../../words/plan-editor/outline-later.ts'

export function planAsText(plan: Plan): string {
  return plan.milestones
    .map((milestone, index) =>
      [
        `${index + 1}. ${titleOf(milestone)}${about(plan, milestone)}`,
        ...(milestone.benefit === '' ? [] : [`   ${milestone.benefit}`]),
        ...milestone.steps.map(
          (step) => `   - [${step.done === null ? ' ' : 'x'}] ${titleOf(step)}${about(plan, step)}`,
        ),
      ].join('\n'),
    )
    .join('\n')
}

export function planAsHtml(plan: Plan): string {
  const items = plan.milestones.map((milestone) => {
    const steps = milestone.steps.map((step) => `<li>${escaped(titleOf(step) + about(plan, step))}</li>`)
    const benefit = milestone.benefit === '' ? '' : `<br>${escaped(milestone.benefit)}`
    const list = steps.length === 0 ? '' : `<ul>${steps.join('')}</ul>`
    return `<li><b>${escaped(titleOf(milestone))}</b>${escaped(about(plan, milestone))}${benefit}${list}</li>`
  })
  return `<ol>${items.join('')}</ol>`
}

interface Line {
  readonly title: string
  readonly ownerRole: RoleId | null
  readonly due: string | null
  readonly done: Milestone['done']
}

function titleOf({ title }: { readonly title: string }): string {
  return title === '' ? lineWords.untitled : title
}

/** " (IT Security Lead, 2026-06-18)": days as everybody and every program reads them. */
function about(plan: Plan, { ownerRole, due, done }: Line): string {
  const role = plan.roles.find(({ id }) => id === ownerRole)?.title ?? ''
  const day = done === null ? due : words.doneOn(done.on)
  const parts = [role, day ?? ''].filter((part) => part !== '')
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
