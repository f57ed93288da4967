/**
 * What the schedule is computed from: a plan reduced to dates, numbers and links, in plan order.
 *
 * `Id` is whatever the caller names its milestones with; it comes back unchanged in every answer. Values may be odd (a
 * plan is merged from many hands): each field says what an odd value counts as, and nothing here ever throws.
 */
import type { LocalDate } from './local-date.ts'
import type { CalendarInput } from './work-calendar.ts'

export interface ScheduleInput<Id extends string = string> {
  readonly today: LocalDate
  /** The date the plan begins. */
  readonly start: LocalDate
  readonly calendar: CalendarInput
  readonly goLiveId: Id | null
  readonly milestones: readonly ScheduleMilestone<Id>[]
}

export interface ScheduleMilestone<Id extends string = string> {
  readonly id: Id
  /** Working days it takes, a whole number from 0; anything else: nobody said. */
  readonly estimate: number | null
  /** What it waits for; null: the one before it in plan order; `[]`: nothing. */
  readonly after: readonly Id[] | null
  /** The date both sides agreed to; null for a milestone added since. */
  readonly agreed: LocalDate | null
  /** The estimate as it stood when the date was agreed. */
  readonly agreedEstimate: number | null
  /** Working days between the agreed date and what it waited for, as counted then. */
  readonly agreedGap: number | null
  /** The date its owner now promises. */
  readonly due: LocalDate | null
  readonly startedOn: LocalDate | null
  readonly doneOn: LocalDate | null
  /** Not needed in this deal, or archived: it takes no time. */
  readonly skipped: boolean
}
