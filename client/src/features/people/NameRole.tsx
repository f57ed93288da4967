/** Names a role of the roster: somebody of that side who is in the plan already, or a new name. */
import { addPerson, changePlan, nameRole, type Role, type RoleId } from '@milepost/plan'
import { useState, type ReactNode } from 'react'
import { listText } from '../../format/names.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { usePlan } from '../../hooks/use-plan.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { PlusIcon } from '../../ui/icons/icons.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { SearchMenu, type SearchItem } from '../../ui/SearchMenu.tsx'
import { SideMark } from '../../ui/SideMark.tsx'
import { roleFormWords } from '../../words/people/role-forms.ts'
import { unnamedWords } from '../../words/unnamed.ts'
import styles from './People.module.css'

const words = roleFormWords.nameRole

export interface NameRoleProps {
  readonly role: Role
  readonly close: () => void
  /** Leads to a link for the role, where the page can make one: whoever is named is invited next. */
  readonly onInvite: ((roleId: RoleId) => void) | undefined
}

export function NameRole({ role, close, onInvite }: NameRoleProps): ReactNode {
  const { doc, undo } = usePlanSession()
  const announce = useAnnounce()
  const plan = usePlan()
  const title = titleOf(role)
  const [justNamed, setNamed] = useState<string | null>(null)
  const named = (name: string) => {
    announce.own(words.named(name, title))
    if (onInvite === undefined) close()
    else setNamed(name)
  }
  if (justNamed !== null) {
    return (
      <div className={styles.invite}>
        <p>{words.namedSentence(justNamed, title)}</p>
        <p className={styles.ways}>
          <Button
            size="sm"
            look="primary"
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- what was just done leads on
            autoFocus
            onPress={() => {
              close()
              onInvite?.(role.id)
            }}
          >
            {words.invite}
          </Button>
          <Button size="sm" look="quiet" onPress={close}>
            {words.notNow}
          </Button>
        </p>
      </div>
    )
  }
  const items = plan.people
    .filter((person) => person.side === role.side)
    .map((person): SearchItem => {
      const roles = plan.roles.filter(({ personId }) => personId === person.id).map(titleOf)
      return {
        id: person.id,
        label: person.name,
        icon: <Avatar side={person.side} name={person.name} />,
        ...(roles.length === 0 ? {} : { detail: listText(roles) }),
      }
    })
  return (
    <SearchMenu
      label={words.label(title)}
      placeholder={words.placeholder(title)}
      lead={<SideMark side={role.side} />}
      groups={[{ title: words.known, items }]}
      nothing={words.nothing}
      onPick={(id) => {
        const person = plan.people.find((one) => one.id === id)
        if (person === undefined) return
        undo.stopCapturing()
        nameRole(doc, role.id, person.id)
        named(person.name)
      }}
      create={{
        label: words.add,
        icon: <PlusIcon />,
        onCreate: (name) => {
          undo.stopCapturing()
          changePlan(doc, () => {
            const personId = addPerson(doc, { name, side: role.side })
            if (personId !== null) nameRole(doc, role.id, personId)
          })
          named(name)
        },
      }}
    />
  )
}

function titleOf({ title }: Role): string {
  return title === '' ? unnamedWords.role : title
}
