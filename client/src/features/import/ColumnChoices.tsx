/** Each column with its name, what stands in it first, and what it holds: changed by one choice, seen at once below. */
import type { ReactNode } from 'react'
import { Select } from '../../ui/Select.tsx'
import { importWords } from '../../words/import/look.ts'
import { COLUMN_KINDS, type ColumnKind } from './column-kinds.ts'
import styles from './Import.module.css'
import type { Table } from './table.ts'

export interface ColumnChoicesProps {
  readonly table: Table
  readonly header: number
  readonly kinds: readonly ColumnKind[]
  readonly onChange: (column: number, kind: ColumnKind) => void
}

const words = importWords.columns
const OPTIONS = COLUMN_KINDS.map((value) => ({ value, ...words.kinds[value] }))
const SAMPLES = 2

export function ColumnChoices({ table, header, kinds, onChange }: ColumnChoicesProps): ReactNode {
  return (
    <ul className={styles.columns} aria-label={words.list}>
      {kinds.map((kind, column) => {
        const cells = table.slice(header + 1).map((row) => (row[column] ?? '').trim())
        const filled = cells.filter((cell) => cell !== '')
        const name = header === -1 ? '' : (table[header]?.[column] ?? '').trim()
        if (filled.length === 0 && name === '') return null
        const called = name === '' ? words.unnamed(letterOf(column)) : name
        return (
          // A column is known by its place.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={column}>
            <span className={styles.column}>
              <b>{called}</b>
              <small>{[...new Set(filled)].slice(0, SAMPLES).join(', ')}</small>
            </span>
            <Select
              label={words.holds(called)}
              hideLabel
              value={kind}
              onChange={(next) => onChange(column, next)}
              options={OPTIONS}
            />
          </li>
        )
      })}
    </ul>
  )
}

/** As spreadsheets count them: A, B, ... Z, AA. */
function letterOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : `${letterOf(Math.floor(column / 26) - 1)}${letter}`
}
