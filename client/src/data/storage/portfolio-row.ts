/**
 * What this device keeps of a plan for its list of many: the last glance, its days off by day, what the relay counted, and what
 * is said nowhere but here: the value, and whether it is out of sight. Read like everything from outside; a glance that cannot
 * be read is made anew from the plan, so it takes nothing else of the row along. Apart from the other rows, because whoever
 * opens a plan needs none of it.
 */
import type { PlanGlance, Share, TrendRecord } from '@milepost/plan'
import { parsePlanId, type PlanId } from '@milepost/protocol'
import { parseLocalDate, type LocalDate } from '@milepost/schedule'
import * as v from 'valibot'

export interface PortfolioRow {
  readonly room: PlanId
  readonly glance: PlanGlance | null
  /** When the glance was taken. */
  readonly at: number
  /** When the relay last answered for it. */
  readonly askedAt: number
  readonly trend: TrendRecord
  readonly share: Share | null
  readonly shareAt: number
  readonly value: number | null
  /** Out of sight on this device; the plan itself knows nothing of it. */
  readonly archived: boolean
}

/** Beyond it a number is no amount of money but a slip of the hand. */
export const MOST_VALUE = 1_000_000_000_000

const Day = v.custom<LocalDate>((raw) => parseLocalDate(raw) !== null)
const Time = v.fallback(v.pipe(v.number(), v.finite()), 0)
const Side = v.picklist(['buyer', 'seller'])
const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const Act = v.nullable(v.object({ side: Side, name: v.string(), at: v.number() }))
const Active = v.object({ active: Count, people: Count })
const Met = v.object({ met: Count, due: Count })

const Glance = v.object({
  day: Day,
  timeZone: v.string(),
  title: v.string(),
  buyer: v.string(),
  seller: v.string(),
  createdAt: v.nullable(v.number()),
  template: v.nullable(v.string()),
  goLive: v.nullable(
    v.object({ finish: Day, agreed: v.nullable(Day), slip: v.nullable(v.number()), done: v.boolean() }),
  ),
  keyDate: v.nullable(v.object({ title: v.string(), date: Day, days: v.number() })),
  next: v.nullable(
    v.object({
      title: v.string(),
      milestoneId: v.string(),
      milestoneNumber: Count,
      milestoneTitle: v.string(),
      stepId: v.nullable(v.string()),
      date: Day,
      late: Count,
      side: v.nullable(Side),
      role: v.string(),
      person: v.nullable(v.string()),
    }),
  ),
  acts: v.object({ buyer: Act, seller: Act }),
  active: v.object({ buyer: Active, seller: Active }),
  onTime: v.nullable(v.object({ buyer: Met, seller: Met })),
  unnamedRoles: Count,
  lead: v.nullable(v.string()),
})

const Row = v.object({
  room: v.custom<PlanId>((raw) => parsePlanId(raw) !== null),
  glance: v.fallback(v.nullable(Glance), null),
  at: Time,
  askedAt: Time,
  trend: v.fallback(v.array(v.object({ day: Day, off: v.pipe(v.number(), v.finite()) })), []),
  share: v.fallback(v.nullable(v.object({ buyer: Count, seller: Count })), null),
  shareAt: Time,
  value: v.fallback(v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(MOST_VALUE))), null),
  archived: v.fallback(v.boolean(), false),
})

export function parsePortfolioRow(raw: unknown): PortfolioRow | null {
  const row = v.safeParse(Row, raw)
  return row.success ? row.output : null
}

export function blankPortfolioRow(room: PlanId): PortfolioRow {
  return { room, glance: null, at: 0, askedAt: 0, trend: [], share: null, shareAt: 0, value: null, archived: false }
}
