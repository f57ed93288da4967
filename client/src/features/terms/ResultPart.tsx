/**
 * What stands in the last milestone besides its steps: the value that was promised and the day of the first result, and the
 * criteria where they are scored. So the end of the plan answers its first sentence.
 */
import type { ReactNode } from 'react'
import { dayText } from '../../format/day.ts'
import { useOutlook } from '../../hooks/use-outlook.ts'
import { usePlanFields } from '../../hooks/use-plan.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { useValueProposition } from '../../hooks/use-value-proposition.ts'
import { criteriaWords } from '../../words/terms/criteria.ts'
import { ResultField, ValueField } from './Criteria.tsx'
import styles from './ResultPart.module.css'

const words = criteriaWords.atTheEnd

export function ResultPart(): ReactNode {
  const { doc } = usePlanSession()
  const { criteria } = usePlanFields('criteria')
  const { result, today } = useOutlook()
  const value = useValueProposition(doc)
  return (
    <dl className={styles.result}>
      {value !== '' && (
        <div>
          <dt>{words.promised}</dt>
          <dd>{value}</dd>
        </div>
      )}
      {result !== null && result.dated && (
        <div>
          <dt>{words.firstResult}</dt>
          <dd>
            <time dateTime={result.finish}>{dayText(result.finish, today)}</time>
          </dd>
        </div>
      )}
      {criteria.length > 0 && (
        <div>
          <dt>{words.measured}</dt>
          <dd>
            <ul className={styles.scores}>
              {criteria.map((criterion) => (
                <li key={criterion.id}>
                  <span>
                    {criterion.text === '' ? criteriaWords.unnamed : criterion.text}
                    <small>{words.fromTo(criterion.baseline ?? '–', criterion.target ?? '–')}</small>
                  </span>
                  <ValueField criterion={criterion} which="actual" label={criteriaWords.soFar} />
                  <ResultField criterion={criterion} />
                </li>
              ))}
            </ul>
          </dd>
        </div>
      )}
    </dl>
  )
}
