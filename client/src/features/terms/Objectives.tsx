/** What the buyer wants to reach, the goal of theirs that it serves, and by when where somebody named a day. */
import { addObjective, archiveObjective, restoreObjective, setObjectiveBy, type Objective } from '@milepost/plan'
import { parseLocalDate } from '@milepost/schedule'
import type { ReactNode } from 'react'
import { shortDayText } from '../../format/day.ts'
import { companyOf, shortCompany } from '../../format/names.ts'
import { useAccess } from '../../hooks/use-access.ts'
import { usePlanFields } from '../../hooks/use-plan.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { useToday } from '../../hooks/use-today.ts'
import { DateField } from '../../ui/DateField.tsx'
import { goalsWords } from '../../words/terms/goals.ts'
import { TermList } from './TermList.tsx'
import { TermPart } from './TermSection.tsx'
import { TermText } from './TermText.tsx'
import styles from './Terms.module.css'

const words = goalsWords.objectives

export function Objectives(): ReactNode {
  const { doc } = usePlanSession()
  const plan = usePlanFields('objectives', 'buyer', 'seller')
  const { canEdit } = useAccess()
  if (plan.objectives.length === 0 && !canEdit) return null
  const buyer = shortCompany(companyOf(plan, 'buyer'))
  return (
    <TermPart title={words.title} place="objectives">
      {plan.objectives.length === 0 && <p className={styles.prompt}>{words.none(buyer)}</p>}
      <TermList
        words={words.list}
        lines={plan.objectives}
        nameOf={({ text }) => text}
        add={(after) => addObjective(doc, { text: '', ...(after === null ? {} : { after: after.id }) })}
        archive={({ id }) => archiveObjective(doc, id)}
        restore={({ id }) => restoreObjective(doc, id)}
      >
        {(objective, keys) => (
          <div className={styles.objective}>
            <div>
              <TermText
                target={{ in: 'objectives', id: objective.id, field: 'text' }}
                label={words.text.label}
                placeholder={words.text.placeholder}
                className={styles.lead}
                {...keys}
              />
              {(canEdit || objective.goal !== '') && (
                <p className={styles.under}>
                  <span aria-hidden="true">{words.serves}</span>
                  <TermText
                    target={{ in: 'objectives', id: objective.id, field: 'goal' }}
                    label={words.goal.label(buyer)}
                    placeholder={words.goal.placeholder(buyer)}
                    onEnter={keys.onEnter}
                  />
                </p>
              )}
            </div>
            <ByDay objective={objective} canEdit={canEdit} />
          </div>
        )}
      </TermList>
    </TermPart>
  )
}

function ByDay({ objective: { id, by }, canEdit }: { readonly objective: Objective; readonly canEdit: boolean }) {
  const { doc, undo } = usePlanSession()
  const today = useToday()
  if (!canEdit) return by === null ? null : <time dateTime={by}>{shortDayText(by, today)}</time>
  return (
    <DateField
      look="quiet"
      label={words.by}
      hideLabel
      placeholder={words.by}
      value={by}
      onChange={(day) => {
        undo.stopCapturing()
        setObjectiveBy(doc, id, day === null ? null : parseLocalDate(day))
      }}
    />
  )
}
