/**
 * Words on the timeline, placed so that none covers another: each label knows longer and shorter ways to say itself, takes
 * the longest that fits, and where none does it is left to the tooltip. Widths are estimated from letters: measuring would
 * need the page, and a label that is a little too careful costs nothing.
 */
import type { LocalDate } from '@milepost/schedule'
import { shortDayText } from '../../format/day.ts'
import type { Measure, Road } from './road.ts'
import { clipped, shortTitle } from './short-title.ts'

export interface RoadLabel {
  readonly text: string
  readonly x: number
  readonly anchor: 'start' | 'middle' | 'end'
}

interface Span {
  readonly from: number
  readonly to: number
}

const LETTER = 6.1
const GAP = 8
/** Words of the last flag may reach into the panel's own margin. */
const MARGIN = { wide: 16, medium: 12, small: 8 } as const
/** From the stem of a flag to its words. */
const FLAG = 14

export interface RoadLabels {
  readonly today: RoadLabel
  /** By the id of the key date; missing: only in the tooltip. */
  readonly flags: ReadonlyMap<string, RoadLabel>
  readonly goals: readonly RoadLabel[]
  /** By milestone number: `+4`, `−2`. */
  readonly days: ReadonlyMap<number, RoadLabel>
}

export interface GoalWords {
  readonly id: string
  readonly title: string
  readonly isGoLive: boolean
}

export function roadLabels(road: Road, goals: readonly GoalWords[], today: LocalDate, measure: Measure): RoadLabels {
  const todayLabel = centred(measure === 'small' ? 'Today' : `Today, ${shortDayText(today, today)}`, road.todayX, road)
  const flags = new Map<string, RoadLabel>()
  const above: Span[] = [spanOf(todayLabel)]
  road.flags.forEach((flag, at) => {
    const nextX = road.flags[at + 1]?.x ?? Infinity
    const stem = { from: flag.x - 2, to: flag.x + 11 }
    if (above.some((other) => overlaps(other, stem))) return
    const label = flagWords(flag.title, flag.day, today, measure)
      .flatMap((text): readonly RoadLabel[] => [
        { text, x: flag.x + FLAG, anchor: 'start' },
        ...(nextX === Infinity ? [{ text, x: flag.x - 5, anchor: 'end' } as const] : []),
      ])
      .find((one) => {
        const span = spanOf(one)
        const free = above.every((other) => !overlaps(other, span)) && span.to + GAP <= nextX
        return free && span.from >= road.left && span.to <= road.width + MARGIN[measure]
      })
    above.push(stem)
    if (label === undefined) return
    flags.set(flag.id, label)
    above.push(spanOf(label))
  })
  const below: Span[] = []
  const goalLabels = goalsOf(road, goals, today, measure, below)
  return { today: todayLabel, flags, goals: goalLabels, days: daysOf(road, below) }
}

function flagWords(title: string, day: LocalDate, today: LocalDate, measure: Measure): readonly string[] {
  const date = shortDayText(day, today)
  if (measure === 'small') return [`${clipped(title, 20)} ${date}`, `${clipped(title, 12)} ${date}`, date]
  return [`${title}, ${date}`, `${clipped(title, 22)}, ${date}`, `${clipped(title, 12)}, ${date}`, date]
}

/** Go-live first, it is never left out; the result where it fits beside it. */
function goalsOf(
  road: Road,
  goals: readonly GoalWords[],
  today: LocalDate,
  measure: Measure,
  taken: Span[],
): readonly RoadLabel[] {
  const labels: RoadLabel[] = []
  for (const { id, title, isGoLive } of goals.toSorted((a, b) => Number(b.isGoLive) - Number(a.isGoLive))) {
    const stone = road.stones.find((one) => one.id === id)
    if (stone === undefined) continue
    const date = shortDayText(stone.finish, today)
    const said = isGoLive ? ['Go-live'] : [shortTitle(title, 26), shortTitle(title, 12), 'Result']
    const texts = said.map((name) => (measure === 'small' ? `${name} ${date}` : `${name}, ${date}`))
    const label = texts
      .flatMap((text) => [
        centred(text, stone.x, road),
        { text, x: Math.min(road.width, stone.x + 9), anchor: 'end' } as const,
      ])
      .find((one) => taken.every((other) => !overlaps(other, spanOf(one))) && spanOf(one).from >= 0)
    if (label === undefined) continue
    labels.push(label)
    taken.push(spanOf(label))
  }
  return labels
}

function daysOf(road: Road, taken: Span[]): ReadonlyMap<number, RoadLabel> {
  const labels = new Map<number, RoadLabel>()
  for (const { number, days, dayX } of road.stones) {
    if (days === 0) continue
    const piece = road.pieces.find((one) =>
      days > 0 ? one.kind === 'lost' && one.to === dayX : one.kind === 'won' && one.from === dayX,
    )
    const text = `${days > 0 ? '+' : '−'}${Math.abs(days)}`
    const label = { text, x: piece === undefined ? dayX : (piece.from + piece.to) / 2, anchor: 'middle' } as const
    if (taken.some((other) => overlaps(other, spanOf(label)))) continue
    labels.set(number, label)
    taken.push(spanOf(label))
  }
  return labels
}

/** In the middle of its place, or as near to it as the edges allow. */
function centred(text: string, x: number, { width }: Road): RoadLabel {
  const half = (text.length * LETTER) / 2
  return { text, x: Math.max(half, Math.min(width - half, x)), anchor: 'middle' }
}

function spanOf({ text, x, anchor }: RoadLabel): Span {
  const width = text.length * LETTER
  const from = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return { from, to: from + width }
}

function overlaps(a: Span, b: Span): boolean {
  return a.from < b.to + GAP && b.from < a.to + GAP
}
