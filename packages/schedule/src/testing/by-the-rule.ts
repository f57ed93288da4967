/**
 * Attribution read out of the rules word by word: dates instead of counts, the whole plan replayed for every question,
 * the sets of what waits for what written out. Far too slow for a plan, and for that reason easy to check by eye: the
 * real one must say the same about any plan.
 */
import { addCalendarDays, type LocalDate } from '../local-date.ts'
import type { ScheduleInput, ScheduleMilestone } from '../schedule-input.ts'
import { addWorkdays, workCalendar, workdaysBetween } from '../work-calendar.ts'

interface SlowCause {
  readonly id: string
  readonly days: number
  readonly with?: readonly string[]
}

export function attributeByTheRule(input: ScheduleInput): readonly SlowCause[] | null {
  const calendar = workCalendar(input.calendar)
  const plan = input.milestones
  const target = plan.find((milestone) => milestone.id === input.goLiveId)
  if (target === undefined || target.skipped || target.agreed === null) return null
  const links = new Map(plan.map((milestone, place) => [milestone, linksOf(plan, place)]))
  const linksFrom = (milestone: ScheduleMilestone) => links.get(milestone) ?? []
  const between = (a: LocalDate, b: LocalDate) => workdaysBetween(calendar, a, b)
  const inPlan = new Set(plan.filter(({ agreed }) => agreed !== null))

  /** What a milestone waits for, once the absent ones are looked through. */
  const waitsFor = (
    milestone: ScheduleMilestone,
    isPresent: (other: ScheduleMilestone) => boolean,
  ): ScheduleMilestone[] =>
    linksFrom(milestone).flatMap((other) => (isPresent(other) ? [other] : waitsFor(other, isPresent)))

  const latest = (dates: readonly LocalDate[]): LocalDate =>
    dates.length === 0 ? addCalendarDays(input.start, -1) : dates.reduce((a, b) => (b > a ? b : a))

  const gapOf = (milestone: ScheduleMilestone) => {
    if (milestone.agreedGap !== null) return milestone.agreedGap
    const before = waitsFor(milestone, (other) => inPlan.has(other)).map((other) => other.agreed as LocalDate)
    return between(latest(before), milestone.agreed as LocalDate)
  }
  const asAgreed = (milestone: ScheduleMilestone) =>
    Math.min(milestone.agreedEstimate ?? Number.POSITIVE_INFINITY, gapOf(milestone))
  const asItStands = (milestone: ScheduleMilestone) => {
    const { agreed, estimate, agreedEstimate } = milestone
    if (agreed === null) return estimate ?? 0
    if (estimate === null || estimate === agreedEstimate) return asAgreed(milestone)
    return agreedEstimate !== null && estimate < agreedEstimate ? Math.min(estimate, gapOf(milestone)) : estimate
  }

  /** The day a milestone finishes with reality let in for some. */
  const replay = (letIn: ReadonlySet<ScheduleMilestone>) => {
    const present = (milestone: ScheduleMilestone) =>
      letIn.has(milestone) ? !milestone.skipped : inPlan.has(milestone)
    const finishes = new Map<ScheduleMilestone, LocalDate>()
    for (const milestone of plan.filter(present)) {
      const before = latest(waitsFor(milestone, present).map((other) => finishes.get(other) as LocalDate))
      if (!letIn.has(milestone)) {
        finishes.set(
          milestone,
          latest([milestone.agreed as LocalDate, addWorkdays(calendar, before, asAgreed(milestone))]),
        )
      } else {
        const earliest = addWorkdays(calendar, before, asItStands(milestone))
        const open = latest([milestone.due ?? earliest, earliest, input.today])
        finishes.set(milestone, milestone.doneOn ?? open)
      }
    }
    return finishes
  }
  const finishWith = (letIn: ReadonlySet<ScheduleMilestone>) => replay(letIn).get(target) as LocalDate

  const really = replay(new Set(plan))
  const moment = (milestone: ScheduleMilestone) =>
    milestone.skipped ? milestone.agreed : (really.get(milestone) ?? null)
  const order = plan
    .filter((milestone) => moment(milestone) !== null)
    .toSorted((a, b) => {
      const byMoment = compare(moment(a) ?? '', moment(b) ?? '')
      return byMoment || compare(a.agreed ?? 'never', b.agreed ?? 'never') || plan.indexOf(a) - plan.indexOf(b)
    })

  const causes: SlowCause[] = []
  const byThePlan = between(target.agreed, finishWith(new Set()))
  if (byThePlan !== 0) causes.push({ id: 'plan', days: byThePlan })
  order.forEach((milestone, index) => {
    const before = new Set(order.slice(0, index))
    const moves = (other: ScheduleMilestone) => between(finishWith(before), finishWith(new Set([...before, other])))
    const days = moves(milestone)
    if (days === 0) return
    const waits = (other: ScheduleMilestone): boolean =>
      linksFrom(other).some((link) => link === milestone || waits(link))
    const sharers = order
      .slice(index + 1)
      .filter((other) => !other.skipped && moment(other) === moment(milestone) && !waits(other))
      .filter((other) => (days > 0 ? moves(other) >= days : moves(other) <= days))
    const { id } = milestone
    causes.push(sharers.length === 0 ? { id, days } : { id, days, with: sharers.map((other) => other.id) })
  })
  return causes
}

function linksOf(plan: readonly ScheduleMilestone[], place: number): readonly ScheduleMilestone[] {
  const after = plan[place]?.after
  if (after === null) return plan.slice(Math.max(0, place - 1), place)
  const first = (id: string) => plan.findIndex((milestone) => milestone.id === id)
  const places = new Set((after ?? []).map(first).filter((found) => found !== -1 && found < place))
  return plan.filter((_, found) => places.has(found))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
