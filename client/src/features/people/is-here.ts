/** Whether somebody of the roster is in the plan right now: by their id in the plan, else by name and side, as they say. */
import type { Person, PresenceOf } from '@milepost/plan'
import type { Access } from '../../hooks/use-access.ts'

export function isHere(presences: readonly PresenceOf[], person: Person): boolean {
  return presences.some(({ presence }) =>
    presence.personId === null
      ? presence.name === person.name && presence.side === person.side
      : presence.personId === person.id,
  )
}

/** Whether the link of this device is theirs: by their id in the plan, else by name and side. */
export function isMe({ personId, name, side }: Access, person: Person): boolean {
  return personId === null ? name !== '' && name === person.name && side === person.side : personId === person.id
}
