/** The roster of one side as the rail shows it: each role with its person, and what one would lose by removing it. */
import type { Person, Plan, Role, RoleId, Side } from '@milepost/plan'
import { rosterWords } from '../../words/people/roster.ts'

/** Who there is, and what their companies are called. */
export type Roster = Pick<Plan, 'roles' | 'people' | 'buyer' | 'seller'>

export interface RosterLine {
  readonly role: Role
  readonly person: Person | null
}

/** People first, open questions last; within both, in the order of the plan. */
export function rosterOf(plan: Roster, side: Side): readonly RosterLine[] {
  const lines = plan.roles
    .filter((role) => role.side === side)
    .map((role) => ({ role, person: plan.people.find((person) => person.id === role.personId) ?? null }))
  return [...lines.filter(({ person }) => person !== null), ...lines.filter(({ person }) => person === null)]
}

export function namedText(plan: Roster): string {
  const named = plan.roles.filter((role) => plan.people.some((person) => person.id === role.personId)).length
  return rosterWords.named(named, plan.roles.length)
}

/** Where a role is used: "milestones 3 and 5 and 4 steps"; null where it is free to go. */
export function usesOf(plan: Plan, roleId: RoleId): string | null {
  const milestones = plan.milestones.flatMap((milestone, index) =>
    milestone.ownerRole === roleId ? [String(index + 1)] : [],
  )
  const steps = plan.milestones.reduce(
    (sum, { steps }) => sum + steps.filter((step) => step.ownerRole === roleId || step.withRole === roleId).length,
    0,
  )
  return milestones.length === 0 && steps === 0 ? null : rosterWords.uses(milestones, steps)
}
