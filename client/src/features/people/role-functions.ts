/** The parts people have in a deal, as options of a field. A word that a newer version wrote is kept and shown as it is. */
import { ROLE_FUNCTIONS, type RoleFunction } from '@milepost/plan'
import type { SelectOption } from '../../ui/Select.tsx'
import { functionWords } from '../../words/people/functions.ts'

export const NO_FUNCTION = 'none'

export function functionOptions(current: string | null): readonly SelectOption<string>[] {
  const foreign = current !== null && roleFunction(current) === null ? [{ value: current, label: current }] : []
  return [
    { value: NO_FUNCTION, label: functionWords.notSaid },
    ...ROLE_FUNCTIONS.map((value) => ({ value, label: functionWords.functions[value] })),
    ...foreign,
  ]
}

export function roleFunction(value: string): RoleFunction | null {
  return ROLE_FUNCTIONS.find((known) => known === value) ?? null
}

/** The part in words, a later version's as it is; null where nobody said. */
export function functionText(part: string | null): string | null {
  const known = part === null ? null : roleFunction(part)
  return known === null ? part : functionWords.functions[known]
}
