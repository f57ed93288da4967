/** What both sides expect of each other, and what follows where it is not met: agreed while everybody is still friendly. */
import { addExpectation, archiveExpectation, parseId, restoreExpectation, type ExpectationId } from '@milepost/plan'
import type { ReactNode } from 'react'
import { useAccess } from '../../hooks/use-access.ts'
import { usePlanFields } from '../../hooks/use-plan.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { waysWords } from '../../words/terms/ways.ts'
import { PairList } from './PairList.tsx'
import { TermPart } from './TermSection.tsx'
import styles from './Terms.module.css'

const words = waysWords.expectations

export function Expectations(): ReactNode {
  const { doc } = usePlanSession()
  const { expectations } = usePlanFields('expectations')
  const { canEdit } = useAccess()
  if (expectations.length === 0 && !canEdit) return null
  return (
    <TermPart title={words.title} place="expectations">
      {expectations.length === 0 && <p className={styles.prompt}>{words.none}</p>}
      <PairList
        words={words.pairs}
        pairs={expectations.map(({ id, text, consequence }) => ({ id, first: text, second: consequence }))}
        targetOf={(id, which) => ({ in: 'expectations', id, field: which === 'first' ? 'text' : 'consequence' })}
        add={({ first, second, after }) => {
          const behind = parseId<'expectation'>(after)
          return addExpectation(doc, {
            text: first,
            consequence: second,
            ...(behind === null ? {} : { after: behind }),
          })
        }}
        archive={(id) => archiveExpectation(doc, id as ExpectationId)}
        restore={(id) => restoreExpectation(doc, id as ExpectationId)}
        typical={words.typical}
      />
    </TermPart>
  )
}
