/**
 * Words on the timeline, placed so that none covers another: each label knows longer and shorter ways to say itself, takes
 * the longest that fits, and where none does it is left to the tooltip. Widths are estimated from letters: measuring would
 * need the page, and a label that is a little too careful costs nothing.
 */
import type { LocalDate } from '@milepost/schedule'
import { monthText, shortDayText } from '../format/day.ts'
import { lineWords } from '../words/lines.ts'
import { roadWords } from '../words/schedule/road.ts'
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
/** From words that stand before a flag to its pole. */
const BEFORE_FLAG = 6
/** From the line of a month to its words. */
const MONTH = 5

export interface RoadLabels {
  readonly today: RoadLabel
  /** By the id of the key date; missing: only in the tooltip. */
  readonly flags: ReadonlyMap<string, RoadLabel>
  readonly goals: readonly RoadLabel[]
  /** By milestone number: `+4`, `−2`. */
  readonly days: ReadonlyMap<number, RoadLabel>
  /** By the first day of the month. */
  readonly months: ReadonlyMap<LocalDate, RoadLabel>
}

export interface GoalWords {
  readonly id: string
  readonly title: string
  readonly isGoLive: boolean
}

export function roadLabels(road: Road, goals: readonly GoalWords[], today: LocalDate, measure: Measure): RoadLabels {
  const todayLabel = centred(
    measure === 'small' ? roadWords.today : roadWords.todayOn(shortDayText(today, today)),
    road.todayX,
    road,
  )
  const flags = flagLabels(road, [spanOf(todayLabel)], today, measure)
  const below: Span[] = []
  const goalLabels = goalsOf(road, goals, today, measure, below)
  return { today: todayLabel, flags, goals: goalLabels, days: daysOf(road, below), months: monthLabels(road, today) }
}

/**
 * Every flag first says its day alone, if there is room to its right or left; then all of them say more, word by word and
 * in turn, as long as there is room: no flag stays without words because the one before it likes to talk.
 */
function flagLabels(
  road: Road,
  taken: readonly Span[],
  today: LocalDate,
  measure: Measure,
): ReadonlyMap<string, RoadLabel> {
  const labels = new Map<string, RoadLabel>()
  const stems = road.flags.map(({ id, x }) => ({ id, span: { from: x - 2, to: x + 11 } }))
  const isFree = (id: string, label: RoadLabel) => {
    const span = spanOf(label)
    const others = [
      ...taken,
      ...stems.flatMap((stem) => (stem.id === id ? [] : [stem.span])),
      ...[...labels].flatMap(([of, other]) => (of === id ? [] : [spanOf(other)])),
    ]
    const isInside = span.from >= road.left && span.to <= road.width + MARGIN[measure]
    return isInside && others.every((other) => !overlaps(other, span))
  }
  const all = road.flags.map(({ id, x, title, day }) => ({ id, x, words: flagWords(title, day, today, measure) }))
  const most = Math.max(0, ...all.map(({ words }) => words.length))
  for (let level = 1; level <= most; level++) {
    for (const { id, x, words } of all) {
      const text = words.at(-level)
      if (text === undefined || (level > 1 && !labels.has(id))) continue
      const sides = [
        { text, x: x + FLAG, anchor: 'start' } as const,
        { text, x: x - BEFORE_FLAG, anchor: 'end' } as const,
      ]
      const label = sides.find((one) => isFree(id, one))
      if (label !== undefined) labels.set(id, label)
    }
  }
  return labels
}

function flagWords(title: string, day: LocalDate, today: LocalDate, measure: Measure): readonly string[] {
  const date = shortDayText(day, today)
  if (measure === 'small') return [`${clipped(title, 20)} ${date}`, `${clipped(title, 12)} ${date}`, date]
  return [
    `${title}, ${date}`,
    ...[22, 18, 12].map((most) => `${clipped(title, most)}, ${date}`),
    // The months below say the year.
    `${clipped(title, 12)}, ${shortDayText(day, day)}`,
    date,
  ]
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
    const said = isGoLive
      ? [lineWords.goLive]
      : [...[26, 18, 12].map((most) => shortTitle(title, most)), roadWords.result]
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

/** "Sep", and the year wherever it is another than that of the line before; what would run into the words before it is left out. */
function monthLabels({ months, width }: Road, today: LocalDate): ReadonlyMap<LocalDate, RoadLabel> {
  const labels = new Map<LocalDate, RoadLabel>()
  let year = today.slice(0, 4)
  let end = -Infinity
  for (const { x, day } of months) {
    const month = monthText(day)
    const text = day.slice(0, 4) === year ? month : `${month} ${day.slice(0, 4)}`
    const label = { text, x: x + MONTH, anchor: 'start' } as const
    const span = spanOf(label)
    if (span.from < end + 2 || span.to > width + MARGIN.wide) continue
    labels.set(day, label)
    year = day.slice(0, 4)
    end = span.to
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
