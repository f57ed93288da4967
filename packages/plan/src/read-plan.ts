/**
 * The plan as one deeply frozen value. Whatever did not change is the same object as
 * before, so a row that compares identities draws itself only when its own milestone
 * or one of its steps changed.
 *
 * References to what is gone read as null here, in one place: a go-live that was
 * archived, the role of an owner that nobody has any more, the person of a role.
 * The document keeps the id, so restoring brings everything back.
 */
import type * as Y from 'yjs'
import { CONFIRMATION, type Confirmation } from './confirmations.ts'
import { CRITERION, type Criterion } from './criteria.ts'
import { DECISION, type Decision } from './decisions.ts'
import { EXPECTATION, type Expectation } from './expectations.ts'
import { HOLIDAY, type Holiday } from './holidays.ts'
import type { MilestoneId, RoleId, StepId } from './ids.ts'
import { KEY_DATE, type KeyDate } from './key-dates.ts'
import { META_RECORD, type Meta } from './meta.ts'
import { isNewerSchema } from './migrate.ts'
import { MILESTONE, type MilestoneData, type MilestoneRow } from './milestones.ts'
import { byCount, MOVE, type Move } from './moves.ts'
import { OBJECTIVE, type Objective } from './objectives.ts'
import { OFFER, offersIn, type Offer } from './offers.ts'
import { OPTION, SCORE, type Option, type Score } from './options.ts'
import { PERSON, type Person } from './people.ts'
import type { PlanDoc } from './plan-doc.ts'
import { byRank } from './rank.ts'
import { revisionOf } from './revision.ts'
import { ROLE, type Role } from './roles.ts'
import { keepSameItems } from './same-value.ts'
import { byPlace, STEP, type Place, type StepData, type StepRow } from './steps.ts'
import { byText } from './text-order.ts'
import type { Mark } from './value.ts'
import { WRITER, type WriterEntry } from './writers.ts'

export interface Step extends Omit<StepData, 'place'> {
  readonly id: StepId
  readonly place: Place
}

export interface Milestone extends MilestoneData {
  readonly id: MilestoneId
  /** Its steps that are not archived, in order. */
  readonly steps: readonly Step[]
}

export interface Plan extends Meta {
  /** A newer version wrote here: what this one does not know stays untouched. */
  readonly newerSchema: boolean
  /** In plan order, without the archived ones. */
  readonly milestones: readonly Milestone[]
  readonly roles: readonly Role[]
  readonly people: readonly Person[]
  readonly keyDates: readonly KeyDate[]
  readonly objectives: readonly Objective[]
  readonly criteria: readonly Criterion[]
  readonly decisions: readonly Decision[]
  readonly expectations: readonly Expectation[]
  readonly options: readonly Option[]
  readonly scores: readonly Score[]
  readonly holidays: readonly Holiday[]
  /** By counter: the last one is the newest. */
  readonly moves: readonly Move[]
  readonly offers: readonly Offer[]
  readonly confirmations: readonly Confirmation[]
  readonly writers: readonly WriterEntry[]
  /** What was archived and says something: what the "Removed" drawer restores. */
  readonly removedMilestones: readonly Milestone[]
  readonly removedSteps: readonly Step[]
  readonly removedRoles: readonly Role[]
  readonly removedPeople: readonly Person[]
  readonly removedKeyDates: readonly KeyDate[]
  readonly removedObjectives: readonly Objective[]
  readonly removedCriteria: readonly Criterion[]
  readonly removedDecisions: readonly Decision[]
  readonly removedExpectations: readonly Expectation[]
  readonly removedOptions: readonly Option[]
  /** All archived milestones, also the blank ones: the schedule counts them as skipped. */
  readonly archivedMilestones: readonly Milestone[]
}

const SHELVES = [
  HOLIDAY,
  ROLE,
  PERSON,
  MILESTONE,
  STEP,
  KEY_DATE,
  OBJECTIVE,
  CRITERION,
  DECISION,
  EXPECTATION,
  OPTION,
  SCORE,
  MOVE,
  OFFER,
  CONFIRMATION,
  WRITER,
] as const

interface Memo {
  revision: number
  inputs: readonly unknown[]
  plan: Plan | undefined
  /** What was sorted, joined or indexed, with what it was made from. */
  readonly made: Map<string, { readonly from: readonly unknown[]; readonly value: unknown }>
  readonly roles: Map<RoleId, Remembered<Role, Role>>
  readonly steps: Map<StepId, Remembered<StepRow, Step>>
  readonly milestones: Map<MilestoneId, Remembered<MilestoneRow, Milestone>>
}

