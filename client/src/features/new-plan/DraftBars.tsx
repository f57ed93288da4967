// The same days as a picture: months, today, the buyer's own date, and a bar for each milestone. Everything in it stands in
// words in the row beside it, so it is hidden from those who hear the page.
import { addCalendarDays, type LocalDate } from '@milepost/schedule'
import { classNames } from '../../ui/class-names.ts'
import { newPlanWords } from '../../words/new-plan.ts'
import styles from './DraftBars.module.css'
import type { DraftRow } from './draft-dates.ts'
import type { DraftScale } from './draft-scale.ts'

export function DraftAxis({
  scale,
  today,
  label,
}: {
  readonly scale: DraftScale
  readonly today: LocalDate
  readonly label: string
}) {
  const { months, keyDate, at } = scale
  return (
    <div className={styles.axis} aria-hidden="true">
      {months
        .filter(({ day }) => isFree(at(day), at(today) - TODAY / 2, TODAY))
        .filter(({ day }) => keyDate === null || isFree(at(day), at(keyDate) - KEY, KEY))
        .map(({ day, name }) => (
          <span key={day} style={{ left: percent(at(day)) }}>
            {name}
          </span>
        ))}
      <span className={styles.todayName} style={{ left: percent(at(today)) }}>
        {newPlanWords.preview.today}
      </span>
      {keyDate !== null && (
        <span className={styles.keyName} style={{ left: percent(at(keyDate)) }}>
          {label}
        </span>
      )}
    </div>
  )
}

/** About how wide the words are, in shares of the picture. */
const [MONTH, TODAY, KEY] = [0.1, 0.14, 0.2]

/** Whether the name of a month that begins at `place` would stand clear of those words. */
function isFree(place: number, from: number, width: number): boolean {
  return place + MONTH < from || place > from + width
}

export function DraftBar({
  row,
  scale,
  today,
}: {
  readonly row: DraftRow
  readonly scale: DraftScale
  readonly today: LocalDate
}) {
  const { from, due, goal } = row
  const { months, keyDate, at } = scale
  return (
    <div className={styles.lane} aria-hidden="true">
      {months.map(({ day }) => (
        <i key={day} style={{ left: percent(at(day)) }} />
      ))}
      {due !== null && <Bar from={from ?? due} due={due} goal={goal} today={today} at={at} />}
      {keyDate !== null && <i className={styles.key} style={{ left: percent(at(keyDate)) }} />}
      <i className={styles.today} style={{ left: percent(at(today)) }} />
    </div>
  )
}

function Bar({
  from,
  due,
  goal,
  today,
  at,
}: Pick<DraftRow, 'goal'> & {
  readonly from: LocalDate
  readonly due: LocalDate
  readonly today: LocalDate
  readonly at: DraftScale['at']
}) {
  const end = addCalendarDays(due, 1)
  const look = goal === 'goLive' ? styles.goLive : goal === 'result' ? styles.result : undefined
  const pastEnd = end < today ? end : today
  return (
    <>
      {from < today && <u className={styles.past} style={span(at(from), at(pastEnd))} />}
      {end > today && <u className={classNames(look)} style={span(at(from < today ? today : from), at(end))} />}
    </>
  )
}

function span(from: number, to: number) {
  return { left: percent(from), width: percent(Math.max(0.008, to - from)) }
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`
}
