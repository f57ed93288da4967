/**
 * A plan as a template: milestones, steps, roles, links, estimates and wording, in plan order. What belongs to one deal stays
 * behind: dates, names, comments, notes, offers, moves, numbers of the success criteria.
 *
 * A line that came from a template keeps the key it had there, so that what is learnt from plans of the old version still fits
 * the new one. Whatever comes out has gone through the same door as a template from outside.
 */
import { ROLE_FUNCTIONS, type Milestone, type Plan, type RoleFunction, type RoleId } from '@milepost/plan'
import { originsOf } from './origins.ts'
import { parseTemplate, TEMPLATE_FORMAT, type TemplateProblem } from './parse-template.ts'
import { estimateOf, type Template, type TemplateMilestone, type TemplateStep } from './template.ts'

/** What a plan does not know of the template that is made of it. */
export type TemplateAbout = Pick<Template, 'id' | 'version' | 'name' | 'summary' | 'fits' | 'basedOn'>

export function templateFromPlan(plan: Plan, about: TemplateAbout): Template | TemplateProblem {
  const keyOf = keysOf(plan)
  return parseTemplate({
    format: TEMPLATE_FORMAT,
    ...about,
    roles: plan.roles.map(({ id, title, side, function: part }) => ({
      key: keyOf(id),
      title,
      side,
      function: isRoleFunction(part) ? part : null,
    })),
    milestones: milestonesOf(plan, keyOf),
    goLive: plan.goLiveId === null ? '' : keyOf(plan.goLiveId),
    result: resultOf(plan, keyOf),
    criteria: plan.criteria.map(({ text }) => text),
    checkIn: checkInOf(plan, keyOf),
  })
}

/** The key of a record: what its template called it, else its own id; never the same for two of a kind. */
function keysOf(plan: Plan): (id: string) => string {
  const origins = originsOf(plan)
  const keys = new Map<string, string>()
  for (const kind of [plan.roles, plan.milestones, plan.milestones.flatMap(({ steps }) => steps)]) {
    const taken = new Set<string>(kind.map(({ id }) => id))
    for (const { id } of kind) {
      const known = origins?.get(id)
      if (known === undefined || taken.has(known)) continue
      keys.set(id, known)
      taken.add(known)
    }
  }
  return (id) => keys.get(id) ?? id
}

function milestonesOf(plan: Plan, keyOf: (id: string) => string): readonly TemplateMilestone[] {
  const roles = new Set<string>(plan.roles.map(({ id }) => id))
  const roleOf = (id: RoleId | null) => (id !== null && roles.has(id) ? keyOf(id) : null)
  const links = linksIn(plan)
  const stepsBefore = new Set<string>()
  return plan.milestones.map((milestone) => {
    const { id, title, benefit, estimate } = milestone
    const after = links.get(id) ?? null
    const steps = milestone.steps.map((step): TemplateStep => {
      const earlier = step.after?.filter((other) => stepsBefore.has(other)) ?? null
      stepsBefore.add(step.id)
      return {
        key: keyOf(step.id),
        title: step.title,
        outcome: step.outcome,
        owner: roleOf(step.ownerRole),
        with: roleOf(step.withRole),
        estimate: step.estimate,
        after: earlier?.map(keyOf) ?? null,
      }
    })
    const made = { key: keyOf(id), title, benefit, owner: roleOf(milestone.ownerRole), steps }
    const whole = { ...made, after: after?.map(keyOf) ?? null, estimate }
    // What follows from its steps is left to follow from them.
    return estimateOf({ ...whole, estimate: null }) === estimate ? { ...whole, estimate: null } : whole
  })
}

/** What each milestone waits for; null: the one before it. What was removed is looked through, as the schedule does. */
function linksIn({ milestones, archivedMilestones }: Plan): ReadonlyMap<string, readonly string[] | null> {
  const removed = new Set<string>(archivedMilestones.map(({ id }) => id))
  const order = [...milestones, ...archivedMilestones].toSorted(byRank)
  const links = new Map<string, readonly string[]>()
  const shown = new Map<string, readonly string[] | null>()
  order.forEach(({ id, after }, at) => {
    const before = order[at - 1]
    // A link to something later says nothing, so only what came before has an entry here.
    const named = after ?? (before === undefined ? [] : [before.id])
    const found = named.flatMap((other) =>
      removed.has(other) ? (links.get(other) ?? []) : links.has(other) ? other : [],
    )
    links.set(id, [...new Set(found)])
    const isJustBehind = after === null && (before === undefined || !removed.has(before.id))
    shown.set(id, isJustBehind ? null : [...new Set(found)])
  })
  return shown
}

function byRank(a: Milestone, b: Milestone): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1
  return a.id < b.id ? -1 : 1
}

/** Where nobody said which milestone is the result, it is the last one, if that lies behind go-live. */
function resultOf({ goLiveId, resultId, milestones }: Plan, keyOf: (id: string) => string): string {
  const last = milestones.at(-1)
  if (resultId !== null) return keyOf(resultId)
  return last === undefined || last.id === goLiveId ? '' : keyOf(last.id)
}

function checkInOf({ checkIn, roles }: Plan, keyOf: (id: string) => string): Template['checkIn'] {
  if (checkIn === null) return null
  const { roleIds, ...rhythm } = checkIn
  const known = new Set(roles.map(({ id }) => id))
  return { ...rhythm, roles: roleIds.filter((id) => known.has(id)).map(keyOf) }
}

function isRoleFunction(part: string | null): part is RoleFunction {
  return ROLE_FUNCTIONS.some((known) => known === part)
}
