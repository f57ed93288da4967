/**
 * Everything the screens say about the dates of a plan, from the plan and today: the forecast, what moved it and who
 * carries it, the room left, the next step, and what is odd. Pure, so two devices with one document and one day say the
 * same; and without a word of text, so typing in a title changes nothing here (`outlook-parts.ts`).
 *
 * What costs a pass of its own for every milestone (why is this row late?) is asked only when somebody looks: it starts
 * from `input`, which is kept for that.
 */
import {
  attribute,
  calendarDaysBetween,
  forecast,
  workCalendar,
  workLeft,
  type GoLiveForecast,
  type LocalDate,
  type ScheduleInput,
  type WorkCalendar,
} from '@milepost/schedule'
import { baselineOf } from '../agreement.ts'
import type { MilestoneId } from '../ids.ts'
import { planToSchedule } from '../plan-to-schedule.ts'
import type { Plan } from '../read-plan.ts'
import { isSameValue } from '../same-value.ts'
import { shareOf, sumsOf, type CauseShare, type CauseSums } from './cause-shares.ts'
import { dateFindings, type DateFinding } from './date-findings.ts'
import { chainTo, linksOf, type Links } from './links.ts'
import { milestoneOutlook, type MilestoneOutlook } from './milestone-outlook.ts'
import { nextStep, type NextStep } from './next-step.ts'
import { onTimeRecord, type OnTimeRecord } from './on-time.ts'
import { roomLeft, type RoomLeft } from './room-left.ts'
import { confirmationsOf, measuredFrom, scopeSince, type MeasuredFrom, type ScopeChange } from './since-agreement.ts'

export interface PlanOutlook {
  readonly today: LocalDate
  readonly measuredFrom: MeasuredFrom
  /** Null where no milestone that is still needed is go-live. */
  readonly goLive: GoalOutlook | null
  readonly result: GoalOutlook | null
  /** In the order in which reality came in; empty where nothing moved go-live, null where nothing is measured. */
  readonly causes: readonly CauseShare[] | null
  readonly lost: number
  readonly won: number
  readonly sums: CauseSums
  readonly room: RoomLeft | null
  readonly next: NextStep | null
  /** Null until dates were agreed: an offer is no commitment. */
  readonly onTime: OnTimeRecord | null
  readonly scope: ScopeChange
  /** By id, in plan order, skipped ones too. */
  readonly milestones: ReadonlyMap<MilestoneId, MilestoneOutlook>
  readonly findings: readonly DateFinding[]
  /** For whoever asks further: `explainSlip`, `effectOfChange`. */
  readonly input: ScheduleInput<MilestoneId>
  readonly calendar: WorkCalendar
  readonly links: Links
}

/** One of the two days everybody looks at. */
export interface GoalOutlook extends GoLiveForecast {
  readonly id: MilestoneId
  readonly done: boolean
  /** Somebody has said something that its day follows from: a date, an estimate, a day done. Else the forecast is only today. */
  readonly dated: boolean
}

/** `before`: the outlook of a moment ago; a row that says the same as then is the same object. */
export function planOutlook(plan: Plan, today: LocalDate, before?: PlanOutlook): PlanOutlook {
  const input = planToSchedule(plan, today)
  const calendar = workCalendar(input.calendar)
  const links = linksOf(input.milestones)
  const { milestones: forecasts, goLive } = forecast(input)
  const shares = attribute(input)?.map((cause) => shareOf(plan, cause)) ?? null
  const causes = shares ?? []
  const { offer, state } = baselineOf(plan.offers)
  const found = { forecasts, causes, links, measured: offer !== null }
  const milestones = milestoneOutlooks(plan, input, found, before?.milestones)
  const goalOf = (id: MilestoneId | null): GoalOutlook | null => {
    const outlook = id === null ? undefined : milestones.get(id)
    if (outlook === undefined || outlook.finish === null) return null
    const { finish, agreed, slip, status } = outlook
    const chain = chainTo(links, outlook.id)
    const dated = input.milestones.some((one) => chain.has(one.id) && isDated(one))
    return { ...goalForecast(finish, agreed, slip), id: outlook.id, done: status === 'done', dated }
  }
  const due = plan.milestones.find(({ id }) => id === plan.goLiveId)?.due ?? null
  const next = nextStep(plan, links, (id) => milestones.get(id)?.finish ?? null)
  return {
    today,
    measuredFrom: measuredFrom(plan),
    goLive: goalOf(plan.goLiveId),
    result: goalOf(plan.resultId),
    causes: shares,
    lost: causes.reduce((sum, { days }) => sum + Math.max(0, days), 0),
    won: causes.reduce((sum, { days }) => sum + Math.max(0, -days), 0),
    sums: sumsOf(causes),
    room: goLive === null ? null : roomLeft(plan, calendar, goLive.finish, goLive.agreed ?? due ?? goLive.finish),
    next,
    onTime:
      state !== 'agreed'
        ? null
        : onTimeRecord(plan, {
            input,
            causes,
            chain: plan.goLiveId === null ? new Set() : chainTo(links, plan.goLiveId),
            agreedOf: (id) => offer.days[id]?.date ?? null,
          }),
    scope: scopeSince(plan, offer),
    milestones,
    findings: dateFindings(plan, milestones, next),
    input,
    calendar,
    links,
  }
}

interface Found {
  readonly forecasts: ReturnType<typeof forecast<MilestoneId>>['milestones']
  readonly causes: readonly CauseShare[]
  readonly links: Links
  readonly measured: boolean
}

function milestoneOutlooks(
  plan: Plan,
  input: ScheduleInput<MilestoneId>,
  { forecasts, causes, links, measured }: Found,
  before: ReadonlyMap<MilestoneId, MilestoneOutlook> | undefined,
): ReadonlyMap<MilestoneId, MilestoneOutlook> {
  const works = new Map(workLeft(input).map((work) => [work.id, work]))
  const forecastOf = new Map(forecasts.map((one) => [one.id, one]))
  const agreedOf = new Map(input.milestones.map(({ id, agreed }) => [id, agreed]))
  const daysOf = new Map(causes.map(({ id, days }) => [id, days]))
  const confirmed = confirmationsOf(plan)
  const outlooks = new Map<MilestoneId, MilestoneOutlook>()
  plan.milestones.forEach((milestone, place) => {
    const { id } = milestone
    const own = forecastOf.get(id)
    const work = works.get(id)
    if (own === undefined || work === undefined) return
    const facts = {
      milestone,
      number: place + 1,
      forecast: own,
      work,
      agreed: agreedOf.get(id) ?? null,
      days: daysOf.get(id) ?? 0,
      waitsFor: links.get(id) ?? [],
      above: plan.milestones[place - 1]?.id ?? null,
      measured,
      confirmed: confirmed(id),
    }
    const known = before?.get(id)
    const next = milestoneOutlook(facts)
    outlooks.set(id, known !== undefined && isSameValue(known, next) ? known : next)
  })
  return outlooks
}

function isDated({ due, agreed, doneOn, estimate }: ScheduleInput['milestones'][number]): boolean {
  return due !== null || agreed !== null || doneOn !== null || (estimate ?? 0) > 0
}

function goalForecast(finish: LocalDate, agreed: LocalDate | null, slip: number | null): GoLiveForecast {
  return {
    finish,
    agreed,
    slip,
    slipCalendarDays: agreed === null ? null : calendarDaysBetween(agreed, finish),
  }
}