/** What a row was joined to, and what came of it. */
interface Remembered<Row, Joined> {
  readonly row: Row
  readonly parts: readonly unknown[]
  readonly joined: Joined
}

const memos = new WeakMap<Y.Doc, Memo>()

/** The plan as it stands now; inside a change, with what that change has written so far. */
export function readPlan(doc: PlanDoc): Plan {
  const memo = memoOf(doc.ydoc)
  const revision = revisionOf(doc.ydoc)
  if (memo.plan !== undefined && memo.revision === revision) return memo.plan
  memo.revision = revision
  const inputs = [META_RECORD.readIn(doc.ydoc), ...SHELVES.map((shelf) => shelf.rowsIn(doc.ydoc))]
  if (memo.plan !== undefined && inputs.every((input, i) => input === memo.inputs[i])) return memo.plan
  memo.inputs = inputs
  memo.plan = keepPlan(memo.plan, joined(doc, memo))
  return memo.plan
}

function memoOf(ydoc: Y.Doc): Memo {
  const known = memos.get(ydoc)
  if (known !== undefined) return known
  const memo: Memo = {
    revision: -1,
    inputs: [],
    plan: undefined,
    made: new Map(),
    roles: new Map(),
    steps: new Map(),
    milestones: new Map(),
  }
  memos.set(ydoc, memo)
  return memo
}

function joined(doc: PlanDoc, memo: Memo): Plan {
  const { ydoc } = doc
  const meta = META_RECORD.readIn(ydoc)
  const personRows = PERSON.rowsIn(ydoc)
  const people = personRows.toSorted((a, b) => byText(a.name, b.name) || byText(a.id, b.id))
  const peopleHere = kept(memo, 'peopleHere', [personRows], () => idsOf(people.filter(isHere)))
  const roleRows = ROLE.rowsIn(ydoc)
  const roles = roleRows.toSorted(byRank).map((row) => joinedRole(row, peopleHere, memo))
  const rolesHere = kept(memo, 'rolesHere', [roleRows], () => idsOf(roles.filter(isHere)))
  const keyDates = KEY_DATE.rowsIn(ydoc).toSorted((a, b) => byText(dayOf(a), dayOf(b)) || byText(a.id, b.id))
  const keyDatesHere = idsOf(keyDates.filter(isHere))
  // Of 900 steps none is looked at again for a letter in a milestone's title.
  const stepRows = STEP.rowsIn(ydoc)
  const steps = kept(memo, 'steps', [stepRows, rolesHere], () =>
    stepRows.toSorted(byPlace).flatMap((row) => joinedStep(row, rolesHere, memo) ?? []),
  )
  const stepsOf = kept(memo, 'stepsOf', [steps], () =>
    Map.groupBy(steps.filter(isHere), (step) => step.place.milestoneId),
  )
  const milestones = MILESTONE.rowsIn(ydoc)
    .toSorted(byRank)
    .map((row) => joinedMilestone(row, stepsOf.get(row.id) ?? [], rolesHere, keyDatesHere, memo))
  const milestonesHere = idsOf(milestones.filter(isHere))
  const milestonesKnown = idsOf(milestones)
  const objectives = OBJECTIVE.rowsIn(ydoc).toSorted(byRank)
  const criteria = CRITERION.rowsIn(ydoc).toSorted(byRank)
  const decisions = DECISION.rowsIn(ydoc).toSorted(byRank)
  const expectations = EXPECTATION.rowsIn(ydoc).toSorted(byRank)
  const options = OPTION.rowsIn(ydoc).toSorted(byRank)
  return {
    ...meta,
    goLiveId: ifIn(milestonesHere, meta.goLiveId),
    resultId: ifIn(milestonesHere, meta.resultId),
    newerSchema: isNewerSchema(meta.schema),
    milestones: milestones.filter(isHere),
    roles: roles.filter(isHere),
    people: people.filter(isHere),
    keyDates: keyDates.filter(isHere),
    objectives: objectives.filter(isHere),
    criteria: criteria.filter(isHere),
    decisions: decisions.filter(isHere),
    expectations: expectations.filter(isHere),
    options: options.filter(isHere),
    scores: SCORE.rowsIn(ydoc),
    holidays: HOLIDAY.rowsIn(ydoc),
    moves: MOVE.rowsIn(ydoc).toSorted(byCount),
    offers: offersIn(doc).toSorted(byCount),
    confirmations: CONFIRMATION.rowsIn(ydoc),
    writers: WRITER.rowsIn(ydoc),
    archivedMilestones: milestones.filter(isGone),
    removedMilestones: milestones.filter(
      (milestone) =>
        isGone(milestone) &&
        (milestone.title !== '' || milestone.benefit !== '' || milestone.notes || milestone.steps.length > 0),
    ),
    removedSteps: steps.filter(
      (step) =>
        isGone(step) && milestonesKnown.has(step.place.milestoneId) && (step.title !== '' || step.outcome !== ''),
    ),
    removedRoles: roles.filter((role) => isGone(role) && role.title !== ''),
    removedPeople: people.filter((person) => isGone(person) && person.name !== ''),
    removedKeyDates: keyDates.filter((keyDate) => isGone(keyDate) && keyDate.title !== ''),
    removedObjectives: objectives.filter((objective) => isGone(objective) && objective.text !== ''),
    removedCriteria: criteria.filter((criterion) => isGone(criterion) && criterion.text !== ''),
    removedDecisions: decisions.filter((one) => isGone(one) && one.question + one.answer !== ''),
    removedExpectations: expectations.filter((one) => isGone(one) && one.text + one.consequence !== ''),
    removedOptions: options.filter((option) => isGone(option) && option.title !== ''),
  }
}

