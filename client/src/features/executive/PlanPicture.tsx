// The road below the verdict, for the width it has on screen, and once more for a sheet of paper, where nobody measures.
import type { Plan, PlanOutlook } from '@milepost/plan'
import { useRef, type ReactNode } from 'react'
import { measureOf, RoadImage, useRoad } from '../../road/RoadImage.tsx'
import { useWidth } from '../../road/use-width.ts'
import { classNames } from '../../ui/class-names.ts'
import styles from './Verdict.module.css'

const PAPER_WIDTH = 640

export function PlanPicture({ plan, outlook }: { readonly plan: Plan; readonly outlook: PlanOutlook }): ReactNode {
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const road = useRoad(plan, outlook, width)
  const paper = useRoad(plan, outlook, PAPER_WIDTH)
  if (paper === null) return null
  return (
    <div className={styles.picture}>
      <div ref={box} className={classNames(styles.screen, styles[measureOf(width)])}>
        {road !== null && <RoadImage plan={plan} outlook={outlook} road={road} measure={measureOf(width)} />}
      </div>
      <div className={styles.paper}>
        <RoadImage plan={plan} outlook={outlook} road={paper} measure={measureOf(PAPER_WIDTH)} />
      </div>
    </div>
  )
}
