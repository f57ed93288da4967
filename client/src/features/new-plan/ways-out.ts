// Three ways out of a plan that would have had to begin before today: a later go-live, what is done already, shorter
// estimates. Each is a whole draft that was tried: only what really makes it fit is offered.
import type { LocalDate } from '@milepost/schedule'
import { templateToSchedule } from '@milepost/templates'
import { dayText } from '../../format/day.ts'
import { newPlanWords } from '../../words/new-plan.ts'
import { changesOf, draftDates } from './draft-dates.ts'
import { templateOf, type Draft } from './draft.ts'

const texts = newPlanWords.pastStart

export interface WayOut {
  readonly words: string
  /** What it leaves, where that is known. */
  readonly detail: string | null
  readonly draft: Draft
}

/** Empty where the draft fits as it is. */
export function waysOut(draft: Draft, today: LocalDate): readonly WayOut[] {
  if (draft.goLive === null || draftDates(draft, today).shortBy === 0) return []
  return [laterGoLive(draft, today), alreadyDone(draft, today), shorter(draft, today)].flatMap((way) => {
    if (way === null) return []
    const fitting = withoutPastDays(way.draft, today)
    return draftDates(fitting, today).shortBy === 0 ? [{ ...way, draft: fitting }] : []
  })
}

function laterGoLive(draft: Draft, today: LocalDate): WayOut | null {
  const { firstPossible } = draftDates(draft, today)
  if (firstPossible === null) return null
  const next = { ...draft, goLive: firstPossible }
  const { room } = draftDates(next, today)
  const detail = room === null ? null : texts.room(room)
  return { words: texts.goLiveOn(dayText(firstPossible, today)), detail, draft: next }
}

/** The first milestones, as few as it takes; never go-live itself. */
function alreadyDone(draft: Draft, today: LocalDate): WayOut | null {
  const { milestones, goLive } = templateOf(draft)
  const before = milestones.slice(
    0,
    milestones.findIndex(({ key }) => key === goLive),
  )
  for (let most = 1; most <= before.length; most += 1) {
    const keys = before.slice(0, most).map(({ key }) => key)
    const next = { ...draft, done: [...new Set([...draft.done, ...keys])] }
    if (draftDates(next, today).shortBy > 0) continue
    const numbers = before.flatMap(({ key }, at) => (at < most && !draft.done.includes(key) ? [String(at + 1)] : []))
    return { words: texts.alreadyDone(numbers), detail: null, draft: next }
  }
  return null
}

/** A day at a time off whatever takes longest on the longest way to go-live; everything keeps at least one day. */
function shorter(draft: Draft, today: LocalDate): WayOut | null {
  let next = draft
  while (draftDates(next, today).shortBy > 0) {
    const longest = longestWay(next, today)
      .filter(({ takes }) => takes > 1)
      .reduce<{ key: string; takes: number } | null>(
        (most, one) => (most === null || one.takes > most.takes ? one : most),
        null,
      )
    if (longest === null) return null
    next = { ...next, estimates: { ...next.estimates, [longest.key]: longest.takes - 1 } }
  }
  const before = draftDates(draft, today).rows
  const changed = draftDates(next, today).rows.flatMap(({ number, takes }, at) => {
    const days = (before[at]?.takes ?? 0) - (takes ?? 0)
    return days === 0 ? [] : [{ number, days }]
  })
  const days = changed.reduce((sum, one) => sum + one.days, 0)
  const numbers = changed.map(({ number }) => String(number))
  return { words: texts.shorten(numbers, days), detail: null, draft: next }
}

/** What go-live has to wait for longest, itself included. */
function longestWay(draft: Draft, today: LocalDate): readonly { readonly key: string; readonly takes: number }[] {
  const template = templateOf(draft)
  const { milestones } = templateToSchedule(template, changesOf(draft, today))
  const ways = new Map<string, { readonly days: number; readonly keys: readonly { key: string; takes: number }[] }>()
  milestones.forEach(({ id, estimate, after, doneOn }, at) => {
    const waitsFor = after ?? milestones.slice(at - 1, at).map((before) => before.id)
    const longest = waitsFor
      .flatMap((before) => ways.get(before) ?? [])
      .reduce<{ days: number; keys: readonly { key: string; takes: number }[] }>(
        (most, way) => (way.days > most.days ? way : most),
        { days: 0, keys: [] },
      )
    const takes = doneOn === null ? (estimate ?? 0) : 0
    ways.set(id, { days: longest.days + takes, keys: [...longest.keys, { key: id, takes }] })
  })
  return ways.get(template.goLive)?.keys ?? []
}

/** Days that somebody set by hand and that have passed are worked back again: they are what does not fit. */
function withoutPastDays(draft: Draft, today: LocalDate): Draft {
  const past = new Set(draftDates(draft, today).rows.flatMap((row) => (row.set && row.past ? [row.key] : [])))
  return past.size === 0
    ? draft
    : { ...draft, dues: Object.fromEntries(Object.entries(draft.dues).filter(([key]) => !past.has(key))) }
}
