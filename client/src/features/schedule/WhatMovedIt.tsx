/** What moved go-live: a cell for each working day, and a line for each cause in the same order. Both add up to the headline. */
import type { Plan, PlanOutlook } from '@milepost/plan'
import { useState, type ReactNode } from 'react'
import { count } from '../../format/count.ts'
import { companyOf, listText } from '../../format/names.ts'
import { Badge } from '../../ui/Badge.tsx'
import { classNames } from '../../ui/class-names.ts'
import clamp from '../../ui/clamp.module.css'
import { Segments } from '../../ui/Segments.tsx'
import { SideMark } from '../../ui/SideMark.tsx'
import { Stone } from '../../ui/Stone.tsx'
import { balanceText } from '../../words/slip-text.ts'
import { causeLines, type CauseLine, type Grouping } from './cause-lines.ts'
import { DayCells } from './DayCells.tsx'
import styles from './SchedulePanel.module.css'

const GROUPINGS = [
  { value: 'milestone', label: 'Milestone' },
  { value: 'role', label: 'Role' },
  { value: 'person', label: 'Person' },
  { value: 'side', label: 'Side' },
] as const

interface WhatMovedItProps {
  readonly plan: Plan
  readonly outlook: PlanOutlook
}

export function WhatMovedIt({ plan, outlook }: WhatMovedItProps): ReactNode {
  const [grouping, setGrouping] = useState<Grouping>('milestone')
  const { causes, lost, won } = outlook
  if (causes === null) return <NotMeasured plan={plan} outlook={outlook} />
  const lines = causeLines(plan, outlook, grouping)
  const { parts, rest } = balanceText(lost, won)
  return (
    <div className={styles.why}>
      <div className={styles.whyHead}>
        <h2 className={styles.label}>What moved it</h2>
        {lines.length > 0 && <Segments label="Group by" value={grouping} options={GROUPINGS} onChange={setGrouping} />}
      </div>
      {lines.length === 0 ? (
        <p className={styles.nothing}>Nothing has moved it.</p>
      ) : (
        <>
          <div className={styles.bar}>
            <DayCells lines={lines} label={cellsText(lines)} />
            <span className={styles.balance}>
              {parts.map((part) => (
                <span key={part}>
                  <b>{part}</b>,{' '}
                </span>
              ))}
              {parts.length === 0 ? <b>{rest}</b> : rest}
            </span>
          </div>
          <ul className={styles.causes}>
            {lines.map((line) => (
              <Cause key={line.key} line={line} />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function Cause({ line }: { readonly line: CauseLine }) {
  const { days, lost, won, number, title, reason, side, trail } = line
  return (
    <li className={styles.cause}>
      <Badge days={days} />
      {number === null ? <span /> : <Stone number={number} small />}
      <span
        className={classNames(clamp.four, styles.causeWords)}
        title={reason === null ? title : `${title} · ${reason}`}
      >
        {title}
        {reason !== null && <span className={styles.reason}> · {reason}</span>}
        {lost > 0 && won > 0 && (
          <span className={styles.reason}>
            {' '}
            · {lost} lost, {won} won back
          </span>
        )}
      </span>
      <span className={styles.causeOwner}>
        {side !== null && <SideMark side={side} />}
        <span>{trail}</span>
      </span>
    </li>
  )
}

/** Without agreed or offered dates there is nothing to be off from: said, so that nobody reads silence as "on time". */
function NotMeasured({ plan, outlook }: WhatMovedItProps) {
  const { goLive, measuredFrom } = outlook
  const added = measuredFrom.state !== 'none'
  return (
    <div className={styles.why}>
      <h2 className={styles.label}>What moved it</h2>
      <p className={styles.nothing}>
        {added && goLive !== null
          ? `Go-live has come in since the dates were ${measuredFrom.state}: nothing to measure it from.`
          : `${companyOf(plan, 'buyer')} and ${companyOf(plan, 'seller')} have not agreed on dates yet. From then on every day lost or won back shows here, with its reason.`}
      </p>
    </div>
  )
}

function cellsText(lines: readonly CauseLine[]): string {
  return listText(
    lines.flatMap(({ lost, won, number, title }) => {
      const name = number === null ? title : `milestone ${number}`
      return [
        ...(lost > 0 ? [`${count(lost, 'working day')} from ${name}`] : []),
        ...(won > 0 ? [`${count(won, 'working day')} won back by ${name}`] : []),
      ]
    }),
  )
}
