// The picture, as a table: a row for each of the buyer's own dates and for each go-live, its words at the left and its place in time
// at the right. Freezes run through all rows. The right side is for the eye alone; everything in it stands in words beside it.
import type { OwnDate, TimelineLane } from '@milepost/plan'
import type { LocalDate } from '@milepost/schedule'
import { useState } from 'react'
import { agoText } from '../../format/ago.ts'
import { dayText } from '../../format/day.ts'
import { spanText } from '../../format/span-text.ts'
import { useDevice } from '../../hooks/device-context.tsx'
import { Fold } from '../../ui/Fold.tsx'
import { FlagIcon, WarningIcon } from '../../ui/icons/icons.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { buyerTimelineWords } from '../../words/buyer-timeline.ts'
import type { GoToEvidence } from './BuyerTimelinePage.tsx'
import { GoLivePlace, titleOf } from './Clashes.tsx'
import { Place } from './Place.tsx'
import { frozenStretches, timelineScale, type TimelineScale } from './timeline-scale.ts'
import styles from './TimelineTable.module.css'
import { Axis, Track } from './Track.tsx'
import type { TimelineView } from './use-buyer-timeline.ts'

const words = buyerTimelineWords.table
/** More of one's own dates than this are folded: the go-lives are what one came for. */
const DATES_SHOWN = 8

interface TimelineTableProps {
  readonly view: TimelineView
  readonly today: LocalDate
  readonly goToEvidence: GoToEvidence
}

interface RowProps extends TimelineTableProps {
  readonly scale: TimelineScale
  readonly stretches: ReturnType<typeof frozenStretches>
}

export function TimelineTable(props: TimelineTableProps) {
  const { view, today } = props
  const { lanes, dates } = view.timeline
  const [isWhole, setIsWhole] = useState(false)
  const scale = timelineScale(view.timeline, today)
  const stretches = frozenStretches(dates)
  const shown = isWhole ? dates : dates.slice(0, DATES_SHOWN)
  return (
    <section className={styles.part} aria-labelledby="timeline-table">
      <header className={styles.head}>
        <h2 id="timeline-table">{words.title}</h2>
        <Legend />
      </header>
      <table className={styles.table} aria-labelledby="timeline-table">
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.when}</th>
            <th scope="col">
              <VisuallyHidden>{words.picture}</VisuallyHidden>
              <Axis scale={scale} today={today} />
            </th>
          </tr>
        </thead>
        <tbody>
          <tr className={styles.group}>
            <th colSpan={3} scope="rowgroup">
              {words.own}
              {dates.length === 0 && <small>{words.noDates}</small>}
            </th>
          </tr>
          {shown.map((date) => (
            <DateRow key={date.id} date={date} scale={scale} stretches={stretches} {...props} />
          ))}
          {dates.length > DATES_SHOWN && (
            <tr className={styles.more}>
              <td colSpan={3}>
                <Fold open={isWhole} onToggle={() => setIsWhole(!isWhole)}>
                  {words.moreDates(dates.length - DATES_SHOWN)}
                </Fold>
              </td>
            </tr>
          )}
        </tbody>
        <tbody>
          <tr className={styles.group}>
            <th colSpan={3} scope="rowgroup">
              {words.vendors}
            </th>
          </tr>
          {lanes.map((lane) => (
            <LaneRow key={lane.planId} lane={lane} scale={scale} stretches={stretches} {...props} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Legend() {
  const { legend } = words
  return (
    <span className={styles.legend} aria-hidden="true">
      <span>
        <i className={styles.legendForecast} />
        {legend.forecast}
      </span>
      <span>
        <i className={styles.legendAgreed} />
        {legend.agreed}
      </span>
      <span>
        <i className={styles.legendFreeze} />
        {legend.freeze}
      </span>
    </span>
  )
}

function DateRow({ date, scale, stretches, view, today, goToEvidence }: RowProps & { readonly date: OwnDate }) {
  const { lanes } = view.timeline
  const { span, freeze, sources } = date
  const [first] = sources
  const planIds = [...new Set(sources.map(({ planId }) => planId))]
  return (
    <tr className={styles.date}>
      <th scope="row">
        <FlagIcon size={12} />
        {first === undefined ? (
          titleOf(date)
        ) : (
          <Place
            href={view.hrefOf(first.planId)}
            target={{ kind: 'keyDate', keyDateId: first.keyDateId }}
            goToEvidence={goToEvidence}
          >
            {titleOf(date)}
          </Place>
        )}
      </th>
      <td>
        <b>{spanText(span, today)}</b>
        <small>
          {freeze && `${words.freeze}, `}
          {planIds.length === lanes.length ? words.inAll(lanes.length) : words.inSome(planIds.map(view.vendorOf))}
        </small>
      </td>
      <td>
        <Track scale={scale} today={today} frozen={stretches} own={date} />
      </td>
    </tr>
  )
}

function LaneRow({ lane, scale, stretches, view, today, goToEvidence }: RowProps & { readonly lane: TimelineLane }) {
  const { planId, title, goLive } = lane
  const now = useDevice().now()
  const { dates, clashes } = view.timeline
  const frozen = clashes.flatMap((clash) =>
    clash.kind === 'inFreeze' && clash.planId === planId ? (dates.find(({ id }) => id === clash.dateId) ?? []) : [],
  )
  const relay = view.relayOf(planId)
  return (
    <tr>
      <th scope="row">
        <GoLivePlace planId={planId} view={view} goToEvidence={goToEvidence}>
          {view.vendorOf(planId)}
        </GoLivePlace>
        {title.trim() !== '' && <small>{title}</small>}
        {relay !== null && (
          <small>
            {relay.askedAt === 0 ? words.neverAsked(relay.host) : words.relay(relay.host, agoText(relay.askedAt, now))}
          </small>
        )}
      </th>
      <td>
        {goLive === null ? (
          words.noDay
        ) : (
          <>
            <b>{goLive.done ? words.live(dayText(goLive.finish, today)) : dayText(goLive.finish, today)}</b>{' '}
            {goLive.agreed !== null && goLive.agreed !== goLive.finish && (
              <del>
                <VisuallyHidden>{words.agreed}</VisuallyHidden>
                {dayText(goLive.agreed, today)}
              </del>
            )}
            <small>{goLive.slip === null ? words.notAgreed : words.off(goLive.slip)}</small>
            {frozen.length > 0 && (
              <small className={styles.warn}>
                <WarningIcon size={12} />
                {words.in(frozen.map(titleOf))}
              </small>
            )}
          </>
        )}
      </td>
      <td>
        <Track scale={scale} today={today} frozen={stretches} lane={lane} isFrozen={frozen.length > 0} />
      </td>
    </tr>
  )
}
