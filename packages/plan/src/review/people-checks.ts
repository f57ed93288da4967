/** Who is in the plan: owners, names in time, both sides at work, and the functions that such a decision usually needs. */
import { workdaysBetween, type LocalDate } from '@milepost/schedule'
import type { RoleId } from '../ids.ts'
import { workThatCanBegin } from '../outlook/next-step.ts'
import type { PlanOutlook } from '../outlook/plan-outlook.ts'
import { startOf } from '../plan-to-schedule.ts'
import type { Milestone, Plan } from '../read-plan.ts'
import type { Role, RoleFunction } from '../roles.ts'
import type { Side } from '../value.ts'
import { contributedSides, hasContributed } from './contributions.ts'
import { readingOf } from './milestone-reading.ts'
import type { Checks, Found, ReviewTarget, Work } from './review-check.ts'

/** Somebody who is named later than this before the work begins has no time to prepare for it. */
const NAMED_BEFORE = 15
/** Customer success that comes later than these milestones comes as a stranger. */
const EARLY = 3
const SIDES: readonly Side[] = ['buyer', 'seller']

/** The functions of the buyer's that such a decision usually needs. */
type BuyerFunction = 'economicBuyer' | 'legal' | 'security' | 'purchasing' | 'finance'

type PeopleKind =
  | 'waitsOnNobody'
  | 'rolesNamed'
  | 'owners'
  | 'bothSidesWork'
  | 'bothSidesContribute'
  | 'decisionMaker'
  | 'sellerSponsor'
  | 'customerSuccessEarly'
  | BuyerFunction

export function peopleChecks(
  plan: Plan,
  outlook: PlanOutlook,
  needed: readonly Milestone[],
  today: LocalDate,
): Checks<PeopleKind> {
  const waiting = waitsOnNobody(plan, outlook)
  const roleOfBuyer = (part: BuyerFunction) => present(plan, 'buyer', part)
  return {
    waitsOnNobody: found(waiting),
    rolesNamed: found(unnamedSoon(plan, outlook, needed, today, waiting)),
    owners: needed.length === 0 ? null : owners(needed),
    bothSidesWork: needed.length === 0 ? null : bothSidesWork(plan, needed),
    bothSidesContribute: bothSidesContribute(plan),
    decisionMaker: decisionMaker(plan),
    sellerSponsor: present(plan, 'seller', 'sponsor'),
    customerSuccessEarly: customerSuccessEarly(plan, needed),
    economicBuyer: roleOfBuyer('economicBuyer'),
    legal: roleOfBuyer('legal'),
    security: roleOfBuyer('security'),
    purchasing: roleOfBuyer('purchasing'),
    finance: roleOfBuyer('finance'),
  }
}

/** Work that waits only for done work, and that no person has. */
function waitsOnNobody(plan: Plan, { links, milestones }: PlanOutlook): readonly Work[] {
  const named = namedRoles(plan)
  return workThatCanBegin(plan, links, (id) => milestones.get(id)?.finish ?? null)
    .filter(({ ownerRole }) => ownerRole === null || !named.has(ownerRole))
    .map(({ milestoneId, stepId, ownerRole }) => ({ milestoneId, stepId, roleId: ownerRole }))
}

/** Each role without a person that has work which begins soon, once; those that work already waits for are said above. */
function unnamedSoon(
  plan: Plan,
  outlook: PlanOutlook,
  needed: readonly Milestone[],
  today: LocalDate,
  waiting: readonly Work[],
): readonly Work[] {
  const unnamed = new Set(plan.roles.filter(({ personId }) => personId === null).map(({ id }) => id))
  for (const { roleId } of waiting) if (roleId !== null) unnamed.delete(roleId)
  const work: Work[] = []
  const agreed = new Map(outlook.input.milestones.map((each) => [each.id, each]))
  for (const milestone of needed) {
    if (unnamed.size === 0) break
    if (milestone.done !== null) continue
    const days = daysUntil(milestone, outlook, agreed.get(milestone.id), today)
    if (days === null || days > NAMED_BEFORE) continue
    const { id, ownerRole, steps } = milestone
    const owned = [
      { roleId: ownerRole, stepId: null },
      ...steps.filter(({ done }) => done === null).map((step) => ({ roleId: step.ownerRole, stepId: step.id })),
    ]
    for (const { roleId, stepId } of owned) {
      if (roleId === null || !unnamed.delete(roleId)) continue
      work.push({ milestoneId: id, stepId, roleId })
    }
  }
  return work
}

