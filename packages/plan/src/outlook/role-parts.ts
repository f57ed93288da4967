/**
 * What each role has in the plan: what it owns, how far that is, and what it owes next. A step without an owner role is its
 * milestone's; a step that two do together is owed by both.
 */
import type { LocalDate } from '@milepost/schedule'
import type { MilestoneId, RoleId, StepId } from '../ids.ts'
import type { Milestone, Plan, Step } from '../read-plan.ts'
import { workThatCanBegin } from './next-step.ts'
import type { PlanOutlook } from './plan-outlook.ts'

export interface OwedLine {
  readonly milestoneId: MilestoneId
  /** Null: the milestone itself. */
  readonly stepId: StepId | null
  /** The day it is promised for, else the day its milestone is forecast for; null where neither is known. */
  readonly date: LocalDate | null
  readonly promised: boolean
  /** It waits only for done work. */
  readonly canBegin: boolean
}

export interface RolePart {
  /** Everything open, the earliest first; what can begin before what cannot. */
  readonly open: readonly OwedLine[]
  readonly done: number
  /** What it owes next; null where nothing is open. */
  readonly next: OwedLine | null
}

export function rolePart(plan: Plan, outlook: PlanOutlook, roleId: RoleId): RolePart {
  const finishOf = (id: MilestoneId) => outlook.milestones.get(id)?.finish ?? null
  const begins = new Set(workThatCanBegin(plan, outlook.links, finishOf).map(keyOf))
  const open: OwedLine[] = []
  let done = 0
  for (const milestone of plan.milestones) {
    if (milestone.skipped !== null) continue
    for (const { stepId, due, isDone } of linesOf(milestone, roleId)) {
      if (isDone) {
        done += 1
        continue
      }
      const line = { milestoneId: milestone.id, stepId }
      const date = due ?? finishOf(milestone.id)
      open.push({ ...line, date, promised: due !== null, canBegin: begins.has(keyOf(line)) })
    }
  }
  const ordered = open.toSorted(earlierFirst)
  return { open: ordered, done, next: ordered[0] ?? null }
}

interface Line {
  readonly stepId: StepId | null
  readonly due: LocalDate | null
  readonly isDone: boolean
}

/** A milestone that is done leaves nothing open in it. */
function linesOf(milestone: Milestone, roleId: RoleId): readonly Line[] {
  const { ownerRole, steps, due, done } = milestone
  const isDone = done !== null
  const own = steps
    .filter((step) => hasStep(step, milestone, roleId))
    .map((step): Line => ({ stepId: step.id, due: step.due, isDone: isDone || step.done !== null }))
  return ownerRole === roleId ? [...own, { stepId: null, due, isDone }] : own
}

function hasStep({ ownerRole, withRole }: Step, milestone: Milestone, roleId: RoleId): boolean {
  return (ownerRole ?? milestone.ownerRole) === roleId || withRole === roleId
}

function earlierFirst(a: OwedLine, b: OwedLine): number {
  if (a.canBegin !== b.canBegin) return a.canBegin ? -1 : 1
  const [first, second] = [a.date ?? '~', b.date ?? '~']
  return first < second ? -1 : first > second ? 1 : 0
}

function keyOf({ milestoneId, stepId }: { readonly milestoneId: string; readonly stepId: string | null }): string {
  return `${milestoneId}/${stepId ?? ''}`
}
