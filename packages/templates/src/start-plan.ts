/**
 * Makes a plan out of a template, in one change: one update for the others, one thing that happened.
 *
 * The document must hold a plan without milestones: its creator made it a moment ago (`createPlan`). A plan is filled once,
 * by its creator, so two people who start from one template have two plans and nothing is there twice.
 */
import {
  addCriterion,
  addKeyDate,
  addMilestone,
  addPerson,
  addRole,
  addStep,
  changePlan,
  nameRole,
  planToSchedule,
  readPlan,
  setGoLive,
  setMeta,
  setMilestoneDone,
  setMilestoneDue,
  setMilestoneMustEndBy,
  setResult,
  setText,
  type MilestoneId,
  type NotAllowed,
  type PersonId,
  type PlanDoc,
  type RoleId,
  type Side,
  type StepId,
} from '@milepost/plan'
import { planBackward, type LocalDate } from '@milepost/schedule'
import { estimateOf, type Template, type TemplateMilestone } from './template.ts'
import type { TemplateChanges } from './template-to-schedule.ts'

export interface PlanStart extends TemplateChanges {
  readonly buyer: string
  readonly seller: string
  /** The outcome the plan is for, in the buyer's words. */
  readonly title: string
  readonly today: LocalDate
  /** When the plan begins; left out: today. */
  readonly start?: LocalDate
  /** Dates are worked back from it; null: nobody has said, and nothing is promised yet. */
  readonly goLive: LocalDate | null
  /** On which side the plan is started, by whom. */
  readonly side: Side
  readonly by: { readonly role: string; readonly name: string }
  /** The buyer's own day that makes go-live worth keeping to; it becomes the compelling event. */
  readonly keyDate?: { readonly title: string; readonly why?: string; readonly date: LocalDate } | null
  readonly timeZone?: string
}

export interface StartedPlan {
  /** The ids that the template's keys became. */
  readonly milestones: ReadonlyMap<string, MilestoneId>
  readonly roles: ReadonlyMap<string, RoleId>
  /** Who started it, where they said so. */
  readonly roleId: RoleId | null
  readonly personId: PersonId | null
}

/** 'no-plan': the document holds none. 'has-content': it was filled already; nothing was changed. */
export type StartProblem = NotAllowed | 'no-plan' | 'has-content'

export function startPlan(doc: PlanDoc, template: Template, start: PlanStart): StartedPlan | StartProblem {
  const { planId, milestones, archivedMilestones } = readPlan(doc)
  if (planId === null) return 'no-plan'
  if (milestones.length + archivedMilestones.length > 0) return 'has-content'
  return changePlan(doc, () => {
    writeHead(doc, template, start)
    const roles = writeRoles(doc, template)
    const starter = nameStarter(doc, template, start, roles)
    const steps = new Map<string, StepId>()
    const made = writeMilestones(doc, template, start, roles, steps)
    writeOrigin(doc, template, [...roles, ...made, ...steps])
    writeKeyDate(doc, start, made.get(template.goLive) ?? null)
    writeRhythm(doc, template, roles)
    setGoLive(doc, made.get(template.goLive) ?? null, start.side)
    setResult(doc, made.get(template.result) ?? null)
    workBack(doc, start)
    return { milestones: made, roles, ...starter }
  })
}

function writeHead(doc: PlanDoc, { criteria }: Template, start: PlanStart): void {
  setMeta(doc, 'buyer', start.buyer)
  setMeta(doc, 'seller', start.seller)
  setMeta(doc, 'start', start.start ?? start.today)
  if (start.timeZone !== undefined) setMeta(doc, 'timeZone', start.timeZone)
  setText(doc, { in: 'meta', field: 'title' }, start.title)
  for (const text of criteria) addCriterion(doc, { text })
}

function writeRoles(doc: PlanDoc, { roles }: Template): Map<string, RoleId> {
  const made = new Map<string, RoleId>()
  for (const { key, title, side, function: part } of roles) {
    const id = addRole(doc, { title, side, function: part })
    if (id !== null) made.set(key, id)
  }
  return made
}

