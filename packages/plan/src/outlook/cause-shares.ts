/**
 * Whose days are they: the causes of the schedule with the role, person and side that carry each, and their sums. Every
 * list adds up to the headline, because each cause goes whole into exactly one line of each.
 *
 * Days that several milestones of both sides share are nobody's alone ("both sides"), days of the changed calendar or order
 * are the plan's, and what belongs to a role that nobody has named, or that is gone, is shown as "nobody yet".
 */
import type { Cause } from '@milepost/schedule'
import { bearerOf } from '../bearer.ts'
import type { MilestoneId, MoveId, PersonId, RoleId } from '../ids.ts'
import type { Plan } from '../read-plan.ts'
import type { Side } from '../value.ts'

/** Who carries a cause's days. `nobody`: no owner yet; a role without a person still carries them as a role. */
export type Carrier =
  | { readonly kind: 'role'; readonly roleId: RoleId; readonly personId: PersonId | null; readonly side: Side }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'both' }
  | { readonly kind: 'plan' }

/** A role that a move names and that does not count yet: the owner carries the days, and the page says who says so. */
export interface Claim {
  readonly moveId: MoveId
  readonly roleId: RoleId
  /** The side that says so. */
  readonly side: Side
}

export interface CauseShare {
  readonly id: MilestoneId | 'plan'
  /** Working days: positive lost, negative won back; never 0. */
  readonly days: number
  /** Others that share these days. */
  readonly with: readonly MilestoneId[]
  readonly carrier: Carrier
  /** The move whose reason explains it; null: nobody gave one. */
  readonly moveId: MoveId | null
  readonly claim: Claim | null
}

/** One line of a sum. `key` names it: a role's, person's or side's id, or what else carries the days. */
export interface CauseSum {
  readonly key: RoleId | PersonId | Side | 'nobody' | 'both' | 'plan'
  /** Lost less won back. */
  readonly days: number
  readonly lost: number
  readonly won: number
  /** Whose sign it is drawn with; null for what is no single side's. */
  readonly side: Side | null
  /** The milestones behind it, in the order of the causes. */
  readonly milestones: readonly MilestoneId[]
}

export interface CauseSums {
  readonly byRole: readonly CauseSum[]
  readonly byPerson: readonly CauseSum[]
  readonly bySide: readonly CauseSum[]
}

export function shareOf(plan: Plan, { id, days, with: others = [] }: Cause<MilestoneId>): CauseShare {
  if (id === 'plan') return { id, days, with: [], carrier: { kind: 'plan' }, moveId: null, claim: null }
  const { move, claimed } = bearerOf(plan, id)
  const own = carrierOf(plan, id)
  const sides = new Set([own, ...others.map((other) => carrierOf(plan, other))].flatMap(sideOf))
  return {
    id,
    days,
    with: others,
    carrier: sides.size > 1 ? { kind: 'both' } : own,
    moveId: move?.id ?? null,
    claim: move === null || claimed === null ? null : { moveId: move.id, roleId: claimed, side: move.by.side },
  }
}

export function sumsOf(shares: readonly CauseShare[]): CauseSums {
  return {
    byRole: summed(shares, (carrier) => (carrier.kind === 'role' ? carrier.roleId : carrier.kind)),
    byPerson: summed(shares, (carrier) => (carrier.kind === 'role' ? (carrier.personId ?? 'nobody') : carrier.kind)),
    bySide: summed(shares, (carrier) => (carrier.kind === 'role' ? carrier.side : carrier.kind)),
  }
}

/** Who carries what a milestone moved, were it alone. */
export function carrierOf(plan: Plan, id: MilestoneId): Carrier {
  const { roleId } = bearerOf(plan, id)
  const role = plan.roles.find((other) => other.id === roleId)
  if (role === undefined) return { kind: 'nobody' }
  return { kind: 'role', roleId: role.id, personId: role.personId, side: role.side }
}

function summed(shares: readonly CauseShare[], keyOf: (carrier: Carrier) => CauseSum['key']): readonly CauseSum[] {
  const groups = Map.groupBy(shares, ({ carrier }) => keyOf(carrier))
  return [...groups].map(([key, group]) => {
    const lost = group.reduce((sum, { days }) => sum + Math.max(0, days), 0)
    const won = group.reduce((sum, { days }) => sum + Math.max(0, -days), 0)
    const sides = new Set(key === 'nobody' ? [] : group.flatMap(({ carrier }) => sideOf(carrier)))
    return {
      key,
      days: lost - won,
      lost,
      won,
      side: [...sides][0] ?? null,
      milestones: group.flatMap(({ id }) => (id === 'plan' ? [] : [id])),
    }
  })
}

function sideOf(carrier: Carrier): readonly Side[] {
  return carrier.kind === 'role' ? [carrier.side] : []
}
