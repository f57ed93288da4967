/** Whether somebody of the roster is in the plan right now: by their id in the plan, else by name and side, as they say. */
import type { Person, PresenceOf } from '@milepost/plan'

export function isHere(presences: readonly PresenceOf[], person: Person): boolean {
  return presences.some(({ presence }) =>
    presence.personId === null
      ? presence.name === person.name && presence.side === person.side
      : presence.personId === person.id,
  )
}
