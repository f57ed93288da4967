/** Whether somebody of the roster is in the plan right now, as those who are there say of themselves. */
import type { Person, PresenceOf } from '@milepost/plan'
import { isPerson } from '../../hooks/is-person.ts'

export function isHere(presences: readonly PresenceOf[], person: Person): boolean {
  return presences.some(({ presence }) => isPerson(presence, person))
}
