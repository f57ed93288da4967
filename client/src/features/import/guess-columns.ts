/**
 * Which row names the columns and what each of them holds: the first guess of the panel. It is made so that a common sheet
 * needs no click, and a wrong guess one. Names count more than contents.
 */
import type { LocalDate } from '@milepost/schedule'
import { COLUMN_KINDS, kindOfCells, kindOfHeader, TITLES, type ColumnKind } from './column-kinds.ts'
import { levelsOf } from './levels.ts'
import { looksLikeName } from './read-words.ts'
import type { Row, Table } from './table.ts'

export interface Columns {
  /** Where the row with the names stands; -1: there is none. */
  readonly header: number
  readonly kinds: readonly ColumnKind[]
}

/** Above the names there may be a title, a logo's empty rows, who it is for. */
const HEADER_WITHIN = 15
/** A flat list of more than this is steps: so many milestones nobody oversees. */
const MOST_MILESTONES = 12

export function guessColumns(table: Table, today: LocalDate): Columns {
  const header = headerRow(table)
  return { header, kinds: kindsOf(table, header, today) }
}

/** What the columns hold, with the row of names where a person says it is. */
export function kindsOf(table: Table, header: number, today: LocalDate): readonly ColumnKind[] {
  const names = table[header] ?? []
  const rows = table.slice(header + 1)
  const width = table[0]?.length ?? 0
  const cells = Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? ''))
  const kinds = cells.map((column, at): ColumnKind | null => {
    if (column.every((cell) => cell.trim() === '')) return 'none'
    return kindOfHeader(names[at] ?? '') ?? kindOfCells(column, today)
  })
  return settled(onceEach(withTitles(withOwner(kinds, cells), cells)), rows)
}

function headerRow(table: Table): number {
  let best = { row: -1, known: 0 }
  for (const [at, row] of table.slice(0, HEADER_WITHIN).entries()) {
    const known = new Set(row.map(kindOfHeader).filter((kind) => kind !== null)).size
    // One known word among many is a sentence; a sheet of two columns has no more.
    if (known >= Math.min(2, filledIn(row)) && known > best.known) best = { row: at, known }
  }
  return best.row
}

function filledIn(row: Row): number {
  return Math.max(1, row.filter((cell) => cell.trim() !== '').length)
}

/** Names of people are known where they stand; without a word above them. */
function withOwner(kinds: readonly (ColumnKind | null)[], cells: readonly Row[]): readonly (ColumnKind | null)[] {
  if (kinds.includes('owner') || kinds.includes('person')) return kinds
  const at = cells.findIndex((column, index) => {
    const filled = column.filter((cell) => cell.trim() !== '')
    return kinds[index] === null && filled.filter(looksLikeName).length >= filled.length * 0.6
  })
  return at === -1 ? kinds : kinds.with(at, 'owner')
}

/** There is always a column of titles: the first with words of its own, else the one that describes. */
function withTitles(kinds: readonly (ColumnKind | null)[], cells: readonly Row[]): readonly (ColumnKind | null)[] {
  if (kinds.some((kind) => kind !== null && TITLES.has(kind))) return kinds
  const first = kinds.indexOf(null)
  const at = first !== -1 ? first : kinds.findIndex((kind) => kind === 'note' || kind === 'benefit')
  if (at === -1) return kinds
  const titled = kinds.with(at, 'line')
  const second = first === -1 ? -1 : titled.indexOf(null)
  // Two columns of words, the first with gaps or the same words again and again: groups and what is in them.
  if (second === -1 || !groups(cells[at] ?? [])) return titled
  return titled.with(at, 'milestone').with(second, 'step')
}

function groups(column: Row): boolean {
  const filled = column.map((cell) => cell.trim()).filter((cell) => cell !== '')
  return filled.length < column.length * 0.7 || new Set(filled).size <= filled.length * 0.6
}

/** The first of each kind holds it; the others are left out, and are there to be chosen. */
function onceEach(kinds: readonly (ColumnKind | null)[]): readonly ColumnKind[] {
  const taken = new Set<ColumnKind>()
  return kinds.map((kind) => {
    if (kind === null || kind === 'none' || taken.has(kind)) return 'none'
    taken.add(kind)
    return kind
  })
}

/** Titles of one kind alone, or of two that name the same: what they are follows from what else there is. */
function settled(kinds: readonly ColumnKind[], rows: Table): readonly ColumnKind[] {
  const [milestone, step, line] = (['milestone', 'step', 'line'] as const).map((kind) => kinds.indexOf(kind))
  if (line !== undefined && line !== -1) {
    if (milestone !== -1) return kinds.with(line, step === -1 ? 'step' : 'none')
    if (step !== -1 && step !== undefined) return kinds.with(line, 'milestone')
  }
  const only = [milestone, step, line].filter((at) => at !== undefined && at !== -1)
  const at = only[0]
  if (at === undefined || only.length > 1) return kinds
  const asLines = kinds.with(at, 'line')
  if (levelsOf(rows, asLines) !== null) return asLines
  if (at === milestone) return kinds
  const count = rows.filter((row) => (row[at] ?? '').trim() !== '').length
  return kinds.with(at, count > MOST_MILESTONES && at === step ? 'step' : 'milestone')
}

/** Whether a kind may stand in more than one column: none of them may, apart from what is left out. */
export function withKind(kinds: readonly ColumnKind[], column: number, kind: ColumnKind): readonly ColumnKind[] {
  return kinds.map((standing, at) => (at === column ? kind : standing === kind && kind !== 'none' ? 'none' : standing))
}

export function isColumnKind(value: string): value is ColumnKind {
  return COLUMN_KINDS.some((kind) => kind === value)
}
