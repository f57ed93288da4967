/**
 * Whether a link, a presence or an author is somebody of the roster: by their id in the plan where they say it, else by name and
 * side. Somebody without a name is nobody.
 */
import type { Person, PersonId, Side } from '@milepost/plan'

export interface SaidToBe {
  readonly personId?: PersonId | string | null | undefined
  readonly name: string
  readonly side: Side | null
}

export function isPerson({ personId = null, name, side }: SaidToBe, person: Person): boolean {
  return personId === null ? name !== '' && name === person.name && side === person.side : personId === person.id
}
