/**
 * Where a line goes when it is moved by one place, and how that is said. Pure: the plan's own order in, the neighbour
 * to stand behind out. A step that reaches the edge of its milestone goes on into the next one.
 */
import type { Milestone, MilestoneId, Plan, StepId } from '@milepost/plan'
import { commandWords } from '../../words/plan-editor/commands.ts'

export interface MilestoneMove {
  /** Stands right behind this one; null: first of all. */
  readonly behind: MilestoneId | null
  /** Counted from 1. */
  readonly from: number
  readonly to: number
}

export function milestoneMove(plan: Plan, id: MilestoneId, by: 1 | -1): MilestoneMove | null {
  const at = plan.milestones.findIndex((milestone) => milestone.id === id)
  const to = at + by
  if (at === -1 || to < 0 || to >= plan.milestones.length) return null
  return { behind: (by === 1 ? plan.milestones[to] : plan.milestones[to - 1])?.id ?? null, from: at + 1, to: to + 1 }
}

export interface StepMove {
  readonly milestoneId: MilestoneId
  readonly behind: StepId | null
  readonly said: string
}

export function stepMove(plan: Plan, id: StepId, by: 1 | -1): StepMove | null {
  const index = plan.milestones.findIndex((milestone) => milestone.steps.some((step) => step.id === id))
  const milestone = plan.milestones[index]
  if (milestone === undefined) return null
  const at = milestone.steps.findIndex((step) => step.id === id)
  const to = at + by
  if (to >= 0 && to < milestone.steps.length) {
    const behind = (by === 1 ? milestone.steps[to] : milestone.steps[to - 1])?.id ?? null
    return {
      milestoneId: milestone.id,
      behind,
      said: commandWords.stepMovedWithin(at + 1, to + 1, index + 1),
    }
  }
  const next = plan.milestones[index + by]
  if (next === undefined) return null
  const behind = by === 1 ? null : (next.steps.at(-1)?.id ?? null)
  return { milestoneId: next.id, behind, said: commandWords.stepMoved(index + by + 1) }
}

export function milestoneNumber(plan: Plan, id: MilestoneId): number {
  return plan.milestones.findIndex((milestone) => milestone.id === id) + 1
}

export function milestoneOfStep(plan: Plan, id: StepId): Milestone | null {
  return plan.milestones.find((milestone) => milestone.steps.some((step) => step.id === id)) ?? null
}

/** Whether it was made and then left: nothing to keep, nothing to ask. */
export function isBlank(milestone: Milestone): boolean {
  return milestone.title === '' && milestone.benefit === '' && !milestone.notes && milestone.steps.length === 0
}
