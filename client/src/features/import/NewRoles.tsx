/** The roles that the plan does not have yet: their side is asked, because a sheet seldom says it, and their title can be put right. */
import type { Plan } from '@milepost/plan'
import type { ReactNode } from 'react'
import { companyOf } from '../../format/names.ts'
import { Select } from '../../ui/Select.tsx'
import { sideOptions } from '../../ui/side-options.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { importWords } from '../../words/import/look.ts'
import { markWords } from '../../words/ui/marks.ts'
import styles from './Import.module.css'
import type { OwnerChoice } from './owners.ts'
import type { DraftOwner } from './plan-draft.ts'

const words = importWords.roles

export interface NewRolesProps {
  readonly plan: Plan
  readonly owners: readonly DraftOwner[]
  readonly choices: ReadonlyMap<string, OwnerChoice>
  readonly onChange: (key: string, choice: OwnerChoice) => void
}

export function NewRoles({ plan, owners, choices, onChange }: NewRolesProps): ReactNode {
  const added = owners.filter(({ roleId }) => roleId === null)
  if (added.length === 0) return null
  const sides = sideOptions((side) => companyOf(plan, side))
  return (
    <section>
      <h3>{words.heading(added.length)}</h3>
      <ul className={styles.roles} aria-label={words.list}>
        {added.map(({ key, title, name, side }) => (
          <li key={key}>
            <TextInput
              label={name === '' ? words.titleOf(title) : words.roleOf(name)}
              hideLabel
              value={choices.get(key)?.title ?? title}
              onChange={(next) => onChange(key, { title: next })}
              maxLength={300}
            />
            <span>{name === '' ? markWords.owner.open : name}</span>
            <Select
              label={words.sideOf(name === '' ? title : name)}
              hideLabel
              value={side}
              onChange={(next) => onChange(key, { side: next })}
              options={sides}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
