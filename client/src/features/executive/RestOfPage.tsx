// Below the picture: what is asked of this reader, what moved the plan, its milestones and its people.
import { readerAsk, roleOfReader, type Plan, type PlanOutlook, type Reader } from '@milepost/plan'
import type { ReactNode } from 'react'
import { AskOfReader } from './AskOfReader.tsx'
import styles from './Executive.module.css'
import { MilestoneLines } from './MilestoneLines.tsx'
import { PeopleOfSides } from './PeopleOfSides.tsx'
import { WhatMoved } from './WhatMoved.tsx'

export interface RestOfPageProps {
  readonly plan: Plan
  readonly outlook: PlanOutlook
  readonly reader: Reader & { readonly name: string }
}

export function RestOfPage({ plan, outlook, reader }: RestOfPageProps): ReactNode {
  const role = roleOfReader(plan, reader)
  const ask = readerAsk(plan, outlook, role)
  const named = reader.name.trim() || (plan.people.find(({ id }) => id === role?.personId)?.name ?? '')
  return (
    <>
      <div className={styles.columns}>
        <AskOfReader plan={plan} outlook={outlook} ask={ask} name={named.trim().split(/\s+/u)[0] ?? ''} />
        <WhatMoved plan={plan} outlook={outlook} />
      </div>
      <MilestoneLines plan={plan} outlook={outlook} />
      <PeopleOfSides plan={plan} />
    </>
  )
}
