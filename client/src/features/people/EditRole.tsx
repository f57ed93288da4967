/** Changes a role: its title, its part in the deal, who has it. It can be removed only while nothing belongs to it. */
import { nameRole, setRoleFunction, setRoleSide, type Person, type Role, type Side } from '@milepost/plan'
import type { ReactNode } from 'react'
import { companyOf } from '../../format/names.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { usePlan } from '../../hooks/use-plan.ts'
import { usePlanText } from '../../hooks/use-plan-text.ts'
import { Button } from '../../ui/Button.tsx'
import field from '../../ui/field.module.css'
import { Select } from '../../ui/Select.tsx'
import { SharedTextField } from '../../ui/SharedTextField.tsx'
import { sideOptions } from '../../ui/side-options.tsx'
import { roleFormWords as words } from '../../words/people/role-forms.ts'
import styles from './People.module.css'
import { functionOptions, NO_FUNCTION, roleFunction } from './role-functions.ts'
import { usesOf } from './roster.ts'

export interface EditRoleProps {
  readonly role: Role
  readonly person: Person | null
  readonly onRemove: () => void
  readonly onName: () => void
}

export function EditRole({ role, person, onRemove, onName }: EditRoleProps): ReactNode {
  const { doc, undo } = usePlanSession()
  const plan = usePlan()
  const uses = usesOf(plan, role.id)
  const setSide = (side: Side) => {
    undo.stopCapturing()
    setRoleSide(doc, role.id, side)
  }
  return (
    <div className={styles.form}>
      <RoleTitle role={role} />
      {person !== null && <PersonName person={person} />}
      <Select
        label={words.part}
        value={role.function ?? NO_FUNCTION}
        onChange={(part) => {
          undo.stopCapturing()
          setRoleFunction(doc, role.id, roleFunction(part))
        }}
        options={functionOptions(role.function)}
      />
      {person === null && (
        <Select
          label={words.side}
          value={role.side}
          onChange={setSide}
          options={sideOptions((side) => companyOf(plan, side))}
        />
      )}
      <p className={styles.ways}>
        <Button size="sm" onPress={onName}>
          {person === null ? words.nameSomebody : words.nameSomebodyElse}
        </Button>
        {person !== null && (
          <Button
            size="sm"
            look="quiet"
            onPress={() => {
              undo.stopCapturing()
              nameRole(doc, role.id, null)
            }}
          >
            {words.nobodyYet}
          </Button>
        )}
      </p>
      <div className={styles.foot}>
        {uses === null ? (
          <Button size="sm" look="danger" onPress={onRemove}>
            {words.remove}
          </Button>
        ) : (
          <p>{words.inUse(uses)}</p>
        )}
      </div>
    </div>
  )
}

function RoleTitle({ role }: { readonly role: Role }) {
  const { undo } = usePlanSession()
  const shared = usePlanText({ in: 'roles', id: role.id, field: 'title' })
  return (
    <div>
      <span className={field.label} aria-hidden="true">
        {words.role}
      </span>
      <SharedTextField
        shared={shared}
        label={words.role}
        className={field.words}
        onUndo={() => void undo.undo()}
        onRedo={() => void undo.redo()}
      />
    </div>
  )
}

function PersonName({ person }: { readonly person: Person }) {
  const { undo } = usePlanSession()
  const shared = usePlanText({ in: 'people', id: person.id, field: 'name' })
  return (
    <div>
      <span className={field.label} aria-hidden="true">
        {words.name}
      </span>
      <SharedTextField
        shared={shared}
        label={words.name}
        className={field.words}
        onUndo={() => void undo.undo()}
        onRedo={() => void undo.redo()}
      />
    </div>
  )
}
