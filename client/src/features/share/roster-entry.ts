// A link is made for a role of the plan. Where the plan has no such role yet it gets one, and a name given with the link
// fills a role that was still open: sharing is how most people enter the roster. One change, one step of undo.
import {
  addPerson,
  addRole,
  archivePerson,
  archiveRole,
  changePlan,
  nameRole,
  type Person,
  type PersonId,
  type PlanDoc,
  type Role,
  type RoleId,
} from '@milepost/plan'
import type { Side } from '@milepost/protocol'
import { nameOf, roleCalled } from './link-list.ts'

export interface RosterEntry {
  readonly roleId: RoleId | null
  readonly personId: PersonId | null
  /** What was added for it, to be taken out again where the link could not be made. */
  readonly added: { readonly roleId: RoleId | null; readonly personId: PersonId | null; readonly name: boolean }
}

export interface Invitee {
  readonly side: Side
  readonly role: string
  readonly name: string
}

const NOTHING: RosterEntry = { roleId: null, personId: null, added: { roleId: null, personId: null, name: false } }

export function enterRoster(
  doc: PlanDoc,
  roster: { readonly roles: readonly Role[]; readonly people: readonly Person[] },
  { side, role: title, name }: Invitee,
): RosterEntry {
  const known = title.trim() === '' ? null : roleCalled(roster.roles, side, title)
  const knownName = known === null ? null : nameOf(known, roster.people)
  const given = name.trim()
  const addsRole = known === null && title.trim() !== ''
  // A second person in one role gets a link with the role's words, but does not push the first one out of it.
  const names = given !== '' && (known === null ? addsRole : knownName === null)
  const sameName = known !== null && knownName !== null && knownName.toLocaleLowerCase() === given.toLocaleLowerCase()
  if (!addsRole && !names) {
    return {
      ...NOTHING,
      roleId: known?.id ?? null,
      personId: given === '' || sameName ? (known?.personId ?? null) : null,
    }
  }
  const entry = changePlan(doc, (): RosterEntry => {
    const roleId = known?.id ?? addRole(doc, { title: title.trim(), side })
    // Somebody who is in the plan already gets another role, not a second self.
    const present = names ? personCalled(roster.people, side, given) : null
    const personId = present?.id ?? (names ? addPerson(doc, { name: given, side }) : null)
    const named = roleId !== null && personId !== null && nameRole(doc, roleId, personId) === 'changed'
    const addedPerson = present === null ? personId : null
    return { roleId, personId, added: { roleId: addsRole ? roleId : null, personId: addedPerson, name: named } }
  })
  return entry === 'not-allowed' ? NOTHING : entry
}

function personCalled(people: readonly Person[], side: Side, name: string): Person | null {
  const wanted = name.toLocaleLowerCase()
  return people.find((person) => person.side === side && person.name.trim().toLocaleLowerCase() === wanted) ?? null
}

/** Takes back what `enterRoster` added. */
export function leaveRoster(doc: PlanDoc, { roleId, added }: RosterEntry): void {
  if (added.roleId === null && added.personId === null && !added.name) return
  changePlan(doc, () => {
    if (added.name && roleId !== null) nameRole(doc, roleId, null)
    if (added.personId !== null) archivePerson(doc, added.personId)
    if (added.roleId !== null) archiveRole(doc, added.roleId)
  })
}
