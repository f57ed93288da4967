/** Names a role: somebody of that side who is in the plan already, or a new name. It then stands on every line of the role. */
import { addPerson, changePlan, nameRole, type Plan, type RoleId } from '@milepost/plan'
import type { ReactNode } from 'react'
import { usePlan } from '../../hooks/use-plan.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { Avatar } from '../../ui/Avatar.tsx'
import { LinkIcon, PersonIcon, PlusIcon } from '../../ui/icons/icons.tsx'
import { SearchMenu, type SearchGroup } from '../../ui/SearchMenu.tsx'
import { SideMark } from '../../ui/SideMark.tsx'
import { linePanelWords as words } from '../../words/plan-editor/line-panels.ts'
import styles from './NamePanel.module.css'

export interface NamePanelProps {
  readonly roleId: RoleId
  readonly close: () => void
  readonly onOtherRole: () => void
  readonly onInvite: ((roleId: RoleId) => void) | undefined
}

const OTHER_ROLE = 'another-role'
const INVITE = 'create-a-link'

export function NamePanel({ roleId, close, onOtherRole, onInvite }: NamePanelProps): ReactNode {
  const { doc, undo } = usePlanSession()
  const announce = useAnnounce()
  const plan = usePlan()
  const role = plan.roles.find(({ id }) => id === roleId)
  if (role === undefined) return null
  const named = (name: string) => {
    announce.own(words.name.named(name, role.title, linesOf(plan, roleId)))
    close()
  }
  return (
    <SearchMenu
      label={words.name.label(role.title)}
      placeholder={words.name.prompt}
      lead={
        <span className={styles.role}>
          <SideMark side={role.side} />
          {role.title}
        </span>
      }
      groups={[peopleGroup(plan, role.side), notHereYet(onInvite !== undefined)]}
      onPick={(id) => {
        if (id === OTHER_ROLE) return onOtherRole()
        if (id === INVITE) {
          close()
          return onInvite?.(roleId)
        }
        const person = plan.people.find((one) => one.id === id)
        if (person === undefined) return
        undo.stopCapturing()
        nameRole(doc, roleId, person.id)
        named(person.name)
      }}
      create={{
        label: words.name.add,
        icon: <PlusIcon />,
        onCreate: (name) => {
          undo.stopCapturing()
          changePlan(doc, () => {
            const personId = addPerson(doc, { name, side: role.side })
            if (personId !== null) nameRole(doc, roleId, personId)
          })
          named(name)
        },
      }}
    />
  )
}

function peopleGroup(plan: Plan, side: 'buyer' | 'seller'): SearchGroup {
  return {
    title: words.name.known,
    items: plan.people
      .filter((person) => person.side === side)
      .map((person) => {
        const role = plan.roles.find((one) => one.personId === person.id)
        return {
          id: person.id,
          label: person.name,
          icon: <Avatar side={side} name={person.name} />,
          ...(role === undefined ? {} : { detail: role.title }),
        }
      }),
  }
}

function notHereYet(mayInvite: boolean): SearchGroup {
  return {
    items: [
      ...(mayInvite ? [{ id: INVITE, label: words.name.invite, icon: <LinkIcon />, always: true }] : []),
      { id: OTHER_ROLE, label: words.name.otherRole, icon: <PersonIcon />, always: true },
    ],
  }
}

/** On how many milestones and steps the name will stand. */
function linesOf(plan: Plan, roleId: RoleId): number {
  let lines = 0
  for (const milestone of plan.milestones) {
    if (milestone.ownerRole === roleId) lines += 1
    lines += milestone.steps.filter((step) => step.ownerRole === roleId).length
  }
  return lines
}
