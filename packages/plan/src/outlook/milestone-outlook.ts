/** What a row of the plan says about one milestone's dates. */
import type { Driver, LocalDate, MilestoneForecast, Status, WorkLeft } from '@milepost/schedule'
import type { MilestoneId } from '../ids.ts'
import type { Milestone } from '../read-plan.ts'
import type { Confirmed } from './since-agreement.ts'

export interface MilestoneOutlook {
  readonly id: MilestoneId
  /** Its number on screen, from 1. */
  readonly number: number
  readonly status: Status
  /** Null where it is skipped. */
  readonly finish: LocalDate | null
  readonly driver: Driver<MilestoneId> | null
  /** What it is measured from: agreed, or offered while nothing ever was agreed. */
  readonly agreed: LocalDate | null
  readonly slip: number | null
  /** What it did to go-live, in working days: its badge. 0: nothing. */
  readonly days: number
  /** Working days it takes as things stand, and those left for it, today included. */
  readonly takes: number
  readonly left: number | null
  /** The day what it waits for will be finished. */
  readonly awaited: LocalDate
  /** What it waits for, as far as that counts. */
  readonly waitsFor: readonly MilestoneId[]
  /** It waits for something else than the one above it, or for nothing. */
  readonly ownLinks: boolean
  readonly cannotBeMet: CannotBeMet | null
  /** Came in after the dates it is measured from. */
  readonly added: boolean
  readonly confirmed: Confirmed
}

/** A promise that is earlier than what it waits for and its estimate allow. */
export interface CannotBeMet {
  readonly earliest: LocalDate
  /** The milestone it waits for; `start`: the plan begins too late for it; `today`: the promise has passed. */
  readonly because: MilestoneId | 'start' | 'today'
}

export interface OutlookFacts {
  readonly milestone: Milestone
  readonly number: number
  readonly forecast: MilestoneForecast<MilestoneId>
  readonly work: WorkLeft<MilestoneId>
  readonly agreed: LocalDate | null
  readonly days: number
  readonly waitsFor: readonly MilestoneId[]
  readonly above: MilestoneId | null
  readonly measured: boolean
  readonly confirmed: Confirmed
}

export function milestoneOutlook(facts: OutlookFacts): MilestoneOutlook {
  const { milestone, number, forecast, work, agreed, days, waitsFor, above, measured, confirmed } = facts
  const { id, status, finish, driver, slip } = forecast
  return {
    id,
    number,
    status,
    finish,
    driver,
    agreed,
    slip,
    days,
    takes: work.takes,
    left: work.left,
    awaited: work.awaited,
    waitsFor,
    ownLinks: milestone.after !== null && !isSame(waitsFor, above === null ? [] : [above]),
    cannotBeMet: cannotBeMet(milestone.due, forecast),
    added: measured && agreed === null && milestone.skipped === null,
    confirmed,
  }
}

function cannotBeMet(due: LocalDate | null, { finish, driver }: MilestoneForecast<MilestoneId>): CannotBeMet | null {
  if (due === null || finish === null || finish <= due) return null
  if (driver === null || driver === 'done' || driver === 'due') return null
  return { earliest: finish, because: driver }
}

function isSame(a: readonly MilestoneId[], b: readonly MilestoneId[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id))
}
