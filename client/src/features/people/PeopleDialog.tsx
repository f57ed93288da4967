/**
 * Everybody on both teams: who has which part, who is whose opposite number, what each owes next, and, unfolded, their whole
 * part. The rail shows who there is; this is where one looks when there are many, or when one looks for oneself.
 */
import type { Plan, Role, Side } from '@milepost/plan'
import { useMemo, useState, type ReactNode } from 'react'
import { companyOf } from '../../format/names.ts'
import { useOutlook } from '../../hooks/use-outlook.ts'
import { usePlan } from '../../hooks/use-plan.ts'
import { Dialog, DialogBody } from '../../ui/Dialog.tsx'
import { SideMark } from '../../ui/SideMark.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { peopleDialogWords as words } from '../../words/people/people-dialog.ts'
import { isFound } from './found-role.ts'
import styles from './PeopleDialog.module.css'
import { PersonLine, type GoToLine } from './PersonLine.tsx'
import { rosterOf } from './roster.ts'

export interface PeopleDialogProps {
  readonly onClose: () => void
  /** To a line of the document; the dialog is gone by then. */
  readonly goTo: GoToLine
}

/** Fewer are seen at a glance; more want to be looked for. */
const MANY = 12
const SIDES = ['buyer', 'seller'] as const

export function PeopleDialog({ onClose, goTo }: PeopleDialogProps): ReactNode {
  const plan = usePlan()
  const outlook = useOutlook()
  const [typed, setTyped] = useState('')
  const found = useMemo(() => plan.roles.filter((role) => isFound(plan, role, typed)), [plan, typed])
  const named = plan.roles.filter(({ personId }) => personId !== null).length
  return (
    <Dialog title={words.title} lead={words.lead(plan.roles.length, named)} isOpen onClose={onClose} size="lg">
      <DialogBody onlyWords={false}>
        {plan.roles.length > MANY && (
          <TextInput
            label={words.find}
            hideLabel
            placeholder={words.findPlaceholder}
            inputMode="search"
            value={typed}
            onChange={setTyped}
            className={styles.find}
          />
        )}
        {SIDES.map((side) => (
          <Team key={side} plan={plan} side={side} found={found} outlook={outlook} goTo={goTo} />
        ))}
        {found.length === 0 && <p className={styles.none}>{words.nothingFound}</p>}
      </DialogBody>
    </Dialog>
  )
}

interface TeamProps {
  readonly plan: Plan
  readonly side: Side
  readonly found: readonly Role[]
  readonly outlook: ReturnType<typeof useOutlook>
  readonly goTo: GoToLine
}

function Team({ plan, side, found, outlook, goTo }: TeamProps) {
  const lines = rosterOf(plan, side).filter(({ role }) => found.includes(role))
  if (lines.length === 0) return null
  const company = companyOf(plan, side)
  return (
    <section className={styles.team} aria-label={company}>
      <h3>
        <SideMark side={side} />
        {company}
      </h3>
      <p className={styles.columns} aria-hidden="true">
        <span>{words.columns.role}</span>
        <span>{words.columns.opposite}</span>
        <span>{words.columns.next}</span>
      </p>
      <ul>
        {lines.map(({ role, person }) => (
          <PersonLine key={role.id} plan={plan} outlook={outlook} role={role} person={person} goTo={goTo} />
        ))}
      </ul>
    </section>
  )
}
