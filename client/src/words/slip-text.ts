// Days lost and won back in words. Working days are said in full in headlines, short in badges; a true minus sign; nothing
// is "delayed" or "failed": days are off a date, ahead of it, carried or won back.
import { capitalised, count } from '../format/count.ts'

export function workdaysText(days: number): string {
  const many = Math.abs(days)
  return many > MOST_DAYS ? `more than ${MOST_DAYS} working days` : count(many, 'working day')
}

/** Nobody plans with the days of a date that far away: most often it is a slip of the pen. */
const MOST_DAYS = 999

/** slipText(5, 'the agreed date') -> '5 working days off the agreed date'. */
export function slipText(slip: number, date: string): string {
  if (slip === 0) return `On ${date}`
  return `${workdaysText(slip)} ${slip > 0 ? 'off' : 'ahead of'} ${date}`
}

/** The same in days as they stand in a calendar, for who asks: '7 calendar days later'. */
export function calendarDaysText(days: number): string {
  if (days === 0) return 'The same calendar day'
  return `${count(Math.abs(days), 'calendar day')} ${days > 0 ? 'later' : 'earlier'}`
}

/** '7 lost, 2 won back' with what remains: '5 working days off'. The first part is empty where only one kind is there. */
export function balanceText(lost: number, won: number): { readonly parts: readonly string[]; readonly rest: string } {
  const slip = lost - won
  const parts = lost > 0 && won > 0 ? [`${lost} lost`, `${won} won back`] : []
  const rest = slip === 0 ? 'on the agreed date' : `${workdaysText(slip)} ${slip > 0 ? 'off' : 'ahead'}`
  return { parts, rest }
}

export interface ExplainedDays {
  readonly slip: number
  readonly own: number
  /** Others that moved it; `number` null: a milestone that is gone. */
  readonly carried: readonly { readonly number: number | null; readonly days: number }[]
  readonly plan: number
}

/** '7 days after agreed: 4 carried from milestone 3, 3 its own'; `agreed` is 'agreed' or 'offered'. */
export function explainText({ slip, own, carried, plan }: ExplainedDays, agreed: string): string {
  const parts = [
    ...(plan === 0 ? [] : [`${signed(plan, '', 'won back ')} by a changed calendar or order`]),
    ...carried.map(({ number, days }) =>
      days > 0 ? `${days} carried from ${nameOf(number)}` : `${-days} won back by ${nameOf(number)}`,
    ),
    ...(own === 0 ? [] : [own > 0 ? `${own} its own` : `${-own} won back here`]),
  ]
  const head =
    slip === 0 ? `On the ${agreed} date` : `${count(Math.abs(slip), 'day')} ${slip > 0 ? 'after' : 'before'} ${agreed}`
  return parts.length === 0 ? head : `${head}: ${parts.join(', ')}`
}

/** Room before a date: 7 -> '7 working days of room before'; 0 and below say so too. */
export function roomText(workdays: number): string {
  if (workdays > 0) return capitalised(`${workdaysText(workdays)} of room before`)
  return workdays === 0 ? 'No room left before' : capitalised(`${workdaysText(workdays)} past`)
}

function signed(days: number, plus: string, minus: string): string {
  return days > 0 ? `${plus}${days}` : `${minus}${-days}`
}

function nameOf(number: number | null): string {
  return number === null ? 'a milestone that is gone' : `milestone ${number}`
}
