// Days are written by `format` and read by the kit, which do not know each other: what one writes the other understands.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayText, shortDayText } from '../format/day.ts'
import { parseTypedDate } from '../ui/typed-date.ts'

const today = '2026-06-17'
const LOCALES = ['en-GB', 'en-US', 'en-AU', 'de', 'fr', 'es', 'pt-BR', 'it', 'nl', 'sv', 'nb', 'da', 'pl', 'fi']

test('a day that is shown can be typed as it stands, in the manner of many countries', () => {
  fc.assert(
    fc.property(fc.constantFrom(...LOCALES), fc.integer({ min: -60, max: 900 }), (locale, ahead) => {
      const day = new Date(Date.parse(`${today}T00:00:00Z`) + ahead * 86_400_000).toISOString().slice(0, 10)
      for (const shown of [dayText(day, today, locale), shortDayText(day, today, locale)]) {
        expect({ shown, day: parseTypedDate(shown, { today, locale }) }).toEqual({ shown, day })
      }
    }),
    { numRuns: 500 },
  )
})
