/** For a buyer who opens a plan for the first time (`first-time.ts`): three lines on what it does for them, and what it asks. */
import { workAsked } from '@milepost/plan'
import type { ReactNode } from 'react'
import { companyOf } from '../../format/names.ts'
import { usePlan } from '../../hooks/use-plan.ts'
import { Button } from '../../ui/Button.tsx'
import { workWords } from '../../words/terms/work.ts'
import styles from './WhatItDoes.module.css'

const words = workWords.whatItDoes

export function WhatItDoes({ onRead }: { readonly onRead: () => void }): ReactNode {
  const plan = usePlan()
  const [buyer, seller] = [companyOf(plan, 'buyer'), companyOf(plan, 'seller')]
  const work = workAsked(plan)
  return (
    <section className={styles.card} aria-labelledby="what-it-does">
      <h2 id="what-it-does">{words.title(buyer)}</h2>
      <ul>
        <li>
          <b>{words.lessRisk}</b> {words.lessRiskWhy}
        </li>
        <li>
          <b>{words.lessWork}</b> {words.lessWorkWhy(workWords.asked(work.buyer), seller)}
        </li>
        <li>
          <b>{words.bothAnswer}</b> {words.bothAnswerWhy}
        </li>
      </ul>
      <Button size="sm" onPress={onRead}>
        {words.read}
      </Button>
    </section>
  )
}
