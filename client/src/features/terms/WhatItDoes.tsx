/** For a buyer who opens a plan for the first time (`first-time.ts`): three lines on what it does for them, and what it asks. */
import { workAsked } from '@milepost/plan'
import type { ReactNode } from 'react'
import { companyOf } from '../../format/names.ts'
import { usePlan } from '../../hooks/use-plan.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './WhatItDoes.module.css'
import { workText } from './work-words.ts'

export function WhatItDoes({ onRead }: { readonly onRead: () => void }): ReactNode {
  const plan = usePlan()
  const [buyer, seller] = [companyOf(plan, 'buyer'), companyOf(plan, 'seller')]
  const work = workAsked(plan)
  return (
    <section className={styles.card} aria-labelledby="what-it-does">
      <h2 id="what-it-does">What this plan does for {buyer}</h2>
      <ul>
        <li>
          <b>Less risk.</b> Every step to the first result stands here before you commit, with its day and who does it;
          what is at risk shows before it is late.
        </li>
        <li>
          <b>Less work.</b> You see what it asks of you: {workText(work.buyer)}. {seller}’s own work stands beside it.
        </li>
        <li>
          <b>Both sides answer for it.</b> It is yours as much as theirs: change anything; each day lost names its
          cause, whoever it was.
        </li>
      </ul>
      <Button size="sm" onPress={onRead}>
        Got it
      </Button>
    </section>
  )
}
