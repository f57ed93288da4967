// Who on the buyer's side owes what next, over all vendors: one line for each role that has something to begin, the earliest first.
import type { LocalDate } from '@milepost/schedule'
import { useState } from 'react'
import { dayText } from '../../format/day.ts'
import { Fold } from '../../ui/Fold.tsx'
import { OwnerChip } from '../../ui/OwnerChip.tsx'
import { buyerTimelineWords } from '../../words/buyer-timeline.ts'
import type { GoToEvidence } from './BuyerTimelinePage.tsx'
import styles from './BuyerTimelinePage.module.css'
import { Place } from './Place.tsx'
import type { TimelineView } from './use-buyer-timeline.ts'

const words = buyerTimelineWords.owed
const SHOWN = 10

interface OwedListProps {
  readonly view: TimelineView
  readonly today: LocalDate
  readonly goToEvidence: GoToEvidence
}

export function OwedList({ view, today, goToEvidence }: OwedListProps) {
  const { owed } = view.timeline
  const [isWhole, setIsWhole] = useState(false)
  const shown = isWhole ? owed : owed.slice(0, SHOWN)
  return (
    <section className={styles.part} aria-labelledby="timeline-owed">
      <h2 id="timeline-owed">{words.title}</h2>
      {owed.length === 0 && <p>{words.none}</p>}
      <ul className={styles.owed}>
        {shown.map(({ planId, milestoneId, stepId, title, date, late, role, person }) => (
          <li key={`${planId} ${stepId ?? milestoneId} ${role}`}>
            <span className={late > 0 ? styles.late : styles.day}>
              {dayText(date, today)}
              {late > 0 && <small>{words.late(late)}</small>}
            </span>
            <span>
              <Place
                href={view.hrefOf(planId)}
                target={stepId === null ? { kind: 'milestone', milestoneId } : { kind: 'step', milestoneId, stepId }}
                goToEvidence={goToEvidence}
              >
                {title.trim() === '' ? buyerTimelineWords.untitled.step : title}
              </Place>
              <small>{words.with(view.vendorOf(planId))}</small>
            </span>
            <OwnerChip side="buyer" role={role} name={person} company="" look="plain" />
          </li>
        ))}
      </ul>
      {owed.length > SHOWN && (
        <Fold open={isWhole} onToggle={() => setIsWhole(!isWhole)}>
          {buyerTimelineWords.more(owed.length - SHOWN)}
        </Fold>
      )}
    </section>
  )
}