/** Whoever starts the plan has the template's role of that title on their side, or brings their own. */
function nameStarter(
  doc: PlanDoc,
  { roles }: Template,
  { side, by }: PlanStart,
  made: ReadonlyMap<string, RoleId>,
): { readonly roleId: RoleId | null; readonly personId: PersonId | null } {
  const title = by.role.trim()
  const name = by.name.trim()
  const personId = name === '' ? null : addPerson(doc, { name, side })
  if (title === '') return { roleId: null, personId }
  const known = roles.find((role) => role.side === side && role.title.toLowerCase() === title.toLowerCase())
  const roleId = (known && made.get(known.key)) ?? addRole(doc, { title, side })
  if (roleId !== null && personId !== null) nameRole(doc, roleId, personId)
  return { roleId, personId }
}

function writeMilestones(
  doc: PlanDoc,
  template: Template,
  start: PlanStart,
  roles: ReadonlyMap<string, RoleId>,
  steps: Map<string, StepId>,
): ReadonlyMap<string, MilestoneId> {
  const made = new Map<string, MilestoneId>()
  for (const milestone of template.milestones) {
    const { key, title, benefit, owner, after } = milestone
    const id = addMilestone(doc, {
      title,
      benefit,
      ownerRole: found(roles, owner),
      estimate: start.estimates?.[key] ?? estimateOf(milestone),
      waitsFor: after === null ? null : after.flatMap((other) => found(made, other) ?? []),
    })
    if (id === null) continue
    made.set(key, id)
    writeSteps(doc, id, milestone, roles, steps)
    const doneOn = start.done?.[key]
    if (doneOn !== undefined) setMilestoneDone(doc, id, doneOn, start.today)
  }
  return made
}

function writeSteps(
  doc: PlanDoc,
  milestoneId: MilestoneId,
  { steps }: TemplateMilestone,
  roles: ReadonlyMap<string, RoleId>,
  made: Map<string, StepId>,
): void {
  for (const { key, title, outcome, owner, with: other, estimate, after } of steps) {
    const id = addStep(doc, milestoneId, {
      title,
      outcome,
      ownerRole: found(roles, owner),
      withRole: found(roles, other),
      estimate,
      waitsFor: after === null ? null : after.flatMap((before) => found(made, before) ?? []),
    })
    if (id !== null) made.set(key, id)
  }
}

/** Where each role, milestone and step comes from: what becomes of them is told to the template later, under its own names. */
function writeOrigin(
  doc: PlanDoc,
  { id, version }: Template,
  made: readonly (readonly [string, RoleId | MilestoneId | StepId])[],
): void {
  setMeta(doc, 'template', { id, version, keys: Object.fromEntries(made.map(([key, madeId]) => [madeId, key])) })
}

function writeKeyDate(doc: PlanDoc, { keyDate }: PlanStart, goLive: MilestoneId | null): void {
  if (keyDate === null || keyDate === undefined) return
  const { title, why = '', date } = keyDate
  const id = addKeyDate(doc, { title, why, span: { from: date, to: date }, side: 'buyer', compelling: true })
  if (id !== null && goLive !== null) setMilestoneMustEndBy(doc, goLive, id)
}

function writeRhythm(doc: PlanDoc, { checkIn }: Template, roles: ReadonlyMap<string, RoleId>): void {
  if (checkIn === null) return
  const { roles: keys, ...rhythm } = checkIn
  setMeta(doc, 'checkIn', { ...rhythm, roleIds: keys.flatMap((key) => found(roles, key) ?? []) })
}

function workBack(doc: PlanDoc, { goLive, today }: PlanStart): void {
  if (goLive === null) return
  for (const { id, due } of planBackward(planToSchedule(readPlan(doc), today), goLive).due)
    setMilestoneDue(doc, id, due)
}

function found<Id>(ids: ReadonlyMap<string, Id>, key: string | null): Id | null {
  return key === null ? null : (ids.get(key) ?? null)
}
