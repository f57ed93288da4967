/** Two open wishes for one date stand side by side on the row until both sides have settled it. */
import { proposalsFor, readPlan, type MilestoneId, type PlanDoc, type Proposal } from '@milepost/plan'
import type { ReactNode } from 'react'
import { dayText } from '../../format/day.ts'
import { companyOf } from '../../format/names.ts'
import { usePlan, usePlanPart } from '../../hooks/use-plan.ts'
import { Pieces } from '../../ui/Pieces.tsx'
import { SideMark } from '../../ui/SideMark.tsx'
import { outlineWords as words } from '../../words/plan-editor/outline.ts'
import styles from './Outline.module.css'
import { useOutline } from './outline-context.tsx'

export function Proposals({ id }: { readonly id: MilestoneId }): ReactNode {
  const open = usePlanPart((doc: PlanDoc) => wishesText(proposalsFor(readPlan(doc).offers, id)))
  return open === '' ? null : <Wishes id={id} />
}

function Wishes({ id }: { readonly id: MilestoneId }) {
  const plan = usePlan()
  const { today } = useOutline()
  return (
    <p className={styles.proposals}>
      {wishesOf(proposalsFor(plan.offers, id)).map(({ side, date }) => (
        <span key={side}>
          <SideMark side={side} />
          <Pieces of={words.offers(companyOf(plan, side), <time dateTime={date}>{dayText(date, today)}</time>)} />
        </span>
      ))}
    </p>
  )
}

/** Both sides wish for another day: with one wish alone there is an offer to answer, not a row to settle. */
function wishesOf(proposals: readonly Proposal[]): readonly Proposal[] {
  return new Set(proposals.map(({ date }) => date)).size > 1 ? proposals : []
}

/** As text, so that a row keeps still while its wishes do. */
function wishesText(proposals: readonly Proposal[]): string {
  return wishesOf(proposals)
    .map(({ side, date }) => `${side} ${date}`)
    .join()
}
