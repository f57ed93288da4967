// One row of the picture in shares of its width, so that nothing has to be measured: months, today, every freeze, and what the row
// is about. Hidden from those who hear the page, because the row says it in words.
import type { OwnDate, TimelineLane } from '@milepost/plan'
import type { LocalDate } from '@milepost/schedule'
import { classNames } from '../../ui/class-names.ts'
import { buyerTimelineWords } from '../../words/buyer-timeline.ts'
import type { TimelineScale } from './timeline-scale.ts'
import styles from './Track.module.css'

interface TrackProps {
  readonly scale: TimelineScale
  readonly today: LocalDate
  readonly frozen: readonly OwnDate['span'][]
  readonly own?: OwnDate
  readonly lane?: TimelineLane
  readonly isFrozen?: boolean
}

export function Track({ scale, today, frozen, own, lane, isFrozen = false }: TrackProps) {
  const { months, at } = scale
  return (
    <div className={styles.track} aria-hidden="true">
      {frozen.map((span) => (
        <Band key={span.from} className={styles.freeze} scale={scale} {...span} />
      ))}
      {months.map((month) => (
        <i key={month.at} className={styles.month} style={{ left: percent(month.at) }} />
      ))}
      {own !== undefined && <Band className={styles.own} scale={scale} {...own.span} />}
      {lane !== undefined && <Lane lane={lane} scale={scale} today={today} isFrozen={isFrozen} />}
      <i className={styles.today} style={{ left: percent(at(today) ?? 0) }} />
    </div>
  )
}

interface BandProps {
  readonly scale: TimelineScale
  readonly from: LocalDate
  readonly to: LocalDate
  readonly className: string | undefined
}

function Band({ scale, from, to, className }: BandProps) {
  const place = scale.between(from, to)
  if (place === null) return null
  return <u className={className} style={{ left: percent(place.from), width: percent(place.to - place.from) }} />
}

type LaneProps = Pick<TrackProps, 'scale' | 'today' | 'isFrozen'> & { readonly lane: TimelineLane }

/** The road from today to go-live; what was agreed is hollow, as on every road. */
function Lane({ lane: { goLive }, scale, today, isFrozen = false }: LaneProps) {
  if (goLive === null) return null
  const { finish, agreed, done } = goLive
  const [end, hollow] = [scale.at(finish), agreed === null || agreed === finish ? null : scale.at(agreed)]
  return (
    <>
      {!done && finish > today && <Band className={styles.road} scale={scale} from={today} to={finish} />}
      {hollow !== null && <i className={styles.agreed} style={{ left: percent(hollow) }} />}
      {end !== null && (
        <i
          className={classNames(styles.goLive, done && styles.done, isFrozen && styles.frozen)}
          style={{ left: percent(end) }}
        />
      )}
    </>
  )
}

/** Above all rows. */
export function Axis({ scale, today }: Pick<TrackProps, 'scale' | 'today'>) {
  const { months, at } = scale
  const todayAt = at(today) ?? 0
  return (
    <div className={styles.axis} aria-hidden="true">
      {months
        .filter((month) => Math.abs(month.at - todayAt) > TODAY && month.at < LAST)
        .map(({ at: left, name }) => (
          <span key={left} style={{ left: percent(left) }}>
            {name}
          </span>
        ))}
      <span className={styles.todayName} style={{ left: percent(todayAt) }}>
        {buyerTimelineWords.table.today}
      </span>
    </div>
  )
}

/** About how wide that word is, in shares of the picture. */
const TODAY = 0.09
/** A name that begins behind it would stand beside the picture. */
const LAST = 0.93

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`
}
