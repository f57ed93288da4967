/** How the buyer decides, as questions: what nobody knows yet stays in sight until somebody does. */
import { addDecision, archiveDecision, parseId, restoreDecision, type DecisionId } from '@milepost/plan'
import type { ReactNode } from 'react'
import { companyOf, shortCompany } from '../../format/names.ts'
import { useAccess } from '../../hooks/use-access.ts'
import { usePlanFields } from '../../hooks/use-plan.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { PairList, type PairWords } from './PairList.tsx'
import { TermPart } from './TermSection.tsx'
import styles from './Terms.module.css'

const WORDS: PairWords = {
  label: 'How the decision is made',
  what: 'question',
  addLabel: 'Add a question',
  typical: 'Typical questions',
  first: { label: 'Question of the decision', placeholder: 'What has to be decided, and by whom?' },
  second: { label: 'Answer', placeholder: 'Still unknown', unsaid: 'Still unknown' },
}

/** What most decisions of this kind go through, and where they are found out too late. */
const TYPICAL = [
  'Who decides on the money, and up to which amount?',
  'Which committee has to agree, and when does it meet?',
  'Who checks security and data protection?',
  'Who reads the contract, and how long does that take?',
  'How does a purchase order come about?',
  'What else could win against it?',
].map((first) => ({ first, second: '' }))

export function Decisions(): ReactNode {
  const { doc } = usePlanSession()
  const plan = usePlanFields('decisions', 'buyer', 'seller')
  const { canEdit } = useAccess()
  const { decisions } = plan
  if (decisions.length === 0 && !canEdit) return null
  const buyer = shortCompany(companyOf(plan, 'buyer'))
  const unknown = decisions.filter(({ answer }) => answer.trim() === '').length
  return (
    <TermPart
      title={`How ${buyer} decides`}
      place="decisions"
      {...(unknown === 0 ? {} : { note: `${unknown} still unknown` })}
    >
      {decisions.length === 0 && (
        <p className={styles.prompt}>Which steps does a decision take at {buyer}, and what does nobody know yet?</p>
      )}
      <PairList
        words={WORDS}
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
