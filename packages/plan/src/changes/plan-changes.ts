/**
 * What differs between two readings of one plan, place by place: a record that came, went or came back, a field that says
 * something else. Pure, and it knows nothing of who: that is read from the document (`changes-since.ts`).
 *
 * A record that is new is one change, whatever its fields say; one that was removed in both readings is none.
 */
import { isSameValue } from '../same-value.ts'
import { META_RECORD } from '../meta.ts'
import type { Plan } from '../read-plan.ts'
import type { Mark } from '../value.ts'
import type { ChangePlace } from './said-at.ts'

export interface PlanChange extends ChangePlace {
  /** Null for a record that was not there. `archived` is null for what is there. */
  readonly before: unknown
  readonly now: unknown
}

interface AnyRecord {
  readonly id: string
  readonly archived: Mark | null
}

/** What a plan is, once; never what people change. */
const NOT_COMPARED = new Set(['planId', 'schema', 'createdAt'])
const META_FIELDS = Object.keys(META_RECORD.fields).filter((field) => !NOT_COMPARED.has(field)) as (keyof Plan)[]
/** Inside a record, what stands in lists of its own. */
const APART = new Set(['id', 'steps'])

export function planChanges(before: Plan, after: Plan): readonly PlanChange[] {
  return [...metaChanges(before, after), ...recordChanges(before, after), ...entryChanges(before, after)]
}

function metaChanges(before: Plan, after: Plan): readonly PlanChange[] {
  const fields = META_FIELDS.filter((field) => field !== 'findingsOff').flatMap((field): readonly PlanChange[] =>
    isSameValue(before[field], after[field])
      ? []
      : [{ list: 'meta', id: field, field: null, before: before[field], now: after[field] }],
  )
  const [was, is] = [new Map(Object.entries(before.findingsOff)), new Map(Object.entries(after.findingsOff))]
  const findings = keysOf(was, is).flatMap((finding): readonly PlanChange[] =>
    changed({ list: 'meta', id: 'findingsOff', field: finding }, was.get(finding) ?? null, is.get(finding) ?? null),
  )
  return [...fields, ...findings]
}

function recordChanges(before: Plan, after: Plan): readonly PlanChange[] {
  const [was, is] = [recordsOf(before), recordsOf(after)]
  return Object.keys(was).flatMap((list) =>
    changesInList(list, was[list as keyof typeof was], is[list as keyof typeof is]),
  )
}

/** Every record of a kind, the removed ones too. */
function recordsOf(plan: Plan) {
  const milestones = [...plan.milestones, ...plan.archivedMilestones]
  return {
    milestones,
    steps: [...milestones.flatMap(({ steps }) => steps), ...plan.removedSteps],
    roles: [...plan.roles, ...plan.removedRoles],
    people: [...plan.people, ...plan.removedPeople],
    keyDates: [...plan.keyDates, ...plan.removedKeyDates],
    objectives: [...plan.objectives, ...plan.removedObjectives],
    criteria: [...plan.criteria, ...plan.removedCriteria],
    decisions: [...plan.decisions, ...plan.removedDecisions],
    expectations: [...plan.expectations, ...plan.removedExpectations],
    options: [...plan.options, ...plan.removedOptions],
  } satisfies Record<string, readonly AnyRecord[]>
}

function changesInList(list: string, before: readonly AnyRecord[], after: readonly AnyRecord[]): readonly PlanChange[] {
  const [was, is] = [byId(before), byId(after)]
  return keysOf(was, is).flatMap((id): readonly PlanChange[] => {
    const [old, now] = [was.get(id), is.get(id)]
    if (old === now || (isGone(old) && isGone(now))) return []
    if (old === undefined) return [{ list, id, field: null, before: null, now: now ?? null }]
    // A blank one that was removed stands in no list any more.
    if (now === undefined) return [{ list, id, field: 'archived', before: null, now: true }]
    return fieldChanges(list, id, old, now)
  })
}

function isGone(record: AnyRecord | undefined): boolean {
  return record === undefined || record.archived !== null
}

function fieldChanges(list: string, id: string, before: object, after: object): readonly PlanChange[] {
  const was = new Map<string, unknown>(Object.entries(before))
  return Object.entries(after).flatMap(([field, now]): readonly PlanChange[] =>
    APART.has(field) ? [] : changed({ list, id, field }, was.get(field) ?? null, now),
  )
}

type Lasting = Plan['moves'][number] | Plan['offers'][number]

/** What has no fields of its own (a holiday, a side's word), and what is only ever added to (moves, offers). */
function entryChanges(before: Plan, after: Plan): readonly PlanChange[] {
  const lasting = (['moves', 'offers'] as const).flatMap((list) => {
    const [was, is] = [byId<Lasting>(before[list]), byId<Lasting>(after[list])]
    return keysOf(was, is).flatMap((id): readonly PlanChange[] => {
      const [old, now] = [was.get(id), is.get(id)]
      return old !== undefined && now !== undefined
        ? fieldChanges(list, id, old, now)
        : [{ list, id, field: null, before: old ?? null, now: now ?? null }]
    })
  })
  return [
    ...lasting,
    ...entriesDiffer('holidays', before.holidays, after.holidays, ({ date }) => date),
    ...entriesDiffer('scores', before.scores, after.scores, (one) => `${one.criterionId}:${one.optionId}`),
    ...entriesDiffer(
      'confirmations',
      before.confirmations,
      after.confirmations,
      (word) => `${word.milestoneId}:${word.side}`,
    ),
  ]
}

function entriesDiffer<T>(
  list: string,
  before: readonly T[],
  after: readonly T[],
  keyOf: (entry: T) => string,
): readonly PlanChange[] {
  const [was, is] = [before, after].map((entries) => new Map(entries.map((entry) => [keyOf(entry), entry])))
  return keysOf(was ?? new Map(), is ?? new Map()).flatMap((id) =>
    changed({ list, id, field: null }, was?.get(id) ?? null, is?.get(id) ?? null),
  )
}

function changed(place: ChangePlace, before: unknown, now: unknown): readonly PlanChange[] {
  return isSameValue(before, now) ? [] : [{ ...place, before, now }]
}

function byId<T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]))
}

/** Those of both; what is there now in its order, then what is gone. */
function keysOf(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): readonly string[] {
  return [...new Set([...after.keys(), ...before.keys()])]
}
