/** One role of the dialog: who has it, their part, their opposite number, what they owe next; unfolded, all they have. */
import {
  counterpartOf,
  rolePart,
  setRoleCounterpart,
  type MilestoneId,
  type OwedLine,
  type Person,
  type Plan,
  type PlanOutlook,
  type Role,
  type RoleId,
  type StepId,
} from '@milepost/plan'
import { useMemo, useState, type ReactNode } from 'react'
import { shortDayText } from '../../format/day.ts'
import { companyOf } from '../../format/names.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { isPerson } from '../../hooks/is-person.ts'
import { useAccess } from '../../hooks/use-access.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Fold } from '../../ui/Fold.tsx'
import { Select } from '../../ui/Select.tsx'
import { SideMark } from '../../ui/SideMark.tsx'
import { peopleDialogWords as words } from '../../words/people/people-dialog.ts'
import { rosterWords } from '../../words/people/roster.ts'
import { unnamedWords } from '../../words/unnamed.ts'
import styles from './PeopleDialog.module.css'
import { functionText } from './role-functions.ts'

export type GoToLine = (line: { readonly milestoneId: MilestoneId; readonly stepId: StepId | null }) => void

export interface PersonLineProps {
  readonly plan: Plan
  readonly outlook: PlanOutlook
  readonly role: Role
  readonly person: Person | null
  readonly goTo: GoToLine
}

export function PersonLine({ plan, outlook, role, person, goTo }: PersonLineProps): ReactNode {
  const access = useAccess()
  const { canEdit } = access
  const [open, setOpen] = useState(false)
  const part = useMemo(() => rolePart(plan, outlook, role.id), [plan, outlook, role.id])
  const title = titleOf(role)
  const all = part.open.length + part.done
  return (
    <li className={styles.person}>
      <div className={styles.who}>
        <Avatar side={role.side} name={person?.name ?? null} size={26} />
        <span>
          <b>{title}</b> <span className={styles.name}>– {person?.name ?? unnamedWords.person}</span>
          {person !== null && isPerson(access, person) && <span className={styles.you}>{rosterWords.you}</span>}
          {functionText(role.function) !== null && <small>{functionText(role.function)}</small>}
        </span>
      </div>
      <div className={styles.across}>
        <Across plan={plan} role={role} canEdit={canEdit} />
      </div>
      <div className={styles.next}>
        {part.next === null ? (
          <span className={styles.none}>{all === 0 ? words.noPart : words.allDone}</span>
        ) : (
          <Owed plan={plan} line={part.next} today={outlook.today} goTo={goTo} />
        )}
        {part.open.length > 1 && (
          <Fold open={open} onToggle={() => setOpen(!open)}>
            {words.done(part.done, all)}
          </Fold>
        )}
      </div>
      {open && (
        <ul className={styles.all} aria-label={words.allOpen(title)}>
          {part.open.slice(1).map((line) => (
            <li key={`${line.milestoneId}/${line.stepId ?? ''}`}>
              <Owed plan={plan} line={line} today={outlook.today} goTo={goTo} />
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

function Owed({
  plan,
  line,
  today,
  goTo,
}: {
  readonly plan: Plan
  readonly line: OwedLine
  readonly today: string
  readonly goTo: GoToLine
}) {
  const { milestoneId, stepId, date, canBegin } = line
  const at = plan.milestones.findIndex(({ id }) => id === milestoneId)
  const milestone = plan.milestones[at]
  const step = milestone?.steps.find(({ id }) => id === stepId)
  const title = (step ?? milestone)?.title || (step === undefined ? unnamedWords.milestone : unnamedWords.step)
  const late = date !== null && date < today
  return (
    <span className={styles.owed}>
      <button type="button" onClick={() => goTo({ milestoneId, stepId })}>
        {stepId === null ? words.milestone(at + 1, title) : title}
      </button>
      <small className={classNames(late && styles.late)}>
        {date !== null && (
          <time dateTime={date}>{late ? words.wasDue(shortDayText(date, today)) : shortDayText(date, today)}</time>
        )}
        {!canBegin && (date === null ? words.waits : words.alsoWaits)}
      </small>
    </span>
  )
}

const NOBODY = ''

/** Chosen by somebody, else suggested by the parts in the deal. */
function Across({ plan, role, canEdit }: { readonly plan: Plan; readonly role: Role; readonly canEdit: boolean }) {
  const { doc, undo } = usePlanSession()
  const found = counterpartOf(plan, role)
  const others = plan.roles.filter(({ side }) => side !== role.side)
  if (!canEdit) {
    const other = others.find(({ id }) => id === found?.roleId)
    return other === undefined ? <span className={styles.none}>–</span> : <Named plan={plan} role={other} />
  }
  if (others.length === 0) return <span className={styles.none}>{words.nobodyThere}</span>
  return (
    <Select
      look="quiet"
      label={words.oppositeOf(titleOf(role), companyOf(plan, role.side === 'buyer' ? 'seller' : 'buyer'))}
      hideLabel
      value={found?.roleId ?? NOBODY}
      options={[
        ...(found === null || found.chosen
          ? [{ value: NOBODY, label: found === null ? words.noOpposite : words.asSuggested }]
          : []),
        ...others.map((other) => ({
          value: other.id as string,
          label: nameText(plan, other),
          icon: <SideMark side={other.side} />,
        })),
      ]}
      onChange={(value) => {
        undo.stopCapturing()
        choose(value === NOBODY ? null : (value as RoleId))
      }}
    />
  )

  /** Taken back at whichever end it was chosen. */
  function choose(roleId: RoleId | null) {
    const chosenBy = others.find(({ counterpart }) => counterpart === role.id)
    if (roleId === null && role.counterpart === null && chosenBy !== undefined)
      setRoleCounterpart(doc, chosenBy.id, null)
    else setRoleCounterpart(doc, role.id, roleId)
  }
}

function Named({ plan, role }: { readonly plan: Plan; readonly role: Role }) {
  return (
    <span className={styles.named}>
      <SideMark side={role.side} />
      {nameText(plan, role)}
    </span>
  )
}

function nameText(plan: Plan, role: Role): string {
  const name = plan.people.find(({ id }) => id === role.personId)?.name
  return name === undefined ? titleOf(role) : `${titleOf(role)} – ${name}`
}

function titleOf({ title }: Role): string {
  return title === '' ? unnamedWords.role : title
}
