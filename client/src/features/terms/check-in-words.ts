// The rhythm of the check-ins as one sentence, and the choices of its form.
import type { CheckIn, Plan } from '@milepost/plan'
import { listText } from '../../format/names.ts'

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

export const RHYTHMS: readonly { readonly value: CheckIn['every']; readonly label: string }[] = [
  { value: 'week', label: 'Every week' },
  { value: 'twoWeeks', label: 'Every two weeks' },
  { value: 'month', label: 'Every month' },
]

export const MINUTES = [15, 25, 30, 45, 60, 90] as const

/** 'Every week on Thursday, 25 minutes, with the AP Director and the Account Executive' */
export function checkInText(plan: Pick<Plan, 'roles'>, { every, weekday, minutes, roleIds }: CheckIn): string {
  const rhythm = RHYTHMS.find(({ value }) => value === every)?.label ?? 'Every week'
  const roles = plan.roles
    .filter(({ id }) => roleIds.includes(id))
    .flatMap(({ title }) => (title === '' ? [] : [title]))
  const who = roles.length === 0 ? '' : `, with ${listText(roles)}`
  return `${rhythm} on ${WEEKDAYS[weekday - 1] ?? 'Monday'}, ${minutes} minutes${who}`
}
