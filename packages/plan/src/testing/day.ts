/** A date written out in a test; throws where it is none. */
import { parseLocalDate, type LocalDate } from '@milepost/schedule'

export function day(text: string): LocalDate {
  const date = parseLocalDate(text)
  if (date === null) throw new Error(`${text} is no date`)
  return date
}
