/**
 * The on-time record: how many of its commitments each side has met. On time is done on or before the agreed date, or late
 * without having moved anything; so nobody is blamed for days that came from upstream. A milestone that is late and did
 * move something counts for whoever carries its days, the day it is past its date, not only once it is done.
 */
import { attribute, type LocalDate, type ScheduleInput } from '@milepost/schedule'
import type { MilestoneId } from '../ids.ts'
import type { Milestone, Plan } from '../read-plan.ts'
import type { Side } from '../value.ts'
import { carrierOf, type Carrier, type CauseShare } from './cause-shares.ts'

export interface OnTime {
  readonly met: number
  /** Commitments that have come due: met ones and those that were late and moved something. */
  readonly due: number
}

export type OnTimeRecord = Readonly<Record<Side, OnTime>>

export interface OnTimeInput {
  readonly input: ScheduleInput<MilestoneId>
  readonly causes: readonly CauseShare[]
  /** Milestones that go-live waits for, itself included: what the causes speak of. */
  readonly chain: ReadonlySet<MilestoneId>
  readonly agreedOf: (id: MilestoneId) => LocalDate | null
}

export function onTimeRecord(plan: Plan, { input, causes, chain, agreedOf }: OnTimeInput): OnTimeRecord {
  const counts = { buyer: { met: 0, due: 0 }, seller: { met: 0, due: 0 } }
  const daysOf = (id: MilestoneId): { days: number; carrier: Carrier } => {
    const cause = causes.find((other) => other.id === id)
    if (chain.has(id)) return { days: cause?.days ?? 0, carrier: cause?.carrier ?? carrierOf(plan, id) }
    const own = attribute(input, id)?.find((other) => other.id === id)
    return { days: own?.days ?? 0, carrier: carrierOf(plan, id) }
  }
  for (const milestone of plan.milestones) {
    const agreed = agreedOf(milestone.id)
    if (agreed === null || milestone.skipped !== null) continue
    if (milestone.done !== null && milestone.done.on <= agreed) {
      count(counts, ownerSides(plan, milestone), true)
    } else if (milestone.done !== null || agreed < input.today) {
      const { days, carrier } = daysOf(milestone.id)
      if (days > 0) count(counts, sidesOf(carrier), false)
      else if (milestone.done !== null) count(counts, ownerSides(plan, milestone), true)
    }
  }
  return counts
}

function count(counts: Record<Side, { met: number; due: number }>, sides: readonly Side[], met: boolean): void {
  for (const side of sides) {
    counts[side].due += 1
    if (met) counts[side].met += 1
  }
}

function ownerSides(plan: Plan, { ownerRole }: Milestone): readonly Side[] {
  return plan.roles.filter(({ id }) => id === ownerRole).map(({ side }) => side)
}

function sidesOf(carrier: Carrier): readonly Side[] {
  if (carrier.kind === 'both') return ['buyer', 'seller']
  return carrier.kind === 'role' ? [carrier.side] : []
}
