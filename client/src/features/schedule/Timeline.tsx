/**
 * The road as one picture: agreed line above, forecast below, threads between them, today, key dates as flags. To those who
 * listen it is one image with a summary; its stones are buttons laid over it, one tab stop for all of them.
 *
 * It is drawn for the width it has, in true pixels, so that its words keep their size; three measures decide how much of
 * it there is. In print, where nobody measures, it scales.
 */
import type { MilestoneId, Plan, PlanOutlook } from '@milepost/plan'
import type { LocalDate } from '@milepost/schedule'
import { useId, useMemo, useRef, useState, type ReactNode } from 'react'
import { useAccess } from '../../hooks/use-access.ts'
import { classNames } from '../../ui/class-names.ts'
import { roadSummary } from '../../words/schedule/road-summary.ts'
import { roadWords } from '../../words/schedule/road.ts'
import { lazyMovePopover } from './lazy-panels.ts'
import { roadLabels } from './road-labels.ts'
import { RoadPicture } from './RoadPicture.tsx'
import { roadOf, type Measure } from './road.ts'
import { RoadStones } from './RoadStones.tsx'
import styles from './Timeline.module.css'
import { useWidth } from './use-width.ts'

interface TimelineProps {
  readonly plan: Plan
  readonly outlook: PlanOutlook
  readonly onJump: (id: MilestoneId) => void
}

export const ROAD_HEIGHT = { wide: 124, medium: 124, small: 76 } as const

export function Timeline({ plan, outlook, onJump }: TimelineProps): ReactNode {
  const { canEdit } = useAccess()
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const measure: Measure = width >= 760 ? 'wide' : width >= 480 ? 'medium' : 'small'
  const road = useMemo(
    () => (width === 0 ? null : roadOf(plan, outlook, width, measure)),
    [plan, outlook, width, measure],
  )
  const labels = useMemo(
    () => (road === null ? null : roadLabels(road, goalsOf(plan), outlook.today, measure)),
    [road, plan, outlook, measure],
  )
  /** A stone on its way to another day. */
  const [dragged, setDragged] = useState<{ readonly id: MilestoneId; readonly x: number } | null>(null)
  const [moving, setMoving] = useState<Moving | null>(null)
  const MovePopover = lazyMovePopover
  return (
    <div className={styles.frame}>
      <div ref={box} className={classNames(styles.box, styles[measure])}>
        {road !== null && labels !== null && (
          <>
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
            <RoadStones
              plan={plan}
              outlook={outlook}
              road={road}
              measure={measure}
              canEdit={canEdit}
              onJump={onJump}
              onDrag={setDragged}
              onMove={setMoving}
            />
          </>
        )}
      </div>
      {moving !== null && (
        <MovePopover
          milestoneId={moving.id}
          day={moving.day}
          anchor={moving.anchor}
          onClose={() => {
            setMoving(null)
            setDragged(null)
            moving.anchor.focus()
          }}
        />
      )}
    </div>
  )
}

export interface Moving {
  readonly id: MilestoneId
  readonly day: LocalDate
  readonly anchor: HTMLElement
}

function goalsOf(plan: Plan) {
  return plan.milestones
    .filter(({ id }) => id === plan.goLiveId || id === plan.resultId)
    .map(({ id, title }) => ({ id, title, isGoLive: id === plan.goLiveId }))
}
