/**
 * The road of the timeline as plain numbers: where everything stands for a given width. Nothing here draws or knows a page,
 * so that what is drawn can be tested, and a drag can ask what day a place means.
 */
import { addCalendarDays, addWorkdays, parseLocalDate, type LocalDate } from '@milepost/schedule'
import type { Milestone, MilestoneId, Plan, PlanOutlook } from '@milepost/plan'
import { roadWords } from '../words/schedule/road.ts'
import { timeScale, type TimeScale } from './time-scale.ts'

export type Measure = 'wide' | 'medium' | 'small'

export interface RoadStone {
  readonly id: MilestoneId
  readonly number: number
  /** Where the stone stands; stones that would cover each other stand side by side. */
  readonly x: number
  /** Where its day is. */
  readonly dayX: number
  readonly finish: LocalDate
  readonly agreed: LocalDate | null
  readonly agreedX: number | null
  readonly look: 'done' | 'now' | 'next' | 'goal'
  readonly days: number
  readonly causes: boolean
}

export interface RoadPiece {
  readonly kind: 'past' | 'ahead' | 'lost' | 'won'
  readonly from: number
  readonly to: number
}

export interface RoadMonth {
  readonly x: number
  readonly day: LocalDate
}

export interface Road {
  readonly width: number
  readonly left: number
  readonly right: number
  readonly startX: number
  readonly todayX: number
  readonly months: readonly RoadMonth[]
  readonly stones: readonly RoadStone[]
  readonly pieces: readonly RoadPiece[]
  readonly freezes: readonly { readonly from: number; readonly to: number; readonly title: string }[]
  readonly flags: readonly RoadFlag[]
  /** Too many to stand beside each other: only go-live and the result are stones, the others ticks. */
  readonly dense: boolean
  readonly xOf: (day: LocalDate) => number
  readonly dayAt: (x: number) => LocalDate
}

export interface RoadFlag {
  readonly id: string
  readonly title: string
  readonly day: LocalDate
  readonly x: number
  readonly side: 'buyer' | 'seller'
}

const DAY_MS = 86_400_000
export const STONE = { wide: 18, medium: 18, small: 14 } as const
const LEFT = { wide: 62, medium: 62, small: 2 } as const

export function roadOf(plan: Plan, outlook: PlanOutlook, width: number, measure: Measure): Road | null {
  const here = plan.milestones.flatMap((milestone) => {
    const finish = outlook.milestones.get(milestone.id)?.finish ?? null
    return finish === null || !isSaid(plan, outlook, milestone) ? [] : [{ milestone, finish }]
  })
  if (here.length === 0) return null
  const left = LEFT[measure]
  const right = width - STONE[measure] / 2 - 1
  const scale = scaleFor(
    plan,
    outlook,
    here.map(({ finish }) => finish),
    [left, right],
  )
  const xOf = (day: LocalDate) => rounded(scale.xOf(msOf(day)))
  const half = STONE[measure] + 1
  const dense = here.length * half > right - left
  const stones = placed(
    here.map(({ milestone, finish }) => stoneOf(plan, outlook, milestone, finish, xOf)),
    dense ? 0 : half,
    left + (measure === 'small' ? STONE.small / 2 : 0),
    right,
  )
  return {
    width,
    left,
    right,
    startX: xOf(outlook.input.start),
    todayX: xOf(outlook.today),
    months: monthsOf(scale, xOf),
    stones,
    pieces: piecesOf(outlook, stones, xOf),
    freezes: plan.keyDates.flatMap(({ blocksWork, span, title }) =>
      blocksWork && span !== null && inDomain(scale, span.to) && inDomain(scale, span.from)
        ? [{ from: xOf(span.from), to: xOf(addCalendarDays(span.to, 1)), title }]
        : [],
    ),
    flags: plan.keyDates.flatMap(({ id, title, span, side }) =>
      span === null || !inDomain(scale, span.from) || (measure === 'small' && id !== outlook.room?.keyDateId)
        ? []
        : [{ id, title: title === '' ? roadWords.keyDate : title, day: span.from, x: xOf(span.from), side }],
    ),
    dense,
    xOf,
    dayAt: (x) => dayOf(scale.at(Math.min(right, Math.max(left, x)))) ?? outlook.today,
  }
}

/** Of which nobody has said a day or how long it takes has no place on a road; it would only push the others aside. */
function isSaid({ goLiveId, resultId }: Plan, { milestones }: PlanOutlook, milestone: Milestone): boolean {
  const { id, due, done, estimate } = milestone
  const own = milestones.get(id)
  const isGoal = id === goLiveId || id === resultId
  return isGoal || due !== null || done !== null || (estimate ?? 0) > 0 || own?.agreed !== null || own.days !== 0
}

