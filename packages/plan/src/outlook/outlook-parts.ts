/**
 * The parts of a plan that its outlook hangs on, as one flat list: where every entry is the same value as before, the
 * outlook is too. Typing changes a milestone (its title is part of it) but nothing in this list, so it costs no forecast.
 */
import type { Plan } from '../read-plan.ts'

export function outlookParts(plan: Plan): readonly unknown[] {
  const parts: unknown[] = [
    plan.planId,
    plan.start,
    plan.createdAt,
    plan.timeZone,
    plan.goLiveId,
    plan.resultId,
    plan.workdays,
    plan.holidays,
    plan.offers,
    plan.confirmations,
  ]
  for (const { id, span, side, compelling, blocksWork } of plan.keyDates)
    parts.push(id, span?.from, span?.to, side, compelling, blocksWork)
  for (const { id, side, personId } of plan.roles) parts.push(id, side, personId)
  for (const { id, side } of plan.removedRoles) parts.push(id, side)
  for (const { id, n, milestoneId, role, by, confirmed } of plan.moves)
    parts.push(id, n, milestoneId, role, by.side, confirmed?.side)
  for (const milestone of [...plan.milestones, ...plan.archivedMilestones]) {
    const { id, rank, ownerRole, after, estimate, due, startedOn, done, skipped, archived, steps } = milestone
    parts.push(id, rank, ownerRole, after, estimate, due, startedOn, done, skipped === null, archived === null)
    for (const step of steps) parts.push(step.id, step.due, step.done, step.ownerRole, step.after)
  }
  return parts
}

export function isSameParts(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((part, index) => Object.is(part, b[index]))
}
