/**
 * What a list of many plans says about one of them on one day. A plain value, small enough to lie on the disk beside the plan,
 * so that two hundred lines need no document; the same document and day give the same glance on every device.
 */
import { calendarDaysBetween, workdaysBetween, type LocalDate } from '@milepost/schedule'
import { keyDateAfter } from './key-date-after.ts'
import { planOutlook, type PlanOutlook } from '../outlook/plan-outlook.ts'
import type { OnTimeRecord } from '../outlook/on-time.ts'
import type { Plan } from '../read-plan.ts'
import type { Instant, Side } from '../value.ts'
import { lastActs, peopleActive, type Act, type PeopleActive } from './plan-acts.ts'

export interface PlanGlance {
  readonly day: LocalDate
  /** Whose day it is. */
  readonly timeZone: string
  readonly title: string
  readonly buyer: string
  readonly seller: string
  readonly createdAt: Instant | null
  /** Which template it came from; null: none, or nobody says. */
  readonly template: string | null
  /** Null where no milestone is go-live, or nobody gave it a day. */
  readonly goLive: GoLiveGlance | null
  /** The buyer's date that go-live has to be ready for. */
  readonly keyDate: { readonly title: string; readonly date: LocalDate; readonly days: number } | null
  readonly next: NextGlance | null
  readonly acts: Readonly<Record<Side, Act | null>>
  /** Of the last 14 days. */
  readonly active: Readonly<Record<Side, PeopleActive>>
  readonly onTime: OnTimeRecord | null
  /** Roles that have something to do and nobody to do it. */
  readonly unnamedRoles: number
  /** Who sells it. */
  readonly lead: string | null
}

export interface GoLiveGlance {
  readonly finish: LocalDate
  readonly agreed: LocalDate | null
  /** Working days off the agreed date; null: nothing is agreed. */
  readonly slip: number | null
  readonly done: boolean
}

export interface NextGlance {
  readonly title: string
  readonly milestoneId: string
  readonly milestoneNumber: number
  readonly milestoneTitle: string
  readonly stepId: string | null
  readonly date: LocalDate
  /** Working days past its date. */
  readonly late: number
  readonly side: Side | null
  readonly role: string
  /** Null: nobody has the role. */
  readonly person: string | null
}

const ACTIVE_DAYS = 14
const DAY_MS = 24 * 60 * 60 * 1000

export function planGlance(plan: Plan, today: LocalDate): PlanGlance {
  const outlook = planOutlook(plan, today)
  const since = Date.parse(`${today}T00:00:00Z`) - ACTIVE_DAYS * DAY_MS
  return {
    day: today,
    timeZone: plan.timeZone,
    title: plan.title,
    buyer: plan.buyer,
    seller: plan.seller,
    createdAt: plan.createdAt,
    template: plan.template?.id ?? null,
    goLive: goLiveGlance(outlook),
    keyDate: keyDateGlance(plan, outlook),
    next: nextGlance(plan, outlook),
    acts: lastActs(plan),
    active: { buyer: peopleActive(plan, 'buyer', since), seller: peopleActive(plan, 'seller', since) },
    onTime: outlook.onTime,
    unnamedRoles: unnamedRoles(plan),
    lead: leadOf(plan),
  }
}

function goLiveGlance({ goLive }: PlanOutlook): GoLiveGlance | null {
  if (goLive === null || !goLive.dated) return null
  const { finish, agreed, slip, done } = goLive
  return { finish, agreed, slip, done }
}

/** Days from go-live to it; negative: go-live is forecast for after it. Once live, the next one that is still to come. */
function keyDateGlance(plan: Plan, { goLive, room, today }: PlanOutlook): PlanGlance['keyDate'] {
  if (goLive === null || !goLive.dated) return null
  const keyDate = goLive.done
    ? keyDateAfter(plan, today)
    : (plan.keyDates.find(({ id }) => id === room?.keyDateId) ?? null)
  const date = keyDate?.span?.from ?? null
  if (keyDate === null || date === null) return null
  return { title: keyDate.title, date, days: calendarDaysBetween(goLive.finish, date) }
}

function nextGlance(plan: Plan, { next, today, calendar }: PlanOutlook): NextGlance | null {
  if (next === null) return null
  const milestone = plan.milestones.find(({ id }) => id === next.milestoneId)
  const step = milestone?.steps.find(({ id }) => id === next.stepId)
  const role = plan.roles.find(({ id }) => id === next.ownerRole)
  return {
    title: step?.title ?? milestone?.title ?? '',
    milestoneId: next.milestoneId,
    milestoneNumber: plan.milestones.findIndex(({ id }) => id === next.milestoneId) + 1,
    milestoneTitle: milestone?.title ?? '',
    stepId: next.stepId,
    date: next.date,
    late: next.date < today ? Math.max(0, workdaysBetween(calendar, next.date, today)) : 0,
    side: role?.side ?? null,
    role: role?.title ?? '',
    person: plan.people.find(({ id }) => id === role?.personId)?.name ?? null,
  }
}

function unnamedRoles({ roles, milestones }: Plan): number {
  const open = milestones.filter(({ done, skipped }) => done === null && skipped === null)
  const owning = new Set(
    open.flatMap(({ ownerRole, steps }) => [
      ownerRole,
      ...steps.filter(({ done }) => done === null).map((step) => step.ownerRole),
    ]),
  )
  return roles.filter(({ id, personId }) => personId === null && owning.has(id)).length
}

/** The person whose part it is to sell, else the first of the seller's who has a name. */
function leadOf({ roles, people }: Plan): string | null {
  const named = roles.filter(({ side, personId }) => side === 'seller' && personId !== null)
  const role = named.find((each) => each.function === 'sales') ?? named[0]
  return people.find(({ id }) => id === role?.personId)?.name ?? null
}
