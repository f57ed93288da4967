/**
 * The next step: the earliest by its due date (else by its milestone's forecast) among everything open that waits only for
 * done work. A milestone stands for itself where it has no open step that could begin.
 */
import type { LocalDate } from '@milepost/schedule'
import type { MilestoneId, RoleId, StepId } from '../ids.ts'
import type { Milestone, Plan, Step } from '../read-plan.ts'
import type { Links } from './links.ts'

export interface NextStep {
  readonly milestoneId: MilestoneId
  /** Null: the milestone itself, it has no open step that could begin. */
  readonly stepId: StepId | null
  /** The step's role, else the milestone's. */
  readonly ownerRole: RoleId | null
  /** The day it is due, or, where nobody promised one, the day its milestone is forecast for. */
  readonly date: LocalDate
  readonly promised: boolean
}

export function nextStep(plan: Plan, links: Links, finishOf: (id: MilestoneId) => LocalDate | null): NextStep | null {
  return workThatCanBegin(plan, links, finishOf).reduce<NextStep | null>(
    (first, next) => (first === null || next.date < first.date ? next : first),
    null,
  )
}

/** Everything open that waits only for done work. */
export function workThatCanBegin(
  plan: Plan,
  links: Links,
  finishOf: (id: MilestoneId) => LocalDate | null,
): readonly NextStep[] {
  const done = new Set(plan.milestones.filter((milestone) => milestone.done !== null).map(({ id }) => id))
  return plan.milestones
    .filter(({ id, skipped }) => skipped === null && !done.has(id))
    .filter(({ id }) => (links.get(id) ?? []).every((before) => done.has(before)))
    .flatMap((milestone) => candidatesIn(milestone, finishOf(milestone.id)))
}

function candidatesIn(milestone: Milestone, finish: LocalDate | null): readonly NextStep[] {
  const date = milestone.due ?? finish
  const ready = milestone.steps.filter((step) => step.done === null && canBegin(step, milestone.steps))
  if (ready.length > 0) return ready.flatMap((step) => stepAsNext(step, milestone, finish ?? date))
  const { id, ownerRole, due } = milestone
  return date === null ? [] : [{ milestoneId: id, stepId: null, ownerRole, date, promised: due !== null }]
}

function stepAsNext(step: Step, { id, ownerRole }: Milestone, finish: LocalDate | null): readonly NextStep[] {
  const date = step.due ?? finish
  if (date === null) return []
  return [
    { milestoneId: id, stepId: step.id, ownerRole: step.ownerRole ?? ownerRole, date, promised: step.due !== null },
  ]
}

/** Of its own milestone: a step elsewhere that is open does not hold anybody up here. */
function canBegin({ after }: Step, steps: readonly Step[]): boolean {
  return (after ?? []).every((id) => steps.find((other) => other.id === id)?.done !== null)
}
