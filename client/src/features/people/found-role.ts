/** Whether a role is what somebody looks for: by its title, its person's name or its part in the deal. */
import type { Plan, Role } from '@milepost/plan'
import { plain } from '../../ui/rank.ts'
import { unnamedWords } from '../../words/unnamed.ts'
import { functionText } from './role-functions.ts'

export function isFound(plan: Plan, role: Role, typed: string): boolean {
  const words = plain(typed).split(/\s+/u).filter(Boolean)
  const name = plan.people.find(({ id }) => id === role.personId)?.name ?? unnamedWords.person
  const text = plain(`${role.title} ${name} ${functionText(role.function) ?? ''}`)
  return words.every((word) => text.includes(word))
}
