/**
 * Writes a draft into the plan: all of it as one change, or nothing. It adds; of what stands in the plan it touches only a
 * milestone that nobody has written in yet: the one it was pasted into, and go-live or the result of a blank plan where the
 * draft has its own.
 */
import {
  addMilestone,
  addPerson,
  addRole,
  addStep,
  archiveMilestone,
  changePlan,
  nameRole,
  planUndo,
  readPlan,
  setMilestoneDone,
  setMilestoneDue,
  setMilestoneEstimate,
  setMilestoneOwner,
  setStepDone,
  setText,
  writeParagraphs,
  type Milestone,
  type MilestoneId,
  type Plan,
  type PlanDoc,
  type RoleId,
} from '@milepost/plan'
import type { LocalDate } from '@milepost/schedule'
import { overflowOf, type DraftLine, type DraftMilestone, type DraftOwner, type PlanDraft } from './plan-draft.ts'
import { folded } from './owners.ts'
import { roleFunctionOf } from './role-function-of.ts'

export interface Place {
  /** Right behind this milestone; null: first of all. */
  readonly behind: MilestoneId | null
  /** An untouched milestone that makes way. */
  readonly instead: MilestoneId | null
}

/** The first of what is new, or why there is nothing new. */
export type BroughtIn = { readonly first: MilestoneId } | 'full' | 'nothing' | 'not-allowed'

export function bringIn(doc: PlanDoc, draft: PlanDraft, place: Place, today: LocalDate): BroughtIn {
  const plan = readPlan(doc)
  if (draft.milestones.length === 0) return 'nothing'
  if (overflowOf(plan, draft) !== null) return 'full'
  const fills = goalsIn(plan, draft)
  const begin = fills.size === 0 ? place.behind : before(plan, plan.goLiveId)
  const brought = changePlan(doc, (): BroughtIn => {
    const roles = addOwners(doc, plan, draft.owners)
    if (roles === null) return 'full'
    let first: MilestoneId | null = null
    let behind = begin
    for (const [at, milestone] of draft.milestones.entries()) {
      const goal = fills.get(at)
      const written = write(doc, milestone, { behind, goal, roles, today })
      if (written === null) return 'full'
      first ??= written
      behind = written
    }
    const { instead } = place
    if (instead !== null && plan.milestones.some((one) => one.id === instead && isUntouched(plan, one))) {
      archiveMilestone(doc, instead)
    }
    return first === null ? 'nothing' : { first }
  })
  // Removed records count too, so a plan may be full where its present ones are few: then nothing of it stays.
  if (brought === 'full' && readPlan(doc) !== plan) planUndo(doc).undo()
  return brought
}

/** The milestone in front of this one; null where it is the first. */
export function before(plan: Plan, id: MilestoneId | null): MilestoneId | null {
  const at = plan.milestones.findIndex((one) => one.id === id)
  return plan.milestones[at - 1]?.id ?? null
}

/** Nobody has written anything in it, and nothing but its being there is known of it. */
export function isUntouched(plan: Plan, milestone: Milestone): boolean {
  const { title, due, ownerRole, id } = milestone
  const isGoal = id === plan.goLiveId || id === plan.resultId
  return title.trim() === '' && isUnwritten(milestone) && due === null && ownerRole === null && !isGoal
}

function isUnwritten({ benefit, notes, steps, done, skipped }: Milestone): boolean {
  return benefit.trim() === '' && !notes && steps.length === 0 && done === null && skipped === null
}

/** What a blank plan calls the two milestones that it begins with. */
export const BLANK_TITLES: readonly string[] = ['', 'Go-live', 'Optimization: first result']

/** Go-live or the result as a blank plan begins with them: a place that is held, not yet a promise in somebody's words. */
export function isHeld(plan: Plan, milestone: Milestone): boolean {
  const isGoal = milestone.id === plan.goLiveId || milestone.id === plan.resultId
  return isGoal && BLANK_TITLES.includes(milestone.title.trim()) && isUnwritten(milestone)
}

const GO_LIVE = /\bgo(es|ing)?[\s-]?live\b|\bgolive\b/iu

/**
 * Which milestones of the draft are the go-live and the result that a blank plan holds a place for: the one that is called
 * so, and the last one where it stands behind it.
 */
