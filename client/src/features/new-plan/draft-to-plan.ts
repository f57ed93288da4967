// From a draft to a plan: what is still missing, who one is, and the filling of the new document.
import { changePlan, setMilestoneDue, type PlanDoc } from '@milepost/plan'
import type { LocalDate } from '@milepost/schedule'
import { startPlan } from '@milepost/templates'
import type { Me } from '../../hooks/use-me.ts'
import { templateOf, type Draft } from './draft.ts'

export type Missing = Partial<Record<'buyer' | 'seller' | 'role', string>>

/** What a plan cannot do without: two sides, and a role for whoever starts it. Dates and names may come later. */
export function missingIn({ buyer, seller, role }: Draft): Missing {
  return {
    ...(buyer.trim() === '' ? { buyer: 'Who is the plan for?' } : {}),
    ...(seller.trim() === '' ? { seller: 'Which company works on it with them?' } : {}),
    ...(role.trim() === '' ? { role: 'What is your part in it? The role first.' } : {}),
  }
}

export function meOf({ side, buyer, seller, role, name }: Draft): Me {
  return { side, company: (side === 'buyer' ? buyer : seller).trim(), role: role.trim(), name: name.trim() }
}

/** Fills the new document; a word where that could not be. */
export function fillPlan(doc: PlanDoc, draft: Draft, today: LocalDate) {
  const { buyer, seller, title, goLive, keyTitle, keyDate, estimates, dues } = draft
  const { side, role, name } = meOf(draft)
  const started = startPlan(doc, templateOf(draft), {
    buyer: buyer.trim(),
    seller: seller.trim(),
    title: title.trim(),
    today,
    goLive,
    estimates,
    side,
    by: { role, name },
    keyDate: keyDate === null ? null : { title: keyTitle.trim(), date: keyDate },
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  })
  if (typeof started === 'string') return started
  changePlan(doc, () => {
    for (const [key, due] of Object.entries(dues)) {
      const id = started.milestones.get(key)
      if (id !== undefined) setMilestoneDue(doc, id, due)
    }
  })
  return { roleId: started.roleId, personId: started.personId }
}
