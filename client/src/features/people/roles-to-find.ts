/** What the palette finds in the roster: every role, with whoever has it. It leads to the role's line. */
import { companyOf } from '../../format/names.ts'
import type { Action } from '../../hooks/use-actions.ts'
import { goToPlace } from '../../ui/go-to-place.ts'
import type { Roster } from './roster.ts'

export function rolesToFind(plan: Roster): readonly Action[] {
  const names = new Map(plan.people.map(({ id, name }) => [id, name]))
  return plan.roles.map((role): Action => {
    const title = role.title === '' ? 'A role without a title' : role.title
    const name = role.personId === null ? 'Who?' : (names.get(role.personId) ?? 'Who?')
    return {
      id: `role:${role.id}`,
      kind: 'role',
      label: `${title} – ${name}`,
      detail: companyOf(plan, role.side),
      run: () => void goToPlace(role.id),
    }
  })
}
