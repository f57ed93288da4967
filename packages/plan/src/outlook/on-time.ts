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
  const afterGoLive = plan.resultId === null ? [] : (attribute(input, plan.resultId) ?? [])
  for (const milestone of plan.milestones) {
    const { id, done, skipped } = milestone
    const agreed = agreedOf(id)
    if (agreed === null || skipped !== null || (done === null && agreed >= input.today)) continue
    const wasLate = done === null || done.on > agreed
    // What comes behind go-live cannot move it; it is measured by what it did to the result.
    const cause = causes.find((other) => other.id === id)
    const days = chain.has(id) ? cause?.days : afterGoLive.find((other) => other.id === id)?.days
    if (wasLate && (days ?? 0) > 0) count(counts, sidesOf(cause?.carrier ?? carrierOf(plan, id)), false)
    else if (done !== null) count(counts, ownerSides(plan, milestone), true)
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
