/**
 * Several vendors' plans as one buyer sees them: every go-live against the buyer's own dates, whichever plan knows of them. A date
 * that stands in several plans under one name and with the same days is one date; a freeze that one vendor was told of holds for
 * all of them, and the plan that does not have it is said to lack it.
 *
 * Of each plan what is forecast counts, because that is when it would happen. What is live takes part in no clash.
 */
import { calendarDaysBetween, workdaysBetween, type LocalDate } from '@milepost/schedule'
import type { KeyDateId, MilestoneId, StepId } from '../ids.ts'
import { planOutlook, type PlanOutlook } from '../outlook/plan-outlook.ts'
import { workThatCanBegin } from '../outlook/next-step.ts'
import type { Plan } from '../read-plan.ts'
import { byText, wordsAlike } from '../text-order.ts'
import type { Span } from '../value.ts'
import type { GoLiveGlance } from './plan-glance.ts'

export interface TimelinePlan {
  readonly planId: string
  readonly plan: Plan
  /** The day in that plan. */
  readonly today: LocalDate
}

export interface TimelineLane {
  readonly planId: string
  readonly title: string
  /** Null where no milestone is go-live, or nobody gave it a day. */
  readonly goLive: GoLiveGlance | null
  readonly goLiveId: MilestoneId | null
}

/** A day or days of the buyer's own. */
export interface OwnDate {
  readonly id: string
  readonly title: string
  readonly span: Span
  /** No work is done in it. */
  readonly freeze: boolean
  /** In which plans it stands. */
  readonly sources: readonly { readonly planId: string; readonly keyDateId: KeyDateId }[]
}

export type Clash =
  /** Go-live is forecast for a day of a freeze; `knows`: the freeze stands in that plan. */
  | { readonly kind: 'inFreeze'; readonly planId: string; readonly dateId: string; readonly knows: boolean }
  /** Go-lives that follow one another within a week, in the order of their days. */
  | { readonly kind: 'close'; readonly planIds: readonly string[]; readonly from: LocalDate; readonly to: LocalDate }
  /** One name, and days that overlap and are not the same: the plans were told different things. */
  | { readonly kind: 'otherDays'; readonly dateIds: readonly string[] }

/** What somebody of the buyer's owes next and could begin today. */
export interface OwedNext {
  readonly planId: string
  readonly milestoneId: MilestoneId
  readonly stepId: StepId | null
  readonly number: number
  readonly title: string
  readonly date: LocalDate
  /** Working days past its date. */
  readonly late: number
  /** Title of the role. */
  readonly role: string
  /** Null: nobody has the role. */
  readonly person: string | null
}

export interface BuyerTimeline {
  /** The first go-live first; what has no day stands last. */
  readonly lanes: readonly TimelineLane[]
  readonly dates: readonly OwnDate[]
  readonly clashes: readonly Clash[]
  /** The earliest first; one for each role that has something to begin. */
  readonly owed: readonly OwedNext[]
}

/** Go-lives nearer to one another than this ask for the same people. */
const CLOSE_DAYS = 7
/** As the schedule counts it: what is longer is no freeze. */
const LONGEST_FREEZE = 366

export function buyerTimeline(plans: readonly TimelinePlan[]): BuyerTimeline {
  const read = plans.map((one) => ({ ...one, outlook: planOutlook(one.plan, one.today) }))
  const lanes = read.map(laneOf).toSorted((a, b) => byText(dayOf(a), dayOf(b)) || byText(a.planId, b.planId))
  const dates = ownDates(plans)
  const open = lanes.filter(({ goLive }) => goLive !== null && !goLive.done)
  return {
    lanes,
    dates,
    clashes: [...inFreeze(open, dates), ...closeTogether(open), ...otherDays(dates)],
    owed: read
      .flatMap(owedNext)
      .toSorted((a, b) => byText(a.date, b.date) || byText(a.planId, b.planId) || byText(a.role, b.role)),
  }
}

interface Read extends TimelinePlan {
  readonly outlook: PlanOutlook
}

function laneOf({ planId, plan, outlook }: Read): TimelineLane {
  const { goLive } = outlook
  const { title, goLiveId } = plan
  if (goLive === null || !goLive.dated) return { planId, title, goLive: null, goLiveId }
  const { finish, agreed, slip, done } = goLive
  return { planId, title, goLive: { finish, agreed, slip, done }, goLiveId }
}

