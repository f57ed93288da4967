/**
 * Whether a comment was written to me: it names me, or a role that is mine. A link may say who it is for; where it does not,
 * name and side do, as in the roster.
 */
import type { Comment, Plan } from '@milepost/plan'
import { isPerson } from './is-person.ts'
import type { Access } from './use-access.ts'

type Me = Pick<Access, 'side' | 'name' | 'personId' | 'roleId'>

export function mentionsMe({ mentions }: Comment, { people, roles }: Plan, me: Me): boolean {
  if (mentions.length === 0) return false
  const myself = people.find((person) => isPerson(me, person))
  return mentions.some((id) => {
    if (id === myself?.id || id === me.roleId) return true
    const role = roles.find((each) => each.id === id || (each.id === me.roleId && each.personId === id))
    return role !== undefined && (role.id === me.roleId || (myself !== undefined && role.personId === myself.id))
  })
}
