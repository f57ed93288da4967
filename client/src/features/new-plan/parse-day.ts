// The kit speaks of days as plain text; the plan wants its own kind.
import { parseLocalDate, type LocalDate } from '@milepost/schedule'

export function parseDay(day: string | null): LocalDate | null {
  return day === null ? null : parseLocalDate(day)
}
