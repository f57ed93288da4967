// The verdict of an executive page in one sentence: state first, then the buyer's date. Which of the variants it is, the plan
// says (`verdictOf`); here are the words of each.
import type { Deadline, Verdict } from '@milepost/plan'
import { capitalised, countWords } from '../../format/count.ts'
import { longDayText } from '../../format/day.ts'

/** `company`: who has offered the dates, where somebody has. */
export function verdictText(verdict: Verdict, today: string, company: string): string {
  const day = (date: string) => longDayText(date, today)
  switch (verdict.kind) {
    case 'noGoLive':
      return 'No milestone is go-live yet.'
    case 'noDate':
      return 'Go-live has no date yet.'
    case 'live':
      return `Live since ${day(verdict.since)}${verdict.slip === null ? '' : `, ${againstAgreed(verdict.slip)}`}.`
    case 'agreed':
      return agreedText(verdict.slip, verdict.deadline, day)
    case 'notAgreed':
      return `Dates are not agreed yet: go-live is forecast for ${forecastText(verdict, day)}.`
    case 'offered':
      return `${company} has offered dates, not yet agreed: go-live is forecast for ${forecastText(verdict, day)}.`
    case 'addedSince':
      return `Go-live came in after dates were agreed: it is forecast for ${forecastText(verdict, day)}.`
  }
}

type Day = (date: string) => string

function agreedText(slip: number, deadline: Deadline | null, day: Day): string {
  const state = slip === 0 ? 'On the agreed date' : slip > 0 ? `${daysText(slip)} behind` : againstAgreed(slip)
  const said = capitalised(state)
  if (deadline === null) return slip > 0 ? `${said} the agreed date.` : `${said}.`
  const { date, workdays } = deadline
  if (workdays === 0) return `${said}, with no room left before ${day(date)}.`
  if (workdays < 0) return `${said} ${slip > 0 ? 'and' : 'but'} past ${day(date)}.`
  return slip > 0 ? `${said}, still ahead of ${day(date)}.` : `${said}, ${aheadText(workdays)} of ${day(date)}.`
}

function forecastText(
  { forecast, deadline }: { readonly forecast: string; readonly deadline: Deadline | null },
  day: Day,
) {
  if (deadline === null) return day(forecast)
  const { date, workdays } = deadline
  if (workdays === 0) return `${day(forecast)}, with no room left before ${day(date)}`
  return `${day(forecast)}, ${workdays > 0 ? `${aheadText(workdays)} of` : 'past'} ${day(date)}`
}

function againstAgreed(slip: number): string {
  if (slip === 0) return 'on the agreed date'
  return `${daysText(slip)} ${slip > 0 ? 'after' : 'ahead of'} the agreed date`
}

function aheadText(workdays: number): string {
  return `${daysText(workdays)} ahead`
}

/** Nobody plans with the days of a date that far away: most often it is a slip of the pen. */
const MOST_DAYS = 999

function daysText(days: number): string {
  const many = Math.abs(days)
  return many > MOST_DAYS ? `more than ${MOST_DAYS} working days` : countWords(many, 'working day')
}
