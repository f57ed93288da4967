/**
 * The dates that an offer of today would carry: per milestone the later of promise
 * and forecast (a done one: the day it was done), with the estimate and the gap as
 * they are counted now. Kept in the offer, so that what was agreed stays comparable
 * when order, links or the calendar change later.
 */
import { addCalendarDays, forecast, workCalendar, workdaysBetween, type LocalDate } from '@milepost/schedule'
import type { MilestoneId } from './ids.ts'
import type { OfferedDay } from './offers.ts'
import { planToSchedule } from './plan-to-schedule.ts'
import type { Plan } from './read-plan.ts'

export function offerDays(plan: Plan, today: LocalDate): ReadonlyMap<MilestoneId, OfferedDay> {
  const input = planToSchedule(plan, today)
  const calendar = workCalendar(input.calendar)
  const finishes = new Map(forecast(input).milestones.map(({ id, finish }) => [id, finish]))
  const origin = addCalendarDays(input.start, -1)
  const days = new Map<MilestoneId, OfferedDay>()
  /** For each milestone so far: the latest date that whoever waits for it waits for. */
  const ready = new Map<MilestoneId, LocalDate>()
  input.milestones.forEach((milestone, index) => {
    const before = milestone.after ?? input.milestones.slice(index - 1, index).map(({ id }) => id)
    const awaited = before
      .flatMap((id) => ready.get(id) ?? [])
      .reduce((latest, day) => (day > latest ? day : latest), origin)
    const date = milestone.skipped ? null : (finishes.get(milestone.id) ?? null)
    ready.set(milestone.id, date ?? awaited)
    if (date === null) return
    days.set(milestone.id, { date, estimate: milestone.estimate, gap: workdaysBetween(calendar, awaited, date) })
  })
  return days
}
