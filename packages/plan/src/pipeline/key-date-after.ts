/** The buyer's next date from a day on, for plans that are live and have nothing left to be ready for. */
import type { LocalDate } from '@milepost/schedule'
import type { KeyDate } from '../key-dates.ts'
import type { Plan } from '../read-plan.ts'

export function keyDateAfter(plan: Plan, day: LocalDate): KeyDate | null {
  return plan.keyDates.find(({ side, span }) => side === 'buyer' && span !== null && span.from >= day) ?? null
}
