/** What will be there, counted, and what could not be read and why. */
import { RECORD_LIMITS } from '@milepost/plan'
import { listText } from '../../format/names.ts'
import { importDoorWords as words } from '../../words/import/door.ts'
import type { BookProblem } from './book.ts'
import type { DraftCount } from './plan-draft.ts'
import { TABLE_LIMITS } from './table.ts'

/** "6 milestones, 22 steps and 5 new roles". */
export function countText({ milestones, steps, roles, people }: DraftCount): string {
  const { counted } = words
  return listText([
    counted.milestones(milestones),
    ...(steps === 0 ? [] : [counted.steps(steps)]),
    ...(roles === 0 ? [] : [counted.roles(roles)]),
    ...(people === 0 ? [] : [counted.people(people)]),
  ])
}

export function problemText(problem: BookProblem): string {
  const { milestones, steps } = RECORD_LIMITS
  return words.planAsItWas(
    problem === 'too-many-rows' ? words.tooManyRows(TABLE_LIMITS.rows, milestones, steps) : words.problem[problem],
  )
}
