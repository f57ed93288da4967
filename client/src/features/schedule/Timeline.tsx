/**
 * The road as one picture: agreed line above, forecast below, threads between them, today, key dates as flags. To those who
 * listen it is one image with a summary; its stones are buttons laid over it, one tab stop for all of them.
 */
import type { MilestoneId, Plan, PlanOutlook } from '@milepost/plan'
import type { LocalDate } from '@milepost/schedule'
import { useRef, useState, type ReactNode } from 'react'
import { useAccess } from '../../hooks/use-access.ts'
import styles from '../../road/Road.module.css'
import { measureOf, RoadImage, useRoad } from '../../road/RoadImage.tsx'
import { useWidth } from '../../road/use-width.ts'
import { classNames } from '../../ui/class-names.ts'
import { lazyMovePopover } from './lazy-panels.ts'
import { RoadStones } from './RoadStones.tsx'

interface TimelineProps {
  readonly plan: Plan
  readonly outlook: PlanOutlook
  readonly onJump: (id: MilestoneId) => void
}

export function Timeline({ plan, outlook, onJump }: TimelineProps): ReactNode {
  const { canEdit } = useAccess()
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const measure = measureOf(width)
  const road = useRoad(plan, outlook, width)
  /** A stone on its way to another day. */
  const [dragged, setDragged] = useState<{ readonly id: MilestoneId; readonly x: number } | null>(null)
  const [moving, setMoving] = useState<Moving | null>(null)
  const MovePopover = lazyMovePopover
  return (
    <div className={styles.frame}>
      <div ref={box} className={classNames(styles.box, styles[measure])}>
        {road !== null && (
          <>
            <RoadImage plan={plan} outlook={outlook} road={road} measure={measure} dragged={dragged} />
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