/** The buyer's dates that are not over, the first first. */
function ownDates(plans: readonly TimelinePlan[]): readonly OwnDate[] {
  const found = new Map<string, OwnDate>()
  for (const { planId, plan, today } of plans.toSorted((a, b) => byText(a.planId, b.planId))) {
    for (const { id, title, span, side, blocksWork } of plan.keyDates) {
      if (side !== 'buyer' || span === null || span.to < today) continue
      const freeze = blocksWork && calendarDaysBetween(span.from, span.to) < LONGEST_FREEZE
      const name = `${span.from} ${span.to} ${wordsAlike(title)}`
      const known = found.get(name) ?? { id: name, title: title.trim(), span, freeze, sources: [] }
      const sources = [...known.sources, { planId, keyDateId: id }]
      found.set(name, { ...known, freeze: known.freeze || freeze, sources })
    }
  }
  return [...found.values()].toSorted((a, b) => byText(a.id, b.id))
}

function inFreeze(open: readonly TimelineLane[], dates: readonly OwnDate[]): readonly Clash[] {
  const freezes = dates.filter(({ freeze }) => freeze)
  return open.flatMap(({ planId, goLive }) =>
    freezes
      .filter(({ span }) => goLive !== null && span.from <= goLive.finish && goLive.finish <= span.to)
      .map(({ id, sources }): Clash => {
        return { kind: 'inFreeze', planId, dateId: id, knows: sources.some((source) => source.planId === planId) }
      }),
  )
}

/** They come by day, so that each only has to be held against the one before it. */
function closeTogether(open: readonly TimelineLane[]): readonly Clash[] {
  const groups: { readonly planIds: string[]; readonly from: LocalDate; to: LocalDate }[] = []
  for (const { planId, goLive } of open) {
    if (goLive === null) continue
    const last = groups.at(-1)
    if (last !== undefined && calendarDaysBetween(last.to, goLive.finish) < CLOSE_DAYS) {
      last.planIds.push(planId)
      last.to = goLive.finish
    } else groups.push({ planIds: [planId], from: goLive.finish, to: goLive.finish })
  }
  return groups.filter(({ planIds }) => planIds.length > 1).map((group) => ({ kind: 'close', ...group }))
}

/** Of one name; a date that comes every year overlaps nothing. */
function otherDays(dates: readonly OwnDate[]): readonly Clash[] {
  const named = Map.groupBy(
    dates.filter(({ title }) => title !== ''),
    ({ title }) => wordsAlike(title),
  )
  return [...named.values()].flatMap((group) => {
    const overlapping = group.filter((one, at) => {
      const beside = [group[at - 1], group[at + 1]]
      return beside.some((other) => other !== undefined && overlaps(one.span, other.span))
    })
    return overlapping.length < 2 ? [] : [{ kind: 'otherDays' as const, dateIds: overlapping.map(({ id }) => id) }]
  })
}

function overlaps(one: Span, other: Span): boolean {
  return one.from <= other.to && other.from <= one.to
}

function owedNext({ planId, plan, today, outlook }: Read): readonly OwedNext[] {
  const { milestones, links, calendar } = outlook
  const roles = new Map(plan.roles.filter(({ side }) => side === 'buyer').map((role) => [role.id, role]))
  const people = new Map(plan.people.map(({ id, name }) => [id, name]))
  const numbers = new Map(plan.milestones.map(({ id }, at) => [id, at + 1]))
  const titles = new Map<string, string>(
    plan.milestones.flatMap((one) => [one, ...one.steps]).map((each) => [each.id, each.title]),
  )
  const withRoles = new Map(plan.milestones.flatMap(({ steps }) => steps.map(({ id, withRole }) => [id, withRole])))
  const first = new Map<string, OwedNext>()
  const work = workThatCanBegin(plan, links, (id) => milestones.get(id)?.finish ?? null)
  for (const { milestoneId, stepId, ownerRole, date } of work) {
    for (const roleId of [ownerRole, stepId === null ? null : (withRoles.get(stepId) ?? null)]) {
      const role = roleId === null ? undefined : roles.get(roleId)
      if (role === undefined || (first.get(role.id)?.date ?? '~') <= date) continue
      first.set(role.id, {
        planId,
        milestoneId,
        stepId,
        number: numbers.get(milestoneId) ?? 0,
        title: titles.get(stepId ?? milestoneId) ?? '',
        date,
        late: date < today ? Math.max(0, workdaysBetween(calendar, date, today)) : 0,
        role: role.title,
        person: role.personId === null ? null : (people.get(role.personId) ?? null),
      })
    }
  }
  return [...first.values()]
}

function dayOf({ goLive }: TimelineLane): string {
  return goLive?.finish ?? '~'
}
