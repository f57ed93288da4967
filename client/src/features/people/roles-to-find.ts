/** What the palette finds in the roster: every role, with whoever has it. It leads to the role's line. */
import { companyOf } from '../../format/names.ts'
import type { Action } from '../../hooks/use-actions.ts'
import { goToPlace } from '../../ui/go-to-place.ts'
import { unnamedWords } from '../../words/unnamed.ts'
import type { Roster } from './roster.ts'

export function rolesToFind(plan: Roster): readonly Action[] {
  const names = new Map(plan.people.map(({ id, name }) => [id, name]))
  return plan.roles.map((role): Action => {
    const title = role.title === '' ? unnamedWords.role : role.title
    const name = role.personId === null ? unnamedWords.person : (names.get(role.personId) ?? unnamedWords.person)
    return {
      id: `role:${role.id}`,
      kind: 'role',
      label: `${title} – ${name}`,
      detail: companyOf(plan, role.side),
      run: () => void goToPlace(role.id),
    }
  })
}
