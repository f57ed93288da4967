/** What both sides expect of each other, and what follows where it is not met: agreed while everybody is still friendly. */
import { addExpectation, archiveExpectation, parseId, restoreExpectation, type ExpectationId } from '@milepost/plan'
import type { ReactNode } from 'react'
import { useAccess } from '../../hooks/use-access.ts'
import { usePlanFields } from '../../hooks/use-plan.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { PairList, type PairWords } from './PairList.tsx'
import { TermPart } from './TermSection.tsx'
import styles from './Terms.module.css'

const WORDS: PairWords = {
  label: 'What we expect of each other',
  what: 'expectation',
  addLabel: 'Add an expectation',
  typical: 'Typical expectations',
  first: { label: 'Expectation', placeholder: 'What each side can count on' },
  second: { label: 'What follows if it is not met', placeholder: 'What follows if not', unsaid: 'Nothing is said yet' },
}

const TYPICAL = [
  {
    first: 'A question is answered within two working days.',
    second: 'It is raised at the next check-in; the second time, the sponsors talk.',
  },
  {
    first: 'A date that cannot be kept is said before it has passed, with its reason.',
    second: 'Both sides look for the days together, and the plan names who moved it.',
  },
  {
    first: 'Whoever owns a step is at the check-in, or sends somebody who can decide.',
    second: 'The step waits for the next check-in, and its days are counted there.',
  },
]

export function Expectations(): ReactNode {
  const { doc } = usePlanSession()
  const { expectations } = usePlanFields('expectations')
  const { canEdit } = useAccess()
  if (expectations.length === 0 && !canEdit) return null
  return (
    <TermPart title="What we expect of each other" place="expectations">
      {expectations.length === 0 && (
        <p className={styles.prompt}>What can each side count on, and what follows if it is not met?</p>
      )}
      <PairList
        words={WORDS}
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
        typical={TYPICAL}
      />
    </TermPart>
  )
}
