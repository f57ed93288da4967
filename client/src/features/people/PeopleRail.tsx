/**
 * The roster of both sides, grouped under the companies' names: every role, who has it, and who is here now. A role
 * without a name is a question with its answer beside it; a role that is used cannot vanish.
 */
import { archiveRole, restoreRole, type MilestoneId, type RoleId, type Side, type StepId } from '@milepost/plan'
import { memo, useRef, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { companyOf } from '../../format/names.ts'
import { LostValueHere } from '../../hooks/lost-value-slot.tsx'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { isPerson } from '../../hooks/is-person.ts'
import { useAccess } from '../../hooks/use-access.ts'
import { useActions, type Action } from '../../hooks/use-actions.ts'
import { usePlanFields } from '../../hooks/use-plan.ts'
import { usePresences } from '../../hooks/use-presences.ts'
import { useRevocations, type Revocation } from '../../hooks/use-revocations.ts'
import { useIsLocal } from '../../hooks/use-sync-status.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Fold } from '../../ui/Fold.tsx'
import { MoreIcon, PersonIcon, PlusIcon } from '../../ui/icons/icons.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { SideMark } from '../../ui/SideMark.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { commonWords } from '../../words/common.ts'
import { rosterWords as words } from '../../words/people/roster.ts'
import { unnamedWords } from '../../words/unnamed.ts'
import { isHere } from './is-here.ts'
import { AddRole, EditRole, NameRole, PeopleDialog, Writing } from './role-forms.ts'
import rail from '../../ui/rail-heading.module.css'
import tool from '../../ui/row-tool.module.css'
import styles from './People.module.css'
import { RevokedByOthers } from './RevokedByOthers.tsx'
import { rolesToFind } from './roles-to-find.ts'
import { namedText, rosterOf, type Roster, type RosterLine } from './roster.ts'

export interface PeopleRailProps {
  /** To a line of the document. */
  readonly goTo: (line: { readonly milestoneId: MilestoneId; readonly stepId: StepId | null }) => void
  /** Leads to a link for a role, where the page can make one. */
  readonly onInvite: ((roleId: RoleId) => void) | undefined
}

export function PeopleRail({ goTo, onInvite }: PeopleRailProps): ReactNode {
  const plan = usePlanFields('roles', 'people', 'buyer', 'seller')
  const { canEdit } = useAccess()
  const revocations = useRevocations()
  const isLocal = useIsLocal()
  const [all, setAll] = useState(false)
  useActions(() => [...rolesToFind(plan), ...(plan.roles.length === 0 ? [] : [everybody(() => setAll(true))])])
  return (
    <section aria-labelledby="people-heading">
      <h2 id="people-heading" className={rail.heading} data-place="people">
        {words.title} <span>{plan.roles.length === 0 ? words.noRoles : namedText(plan)}</span>
      </h2>
      <LostValueHere list="roles" />
      <Team plan={plan} side="buyer" canEdit={canEdit} revocations={revocations} onInvite={onInvite} />
      <Team plan={plan} side="seller" canEdit={canEdit} revocations={revocations} onInvite={onInvite} />
      {plan.roles.length > 0 && (
        <Button look="quiet" size="sm" className={styles.everybody} onPress={() => setAll(true)}>
          {words.everybody}
        </Button>
      )}
      {!isLocal && <Writing />}
      {all && (
        <PeopleDialog
          onClose={() => setAll(false)}
          goTo={(line) => {
            flushSync(() => setAll(false))
            goTo(line)
          }}
        />
      )}
    </section>
  )
}

function everybody(run: () => void): Action {
  return {
    id: 'everybody',
    kind: 'action',
    label: words.everybody,
    alias: words.everybodyAlias,
    icon: <PersonIcon />,
    run,
  }
}

/** Up to so many of a side are shown; where there are more, so many of them. */
const FEW = 10
const MOST = 8

interface TeamProps {
  readonly plan: Roster
  readonly side: Side
  readonly canEdit: boolean
  readonly revocations: readonly Revocation[]
  readonly onInvite: PeopleRailProps['onInvite']
}

function Team({ plan, side, canEdit, revocations, onInvite }: TeamProps) {
  const company = companyOf(plan, side)
  const access = useAccess()
  const roster = rosterOf(plan, side)
  const revoked = revocations.filter((one) => one.side === side)
  const [adding, setAdding] = useState(false)
  const [unfolded, setUnfolded] = useState(false)
  // Open questions are never folded away: they want an answer. Nor is whoever looks.
  const few =
    roster.length <= FEW
      ? roster
      : roster.filter(({ person }, at) => at < MOST || person === null || isPerson(access, person))
  const shown = unfolded ? roster : few
  if (roster.length === 0 && revoked.length === 0 && !canEdit) return null
  return (
    <div className={styles.team}>
      <h3 className={styles.company}>
        <SideMark side={side} />
        {company}
      </h3>
      <ul>
        {shown.map((line) => (
          <RosterRow key={line.role.id} role={line.role} person={line.person} canEdit={canEdit} onInvite={onInvite} />
        ))}
      </ul>
      {few.length < roster.length && (
        <Fold open={unfolded} onToggle={() => setUnfolded(!unfolded)}>
          {unfolded ? words.fewer : words.more(roster.length - few.length)}
        </Fold>
      )}
      <RevokedByOthers
        revocations={revoked}
        company={company}
        otherCompany={companyOf(plan, side === 'buyer' ? 'seller' : 'buyer')}
      />
      {canEdit && (
        <div data-place={`people:${side}`}>
          <Popover
            label={words.addRoleAt(company)}
            isOpen={adding}
            onOpenChange={setAdding}
            className={styles.panel}
            trigger={
              <Button look="quiet" size="sm" className={styles.add} label={words.addRoleAt(company)}>
                <PlusIcon size={14} />
                {words.addRole}
              </Button>
            }
          >
            {(close) => <AddRole side={side} company={company} close={close} />}
          </Popover>
        </div>
      )}
    </div>
  )
}

interface RosterRowProps extends RosterLine {
  readonly canEdit: boolean
  readonly onInvite: PeopleRailProps['onInvite']
}

/** Drawn again only when this role or its person changed: the roster stands beside everything that is typed. */
const RosterRow = memo(function RosterRow({ role, person, canEdit, onInvite }: RosterRowProps) {
  const { doc } = usePlanSession()
  const toast = useToast()
  const [editing, setEditing] = useState(false)
  const [naming, setNaming] = useState(false)
  const row = useRef<HTMLLIElement>(null)
  const title = role.title === '' ? unnamedWords.role : role.title
  const remove = () => {
    setEditing(false)
    if (archiveRole(doc, role.id) !== 'changed') return
    toast({
      text: words.removed(title),
      action: { label: commonWords.undo, keys: 'Mod+Z', onAction: () => void restoreRole(doc, role.id) },
    })
  }
  return (
    <li ref={row} className={classNames(styles.person, tool.row)} data-place={role.id} tabIndex={-1}>
      <Avatar side={role.side} name={person?.name ?? null} />
      <span className={styles.words} title={`${title} – ${person?.name ?? unnamedWords.person}`}>
        <b>{title}</b> <i>– {person?.name ?? unnamedWords.person}</i>
      </span>
      {person !== null && <Presence line={{ role, person }} />}
      {person === null && canEdit && (
        <Button
          look="quiet"
          size="sm"
          className={styles.name}
          label={words.nameRole(title)}
          onPress={() => setNaming(true)}
        >
          {words.name}
        </Button>
      )}
      {naming && (
        <Popover label={words.whoIs(title)} anchor={row} flush placement="bottom end" isOpen onOpenChange={setNaming}>
          {(close) => <NameRole role={role} close={close} onInvite={onInvite} />}
        </Popover>
      )}
      {canEdit && (
        <Popover
          label={title}
          placement="bottom end"
          isOpen={editing}
          onOpenChange={setEditing}
          className={styles.panel}
          trigger={
            <Button look="quiet" size="sm" className={tool.tool} label={words.changeRole(title)}>
              <MoreIcon />
            </Button>
          }
        >
          <EditRole
            role={role}
            person={person}
            onRemove={remove}
            onName={() => {
              setEditing(false)
              setNaming(true)
            }}
          />
        </Popover>
      )}
    </li>
  )
})

/** You, or here now; nothing about anybody who is not: who looked when is not for the plan. */
function Presence({ line: { person } }: { readonly line: RosterLine }) {
  const access = useAccess()
  const presences = usePresences()
  if (person === null) return null
  if (isPerson(access, person)) return <span className={styles.live}>{words.you}</span>
  return isHere(presences, person) ? <span className={styles.live}>{words.now}</span> : null
}
