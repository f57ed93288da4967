// The names of months and weekdays that may be typed: the English ones and those of the reader's locale, whole or shortened
// to three letters or more where that still says one of them only.

export interface DayNames {
  /** 'sept' -> 9; null for what is no month, or could be two. */
  readonly month: (word: string) => number | null
  /** 'mon' -> 1, Sunday is 0. */
  readonly weekday: (word: string) => number | null
}

const known = new Map<string, DayNames>()

/** `locale`: a BCP 47 tag. */
export function dayNames(locale: string): DayNames {
  let names = known.get(locale)
  if (names === undefined) {
    names = { month: finder(tables(locale, monthNames)), weekday: finder(tables(locale, weekdayNames)) }
    known.set(locale, names)
  }
  return names
}

/** English first: the words of the interface are, so they win where a short name says two different things. */
function tables(locale: string, read: (locale: string) => NameTable): readonly NameTable[] {
  return [read('en'), read('en-GB'), read(locale)]
}

type NameTable = ReadonlyMap<string, number>

function finder(tables: readonly NameTable[]): (word: string) => number | null {
  return (word) => {
    for (const table of tables) {
      const exact = table.get(word)
      if (exact !== undefined) return exact
    }
    if (word.length < 3) return null
    for (const table of tables) {
      const begun = new Set([...table].filter(([name]) => name.startsWith(word)).map(([, index]) => index))
      if (begun.size === 1) return [...begun][0] ?? null
    }
    return null
  }
}

function monthNames(locale: string): NameTable {
  const names = new Map<string, number>()
  for (let month = 1; month <= 12; month += 1) {
    const day = Date.UTC(2026, month - 1, 15)
    // Some languages bend the name of a month that stands beside a day.
    for (const shape of [
      { month: 'long' },
      { month: 'short' },
      { day: 'numeric', month: 'long' },
      { day: 'numeric', month: 'short' },
    ] as const) {
      add(names, part(locale, day, shape, 'month'), month)
    }
  }
  return names
}

function weekdayNames(locale: string): NameTable {
  const names = new Map<string, number>()
  for (let weekday = 0; weekday < 7; weekday += 1) {
    // 7 June 2026 is a Sunday.
    const day = Date.UTC(2026, 5, 7 + weekday)
    for (const shape of [{ weekday: 'long' }, { weekday: 'short' }] as const)
      add(names, part(locale, day, shape, 'weekday'), weekday)
  }
  return names
}

function part(locale: string, day: number, shape: Intl.DateTimeFormatOptions, type: 'month' | 'weekday'): string {
  const parts = new Intl.DateTimeFormat(locale, { ...shape, timeZone: 'UTC' }).formatToParts(day)
  return parts.find((one) => one.type === type)?.value ?? ''
}

/** A name without a letter ("9" where months are counted) is none; a name that two months share says neither. */
function add(names: Map<string, number>, name: string, index: number): void {
  const word = name.toLowerCase().replaceAll('.', '').trim()
  if (/^\p{L}+$/u.test(word) && !names.has(word)) names.set(word, index)
}
