/** What an import would add to a plan: made from a table or a list, looked at by a person, and only then written. */
import { RECORD_LIMITS, type PersonId, type Plan, type RoleId, type Side } from '@milepost/plan'
import type { LocalDate } from '@milepost/schedule'

/** A role and who has it, of the plan or new. */
export interface DraftOwner {
  /** The same for the same role and person, whatever their case and accents. */
  readonly key: string
  readonly title: string
  readonly name: string
  readonly side: Side
  /** What the plan has already; null: it is made. */
  readonly roleId: RoleId | null
  readonly personId: PersonId | null
}

/** What milestones and steps have in common. */
export interface DraftLine {
  readonly title: string
  /** `DraftOwner.key`. */
  readonly owner: string | null
  /** The second role of a step. */
  readonly withOwner: string | null
  readonly due: LocalDate | null
  readonly estimate: number | null
  readonly done: LocalDate | null
  /** The benefit of a milestone, what there is after a step. */
  readonly benefit: string
}

export interface DraftMilestone extends DraftLine {
  readonly notes: readonly string[]
  readonly steps: readonly DraftLine[]
}

/** A cell that was not understood, and the row it stands in, as people count. */
export interface Unread {
  readonly row: number
  readonly text: string
}

export interface PlanDraft {
  readonly milestones: readonly DraftMilestone[]
  readonly owners: readonly DraftOwner[]
  readonly unreadDates: readonly Unread[]
  readonly unreadEstimates: readonly Unread[]
  /** Titles that are longer than a title may be. */
  readonly cut: number
  /** Rows with words, but without a title. */
  readonly untitledRows: number
}

export interface DraftCount {
  readonly milestones: number
  readonly steps: number
  /** New ones. */
  readonly roles: number
  readonly people: number
}

export function countOf({ milestones, owners }: PlanDraft): DraftCount {
  return {
    milestones: milestones.length,
    steps: milestones.reduce((sum, { steps }) => sum + steps.length, 0),
    roles: owners.filter(({ roleId }) => roleId === null).length,
    people: owners.filter(({ personId, name }) => personId === null && name !== '').length,
  }
}

export interface Overflow {
  readonly kind: keyof DraftCount
  readonly most: number
  /** How many the plan would have. */
  readonly would: number
}

/** What would not fit into the plan; null where all of it does. */
export function overflowOf(plan: Plan, draft: PlanDraft): Overflow | null {
  const adds = countOf(draft)
  const has: DraftCount = {
    milestones: plan.milestones.length,
    steps: plan.milestones.reduce((sum, { steps }) => sum + steps.length, 0),
    roles: plan.roles.length,
    people: plan.people.length,
  }
  for (const kind of ['milestones', 'steps', 'roles', 'people'] as const) {
    const would = has[kind] + adds[kind]
    if (adds[kind] > 0 && would > RECORD_LIMITS[kind]) return { kind, most: RECORD_LIMITS[kind], would }
  }
  return null
}
