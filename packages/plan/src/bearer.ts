/**
 * Whose days are they? A milestone's days belong to the role named as the cause of
 * its latest move, once that counts: the role is of the owner's own side, or the
 * other side has confirmed it. Until then the owner carries them and the page says
 * who claims otherwise.
 */
import type { MilestoneId, RoleId } from './ids.ts'
import type { Move } from './moves.ts'
import type { Plan } from './read-plan.ts'

export interface Bearer {
  /** Null: nobody yet (no owner role, or an archived one). */
  readonly roleId: RoleId | null
  /** The latest move of the milestone: its reason. */
  readonly move: Move | null
  /** The role that the move names and that does not count yet; shown as "says Quillmark". */
  readonly claimed: RoleId | null
}

export function bearerOf(plan: Plan, milestoneId: MilestoneId): Bearer {
  const owner = ownerOf(plan, milestoneId)
  const move = plan.moves.findLast((other) => other.milestoneId === milestoneId) ?? null
  const named = [...plan.roles, ...plan.removedRoles].find(({ id }) => id === move?.role)
  if (move === null || named === undefined || named.id === owner) return { roleId: owner, move, claimed: null }
  const ownerSide = plan.roles.find(({ id }) => id === owner)?.side
  const isConfirmed = move.confirmed !== null && move.confirmed.side !== move.by.side
  const counts = named.side === ownerSide || isConfirmed
  // A role that is gone carries nothing: what counts for it is nobody's yet.
  if (counts) return { roleId: named.archived === null ? named.id : null, move, claimed: null }
  return { roleId: owner, move, claimed: named.archived === null ? named.id : null }
}

/** Also of a milestone that is gone: the days its going won back are its owner's. */
function ownerOf(plan: Plan, milestoneId: MilestoneId): RoleId | null {
  const milestone = [...plan.milestones, ...plan.archivedMilestones].find(({ id }) => id === milestoneId)
  return milestone?.ownerRole ?? null
}
