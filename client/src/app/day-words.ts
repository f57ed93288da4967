// What the kit is told about days: which one is today, and how the reader's country writes and reads one.
import { useMemo } from 'react'
import { dayText, isMonthFirst } from '../format/day.ts'
import { readerLocale } from '../format/locale.ts'
import type { DayWords } from '../ui/DayProvider.tsx'

export function useDayWordsFor(today: string): DayWords {
  return useMemo(
    () => ({ today, format: (day) => dayText(day, today), monthFirst: isMonthFirst(), locale: readerLocale() }),
    [today],
  )
}