export function goalsIn(plan: Plan, { milestones }: PlanDraft): ReadonlyMap<number, MilestoneId> {
  const fills = new Map<number, MilestoneId>()
  const held = (id: MilestoneId | null) => plan.milestones.some((one) => one.id === id && isHeld(plan, one))
  const at = milestones.findIndex(({ title, notes }) => notes.length === 0 && GO_LIVE.test(title))
  if (at === -1 || plan.goLiveId === null || !held(plan.goLiveId)) return fills
  fills.set(at, plan.goLiveId)
  const last = milestones.length - 1
  if (last > at && milestones[last]?.notes.length === 0 && plan.resultId !== null && held(plan.resultId)) {
    fills.set(last, plan.resultId)
  }
  return fills
}

/** The roles of the plan by the keys of the draft; null where one did not fit. */
function addOwners(doc: PlanDoc, plan: Plan, owners: readonly DraftOwner[]): ReadonlyMap<string, RoleId> | null {
  const roles = new Map<string, RoleId>()
  const people = new Map<string, NonNullable<DraftOwner['personId']>>()
  for (const { key, title, name, side, roleId, personId } of owners) {
    const called = `${folded(name)}|${side}`
    let person = personId ?? people.get(called) ?? null
    if (person === null && name !== '') {
      person = addPerson(doc, { name, side })
      if (person === null) return null
      people.set(called, person)
    }
    const role = roleId ?? addRole(doc, { title, side, function: roleFunctionOf(title), personId: person })
    if (role === null) return null
    const isOpen = plan.roles.some((one) => one.id === roleId && one.personId === null)
    if (isOpen && person !== null) nameRole(doc, role, person)
    roles.set(key, role)
  }
  return roles
}

interface Writing {
  readonly behind: MilestoneId | null
  readonly goal: MilestoneId | undefined
  readonly roles: ReadonlyMap<string, RoleId>
  readonly today: LocalDate
}

function write(doc: PlanDoc, milestone: DraftMilestone, { behind, goal, roles, today }: Writing): MilestoneId | null {
  const { title, benefit, due, estimate, done, notes, steps } = milestone
  const ownerRole = roleOf(milestone.owner, roles)
  const id = goal ?? addMilestone(doc, { title, benefit, due, estimate, ownerRole, after: behind })
  if (id === null) return null
  if (goal !== undefined) fill(doc, goal, milestone, ownerRole)
  if (done !== null) setMilestoneDone(doc, id, done, today)
  writeParagraphs(doc, { kind: 'notes', milestoneId: id }, notes)
  for (const step of steps) if (!writeStep(doc, id, step, roles, today)) return null
  return id
}

/** What the plan says of it stays; what it does not say yet comes from the draft. */
function fill(doc: PlanDoc, id: MilestoneId, { title, benefit, due, estimate }: DraftMilestone, owner: RoleId | null) {
  const standing = readPlan(doc).milestones.find((one) => one.id === id)
  setText(doc, { in: 'milestones', id, field: 'title' }, title)
  setText(doc, { in: 'milestones', id, field: 'benefit' }, benefit)
  if (standing?.due === null && due !== null) setMilestoneDue(doc, id, due)
  if (standing?.estimate === null && estimate !== null) setMilestoneEstimate(doc, id, estimate)
  if (standing?.ownerRole === null && owner !== null) setMilestoneOwner(doc, id, owner)
}

function writeStep(
  doc: PlanDoc,
  milestoneId: MilestoneId,
  { title, benefit, due, estimate, done, owner, withOwner }: DraftLine,
  roles: ReadonlyMap<string, RoleId>,
  today: LocalDate,
): boolean {
  const id = addStep(doc, milestoneId, {
    title,
    outcome: benefit,
    due,
    estimate,
    ownerRole: roleOf(owner, roles),
    withRole: roleOf(withOwner, roles),
  })
  if (id !== null && done !== null) setStepDone(doc, id, done, today)
  return id !== null
}

function roleOf(key: string | null, roles: ReadonlyMap<string, RoleId>): RoleId | null {
  return key === null ? null : (roles.get(key) ?? null)
}
