/** How the buyer decides, as questions: what nobody knows yet stays in sight until somebody does. */
import { addDecision, archiveDecision, parseId, restoreDecision, type DecisionId } from '@milepost/plan'
import type { ReactNode } from 'react'
import { companyOf, shortCompany } from '../../format/names.ts'
import { useAccess } from '../../hooks/use-access.ts'
import { usePlanFields } from '../../hooks/use-plan.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { waysWords } from '../../words/terms/ways.ts'
import { PairList } from './PairList.tsx'
import { TermPart } from './TermSection.tsx'
import styles from './Terms.module.css'

const words = waysWords.decisions
const TYPICAL = words.typical.map((first) => ({ first, second: '' }))

export function Decisions(): ReactNode {
  const { doc } = usePlanSession()
  const plan = usePlanFields('decisions', 'buyer', 'seller')
  const { canEdit } = useAccess()
  const { decisions } = plan
  if (decisions.length === 0 && !canEdit) return null
  const buyer = shortCompany(companyOf(plan, 'buyer'))
  const unknown = decisions.filter(({ answer }) => answer.trim() === '').length
  return (
    <TermPart title={words.title(buyer)} place="decisions" {...(unknown === 0 ? {} : { note: words.unknown(unknown) })}>
      {decisions.length === 0 && <p className={styles.prompt}>{words.none(buyer)}</p>}
      <PairList
        words={words.pairs}
        pairs={decisions.map(({ id, question, answer }) => ({ id, first: question, second: answer }))}
        targetOf={(id, which) => ({ in: 'decisions', id, field: which === 'first' ? 'question' : 'answer' })}
        add={({ first, second, after }) => {
          const behind = parseId<'decision'>(after)
          return addDecision(doc, { question: first, answer: second, ...(behind === null ? {} : { after: behind }) })
        }}
        archive={(id) => archiveDecision(doc, id as DecisionId)}
        restore={(id) => restoreDecision(doc, id as DecisionId)}
        typical={TYPICAL}
      />
    </TermPart>
  )
}
