/**
 * What the plan asks of each side: steps, working days, people. Said before anybody commits, so that both accept the work
 * and not only the outcome.
 *
 * A step counts for the side of its owner role, and for both where the second role is of the other side; a step without an
 * owner role falls to its milestone's. Days are the steps' estimates. Where the steps of a milestone say no days at all,
 * the milestone's own estimate stands for them, at the side that owns it: nobody splits what nobody has estimated. What is
 * skipped asks nothing.
 */
import type { RoleId } from './ids.ts'
import type { Milestone, Plan, Step } from './read-plan.ts'
import type { Side } from './value.ts'

export interface WorkAsked {
  /** Milestones in which this side has a part. */
  readonly milestones: number
  readonly steps: number
  readonly doneSteps: number
  /** Working days, as far as anybody has estimated. */
  readonly workdays: number
  /** Roles that have a part. */
  readonly roles: number
}

export interface PlanWork {
  readonly buyer: WorkAsked
  readonly seller: WorkAsked
  /** Steps that belong to neither side yet. */
  readonly nobodys: number
  /** Which side has a part in each milestone, in plan order. */
  readonly parts: readonly MilestoneParts[]
}

export interface MilestoneParts {
  readonly milestone: Milestone
  readonly buyer: SidePart
  readonly seller: SidePart
}

export interface SidePart {
  readonly owns: boolean
  readonly steps: readonly Step[]
}

const SIDES = ['buyer', 'seller'] as const

export function workAsked(plan: Plan): PlanWork {
  const sideOf = new Map<RoleId, Side>(plan.roles.map(({ id, side }) => [id, side]))
  const asked = { buyer: nothing(), seller: nothing() }
  const parts: MilestoneParts[] = []
  let nobodys = 0
  for (const milestone of plan.milestones) {
    if (milestone.skipped !== null) continue
    const owner = milestone.ownerRole === null ? null : (sideOf.get(milestone.ownerRole) ?? null)
    const rolesOf = (step: Step) => rolesIn(step, milestone)
    const part = (side: Side): SidePart => ({
      owns: owner === side,
      steps: milestone.steps.filter((step) => rolesOf(step).some((role) => sideOf.get(role) === side)),
    })
    const both = { milestone, buyer: part('buyer'), seller: part('seller') }
    parts.push(both)
    nobodys += milestone.steps.filter((step) => rolesOf(step).every((role) => !sideOf.has(role))).length
    const estimated = milestone.steps.some(({ estimate }) => estimate !== null)
    for (const side of SIDES) {
      const { owns, steps } = both[side]
      const of = asked[side]
      if (owns || steps.length > 0) of.milestones += 1
      of.steps += steps.length
      of.doneSteps += steps.filter(({ done }) => done !== null).length
      if (estimated) for (const { estimate } of steps) of.workdays += estimate ?? 0
      else if (owns) of.workdays += milestone.estimate ?? 0
      const named = [...steps.flatMap(rolesOf), ...(milestone.ownerRole === null ? [] : [milestone.ownerRole])]
      for (const role of named) if (sideOf.get(role) === side) of.who.add(role)
    }
  }
  return Object.freeze({ buyer: summed(asked.buyer), seller: summed(asked.seller), nobodys, parts })
}

/** Who does a step: its owner, else its milestone's, and whoever does it with them. */
function rolesIn({ ownerRole, withRole }: Step, milestone: Milestone): readonly RoleId[] {
  const first = ownerRole ?? milestone.ownerRole
  return [first, withRole].filter((role) => role !== null)
}

function nothing() {
  return { milestones: 0, steps: 0, doneSteps: 0, workdays: 0, who: new Set<RoleId>() }
}

function summed({ who, ...sums }: ReturnType<typeof nothing>): WorkAsked {
  return Object.freeze({ ...sums, roles: who.size })
}
