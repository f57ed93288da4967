/**
 * Go-lives by month: each plan stands in the month that its go-live is forecast for, and leaves a mark in the month that was
 * agreed where that is another one. Values come in from outside the plan: it never holds them.
 */
import type { LocalDate } from '@milepost/schedule'
import type { PlanGlance } from './plan-glance.ts'

export interface MonthPlan {
  readonly planId: string
  readonly glance: PlanGlance
  readonly value: number | null
}

/** `in`: from another month; `out`: to another month; `kept`: in its agreed month, or nothing was agreed. */
export type MonthMark = 'live' | 'kept' | 'in' | 'out'

export interface MonthEntry {
  readonly planId: string
  readonly mark: MonthMark
  /** Where it moved: to a later month, or an earlier one. */
  readonly later: boolean
  readonly day: LocalDate
}

export interface Month {
  /** '2026-06'. */
  readonly month: string
  /** What is forecast first, by day, then what moved out. */
  readonly entries: readonly MonthEntry[]
  /** Sums of what is known. */
  readonly forecast: number
  readonly agreed: number
}

export const MONTHS_SHOWN = 7

/** This month and those behind it; what lies outside is counted by `outsideMonths`. */
export function goLivesByMonth(plans: readonly MonthPlan[], today: LocalDate): readonly Month[] {
  const first = today.slice(0, 7)
  const placed = plans.flatMap(placesOf)
  return Array.from({ length: MONTHS_SHOWN }, (_, at) => monthAfter(first, at)).map((month) => {
    const here = placed.filter((place) => place.month === month)
    const inMonth = here.filter(({ entry }) => entry.mark !== 'out')
    const fromHere = here.filter(({ agreedHere }) => agreedHere)
    return {
      month,
      entries: here.map(({ entry }) => entry).toSorted(byMarkAndDay),
      forecast: sum(inMonth),
      agreed: sum(fromHere),
    }
  })
}

/** How many go-lives lie before and behind what is shown. */
export function outsideMonths(
  plans: readonly MonthPlan[],
  today: LocalDate,
): { before: number; after: number; undated: number } {
  const first = today.slice(0, 7)
  const last = monthAfter(first, MONTHS_SHOWN - 1)
  const months = plans.map(({ glance }) => glance.goLive?.finish.slice(0, 7) ?? null)
  return {
    before: months.filter((month) => month !== null && month < first).length,
    after: months.filter((month) => month !== null && month > last).length,
    undated: months.filter((month) => month === null).length,
  }
}

interface Placed {
  readonly month: string
  readonly entry: MonthEntry
  readonly value: number
  /** Its agreed day lies in this month, or nothing was agreed and it is forecast for it. */
  readonly agreedHere: boolean
}

function placesOf({ planId, glance, value }: MonthPlan): readonly Placed[] {
  const { goLive } = glance
  if (goLive === null) return []
  const month = goLive.finish.slice(0, 7)
  const agreed = goLive.agreed?.slice(0, 7) ?? month
  const later = month > agreed
  const known = value ?? 0
  const mark = goLive.done ? 'live' : agreed === month ? 'kept' : 'in'
  const here = { month, value: known, agreedHere: agreed === month }
  const entry = { planId, mark, later, day: goLive.finish } as const
  if (agreed === month) return [{ ...here, entry }]
  const left = { planId, mark: 'out', later, day: goLive.agreed ?? goLive.finish } as const
  return [
    { ...here, entry },
    { month: agreed, value: known, agreedHere: true, entry: left },
  ]
}

function sum(places: readonly Placed[]): number {
  return places.reduce((all, { value }) => all + value, 0)
}

function byMarkAndDay(a: MonthEntry, b: MonthEntry): number {
  const rank = (entry: MonthEntry) => (entry.mark === 'out' ? 1 : 0)
  if (rank(a) !== rank(b)) return rank(a) - rank(b)
  if (a.day !== b.day) return a.day < b.day ? -1 : 1
  return a.planId < b.planId ? -1 : a.planId > b.planId ? 1 : 0
}

function monthAfter(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const at = year * 12 + number - 1 + by
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`
}
