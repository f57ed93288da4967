// Who is in it, by side and role. A role without a person asks its question; a long list ends in a number.
import type { Plan, Role, Side } from '@milepost/plan'
import type { ReactNode } from 'react'
import { companyOf } from '../../format/names.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { SideMark } from '../../ui/SideMark.tsx'
import { executiveWords } from '../../words/executive/page.ts'
import { unnamedWords } from '../../words/unnamed.ts'
import styles from './People.module.css'

const words = executiveWords.people
const SIDES: readonly Side[] = ['buyer', 'seller']
const MOST = 12
/** A sheet of paper has room for fewer; `People.module.css` leaves the others out. */
const MOST_ON_PAPER = 6

export function PeopleOfSides({ plan }: { readonly plan: Plan }): ReactNode {
  return (
    <section className={styles.people} aria-label={words.label}>
      {SIDES.map((side) => (
        <OneSide key={side} plan={plan} side={side} />
      ))}
    </section>
  )
}

function OneSide({ plan, side }: { readonly plan: Plan; readonly side: Side }) {
  const roles = plan.roles.filter((role) => role.side === side)
  const shown = roles.slice(0, MOST)
  return (
    <div>
      <h2>
        <SideMark side={side} />
        {companyOf(plan, side)}
      </h2>
      {roles.length === 0 ? (
        <p className={styles.none}>{words.none}</p>
      ) : (
        <ul>
          {shown.map((role) => (
            <Person key={role.id} plan={plan} role={role} />
          ))}
        </ul>
      )}
      {roles.length > MOST && <p className={styles.moreOnScreen}>{words.more(roles.length - MOST)}</p>}
      {roles.length > MOST_ON_PAPER && <p className={styles.moreOnPaper}>{words.more(roles.length - MOST_ON_PAPER)}</p>}
    </div>
  )
}

function Person({ plan, role }: { readonly plan: Plan; readonly role: Role }) {
  const name = plan.people.find(({ id }) => id === role.personId)?.name.trim() ?? ''
  const title = role.title.trim()
  return (
    <li>
      <Avatar side={role.side} name={name} size={28} />
      <span>
        <b>{title === '' ? name : title}</b>
        {(title !== '' || name === '') && <i>{name === '' ? unnamedWords.person : name}</i>}
      </span>
    </li>
  )
}
