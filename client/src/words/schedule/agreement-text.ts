// Where both sides stand with these dates, in a few sentences.
import { goLiveSetBySide, type Offer, type Plan, type PlanOutlook } from '@milepost/plan'
import { count, plural } from '../../format/count.ts'
import { shortDayText } from '../../format/day.ts'
import { companyOf, listText } from '../../format/names.ts'

/** As much of where they stand as the words need. */
export interface AgreementSaid {
  /** The agreement that stands. */
  readonly standing: Offer | null
  /** The one offer that waits for an answer. */
  readonly open: Offer | null
  /** Something was agreed once and no longer stands. */
  readonly ended: boolean
}

/** The same for both sides. */
export function agreementText(plan: Plan, outlook: PlanOutlook, state: AgreementSaid): string {
  const { today, scope, milestones } = outlook
  const { standing, open, ended } = state
  const other = (side: 'buyer' | 'seller') => companyOf(plan, side === 'buyer' ? 'seller' : 'buyer')
  const day = (at: number) => shortDayText(new Date(at).toISOString().slice(0, 10), today)
  const parts: string[] = []
  if (standing !== null) parts.push(`Agreed by both sides on ${day(standing.accepted?.at ?? standing.at)}.`)
  else if (ended && open === null) parts.push('The agreement was ended; nothing is agreed now.')
  else if (open === null) parts.push('No dates are agreed yet.')
  if (open !== null) {
    const what = standing === null ? 'These dates were offered' : 'Other dates were offered'
    parts.push(`${what} by ${companyOf(plan, open.side)} on ${day(open.at)}, not yet agreed by ${other(open.side)}.`)
  }
  const setBy = goLiveSetBySide(plan)
  if (setBy !== null && outlook.goLive?.dated === true) parts.push(`${companyOf(plan, setBy)} set the day of go-live.`)
  const changes = [
    ...(scope.added.length === 0 ? [] : [`${count(scope.added.length, 'milestone')} added`]),
    ...(scope.dropped.length === 0 ? [] : [`${count(scope.dropped.length, 'milestone')} left out`]),
  ]
  if (changes.length > 0) parts.push(`Change of scope since: ${listText(changes)}.`)
  const needed = [...milestones.values()].filter(({ finish }) => finish !== null)
  const disputed = needed.filter(({ confirmed }) => confirmed.buyer === 'disputed' || confirmed.seller === 'disputed')
  if (disputed.length > 0) parts.push(`Disputed: ${disputed.map(({ number }) => `milestone ${number}`).join(', ')}.`)
  if (open !== null || standing !== null) parts.push(...unconfirmedText(plan, outlook))
  const kept = onTimeText(plan, outlook)
  if (kept !== null) parts.push(kept)
  return parts.join(' ')
}

/** Who has not said yet that a milestone is right for its organisation; done ones no longer ask. */
function unconfirmedText(plan: Plan, { milestones }: PlanOutlook): readonly string[] {
  const asked = [...milestones.values()].filter(({ status }) => status !== 'done' && status !== 'skipped')
  return (['buyer', 'seller'] as const).flatMap((side) => {
    const numbers = asked.filter(({ confirmed }) => confirmed[side] === null).map(({ number }) => String(number))
    if (numbers.length === 0) return []
    const which =
      numbers.length > 3
        ? count(numbers.length, 'milestone')
        : `${plural(numbers.length, 'milestone')} ${listText(numbers)}`
    return [`${companyOf(plan, side)} has not confirmed ${which}.`]
  })
}

/** Commitments met, side by side; only of a side that had one to meet. */
function onTimeText(plan: Plan, { onTime }: PlanOutlook): string | null {
  const sides = (['buyer', 'seller'] as const).filter((side) => (onTime?.[side].due ?? 0) > 0)
  if (onTime === null || sides.length === 0) return null
  return `Met on time: ${sides.map((side) => `${companyOf(plan, side)} ${onTime[side].met} of ${onTime[side].due}`).join(', ')}.`
}
