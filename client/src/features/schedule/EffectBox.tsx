/** What a change would do, before it is kept: go-live, the room, the result, and how many others it moves. */
import type { Plan, PlanOutlook, ScheduleEffect } from '@milepost/plan'
import type { ReactNode } from 'react'
import { dayText } from '../../format/day.ts'
import { Badge } from '../../ui/Badge.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Pieces } from '../../ui/Pieces.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { lineWords } from '../../words/lines.ts'
import { effectWords as words } from '../../words/schedule/effect.ts'
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
          <dt>{lineWords.goLive}</dt>
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
          <dt>{words.room}</dt>
          <dd>{words.roomBefore(room.to, keyDate.title)}</dd>
        </div>
      )}
      {result !== null && plan.resultId !== plan.goLiveId && (
        <div>
          <dt>{words.result}</dt>
          <dd>
            <Days from={result.from} to={result.to} today={today} />
          </dd>
        </div>
      )}
      {others > 1 && (
        <div>
          <dt>{words.moves}</dt>
          <dd>{words.inAll(moved.length)}</dd>
        </div>
      )}
    </dl>
  )
}

function Days({ from, to, today }: { readonly from: string; readonly to: string; readonly today: string }) {
  if (from === to) return <Pieces of={words.staysOn(<time dateTime={to}>{dayText(to, today)}</time>)} />
  return (
    <>
      <del>
        <VisuallyHidden>{words.from}</VisuallyHidden>
        {dayText(from, today)}
      </del>{' '}
      <VisuallyHidden>{words.to}</VisuallyHidden>
      <time dateTime={to}>{dayText(to, today)}</time>
    </>
  )
}
