// What moved go-live: a cell for each day, and the reasons, longest-standing first. The same sums as in the plan itself.
import type { Plan, PlanOutlook } from '@milepost/plan'
import type { ReactNode } from 'react'
import { listText } from '../../format/names.ts'
import { causeLines, type CauseLine } from '../../road/cause-lines.ts'
import { DayCells } from '../../road/DayCells.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { SideMark } from '../../ui/SideMark.tsx'
import { Stone } from '../../ui/Stone.tsx'
import { executiveWords } from '../../words/executive/page.ts'
import { lineWords } from '../../words/lines.ts'
import { schedulePanelWords } from '../../words/schedule/panel.ts'
import styles from './WhatMoved.module.css'

const words = executiveWords.moved
const MOST_LINES = 5

export function WhatMoved({ plan, outlook }: { readonly plan: Plan; readonly outlook: PlanOutlook }): ReactNode {
  const { causes, lost, won } = outlook
  const lines = causes === null ? [] : causeLines(plan, outlook, 'milestone')
  const shown = lines.slice(0, lines.length > MOST_LINES ? MOST_LINES - 1 : MOST_LINES)
  return (
    <section className={styles.moved} aria-label={words.heading}>
      <h2>{words.heading}</h2>
      {lines.length === 0 ? (
        <p className={styles.nothing}>{causes === null ? words.notMeasured : words.nothing}</p>
      ) : (
        <>
          <p className={styles.bar}>
            <DayCells lines={lines} label={cellsText(lines)} />
            <span>{words.balance(lost, won)}</span>
          </p>
          <ul>
            {shown.map(({ key, days, number, title, reason, side, trail }) => (
              <li key={key}>
                <Badge days={days} />
                {number === null ? <span /> : <Stone number={number} small />}
                <span className={styles.cause}>
                  <b>{reason ?? title}</b>
                  <span className={styles.owner}>
                    {side !== null && <SideMark side={side} />}
                    <span>{trail}</span>
                  </span>
                </span>
              </li>
            ))}
          </ul>
          {lines.length > shown.length && <p className={styles.nothing}>{words.more(lines.length - shown.length)}</p>}
        </>
      )}
    </section>
  )
}

function cellsText(lines: readonly CauseLine[]): string {
  const { lost: lostText, won: wonText } = schedulePanelWords.movedIt
  return listText(
    lines.flatMap(({ lost, won, number, title }) => {
      const name = number === null ? title : lineWords.milestoneInSentence(number)
      return [...(lost > 0 ? [lostText(lost, name)] : []), ...(won > 0 ? [wonText(won, name)] : [])]
    }),
  )
}
