/**
 * The one bridge from a plan to the schedule, which knows dates, numbers and links
 * and nothing of titles, people or offers.
 *
 * Every record that says "not needed" is passed on as skipped: archived milestones
 * too, because others may wait for them and are then looked through.
 */
import type { LocalDate, ScheduleInput, ScheduleMilestone } from '@milepost/schedule'
import { baselineOf } from './agreement.ts'
import type { MilestoneId } from './ids.ts'
import type { OfferedDay } from './offers.ts'
import { dayIn } from './day-in.ts'
import { byRank } from './rank.ts'
import type { Milestone, Plan } from './read-plan.ts'

export function planToSchedule(plan: Plan, today: LocalDate): ScheduleInput<MilestoneId> {
  const { offer } = baselineOf(plan.offers)
  const milestones = [...plan.milestones, ...plan.archivedMilestones].toSorted(byRank)
  return {
    today,
    start: planStart(plan, today),
    calendar: {
      workdays: plan.workdays,
      holidays: plan.holidays.map(({ date }) => date),
      freezes: plan.keyDates.flatMap(({ blocksWork, span }) => (blocksWork && span !== null ? [span] : [])),
    },
    goLiveId: plan.goLiveId,
    milestones: milestones.map((milestone) => scheduled(milestone, offer?.days[milestone.id])),
  }
}

/** The day the plan begins: the one that was set, else the day it was made. */
export function planStart(plan: Plan, today: LocalDate): LocalDate {
  if (plan.start !== null) return plan.start
  return plan.createdAt === null ? today : dayIn(plan.timeZone, plan.createdAt)
}

/** The day work began: the one that was set, else the day its first step was done. */
export function startOf(milestone: Milestone): LocalDate | null {
  if (milestone.startedOn !== null) return milestone.startedOn
  const days = milestone.steps.flatMap((step) => step.done?.on ?? [])
  return days.toSorted()[0] ?? null
}

function scheduled(milestone: Milestone, agreed: OfferedDay | undefined): ScheduleMilestone<MilestoneId> {
  return {
    id: milestone.id,
    estimate: milestone.estimate,
    after: milestone.after,
    agreed: agreed?.date ?? null,
    agreedEstimate: agreed?.estimate ?? null,
    agreedGap: agreed?.gap ?? null,
    due: milestone.due,
    startedOn: startOf(milestone),
    doneOn: milestone.done?.on ?? null,
    skipped: milestone.skipped !== null || milestone.archived !== null,
  }
}