/** Working days until it begins: as forecast, or as agreed where that is earlier. Nought or less: it has begun or should have. */
function daysUntil(
  milestone: Milestone,
  { milestones, calendar }: PlanOutlook,
  agreed: PlanOutlook['input']['milestones'][number] | undefined,
  today: LocalDate,
): number | null {
  const outlook = milestones.get(milestone.id)
  if (outlook === undefined || outlook.finish === null) return null
  if (startOf(milestone) !== null) return 0
  const takes = Math.max(1, outlook.takes)
  const forecast = workdaysBetween(calendar, today, outlook.finish) - takes + 1
  if (agreed === undefined || agreed.agreed === null) return forecast
  const took = Math.max(1, agreed.agreedEstimate ?? takes)
  return Math.min(forecast, workdaysBetween(calendar, today, agreed.agreed) - took + 1)
}

function owners(needed: readonly Milestone[]): Found<'owners'> {
  const milestoneIds = needed.filter(({ ownerRole }) => ownerRole === null).map(({ id }) => id)
  const [milestoneId] = milestoneIds
  return {
    inPlace: milestoneId === undefined,
    target: milestoneId === undefined ? { kind: 'milestones' } : { kind: 'milestone', milestoneId },
    facts: { milestoneIds },
  }
}

function bothSidesWork(plan: Plan, needed: readonly Milestone[]): Found<'bothSidesWork'> {
  const sideOf = new Map(plan.roles.map(({ id, side }) => [id, side]))
  const working = new Set(needed.flatMap((milestone) => [...readingOf(milestone).roles].map((id) => sideOf.get(id))))
  const missing = SIDES.filter((side) => !working.has(side))
  return { inPlace: missing.length === 0, target: { kind: 'milestones' }, facts: { missing } }
}

function bothSidesContribute(plan: Plan): Found<'bothSidesContribute'> {
  const sides = contributedSides(plan)
  const missing = SIDES.filter((side) => !sides.has(side))
  return {
    inPlace: missing.length === 0,
    target: { kind: 'people', side: missing[0] ?? 'buyer' },
    facts: { missing },
  }
}

/** Whether one of those who decide has put something in; where the plan knows none, that is what `economicBuyer` asks for. */
function decisionMaker(plan: Plan): Found<'decisionMaker'> | null {
  const deciders = plan.roles.filter(
    ({ side, function: part }) => side === 'buyer' && (part === 'economicBuyer' || part === 'sponsor'),
  )
  const [first] = deciders
  if (first === undefined) return null
  const people = new Map(plan.people.map((person) => [person.id, person]))
  const contributed = deciders.some(({ personId }) => {
    const person = personId === null ? undefined : people.get(personId)
    return person !== undefined && hasContributed(plan, person)
  })
  return {
    inPlace: contributed,
    target: { kind: 'role', roleId: first.id },
    facts: { roleIds: deciders.map(({ id }) => id) },
  }
}

function customerSuccessEarly(plan: Plan, needed: readonly Milestone[]): Found<'customerSuccessEarly'> {
  const roles = plan.roles.filter(hasPart('seller', 'customerSuccess'))
  const early = needed.slice(0, EARLY).map((milestone) => readingOf(milestone).roles)
  const [first] = roles
  return {
    inPlace: roles.some(({ id }) => early.some((owning) => owning.has(id))),
    target: first === undefined ? { kind: 'people', side: 'seller' } : milestoneOrRole(needed[0], first.id),
    facts: { roleId: first?.id ?? null },
  }
}

function milestoneOrRole(milestone: Milestone | undefined, roleId: RoleId): ReviewTarget {
  return milestone === undefined ? { kind: 'role', roleId } : { kind: 'milestone', milestoneId: milestone.id }
}

function present(
  plan: Plan,
  side: Side,
  part: RoleFunction,
): { readonly inPlace: boolean; readonly target: ReviewTarget; readonly facts: { readonly roleId: RoleId | null } } {
  const role = plan.roles.find(hasPart(side, part))
  return {
    inPlace: role !== undefined,
    target: role === undefined ? { kind: 'people', side } : { kind: 'role', roleId: role.id },
    facts: { roleId: role?.id ?? null },
  }
}

function hasPart(side: Side, part: RoleFunction): (role: Role) => boolean {
  return (role) => role.side === side && role.function === part
}

function namedRoles(plan: Plan): ReadonlySet<RoleId> {
  return new Set(plan.roles.filter(({ personId }) => personId !== null).map(({ id }) => id))
}

function found(work: readonly Work[]): {
  readonly inPlace: boolean
  readonly target: ReviewTarget
  readonly facts: { readonly work: readonly Work[] }
} {
  const [first] = work
  return { inPlace: first === undefined, target: placeOf(first), facts: { work } }
}

/** A role without a name is named where it stands; work without a role gets one where it stands. */
function placeOf(work: Work | undefined): ReviewTarget {
  if (work === undefined) return { kind: 'milestones' }
  const { milestoneId, stepId, roleId } = work
  if (roleId !== null) return { kind: 'role', roleId }
  return stepId === null ? { kind: 'milestone', milestoneId } : { kind: 'step', milestoneId, stepId }
}
