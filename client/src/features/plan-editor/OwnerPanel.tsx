/**
 * Who owns a line: the role first, then a name. A role may stay without a name for as long as nobody knows it; naming
 * it once fills every line of that role. A new role is asked for its side, because the two sides look alike in words.
 */
import {
  addRole,
  changePlan,
  setMilestoneOwner,
  setStepOwner,
  type PersonId,
  type Plan,
  type RoleId,
  type Side,
} from '@milepost/plan'
import { useState, type ReactNode } from 'react'
import { companyOf } from '../../format/names.ts'
import { usePlan } from '../../hooks/use-plan.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { Avatar } from '../../ui/Avatar.tsx'
import { CloseIcon, PersonIcon, PlusIcon } from '../../ui/icons/icons.tsx'
import { SearchMenu, type SearchGroup } from '../../ui/SearchMenu.tsx'
import { SideMark } from '../../ui/SideMark.tsx'
import { linePanelWords as words } from '../../words/plan-editor/line-panels.ts'
import { NamePanel } from './NamePanel.tsx'
import type { LineRef } from './outline-context.tsx'

export interface OwnerPanelProps {
  readonly line: LineRef
  readonly close: () => void
  /** Leads on to a link for this role, where the page can make one. */
  readonly onInvite?: ((roleId: RoleId) => void) | undefined
}

type Stage =
  | { readonly at: 'role' }
  | { readonly at: 'side'; readonly title: string }
  | { readonly at: 'name'; readonly roleId: RoleId }

const NO_OWNER = 'no-owner'
const RENAME = 'name-somebody-else'

export function OwnerPanel({ line, close, onInvite }: OwnerPanelProps): ReactNode {
  const { doc, undo } = usePlanSession()
  const plan = usePlan()
  const ownerRole = ownerOf(plan, line)
  const owner = plan.roles.find(({ id }) => id === ownerRole) ?? null
  const [stage, setStage] = useState<Stage>(() =>
    owner !== null && owner.personId === null ? { at: 'name', roleId: owner.id } : { at: 'role' },
  )
  const setOwner = (roleId: RoleId | null) =>
    line.kind === 'milestone' ? setMilestoneOwner(doc, line.id, roleId) : setStepOwner(doc, line.id, roleId)

  const choose = (roleId: RoleId) => {
    undo.stopCapturing()
    setOwner(roleId)
    if (plan.roles.find(({ id }) => id === roleId)?.personId === null) setStage({ at: 'name', roleId })
    else close()
  }

  if (stage.at === 'side') {
    return (
      <SearchMenu
        key="side"
        label={words.owner.sideLabel(stage.title)}
        placeholder={words.owner.sidePrompt(stage.title)}
        groups={[
          {
            items: sides(plan).map(({ side, company }) => ({
              id: side,
              label: company,
              icon: <SideMark side={side} />,
            })),
          },
        ]}
        onPick={(side) => {
          undo.stopCapturing()
          const made = changePlan(doc, () => {
            const roleId = addRole(doc, { title: stage.title, side: side === 'seller' ? 'seller' : 'buyer' })
            if (roleId !== null) setOwner(roleId)
            return roleId
          })
          if (made === null || made === 'not-allowed') close()
          else setStage({ at: 'name', roleId: made })
        }}
      />
    )
  }
  if (stage.at === 'name') {
    return (
      <NamePanel
        key={stage.roleId}
        roleId={stage.roleId}
        close={close}
        onOtherRole={() => setStage({ at: 'role' })}
        onInvite={onInvite}
      />
    )
  }
  return (
    <SearchMenu
      key="role"
      label={words.owner.label}
      placeholder={words.owner.prompt}
      lead={<PersonIcon />}
      groups={[...roleGroups(plan), ownerGroup(owner)]}
      onPick={(id) => {
        const role = plan.roles.find((one) => one.id === id)
        if (role !== undefined) return choose(role.id)
        if (id === RENAME && owner !== null) return setStage({ at: 'name', roleId: owner.id })
        undo.stopCapturing()
        setOwner(null)
        close()
      }}
      create={{
        label: words.owner.newRole,
        icon: <PlusIcon />,
        onCreate: (title) => setStage({ at: 'side', title }),
      }}
    />
  )
}

function ownerOf(plan: Plan, line: LineRef): RoleId | null {
  if (line.kind === 'milestone') return plan.milestones.find(({ id }) => id === line.id)?.ownerRole ?? null
  const milestone = plan.milestones.find(({ id }) => id === line.milestoneId)
  return milestone?.steps.find(({ id }) => id === line.id)?.ownerRole ?? null
}

function sides(plan: Plan): readonly { readonly side: Side; readonly company: string }[] {
  return [
    { side: 'buyer', company: companyOf(plan, 'buyer') },
    { side: 'seller', company: companyOf(plan, 'seller') },
  ]
}

function roleGroups(plan: Plan): readonly SearchGroup[] {
  return sides(plan).map(({ side, company }) => ({
    title: company,
    items: plan.roles
      .filter((role) => role.side === side)
      .map((role) => {
        const name = personName(plan, role.personId)
        return {
          id: role.id,
          label: role.title === '' ? words.untitledRole : role.title,
          detail: name ?? words.owner.unnamed,
          icon: <Avatar side={side} name={name} />,
        }
      }),
  }))
}

function ownerGroup(owner: { readonly title: string; readonly personId: PersonId | null } | null): SearchGroup {
  if (owner === null) return { items: [] }
  return {
    items: [
      ...(owner.personId === null
        ? []
        : [{ id: RENAME, label: words.owner.rename(owner.title), icon: <PersonIcon />, always: true }]),
      { id: NO_OWNER, label: words.owner.none, icon: <CloseIcon />, always: true },
    ],
  }
}

function personName(plan: Plan, id: PersonId | null): string | null {
  return plan.people.find((person) => person.id === id)?.name ?? null
}