function joinedRole(row: Role, peopleHere: ReadonlySet<string>, memo: Memo): Role {
  const personId = ifIn(peopleHere, row.personId)
  return remember(memo.roles, row, [personId], () => ({ ...row, personId }))
}

function joinedStep(row: StepRow, rolesHere: ReadonlySet<string>, memo: Memo): Step | null {
  const { place } = row
  if (place === null) return null
  const ownerRole = ifIn(rolesHere, row.ownerRole)
  const withRole = ifIn(rolesHere, row.withRole)
  return remember(memo.steps, row, [ownerRole, withRole], () => ({ ...row, place, ownerRole, withRole }))
}

function joinedMilestone(
  row: MilestoneRow,
  list: readonly Step[],
  rolesHere: ReadonlySet<string>,
  keyDatesHere: ReadonlySet<string>,
  memo: Memo,
): Milestone {
  const ownerRole = ifIn(rolesHere, row.ownerRole)
  const mustEndBy = ifIn(keyDatesHere, row.mustEndBy)
  const steps = keepSameItems(memo.milestones.get(row.id)?.joined.steps, list)
  return remember(memo.milestones, row, [ownerRole, mustEndBy, steps], () => ({ ...row, ownerRole, mustEndBy, steps }))
}

/** What was made last time, where it was made from the same objects. */
function kept<T>(memo: Memo, name: string, from: readonly unknown[], make: () => T): T {
  const known = memo.made.get(name)
  if (known !== undefined && from.every((each, i) => each === known.from[i])) return known.value as T
  const value = make()
  memo.made.set(name, { from, value })
  return value
}

/** The object of last time, where its row and everything that was joined to it are those of last time. */
function remember<Id, Row extends { readonly id: Id }, Joined>(
  items: Map<Id, Remembered<Row, Joined>>,
  row: Row,
  parts: readonly unknown[],
  join: () => Joined,
): Joined {
  const known = items.get(row.id)
  if (known !== undefined && known.row === row && parts.every((part, i) => part === known.parts[i])) return known.joined
  const joined = Object.freeze(join())
  items.set(row.id, { row, parts, joined })
  return joined
}

function keepPlan(before: Plan | undefined, next: Plan): Plan {
  if (before === undefined) return freezeLists(next)
  const kept = { ...next }
  for (const [key, was] of Object.entries(before)) {
    const is: unknown = next[key as keyof Plan]
    if (Array.isArray(was) && Array.isArray(is) && keepSameItems(was, is) === was) Object.assign(kept, { [key]: was })
  }
  return hasSameParts(before, kept) ? before : freezeLists(kept)
}

function freezeLists(plan: Plan): Plan {
  for (const part of Object.values(plan)) if (Array.isArray(part)) Object.freeze(part)
  return Object.freeze(plan)
}

function hasSameParts<T extends object>(a: T, b: T): boolean {
  for (const key in b) if (a[key] !== b[key]) return false
  return true
}

function ifIn<Id extends string>(ids: ReadonlySet<string>, id: Id | null): Id | null {
  return id !== null && ids.has(id) ? id : null
}

function isHere({ archived }: { readonly archived: Mark | null }): boolean {
  return archived === null
}

function isGone({ archived }: { readonly archived: Mark | null }): boolean {
  return archived !== null
}

function idsOf(items: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(items.map(({ id }) => id))
}

/** Dates first to last; those that nobody has dated yet stand last. */
function dayOf(keyDate: KeyDate): string {
  return keyDate.span?.from ?? '~'
}
