/** What a change would do, before it is kept: go-live, the room, the result, and how many others it moves. */
import type { Plan, PlanOutlook, ScheduleEffect } from '@milepost/plan'
import type { ReactNode } from 'react'
import { capitalised, count } from '../../format/count.ts'
import { dayText } from '../../format/day.ts'
import { Badge } from '../../ui/Badge.tsx'
import { classNames } from '../../ui/class-names.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { workdaysText } from '../../words/slip-text.ts'
import styles from './EffectBox.module.css'

interface EffectBoxProps {
  readonly plan: Plan
  readonly outlook: PlanOutlook
  readonly effect: ScheduleEffect
}

export function EffectBox({ plan, outlook, effect }: EffectBoxProps): ReactNode {
  const { goLive, result, room, moved } = effect
  const { today } = outlook
  const days = goLive?.days ?? 0
  const keyDate = plan.keyDates.find(({ id }) => id === room?.keyDateId)
  const others = moved.filter(({ id }) => id !== plan.goLiveId && id !== plan.resultId).length
  return (
    <dl className={classNames(styles.effect, days > 0 && styles.late, days < 0 && styles.won)} aria-live="polite">
      {goLive !== null && (
        <div>
          <dt>Go-live</dt>
          <dd className={styles.withBadge}>
            <span>
              <Days from={goLive.from} to={goLive.to} today={today} />
            </span>
            {days !== 0 && <Badge days={days} />}
          </dd>
        </div>
      )}
      {room !== null && keyDate !== undefined && (
        <div>
          <dt>Room</dt>
          <dd>{roomBeforeText(room.to, keyDate.title)}</dd>
        </div>
      )}
      {result !== null && plan.resultId !== plan.goLiveId && (
        <div>
          <dt>Result</dt>
          <dd>
            <Days from={result.from} to={result.to} today={today} />
          </dd>
        </div>
      )}
      {others > 1 && (
        <div>
          <dt>Moves</dt>
          <dd>{count(moved.length, 'milestone')} in all</dd>
        </div>
      )}
    </dl>
  )
}

function Days({ from, to, today }: { readonly from: string; readonly to: string; readonly today: string }) {
  if (from === to)
    return (
      <>
        stays on <time dateTime={to}>{dayText(to, today)}</time>
      </>
    )
  return (
    <>
      <del>
        <VisuallyHidden>from </VisuallyHidden>
        {dayText(from, today)}
      </del>{' '}
      <VisuallyHidden>to </VisuallyHidden>
      <time dateTime={to}>{dayText(to, today)}</time>
    </>
  )
}

function roomBeforeText(workdays: number, title: string): string {
  if (workdays > 0) return capitalised(`${workdaysText(workdays)} before ${title}`)
  return workdays === 0 ? `None left before ${title}` : capitalised(`${workdaysText(workdays)} past ${title}`)
}
