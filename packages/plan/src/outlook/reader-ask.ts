/**
 * The one thing that is asked of a reader: what their role owes next and can do now; else, of whoever decides or hands out the
 * work on a side, a name for the first role of that side that has work and nobody. A reader without a role is asked nothing.
 */
import { addWorkdays, type LocalDate } from '@milepost/schedule'
import type { MilestoneId, RoleId, StepId } from '../ids.ts'
import type { Milestone, Plan } from '../read-plan.ts'
import type { Role } from '../roles.ts'
import type { Side } from '../value.ts'
import type { PlanOutlook } from './plan-outlook.ts'
import { rolePart } from './role-parts.ts'

export type ReaderAsk =
  | {
      readonly kind: 'work'
      readonly milestoneId: MilestoneId
      /** Null: the milestone itself. */
      readonly stepId: StepId | null
      readonly date: LocalDate | null
    }
  | {
      readonly kind: 'name'
      readonly roleId: RoleId
      /** The first milestone that waits for somebody in that role. */
      readonly milestoneId: MilestoneId
      /** The first day on which what it waits for is done, and the one it is forecast for. */
      readonly begins: LocalDate
      readonly date: LocalDate | null
    }
  /** `next`: what the role owes once others are done. */
  | {
      readonly kind: 'nothing'
      readonly next: { readonly milestoneId: MilestoneId; readonly date: LocalDate | null } | null
    }

const NAMES_OTHERS: ReadonlySet<string | null> = new Set(['economicBuyer', 'coordinator', 'sponsor'])

/** Who reads: the role of their link, by its id or, where the link was made by its words alone, by its title. */
export interface Reader {
  readonly roleId: string | null
  readonly role: string
  readonly side: Side | null
}

export function roleOfReader(plan: Plan, { roleId, role, side }: Reader): Role | null {
  const title = role.trim().toLowerCase()
  return (
    plan.roles.find(({ id }) => id === roleId) ??
    plan.roles.find((one) => title !== '' && one.side === side && one.title.trim().toLowerCase() === title) ??
    null
  )
}

export function readerAsk(plan: Plan, outlook: PlanOutlook, role: Role | null): ReaderAsk {
  if (role === null) return { kind: 'nothing', next: null }
  const { next } = rolePart(plan, outlook, role.id)
  if (next?.canBegin === true) {
    const { milestoneId, stepId, date } = next
    return { kind: 'work', milestoneId, stepId, date }
  }
  const unnamed = NAMES_OTHERS.has(role.function) ? unnamedWork(plan, outlook, role.side) : null
  if (unnamed !== null) return unnamed
  return { kind: 'nothing', next: next === null ? null : { milestoneId: next.milestoneId, date: next.date } }
}

function unnamedWork(plan: Plan, outlook: PlanOutlook, side: Side): ReaderAsk | null {
  const unnamed = plan.roles.filter((role) => role.side === side && role.personId === null && role.title.trim() !== '')
  for (const milestone of plan.milestones) {
    const own = outlook.milestones.get(milestone.id)
    if (own === undefined || milestone.skipped !== null || milestone.done !== null) continue
    const role = unnamed.find(({ id }) => hasWork(milestone, id))
    if (role === undefined) continue
    const begins = addWorkdays(outlook.calendar, own.awaited, 1)
    return { kind: 'name', roleId: role.id, milestoneId: milestone.id, begins, date: own.finish }
  }
  return null
}

function hasWork({ ownerRole, steps }: Milestone, roleId: RoleId): boolean {
  return (
    ownerRole === roleId ||
    steps.some((step) => step.done === null && (step.ownerRole === roleId || step.withRole === roleId))
  )
}
