/**
 * The road as one image with a summary for those who listen, drawn for a width in true pixels, so that its words keep their
 * size; three measures decide how much of it there is. What lies over it (stones to press) is whoever's who shows it.
 */
import type { MilestoneId, Plan, PlanOutlook } from '@milepost/plan'
import { useId, useMemo, type ReactNode } from 'react'
import { roadSummary } from '../words/schedule/road-summary.ts'
import { roadWords } from '../words/schedule/road.ts'
import { roadLabels } from './road-labels.ts'
import { RoadPicture } from './RoadPicture.tsx'
import { roadOf, type Measure, type Road } from './road.ts'
import styles from './Road.module.css'

const ROAD_HEIGHT = { wide: 124, medium: 124, small: 76 } as const

export interface RoadImageProps {
  readonly plan: Plan
  readonly outlook: PlanOutlook
  readonly road: Road
  readonly measure: Measure
  /** A stone on its way to another day. */
  readonly dragged?: { readonly id: MilestoneId; readonly x: number } | null
}

export function measureOf(width: number): Measure {
  return width >= 760 ? 'wide' : width >= 480 ? 'medium' : 'small'
}

/** Null until the width is known, and for a plan of which nobody has said a day. */
export function useRoad(plan: Plan, outlook: PlanOutlook, width: number): Road | null {
  return useMemo(() => (width === 0 ? null : roadOf(plan, outlook, width, measureOf(width))), [plan, outlook, width])
}

export function RoadImage({ plan, outlook, road, measure, dragged = null }: RoadImageProps): ReactNode {
  const id = useId()
  const labels = useMemo(() => roadLabels(road, goalsOf(plan), outlook.today, measure), [road, plan, outlook, measure])
  return (
    <svg
      className={styles.road}
      viewBox={`0 0 ${road.width} ${ROAD_HEIGHT[measure]}`}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
    >
      <title id={`${id}-title`}>{roadWords.title}</title>
      <desc id={`${id}-text`}>{roadSummary(plan, outlook)}</desc>
      <RoadPicture
        id={id}
        road={road}
        labels={labels}
        measure={measure}
        measured={outlook.measuredFrom.state}
        today={outlook.today}
        dragged={dragged}
      />
    </svg>
  )
}

function goalsOf(plan: Plan) {
  return plan.milestones
    .filter(({ id }) => id === plan.goLiveId || id === plan.resultId)
    .map(({ id, title }) => ({ id, title, isGoLive: id === plan.goLiveId }))
}
