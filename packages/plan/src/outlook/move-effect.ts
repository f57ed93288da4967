/**
 * Moving one promise: what it would do to go-live, to the room and to the result, whether it can be met at all, and, where
 * it cannot, by what estimate it could.
 */
import { forecast, workdaysBetween, type LocalDate } from '@milepost/schedule'
import type { MilestoneId } from '../ids.ts'
import type { Plan } from '../read-plan.ts'
import type { CannotBeMet } from './milestone-outlook.ts'
import type { PlanOutlook } from './plan-outlook.ts'
import { changedInput, effectOfChange, type ScheduleChange, type ScheduleEffect } from './schedule-effect.ts'

export interface MoveEffect extends ScheduleEffect {
  /** When the milestone would be finished. */
  readonly finish: LocalDate
  /** The promise is earlier than what it waits for and its estimate allow. */
  readonly cannotBeMet: CannotBeMet | null
  /** The estimate with which it could be met after all; null where no estimate could, or none is needed. */
  readonly shortenTo: number | null
  /** What it takes now, for "10 days instead of 12". */
  readonly takes: number
}

/** Null where there is no such open milestone. `estimate`: keep the promise together with this estimate. */
export function effectOfMove(
  plan: Plan,
  outlook: PlanOutlook,
  id: MilestoneId,
  due: LocalDate | null,
  estimate?: number,
): MoveEffect | null {
  const milestone = outlook.milestones.get(id)
  if (milestone === undefined || milestone.finish === null || milestone.status === 'done') return null
  const change = moveOf(id, due, estimate)
  const after = forecast(changedInput(outlook.input, change)).milestones.find((other) => other.id === id)
  if (after === undefined || after.finish === null) return null
  const { finish, driver } = after
  const possible = due === null || finish <= due || driver === null || driver === 'done' || driver === 'due'
  return {
    ...effectOfChange(plan, outlook, change),
    finish,
    cannotBeMet: possible ? null : { earliest: finish, because: driver },
    shortenTo: possible ? null : estimateFor(outlook, id, due),
    takes: milestone.takes,
  }
}

export function moveOf(id: MilestoneId, due: LocalDate | null, estimate?: number): ScheduleChange {
  return { milestones: new Map([[id, estimate === undefined ? { due } : { due, estimate }]]) }
}

/** The longest estimate that still meets the promise: the working days from what it waits for; tried, not only counted. */
function estimateFor(outlook: PlanOutlook, id: MilestoneId, due: LocalDate): number | null {
  const { awaited, takes } = outlook.milestones.get(id) ?? { awaited: due, takes: 0 }
  const days = workdaysBetween(outlook.calendar, awaited, due)
  if (days < 0 || days >= takes) return null
  const input = changedInput(outlook.input, moveOf(id, due, days))
  const finish = forecast(input).milestones.find((other) => other.id === id)?.finish ?? null
  return finish !== null && finish <= due ? days : null
}
