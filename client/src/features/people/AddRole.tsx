/** A new role of one side: its title is enough; the part in the deal and the name may come later. */
import { addPerson, addRole, changePlan, type Side } from '@milepost/plan'
import { useState, type ReactNode } from 'react'
import { companyOf } from '../../format/names.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { usePlan } from '../../hooks/use-plan.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import { sideOptions } from '../../ui/side-options.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { roleFormWords as words } from '../../words/people/role-forms.ts'
import styles from './People.module.css'
import { functionOptions, NO_FUNCTION, roleFunction } from './role-functions.ts'

export interface AddRoleProps {
  readonly side: Side
  readonly company: string
  readonly close: () => void
}

export function AddRole({ side: startSide, close }: AddRoleProps): ReactNode {
  const { doc, undo } = usePlanSession()
  const plan = usePlan()
  const [title, setTitle] = useState('')
  const [side, setSide] = useState<Side>(startSide)
  const [part, setPart] = useState<string>(NO_FUNCTION)
  const [name, setName] = useState('')
  const [missing, setMissing] = useState(false)
  const add = () => {
    if (title.trim() === '') return setMissing(true)
    undo.stopCapturing()
    changePlan(doc, () => {
      const known = plan.people.find((person) => person.side === side && person.name === name.trim())
      const personId = name.trim() === '' ? null : (known?.id ?? addPerson(doc, { name: name.trim(), side }))
      addRole(doc, { title: title.trim(), side, function: roleFunction(part), personId })
    })
    close()
  }
  return (
    <div className={styles.form}>
      <TextInput
        label={words.role}
        value={title}
        onChange={(next) => {
          setTitle(next)
          setMissing(false)
        }}
        onEnter={add}
        placeholder={words.rolePlaceholder}
        error={missing ? words.roleMissing : null}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a panel opens on its one field
        autoFocus
      />
      <Select
        label={words.side}
        value={side}
        onChange={setSide}
        options={sideOptions((each) => companyOf(plan, each))}
      />
      <Select label={words.part} value={part} onChange={setPart} options={functionOptions(null)} />
      <TextInput label={words.nameIfKnown} value={name} onChange={setName} onEnter={add} />
      <p className={styles.ways}>
        <Button look="primary" size="sm" onPress={add}>
          {words.addRole}
        </Button>
      </p>
    </div>
  )
}
