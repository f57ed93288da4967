/** Which role caused a move: the owner, unless somebody says otherwise. Of the other side it counts once that side agrees. */
import type { Plan, RoleId } from '@milepost/plan'
import type { ReactNode } from 'react'
import { companyOf } from '../../format/names.ts'
import { Select } from '../../ui/Select.tsx'
import { SideMark } from '../../ui/SideMark.tsx'
import { causeWords } from '../../words/schedule/causes.ts'
import { movingWords as words } from '../../words/schedule/moving.ts'
import styles from './MovePanel.module.css'

interface CausingRoleProps {
  readonly plan: Plan
  readonly owner: RoleId | null
  /** Null: the owner. */
  readonly role: RoleId | null
  readonly onChange: (role: RoleId | null) => void
}

const OWNER = 'owner'

export function CausingRole({ plan, owner, role, onChange }: CausingRoleProps): ReactNode {
  const own = plan.roles.find(({ id }) => id === owner)
  const chosen = plan.roles.find(({ id }) => id === role)
  const options = [
    {
      value: OWNER,
      label: own === undefined ? causeWords.nobodyYet : roleText(plan, own.id),
      ...(own === undefined ? {} : { icon: <SideMark side={own.side} /> }),
    },
    ...plan.roles
      .filter(({ id }) => id !== owner)
      .map(({ id, side }) => ({ value: id as string, label: roleText(plan, id), icon: <SideMark side={side} /> })),
  ]
  const isClaim = chosen !== undefined && chosen.side !== own?.side
  return (
    <div className={styles.caused}>
      <span aria-hidden="true">{words.causedBy.label}</span>
      <Select
        label={words.causedBy.label}
        hideLabel
        look="quiet"
        value={role ?? OWNER}
        options={options}
        onChange={(value) => onChange(plan.roles.find(({ id }) => id === value)?.id ?? null)}
      />
      {isClaim && <span className={styles.claim}>{words.causedBy.claim(companyOf(plan, chosen.side))}</span>}
    </div>
  )
}

function roleText(plan: Plan, id: RoleId): string {
  const role = plan.roles.find((one) => one.id === id)
  const name = plan.people.find((one) => one.id === role?.personId)?.name
  const title = role?.title || words.causedBy.untitledRole
  return name === undefined || name === '' ? title : `${title} – ${name}`
}
