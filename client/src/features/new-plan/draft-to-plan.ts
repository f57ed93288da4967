// From a draft to a plan: what is still missing, who one is, and the filling of the new document.
import { changePlan, readPlan, setMilestoneDue, setStepDone, type MilestoneId, type PlanDoc } from '@milepost/plan'
import type { LocalDate } from '@milepost/schedule'
import { startPlan } from '@milepost/templates'
import type { Me } from '../../hooks/use-me.ts'
import { newPlanWords as words } from '../../words/new-plan.ts'
import { changesOf } from './draft-dates.ts'
import { templateOf, type Draft } from './draft.ts'

export type Missing = Partial<Record<'buyer' | 'seller' | 'role', string>>

/** What a plan cannot do without: two sides, and a role for whoever starts it. Dates and names may come later. */
export function missingIn({ buyer, seller, role }: Draft): Missing {
  return {
    ...(buyer.trim() === '' ? { buyer: words.sides.buyer.missing } : {}),
    ...(seller.trim() === '' ? { seller: words.sides.seller.missing } : {}),
    ...(role.trim() === '' ? { role: words.you.roleMissing } : {}),
  }
}

export function meOf({ side, buyer, seller, role, name }: Draft): Me {
  return { side, company: (side === 'buyer' ? buyer : seller).trim(), role: role.trim(), name: name.trim() }
}

/** Fills the new document; a word where that could not be. */
export function fillPlan(doc: PlanDoc, draft: Draft, today: LocalDate) {
  const { buyer, seller, title, goLive, keyTitle, keyDate, dues } = draft
  const { side, role, name } = meOf(draft)
  const started = startPlan(doc, templateOf(draft), {
    buyer: buyer.trim(),
    seller: seller.trim(),
    title: title.trim(),
    ...changesOf(draft, today),
    goLive,
    side,
    by: { role, name },
    keyDate: keyDate === null ? null : { title: keyTitle.trim(), date: keyDate },
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  })
  if (typeof started === 'string') return started
  changePlan(doc, () => {
    for (const [key, due] of Object.entries(dues)) {
      const id = started.milestones.get(key)
      if (id !== undefined && !draft.done.includes(key)) setMilestoneDue(doc, id, due)
    }
    markStepsDone(doc, draft, started.milestones, today)
  })
  return { roleId: started.roleId, personId: started.personId }
}

/** What was reached before the plan existed was reached step by step. */
function markStepsDone(
  doc: PlanDoc,
  draft: Draft,
  milestones: ReadonlyMap<string, MilestoneId>,
  today: LocalDate,
): void {
  const { done } = changesOf(draft, today)
  const plan = readPlan(doc)
  for (const [key, on] of Object.entries(done)) {
    const milestone = plan.milestones.find(({ id }) => id === milestones.get(key))
    for (const step of milestone?.steps ?? []) setStepDone(doc, step.id, on, today)
  }
}
