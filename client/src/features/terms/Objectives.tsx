/** What the buyer wants to reach, the goal of theirs that it serves, and by when where somebody named a day. */
import { addObjective, archiveObjective, restoreObjective, setObjectiveBy, type Objective } from '@milepost/plan'
import { parseLocalDate } from '@milepost/schedule'
import type { ReactNode } from 'react'
import { shortDayText } from '../../format/day.ts'
import { companyOf, possessive, shortCompany } from '../../format/names.ts'
import { useAccess } from '../../hooks/use-access.ts'
import { usePlanFields } from '../../hooks/use-plan.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { useToday } from '../../hooks/use-today.ts'
import { DateField } from '../../ui/DateField.tsx'
import { TermList } from './TermList.tsx'
import { TermPart } from './TermSection.tsx'
import { TermText } from './TermText.tsx'
import styles from './Terms.module.css'

export function Objectives(): ReactNode {
  const { doc } = usePlanSession()
  const plan = usePlanFields('objectives', 'buyer', 'seller')
  const { canEdit } = useAccess()
  if (plan.objectives.length === 0 && !canEdit) return null
  const buyer = shortCompany(companyOf(plan, 'buyer'))
  return (
    <TermPart title="Objectives" place="objectives">
      {plan.objectives.length === 0 && <p className={styles.prompt}>What does {buyer} want to have reached?</p>}
      <TermList
        label="Objectives"
        lines={plan.objectives}
        what="objective"
        nameOf={({ text }) => text}
        add={(after) => addObjective(doc, { text: '', ...(after === null ? {} : { after: after.id }) })}
        archive={({ id }) => archiveObjective(doc, id)}
        restore={({ id }) => restoreObjective(doc, id)}
        addLabel="Add an objective"
      >
        {(objective, keys) => (
          <div className={styles.objective}>
            <div>
              <TermText
                target={{ in: 'objectives', id: objective.id, field: 'text' }}
                label="Objective"
                placeholder="What is true once it is reached, with its number"
                className={styles.lead}
                {...keys}
              />
              {(canEdit || objective.goal !== '') && (
                <p className={styles.under}>
                  <span aria-hidden="true">Serves</span>
                  <TermText
                    target={{ in: 'objectives', id: objective.id, field: 'goal' }}
                    label={`Goal of ${buyer} that it serves`}
                    placeholder={`${possessive(buyer)} own goal`}
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
      label="By when"
      hideLabel
      placeholder="By when"
      value={by}
      onChange={(day) => {
        undo.stopCapturing()
        setObjectiveBy(doc, id, day === null ? null : parseLocalDate(day))
      }}
    />
  )
}
