/** What moved go-live: a cell for each working day, and a line for each cause in the same order. Both add up to the headline. */
import type { Plan, PlanOutlook } from '@milepost/plan'
import { useState, type ReactNode } from 'react'
import { companyOf, listText } from '../../format/names.ts'
import { Badge } from '../../ui/Badge.tsx'
import { classNames } from '../../ui/class-names.ts'
import clamp from '../../ui/clamp.module.css'
import { Segments } from '../../ui/Segments.tsx'
import { SideMark } from '../../ui/SideMark.tsx'
import { Stone } from '../../ui/Stone.tsx'
import { lineWords } from '../../words/lines.ts'
import { causeWords } from '../../words/schedule/causes.ts'
import { schedulePanelWords } from '../../words/schedule/panel.ts'
import { balanceText } from '../../words/slip-text.ts'
import { causeLines, type CauseLine, type Grouping } from '../../road/cause-lines.ts'
import { DayCells } from '../../road/DayCells.tsx'
import styles from './SchedulePanel.module.css'

const words = schedulePanelWords.movedIt

const GROUPINGS = [
  { value: 'milestone', label: words.groupings.milestone },
  { value: 'role', label: words.groupings.role },
  { value: 'person', label: words.groupings.person },
  { value: 'side', label: words.groupings.side },
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
        <h2 className={styles.label}>{causeWords.heading}</h2>
        {lines.length > 0 && (
          <Segments label={words.groupBy} value={grouping} options={GROUPINGS} onChange={setGrouping} />
        )}
      </div>
      {lines.length === 0 ? (
        <p className={styles.nothing}>{words.nothing}</p>
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
        {lost > 0 && won > 0 && <span className={styles.reason}> · {words.lostAndWon(lost, won)}</span>}
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
      <h2 className={styles.label}>{causeWords.heading}</h2>
      <p className={styles.nothing}>
        {added && goLive !== null
          ? words.goLiveAdded(measuredFrom.state)
          : words.notAgreed(companyOf(plan, 'buyer'), companyOf(plan, 'seller'))}
      </p>
    </div>
  )
}

function cellsText(lines: readonly CauseLine[]): string {
  return listText(
    lines.flatMap(({ lost, won, number, title }) => {
      const name = number === null ? title : lineWords.milestoneInSentence(number)
      return [...(lost > 0 ? [words.lost(lost, name)] : []), ...(won > 0 ? [words.won(won, name)] : [])]
    }),
  )
}
