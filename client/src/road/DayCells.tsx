/** One cell for each working day, solid lost and hatched won back; above 20 days one bar with the same groups in proportion. */
import type { ReactNode } from 'react'
import { classNames } from '../ui/class-names.ts'
import type { CauseLine } from './cause-lines.ts'
import styles from './DayCells.module.css'

const MOST_CELLS = 20

interface Group {
  readonly key: string
  readonly days: number
  readonly kind: 'lost' | 'won'
}

export function DayCells({
  lines,
  label,
}: {
  readonly lines: readonly CauseLine[]
  readonly label: string
}): ReactNode {
  const groups = lines.flatMap(({ key, lost, won }): readonly Group[] => [
    ...(lost > 0 ? [{ key: `${key}:lost`, days: lost, kind: 'lost' as const }] : []),
    ...(won > 0 ? [{ key: `${key}:won`, days: won, kind: 'won' as const }] : []),
  ])
  const total = groups.reduce((sum, { days }) => sum + days, 0)
  const bar = total > MOST_CELLS
  const lost = groups.filter(({ kind }) => kind === 'lost')
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a picture made of cells, not one that is loaded
    <span className={bar ? styles.bar : styles.cells} role="img" aria-label={label}>
      {groups.map((group) => {
        const { key, days, kind } = group
        const alt = lost.indexOf(group) % 2 === 1
        const look = classNames(styles.group, kind === 'won' && styles.won, alt && styles.alt)
        if (bar) return <i key={key} className={look} style={{ flexGrow: days }} />
        return (
          <span key={key} className={look}>
            {Array.from({ length: days }, (_, at) => (
              <i key={at} />
            ))}
          </span>
        )
      })}
    </span>
  )
}
