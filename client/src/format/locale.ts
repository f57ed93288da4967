// In which language's manner days, times and numbers are written: the reader's. The interface's own words are English, and
// still a reader in Boston reads "Mon Sep 21" and one in Oslo "man. 21. sep.", as everywhere else on the same screen.

/** A BCP 47 tag. Where there is no browser (a test without a page), British English. */
export function readerLocale(): string {
  return globalThis.navigator?.language ?? 'en-GB'
}

/** Plans count in the calendar and the digits that their files and everybody else in them use. */
const PLAIN = { calendar: 'gregory', numberingSystem: 'latn' } as const

const formats = new Map<string, Intl.DateTimeFormat>()

/** One formatter for each locale and shape, because making one costs a thousand times more than using it. */
export function dateFormat(locale: string, shape: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(shape)}`
  let format = formats.get(key)
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, { ...PLAIN, ...shape })
    formats.set(key, format)
  }
  return format
}

const numbers = new Map<string, Intl.NumberFormat>()

export function numberFormat(locale: string): Intl.NumberFormat {
  let format = numbers.get(locale)
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, { numberingSystem: PLAIN.numberingSystem })
    numbers.set(locale, format)
  }
  return format
}
