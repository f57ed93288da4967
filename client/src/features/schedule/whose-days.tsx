// Whose day off it is: one side's, or both sides'. It counts for the plan all the same: where one side rests, both wait.
import type { Plan } from '@milepost/plan'
import { companyOf } from '../../format/names.ts'
import type { SelectOption } from '../../ui/Select.tsx'
import { sideOptions } from '../../ui/side-options.tsx'
import { calendarWords } from '../../words/schedule/calendar.ts'

export const WHOSE = { both: 'both', buyer: 'buyer', seller: 'seller' } as const
export type Whose = (typeof WHOSE)[keyof typeof WHOSE]

export function whoseOptions(plan: Plan): readonly SelectOption<Whose>[] {
  return [{ value: WHOSE.both, label: calendarWords.bothSides }, ...sideOptions((side) => companyOf(plan, side))]
}
