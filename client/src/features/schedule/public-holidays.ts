/**
 * Public holidays of a country by name. The days come from date-holidays, which is large: this file is loaded when somebody
 * asks for a country, and no plan needs it afterwards, because the days are written into the plan.
 */
import { parseLocalDate, type LocalDate } from '@milepost/schedule'
import Holidays from 'date-holidays'

export interface Country {
  readonly id: string
  readonly name: string
}

export interface PublicHoliday {
  readonly date: LocalDate
  readonly name: string
}

/** In the order of their English names. */
export function countries(): readonly Country[] {
  return named(new Holidays().getCountries('en'))
}

/** Parts of a country with holidays of their own; empty where it has none. */
export function statesOf(country: string): readonly Country[] {
  return named(new Holidays().getStates(country, 'en'))
}

/** The days off by law in those years, each day once. */
export function publicHolidays(
  country: string,
  state: string | null,
  years: readonly number[],
): readonly PublicHoliday[] {
  const source = state === null ? new Holidays(country) : new Holidays(country, state)
  const days = new Map<LocalDate, string>()
  for (const year of years) {
    for (const { date, name, type } of source.getHolidays(year, 'en') ?? []) {
      const day = type === 'public' ? parseLocalDate(date.slice(0, 10)) : null
      if (day !== null && !days.has(day)) days.set(day, name)
    }
  }
  return [...days].map(([date, name]) => ({ date, name })).toSorted((a, b) => (a.date < b.date ? -1 : 1))
}

function named(names: Readonly<Record<string, string>> | undefined): readonly Country[] {
  return Object.entries(names ?? {})
    .map(([id, name]) => ({ id, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
}
