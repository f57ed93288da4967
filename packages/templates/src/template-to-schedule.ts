/**
 * A template as the schedule sees it, before there is a plan: so that "New plan" can work dates back live, with the same
 * arithmetic that the plan will use, while somebody still changes the numbers.
 */
import type { CalendarInput, LocalDate, ScheduleInput } from '@milepost/schedule'
import { estimateOf, type Template } from './template.ts'

/** What somebody changes in a template before the plan is made; milestones are named by their key. */
export interface TemplateChanges {
  readonly estimates?: Readonly<Record<string, number>>
  /** Milestones that were done before the plan existed, with the day. */
  readonly done?: Readonly<Record<string, LocalDate>>
}

export interface TemplateDates extends TemplateChanges {
  readonly today: LocalDate
  /** When the plan begins; left out: today. */
  readonly start?: LocalDate
  /** Left out: Monday to Friday. */
  readonly calendar?: CalendarInput
}

const WEEKDAYS: CalendarInput = { workdays: [1, 2, 3, 4, 5], holidays: [], freezes: [] }

export function templateToSchedule(template: Template, dates: TemplateDates): ScheduleInput {
  const { today, start = today, calendar = WEEKDAYS } = dates
  return {
    today,
    start,
    calendar,
    goLiveId: template.goLive,
    milestones: template.milestones.map((milestone) => ({
      id: milestone.key,
      estimate: dates.estimates?.[milestone.key] ?? estimateOf(milestone),
      after: milestone.after,
      agreed: null,
      agreedEstimate: null,
      agreedGap: null,
      due: null,
      startedOn: null,
      doneOn: dates.done?.[milestone.key] ?? null,
      skipped: false,
    })),
  }
}