/** From the first of the month in which the plan begins to a little behind its last day; key dates near it come along. */
function scaleFor(
  plan: Plan,
  { input, today, milestones }: PlanOutlook,
  finishes: readonly LocalDate[],
  range: readonly [number, number],
): TimeScale {
  const agreed = [...milestones.values()].flatMap((one) => one.agreed ?? [])
  const own = [input.start, today, ...finishes, ...agreed].map(msOf)
  const [first, last] = [Math.min(...own), Math.max(...own)]
  const near = last + (last - first) * 0.2
  const flags = plan.keyDates.flatMap(({ span }) => (span === null ? [] : [msOf(span.from)]))
  const end = Math.max(last, ...flags.filter((ms) => ms <= near))
  const begin = new Date(Math.min(first, ...flags.filter((ms) => ms >= first - (last - first) * 0.05)))
  begin.setUTCDate(1)
  return timeScale(begin.getTime(), Math.max(end + DAY_MS, begin.getTime() + 14 * DAY_MS), range)
}

function stoneOf(
  plan: Plan,
  outlook: PlanOutlook,
  milestone: Milestone,
  finish: LocalDate,
  xOf: (day: LocalDate) => number,
): RoadStone {
  const { id, done, startedOn, steps } = milestone
  const own = outlook.milestones.get(id)
  const begun = startedOn !== null || steps.some((step) => step.done !== null)
  const goal = id === plan.goLiveId || id === plan.resultId
  const x = xOf(finish)
  const agreed = own?.agreed ?? null
  return {
    id,
    number: own?.number ?? 0,
    x,
    dayX: x,
    finish,
    agreed,
    agreedX: agreed === null ? null : xOf(agreed),
    look: done !== null ? 'done' : begun ? 'now' : goal ? 'goal' : 'next',
    days: own?.days ?? 0,
    causes: (own?.days ?? 0) > 0,
  }
}

/** Pushes stones apart from left to right, then back from the right edge; their order by day stays. */
function placed(stones: readonly RoadStone[], gap: number, left: number, right: number): readonly RoadStone[] {
  const order = stones.toSorted((a, b) => a.dayX - b.dayX || a.number - b.number)
  const xs: number[] = []
  for (const { dayX } of order) xs.push(Math.max(dayX, left, (xs.at(-1) ?? -Infinity) + gap))
  for (let at = xs.length - 1, edge = right; at >= 0; at--) {
    xs[at] = Math.min(xs[at] ?? edge, edge)
    edge = (xs[at] ?? edge) - gap
  }
  return order.map((stone, at) => ({ ...stone, x: rounded(xs[at] ?? stone.x) }))
}

/** What lies behind today, what is ahead, and on top of both what milestones lost (before their day) and won back (after it). */
function piecesOf(
  outlook: PlanOutlook,
  stones: readonly RoadStone[],
  xOf: (day: LocalDate) => number,
): readonly RoadPiece[] {
  const { calendar, input, today } = outlook
  const pieces: RoadPiece[] = []
  const todayX = xOf(today)
  let from = xOf(input.start)
  for (const { dayX } of stones) {
    if (dayX <= from) continue
    const split = Math.min(Math.max(from, todayX), dayX)
    if (split > from) pieces.push({ kind: 'past', from, to: split })
    if (dayX > split) pieces.push({ kind: 'ahead', from: split, to: dayX })
    from = dayX
  }
  for (const { finish, days, dayX } of stones) {
    if (days > 0)
      pieces.push({
        kind: 'lost',
        from: Math.max(xOf(input.start), xOf(addWorkdays(calendar, finish, -days))),
        to: dayX,
      })
    if (days < 0) pieces.push({ kind: 'won', from: dayX, to: xOf(addWorkdays(calendar, finish, -days)) })
  }
  return pieces
}

const MOST_MONTHS = 13
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 600, 1200, 6000, 12_000, 60_000]

/** The first of each month, or of every second, third, ... where the plan is long: never more than a handful of lines. */
function monthsOf(scale: TimeScale, xOf: (day: LocalDate) => number): readonly RoadMonth[] {
  const [begin, end] = [new Date(scale.from), new Date(scale.to)]
  const first = begin.getUTCFullYear() * 12 + begin.getUTCMonth()
  const last = end.getUTCFullYear() * 12 + end.getUTCMonth()
  const step = STEPS.find((months) => (last - first) / months <= MOST_MONTHS) ?? 120_000
  const months: RoadMonth[] = []
  for (let month = first; month <= last; month += step) {
    const day = dayOf(Date.UTC(Math.floor(month / 12), month % 12, 1))
    if (day !== null) months.push({ x: xOf(day), day })
  }
  return months
}

function inDomain(scale: TimeScale, day: LocalDate): boolean {
  return msOf(day) >= scale.from && msOf(day) <= scale.to
}

function msOf(day: LocalDate): number {
  return Date.parse(`${day}T00:00:00Z`)
}

/** Null beyond the last day there is. */
function dayOf(ms: number): LocalDate | null {
  return parseLocalDate(new Date(ms).toISOString().slice(0, 10))
}

function rounded(x: number): number {
  return Math.round(x * 10) / 10
}
