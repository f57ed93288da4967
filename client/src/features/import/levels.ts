/**
 * Which rows of one column of titles are milestones and which are steps of the one above: by a column of numbers (1, 1.1,
 * or levels 1 and 2), by how far in the titles stand, or because some rows have a title and nothing else. Null where the
 * rows do not say.
 */
import { isNumbering, type ColumnKind } from './column-kinds.ts'
import type { Row, Table } from './table.ts'

/** For each row whether it is a milestone; rows without a title are none. */
export type Levels = readonly boolean[]

export function levelsOf(rows: Table, kinds: readonly ColumnKind[]): Levels | null {
  const title = kinds.indexOf('line')
  if (title === -1) return null
  const titled = rows.map((row) => (row[title] ?? '').trim() !== '')
  const number = kinds.indexOf('number')
  return (
    (number === -1 ? null : byNumber(rows.map((row) => (row[number] ?? '').trim()), titled)) ??
    byIndent(rows.map((row) => row[title] ?? ''), titled) ??
    byHeading(rows, kinds, titled)
  ) // prettier-ignore
}

/** The outermost are milestones; that is told only where something is further in. */
function outermost(depths: readonly (number | null)[]): Levels | null {
  const known = depths.filter((depth) => depth !== null)
  const least = Math.min(...known)
  if (known.every((depth) => depth === least)) return null
  return depths.map((depth) => depth === least)
}

function byNumber(numbers: Row, titled: readonly boolean[]): Levels | null {
  const filled = numbers.filter((number, at) => titled[at] && number !== '')
  if (filled.length < 2) return null
  const plainNumbers = filled.every((number) => /^\d$/u.test(number))
  if (plainNumbers && !isNumbering(filled)) {
    return outermost(numbers.map((number, at) => (titled[at] && number !== '' ? Number(number) : null)))
  }
  if (!filled.every((number) => /^\d{1,3}(\.\d{1,3})*\.?$/u.test(number))) return null
  const dots = (number: string) => number.replace(/\.0?$/u, '').split('.').length
  return outermost(numbers.map((number, at) => (titled[at] ? dots(number) : null)))
}

function byIndent(titles: Row, titled: readonly boolean[]): Levels | null {
  return outermost(titles.map((title, at) => (titled[at] ? title.length - title.trimStart().length : null)))
}

/** "Phase 1: Discovery" in a row of its own, and under it rows that have an owner or a date. */
function byHeading(rows: Table, kinds: readonly ColumnKind[], titled: readonly boolean[]): Levels | null {
  const beside = kinds.flatMap((kind, at) => (['none', 'line', 'number'].includes(kind) ? [] : [at]))
  const alone = rows.map(
    (row, at) => titled[at] === true && beside.every((column) => (row[column] ?? '').trim() === ''),
  )
  const headings = alone.filter(Boolean).length
  const others = titled.filter(Boolean).length - headings
  // The first row is one, and what stands below them outnumbers them: else rows just have gaps.
  const first = titled.indexOf(true)
  return beside.length > 0 && headings > 0 && others > headings && alone[first] === true ? alone : null
}
