/**
 * What others changed, as short sentences for those who do not see the page: "Dana changed 2 things in milestone 6".
 * Pure: two readings of the plan in, the places that differ out. Only counts, never contents: the words are on the page.
 */
import type { Milestone, Plan } from '@milepost/plan'
import { lineWords } from '../../words/lines.ts'
import { remoteChangeWords } from '../../words/plan-editor/remote-changes.ts'

const PLACES = remoteChangeWords.places

/** A place on the page, and what in it changed; the same thing changed twice counts once. */
export interface PlaceChange {
  readonly place: string
  readonly things: readonly string[]
}

export function changesBetween(before: Plan, after: Plan): readonly PlaceChange[] {
  return [...milestoneChanges(before, after), ...headChanges(before, after), ...railChanges(before, after)]
}

function milestoneChanges(before: Plan, after: Plan): readonly PlaceChange[] {
  if (before.milestones === after.milestones) return []
  const known = new Map(before.milestones.map((milestone, index) => [milestone.id, { milestone, index }]))
  const changed = after.milestones.flatMap((milestone, index): readonly PlaceChange[] => {
    const place = lineWords.milestoneInSentence(index + 1)
    const earlier = known.get(milestone.id)
    known.delete(milestone.id)
    if (earlier === undefined) return [{ place: PLACES.plan, things: [`added:${milestone.id}`] }]
    if (earlier.milestone === milestone) return []
    const things = thingsIn(earlier.milestone, milestone)
    return things.length === 0 ? [] : [{ place, things }]
  })
  const removed = [...known.keys()].map((id) => `removed:${id}`)
  return removed.length === 0 ? changed : [...changed, { place: PLACES.plan, things: removed }]
}

function thingsIn(before: Milestone, after: Milestone): readonly string[] {
  const own = fieldsThatDiffer(before, after, ['id', 'steps']).map((field) => `${after.id} ${field}`)
  if (before.steps === after.steps) return own
  const steps = new Map(before.steps.map((step) => [step.id, step]))
  const inSteps = after.steps.flatMap((step) => {
    const earlier = steps.get(step.id)
    steps.delete(step.id)
    if (earlier === undefined) return [`${step.id}:added`]
    return earlier === step ? [] : fieldsThatDiffer(earlier, step, ['id']).map((field) => `${step.id} ${field}`)
  })
  return [...own, ...inSteps, ...[...steps.keys()].map((id) => `${id}:removed`)]
}

const HEAD = ['title', 'buyer', 'seller', 'planName', 'goLiveId', 'resultId', 'buyerPriority', 'costOfSlip'] as const

function headChanges(before: Plan, after: Plan): readonly PlaceChange[] {
  const things = HEAD.filter((field) => before[field] !== after[field])
  return things.length === 0 ? [] : [{ place: PLACES.head, things }]
}

function railChanges(before: Plan, after: Plan): readonly PlaceChange[] {
  return [
    {
      place: PLACES.people,
      things: [...rowsThatDiffer(before.roles, after.roles), ...rowsThatDiffer(before.people, after.people)],
    },
    { place: PLACES.keyDates, things: rowsThatDiffer(before.keyDates, after.keyDates) },
    { place: PLACES.goals, things: GOALS.flatMap((list) => rowsThatDiffer(before[list], after[list])) },
    { place: PLACES.ways, things: waysThatDiffer(before, after) },
  ].filter(({ things }) => things.length > 0)
}

const GOALS = ['objectives', 'criteria', 'options'] as const

function waysThatDiffer(before: Plan, after: Plan): readonly string[] {
  return [
    ...rowsThatDiffer(before.decisions, after.decisions),
    ...rowsThatDiffer(before.expectations, after.expectations),
    ...(before.checkIn === after.checkIn ? [] : ['checkIn']),
  ]
}

function rowsThatDiffer(
  before: readonly { readonly id: string }[],
  after: readonly { readonly id: string }[],
): readonly string[] {
  if (before === after) return []
  const known = new Map(before.map((row) => [row.id, row]))
  const changed = after.filter((row) => known.get(row.id) !== row).map(({ id }) => id)
  const here = new Set(after.map(({ id }) => id))
  return [...changed, ...before.map(({ id }) => id).filter((id) => !here.has(id))]
}

function fieldsThatDiffer(before: object, after: object, apart: readonly string[]): readonly string[] {
  const earlier = new Map(Object.entries(before))
  return Object.entries(after)
    .filter(([field, value]) => !apart.includes(field) && earlier.get(field) !== value)
    .map(([field]) => field)
}

/** What was gathered about each person and place, as sentences. */
export function changesText(
  gathered: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>,
): readonly string[] {
  return [...gathered].flatMap(([name, places]) =>
    [...places].map(([place, things]) => remoteChangeWords.changed(name, things.size, place)),
  )
}
