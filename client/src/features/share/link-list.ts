// The rows of the share dialog: the links of both sides, buyer first, and beside them the roles of the plan that nobody has
// a link for yet. Revoked links are apart; they are shown on demand.
import type { Person, Role, RoleId } from '@milepost/plan'
import type { GrantView, Side } from '@milepost/protocol'

export type LinkLine =
  | { readonly kind: 'link'; readonly grant: GrantView }
  | { readonly kind: 'role'; readonly role: Role; readonly name: string | null }

export interface LinkGroup {
  readonly side: Side
  readonly lines: readonly LinkLine[]
}

export interface Roster {
  readonly roles: readonly Role[]
  readonly people: readonly Person[]
}

/**
 * One group a side; links in the order they were made, then roles without one in the plan's order. A person has one link for
 * all of their roles.
 */
export function linkGroups(grants: readonly GrantView[], { roles, people }: Roster): readonly LinkGroup[] {
  const live = grants.filter((grant) => grant.revokedAt === null)
  const linked = new Set(live.map((grant) => grant.roleId))
  const invited = new Set<string | null>(live.map((grant) => grant.personId))
  const waitsForLink = ({ id, title, personId }: Role) =>
    title.trim() !== '' && !linked.has(id) && (personId === null || !invited.has(personId))
  const groups = (['buyer', 'seller'] as const).map((side) => ({
    side,
    lines: [
      ...live.filter((grant) => grant.side === side).map((grant): LinkLine => ({ kind: 'link', grant })),
      ...roles
        .filter((role) => role.side === side && waitsForLink(role))
        .map((role): LinkLine => ({ kind: 'role', role, name: nameOf(role, people) })),
    ],
  }))
  return groups.filter((group) => group.lines.length > 0)
}

/** Newest first. */
export function revokedLinks(grants: readonly GrantView[]): readonly GrantView[] {
  return grants
    .filter((grant) => grant.revokedAt !== null)
    .toSorted((one, other) => (other.revokedAt ?? 0) - (one.revokedAt ?? 0))
}

/** The links that go with this one when it is revoked: those it made, and those they made, still in use. */
export function linksMadeBy(grants: readonly GrantView[], id: GrantView['id']): readonly GrantView[] {
  const made = grants.filter((grant) => grant.madeBy === id && grant.id !== id && grant.revokedAt === null)
  return made.flatMap((grant) => [
    grant,
    ...linksMadeBy(
      grants.filter(({ id }) => id !== grant.id),
      grant.id,
    ),
  ])
}

/** Whether nobody of this side has a link yet. */
export function isFirstLinkOf(grants: readonly GrantView[], side: Side): boolean {
  return !grants.some((grant) => grant.side === side && grant.revokedAt === null)
}

/** The role of the plan that these words mean, if it has one. */
export function roleCalled(roles: readonly Role[], side: Side, title: string): Role | null {
  const wanted = title.trim().toLocaleLowerCase()
  return roles.find((role) => role.side === side && role.title.trim().toLocaleLowerCase() === wanted) ?? null
}

export function nameOf(role: Pick<Role, 'personId'>, people: readonly Person[]): string | null {
  const name = people.find((person) => person.id === role.personId)?.name.trim() ?? ''
  return name === '' ? null : name
}

export function roleIdOf(role: Role | null): RoleId | null {
  return role?.id ?? null
}
