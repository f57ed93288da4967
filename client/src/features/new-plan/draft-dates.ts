// What the days of a draft would be: worked back from go-live with the arithmetic that the plan itself uses, except where
// somebody set a day by hand.
import type { Side } from '@milepost/protocol'
import {
  addCalendarDays,
  addWorkdays,
  planBackward,
  workCalendar,
  workdayOnOrBefore,
  workdaysBetween,
  type CalendarInput,
  type LocalDate,
} from '@milepost/schedule'
import { estimateOf, templateToSchedule, workdaysToGoLive, type Template } from '@milepost/templates'
import { templateOf, type Draft } from './draft.ts'

export interface DraftRow {
  readonly key: string
  readonly number: number
  readonly title: string
  readonly role: string
  readonly side: Side | null
  readonly takes: number | null
  readonly from: LocalDate | null
  readonly due: LocalDate | null
  /** Set by hand instead of worked back. */
  readonly set: boolean
  readonly past: boolean
  /** Reached before the plan existed: it takes no time any more. */
  readonly done: boolean
  readonly goal: 'goLive' | 'result' | null
}

export interface DraftDates {
  readonly rows: readonly DraftRow[]
  /** Working days to go-live, everything begun as early as possible. */
  readonly needed: number
  /** Working days from today to go-live, both counted; null without a go-live. */
  readonly left: number | null
  /** How many working days ago the plan would have had to begin. */
  readonly shortBy: number
  /** The first go-live that leaves enough time. */
  readonly firstPossible: LocalDate | null
  /** Working days between go-live and the buyer's own date; null where one of them is missing. */
  readonly room: number | null
}

/** A new plan counts Monday to Friday; its holidays are entered in the plan. */
export const NEW_PLAN_CALENDAR: CalendarInput = { workdays: [1, 2, 3, 4, 5], holidays: [], freezes: [] }
const CALENDAR = workCalendar(NEW_PLAN_CALENDAR)

export function draftDates(draft: Draft, today: LocalDate): DraftDates {
  const template = templateOf(draft)
  const { goLive, keyDate } = draft
  const back = goLive === null ? null : planBackward(templateToSchedule(template, changesOf(draft, today)), goLive)
  const worked = new Map<string, LocalDate>(back?.due.map(({ id, due }) => [id, due]))
  const shortBy = back?.shortBy ?? 0
  return {
    rows: template.milestones.map((_, index) => rowOf(template, index, draft, worked, today)),
    needed: workdaysToGoLive(asDrafted(template, draft)),
    left: goLive === null ? null : Math.max(0, workdaysBetween(CALENDAR, addCalendarDays(today, -1), goLive)),
    shortBy,
    firstPossible: goLive === null || shortBy === 0 ? null : addWorkdays(CALENDAR, goLive, shortBy),
    room: goLive === null || keyDate === null ? null : workdaysBetween(CALENDAR, goLive, keyDate),
  }
}

/** What the draft changes in its template, for the preview and for the plan alike. */
export function changesOf({ estimates, done }: Draft, today: LocalDate) {
  // The day itself comes later, in the plan; until then nothing that waits for it is held up by it.
  const before = workdayOnOrBefore(CALENDAR, addCalendarDays(today, -1))
  return { today, estimates, done: Object.fromEntries(done.map((key) => [key, before])) }
}

function rowOf(
  template: Template,
  index: number,
  draft: Draft,
  worked: ReadonlyMap<string, LocalDate>,
  today: LocalDate,
): DraftRow {
  const milestone = template.milestones[index]
  if (milestone === undefined) throw new Error('a row stands for a milestone of the template')
  const { key, title } = milestone
  const owner = template.roles.find((role) => role.key === milestone.owner)
  const takes = draft.estimates[key] ?? estimateOf(milestone)
  const isGoLive = key === template.goLive
  const goal = isGoLive ? 'goLive' : key === template.result ? 'result' : null
  const known = {
    key,
    number: index + 1,
    title,
    role: owner?.title ?? '',
    side: owner?.side ?? null,
    takes,
    goal,
  } as const
  if (draft.done.includes(key)) return { ...known, from: null, due: null, set: false, past: false, done: true }
  const set = isGoLive ? null : (draft.dues[key] ?? null)
  const due = set ?? (isGoLive ? draft.goLive : (worked.get(key) ?? null))
  const from = due === null || takes === null || takes === 0 ? null : addWorkdays(CALENDAR, due, 1 - takes)
  return { ...known, from, due, set: set !== null, past: (from ?? due ?? today) < today, done: false }
}

function asDrafted(template: Template, { estimates, done }: Draft): Template {
  return {
    ...template,
    milestones: template.milestones.map((milestone) => ({
      ...milestone,
      estimate: done.includes(milestone.key) ? 0 : (estimates[milestone.key] ?? milestone.estimate),
    })),
  }
}
