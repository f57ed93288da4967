/**
 * A table as it came in: rows of words. Everything from outside (clipboard, file) becomes one of these at the door and
 * nothing but these goes on: plain text without control signs, bounded in rows, columns and letters. A day that the source
 * knew as a day is written as YYYY-MM-DD. Spaces in front of a cell stay, because they may say what belongs to what.
 */
export type Row = readonly string[]
export type Table = readonly Row[]

export const TABLE_LIMITS = {
  /** More than a plan can hold; a sheet with more is refused whole, because nothing is taken half. */
  rows: 5_000,
  /** Sheets with a column for each day of the year are common; what a plan is made of stands in front of them. */
  columns: 50,
  /** Letters of one cell. */
  cell: 2_000,
  /** Letters of a pasted text, or of a text file. */
  letters: 2_000_000,
} as const

export type TooBig = 'too-many-rows' | 'too-much-text'

export interface TidyTable {
  readonly table: Table
  /** Columns behind the limit were left out. */
  readonly columnsLeftOut: number
}

/** Clean cells, without the empty rows and columns at the end; empty rows between others stay, so that row numbers do. */
export function tidyTable(rows: readonly (readonly string[])[]): TidyTable | TooBig {
  const last = rows.findLastIndex((row) => row.some((cell) => cell.trim() !== ''))
  if (last + 1 > TABLE_LIMITS.rows) return 'too-many-rows'
  const filled = rows.slice(0, last + 1)
  const widest = filled.reduce((most, row) => Math.max(most, row.findLastIndex((cell) => cell.trim() !== '') + 1), 0)
  const columns = Math.min(widest, TABLE_LIMITS.columns)
  const table = filled.map((row) => Array.from({ length: columns }, (_, column) => cleanCell(row[column] ?? '')))
  return { table, columnsLeftOut: widest - columns }
}

/** Marks that turn the reading order of what stands around them, and signs that nobody sees. */
const UNSEEN = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u200b\ufeff\u00ad]/gu
const SPACES = /[\p{Cc}\p{Zs}\u2028\u2029]/gu

/** One line, at most as long as a text of the plan may be; the spaces in front of it stay. */
export function cleanCell(text: string): string {
  const line = text
    .slice(0, TABLE_LIMITS.cell * 2)
    .toWellFormed()
    .replaceAll(UNSEEN, '')
    .replaceAll(SPACES, ' ')
  const words = line.trim()
  if (words === '') return ''
  const indent = Math.min(line.length - line.trimStart().length, 40)
  return `${' '.repeat(indent)}${words.replaceAll(/ {2,}/gu, ' ')}`.slice(0, TABLE_LIMITS.cell).toWellFormed().trimEnd()
}
