// What collides, each with the places it was read from: the go-lives of the plans, and the dates as each plan has them.
import type { BuyerTimeline, Clash, OwnDate, TimelineLane } from '@milepost/plan'
import type { LocalDate } from '@milepost/schedule'
import { useState, type ReactNode } from 'react'
import { dayText } from '../../format/day.ts'
import { spanText } from '../../format/span-text.ts'
import { Fold } from '../../ui/Fold.tsx'
import { buyerTimelineWords } from '../../words/buyer-timeline.ts'
import type { GoToEvidence } from './BuyerTimelinePage.tsx'
import styles from './BuyerTimelinePage.module.css'
import { Place } from './Place.tsx'
import type { TimelineView } from './use-buyer-timeline.ts'

const words = buyerTimelineWords.clashes

interface ClashesProps {
  readonly view: TimelineView
  readonly today: LocalDate
  readonly goToEvidence: GoToEvidence
}

/** More than these are folded: nobody reads a hundred at once. */
const SHOWN = 10

export function Clashes(props: ClashesProps) {
  const { clashes } = props.view.timeline
  const [isWhole, setIsWhole] = useState(false)
  return (
    <section className={styles.clashes} aria-labelledby="timeline-clashes">
      <h2 id="timeline-clashes">{words.title}</h2>
      <ul>
        {(isWhole ? clashes : clashes.slice(0, SHOWN)).map((clash, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- they are made anew as a whole
          <li key={at}>
            {clashText(clash, props)} <Places clash={clash} {...props} />
          </li>
        ))}
      </ul>
      {clashes.length > SHOWN && (
        <Fold open={isWhole} onToggle={() => setIsWhole(!isWhole)}>
          {buyerTimelineWords.more(clashes.length - SHOWN)}
        </Fold>
      )}
    </section>
  )
}

export function titleOf({ title }: OwnDate): string {
  return title === '' ? buyerTimelineWords.untitled.date : title
}

function clashText(clash: Clash, { view, today }: ClashesProps): string {
  const { timeline, vendorOf } = view
  const dayOf = (planId: string) => dayText(laneIn(timeline, planId)?.goLive?.finish ?? today, today)
  const vendorsOf = (date: OwnDate) => date.sources.map(({ planId }) => vendorOf(planId))
  switch (clash.kind) {
    case 'inFreeze': {
      const date = dateIn(timeline, clash.dateId)
      if (date === null) return ''
      const vendor = vendorOf(clash.planId)
      const said = words.inFreeze(vendor, dayOf(clash.planId), titleOf(date), spanText(date.span, today))
      return clash.knows ? said : `${said} ${words.lacks(vendor, vendorsOf(date))}`
    }
    case 'close':
      return words.close(clash.planIds.map(vendorOf), clash.planIds.map(dayOf))
    case 'otherDays': {
      const dates = clash.dateIds.flatMap((id) => dateIn(timeline, id) ?? [])
      const said = dates.map((date) => words.daysWith(spanText(date.span, today), vendorsOf(date)))
      return words.otherDays(dates[0] === undefined ? '' : titleOf(dates[0]), said)
    }
  }
}

function Places({ clash, view, goToEvidence }: ClashesProps & { readonly clash: Clash }): ReactNode {
  const { timeline } = view
  const planIds = clash.kind === 'close' ? clash.planIds : clash.kind === 'inFreeze' ? [clash.planId] : []
  const dateIds = clash.kind === 'otherDays' ? clash.dateIds : clash.kind === 'inFreeze' ? [clash.dateId] : []
  const sources = dateIds.flatMap((id) => dateIn(timeline, id)?.sources ?? [])
  return (
    <span className={styles.places}>
      {planIds.map((planId) => (
        <GoLivePlace key={planId} planId={planId} view={view} goToEvidence={goToEvidence}>
          {words.goLiveWith(view.vendorOf(planId))}
        </GoLivePlace>
      ))}
      {sources.map(({ planId, keyDateId }) => (
        <Place
          key={`${planId} ${keyDateId}`}
          href={view.hrefOf(planId)}
          target={{ kind: 'keyDate', keyDateId }}
          goToEvidence={goToEvidence}
        >
          {words.dateWith(view.vendorOf(planId))}
        </Place>
      ))}
    </span>
  )
}

interface GoLivePlaceProps {
  readonly planId: string
  readonly view: TimelineView
  readonly goToEvidence: GoToEvidence
  readonly children: ReactNode
}

/** To the milestone that is go-live; a plan that has none opens as it is. */
export function GoLivePlace({ planId, view, goToEvidence, children }: GoLivePlaceProps) {
  const goLiveId = laneIn(view.timeline, planId)?.goLiveId ?? null
  const target =
    goLiveId === null ? ({ kind: 'goLive' } as const) : ({ kind: 'milestone', milestoneId: goLiveId } as const)
  return (
    <Place href={view.hrefOf(planId)} target={target} goToEvidence={goToEvidence}>
      {children}
    </Place>
  )
}

function laneIn({ lanes }: BuyerTimeline, planId: string): TimelineLane | null {
  return lanes.find((lane) => lane.planId === planId) ?? null
}

function dateIn({ dates }: BuyerTimeline, id: string): OwnDate | null {
  return dates.find((date) => date.id === id) ?? null
}
