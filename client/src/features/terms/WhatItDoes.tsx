/** For a buyer who opens a plan for the first time (`first-time.ts`): three lines on what it does for them, and what it asks. */
import { workAsked, type Plan } from '@milepost/plan'
import { memo, type ReactNode } from 'react'
import { companyOf } from '../../format/names.ts'
import { useAccess } from '../../hooks/use-access.ts'
import { useCalmPlan } from '../../hooks/use-outlook.ts'
import { Button } from '../../ui/Button.tsx'
import { workWords } from '../../words/terms/work.ts'
import styles from './WhatItDoes.module.css'

const words = workWords.whatItDoes

interface WhatItDoesProps {
  readonly onRead: () => void
}

export function WhatItDoes({ onRead }: WhatItDoesProps): ReactNode {
  return <Introduction plan={useCalmPlan().plan} onRead={onRead} />
}

/** Its own, so that a letter typed in the document does not wait for the sums. */
const Introduction = memo(function Introduction({
  plan,
  onRead,
}: WhatItDoesProps & { readonly plan: Plan }): ReactNode {
  const [buyer, seller] = [companyOf(plan, 'buyer'), companyOf(plan, 'seller')]
  const work = workAsked(plan)
  const { canEdit } = useAccess()
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
          <b>{words.bothAnswer}</b> {words.bothAnswerWhy(canEdit)}
        </li>
      </ul>
      <Button size="sm" onPress={onRead}>
        {words.read}
      </Button>
    </section>
  )
})
