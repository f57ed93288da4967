/** What the plan asks of each side, said before anybody commits; and both sides' work side by side, where it overlaps and where not. */
import { workAsked, type Plan, type PlanWork } from '@milepost/plan'
import { memo, useMemo, useState, type ReactNode } from 'react'
import { companyOf } from '../../format/names.ts'
import { useCalmPlan } from '../../hooks/use-outlook.ts'
import { Fold } from '../../ui/Fold.tsx'
import { SideMark } from '../../ui/SideMark.tsx'
import { workWords as words } from '../../words/terms/work.ts'
import { SideBySide } from './SideBySide.tsx'
import { TermSection } from './TermSection.tsx'
import styles from './Terms.module.css'

const SIDES = ['buyer', 'seller'] as const

export function Work(): ReactNode {
  return <WorkOf plan={useCalmPlan().plan} />
}

/** Its own, so that a letter typed in the document does not wait for the sums. */
const WorkOf = memo(function WorkOf({ plan }: { readonly plan: Plan }): ReactNode {
  const work = useMemo<PlanWork>(() => workAsked(plan), [plan])
  const [open, setOpen] = useState(false)
  if (work.parts.length === 0) return null
  return (
    <TermSection id="terms-work" title={words.title}>
      <ul className={styles.work}>
        {SIDES.map((side) => (
          <li key={side}>
            <SideMark side={side} />
            <span>
              <b>{companyOf(plan, side)}</b> {words.asked(work[side])}
            </span>
          </li>
        ))}
        {work.nobodys > 0 && <li className={styles.nobodys}>{words.nobodys(work.nobodys)}</li>}
      </ul>
      <p className={styles.overlap}>{words.overlap(plan, work)}</p>
      <Fold open={open} onToggle={() => setOpen(!open)}>
        {words.sideBySide}
      </Fold>
      {open && <SideBySide plan={plan} work={work} />}
    </TermSection>
  )
})
