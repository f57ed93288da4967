// What the kit has to know about days: which one is today and how a day is written. The app says it once; the kit imports
// neither our formats nor a clock.
import { createContext, use, type ReactNode } from 'react'

export interface DayWords {
  /** YYYY-MM-DD */
  readonly today: string
  /** '2026-09-21' -> 'Mon 21 Sept' */
  readonly format: (day: string) => string
  /** Whether "9/5" means 5 September. */
  readonly monthFirst: boolean
  /** Whose names of months and weekdays may be typed besides the English ones, and whose calendar is shown: a BCP 47 tag. */
  readonly locale: string
}

const Days = createContext<DayWords | null>(null)

export function DayProvider({ words, children }: { readonly words: DayWords; readonly children: ReactNode }) {
  return <Days value={words}>{children}</Days>
}

export function useDayWords(): DayWords {
  const words = use(Days)
  if (words === null) throw new Error('A date field needs a DayProvider above it')
  return words
}
