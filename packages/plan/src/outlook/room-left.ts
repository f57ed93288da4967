/**
 * Room left: working days from the forecast of go-live to the date of the buyer's that it has to be ready for. Which date
 * that is hangs on what was agreed, never on the forecast: a plan that slips past a flag has negative room, it does not hop
 * to the next one.
 */
import { workdaysBetween, type LocalDate, type WorkCalendar } from '@milepost/schedule'
import type { KeyDateId } from '../ids.ts'
import type { KeyDate } from '../key-dates.ts'
import type { Plan } from '../read-plan.ts'

export interface RoomLeft {
  readonly keyDateId: KeyDateId
  readonly date: LocalDate
  readonly compelling: boolean
  /** Negative: go-live is forecast for after it. */
  readonly workdays: number
}

/** `anchor`: the agreed go-live, or, while nothing is, what go-live is promised or forecast for. */
export function roomLeft(plan: Plan, calendar: WorkCalendar, finish: LocalDate, anchor: LocalDate): RoomLeft | null {
  const keyDate = deadlineOf(plan, anchor)
  const date = keyDate?.span?.from
  if (keyDate === null || date === undefined) return null
  return {
    keyDateId: keyDate.id,
    date,
    compelling: keyDate.compelling,
    workdays: workdaysBetween(calendar, finish, date),
  }
}

/** The compelling event, else the buyer's first date from the anchor on. */
function deadlineOf(plan: Plan, anchor: LocalDate): KeyDate | null {
  const dated = plan.keyDates.filter(({ span }) => span !== null)
  const compelling = dated.find((keyDate) => keyDate.compelling)
  return compelling ?? dated.find(({ side, span }) => side === 'buyer' && span !== null && span.from >= anchor) ?? null
}
