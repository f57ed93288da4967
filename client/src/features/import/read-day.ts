/**
 * A day as it stands in a cell. Cells that say it one way only (2026-09-14, 14 Sep, 25/9/2026, 46279) are read as that;
 * for those that could be either (4/5/2026) the other cells of the table decide, and where they do not, a person does.
 * Nothing relative ("Friday", "+5"): a sheet may be years old.
 */
import { parseLocalDate, type LocalDate } from '@milepost/schedule'
import { parseTypedDate } from '../../ui/typed-date.ts'

export type DayOrder = 'day-first' | 'month-first'

export interface DayRules {
  readonly today: LocalDate
  readonly order: DayOrder
  /** Without a year the last such day is meant, not the next. */
  readonly past?: boolean
}

/** Plans are about these years; what reads as another one is a number or a slip of the keyboard. */
const YEARS = { first: '1990', last: '2100' } as const

export function readDay(cell: string, { today, order, past = false }: DayRules): LocalDate | null {
  const words = withoutTime(cell)
  const day = serialDay(words) ?? compactDay(words) ?? parseWritten(words, today, order, past)
  const known = day === null ? null : parseLocalDate(day)
  if (known === null) return null
  const year = known.slice(0, 4)
  return year < YEARS.first || year > YEARS.last ? null : known
}

/** Whether the cell alone says which comes first; null where it is no such cell or both readings are the same day. */
export function orderIn(cell: string): DayOrder | 'open' | null {
  const numbers = /^(\d{1,2})\s?[/-]\s?(\d{1,2})(?:\s?[/-]\s?(?:\d{4}|\d{2}))?$/u.exec(withoutTime(cell))
  if (numbers === null) return null
  const [first, second] = [Number(numbers[1]), Number(numbers[2])]
  if (first < 1 || second < 1 || first > 31 || second > 31 || (first > 12 && second > 12)) return null
  if (first > 12) return 'day-first'
  if (second > 12) return 'month-first'
  return first === second ? null : 'open'
}

/** The order that the cells agree on; null where they leave it open, and 'none' where it makes no difference. */
export function orderOf(cells: Iterable<string>): DayOrder | 'none' | null {
  const seen = new Set<DayOrder | 'open'>()
  for (const cell of cells) {
    const order = orderIn(cell)
    if (order !== null) seen.add(order)
  }
  if (!seen.has('open')) return 'none'
  if (seen.has('day-first') === seen.has('month-first')) return null
  return seen.has('day-first') ? 'day-first' : 'month-first'
}

const TIME = /[T\s]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/u

function withoutTime(cell: string): string {
  return cell.trim().replace(TIME, '').trim()
}

/** Days since the end of 1899, as spreadsheets count them inside; the fraction is the time of day. */
function serialDay(words: string): string | null {
  if (!/^\d{5}(?:\.\d+)?$/u.test(words)) return null
  const serial = Math.floor(Number(words))
  if (serial < 32_874 || serial > 73_415) return null
  return new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10)
}

/** 20260914, 2026/9/14, 2026.09.14. */
function compactDay(words: string): string | null {
  const match = /^(\d{4})(\d{2})(\d{2})$/u.exec(words) ?? /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})\.?$/u.exec(words)
  if (match === null) return null
  return `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`
}

function parseWritten(words: string, today: LocalDate, order: DayOrder, past: boolean): string | null {
  // 14-Sep-26: the dashes of spreadsheets, not a span. "Sep-26" is a month, not a day.
  if (/^[a-z]{3,9}[-/. ]'?\d{2}$/iu.test(words) && words.includes('-')) return null
  const spaced = words.replaceAll(/(?<=\p{L}{3})[-/.]+\s*|\s*[-/](?=\p{L}{3})/gu, ' ').trim()
  if (!/^(?=.*\d)[^+\-\s]/u.test(spaced)) return null
  return parseTypedDate(spaced, { today, monthFirst: order === 'month-first', past })
}
