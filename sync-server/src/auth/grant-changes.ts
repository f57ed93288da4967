// What changing or taking back a link does to the links of a plan: pure, decided on one reading of them all.
//
// Whoever loses a link loses what it was used for: the links it made go with it, and theirs, unless the caller says
// otherwise. Never the caller's own, nor what the caller made: else taking back the link of the one who invited you would
// lock you out. And never the last manager. Rules GRANT-1 to GRANT-9, SPEC.md.
import { mayChangeGrant, mayGrant, mayRevokeGrant, type Right } from '@milepost/protocol'
import type { Grant, GrantChange } from '../storage/storage.ts'
import { refusalOf } from './admission.ts'

export type GrantRefusal = 'no-such-grant' | 'not-allowed' | 'last-manage'

export function isGrantRefusal(result: readonly GrantChange[] | GrantRefusal): result is GrantRefusal {
  return typeof result === 'string'
}

interface Asked {
  readonly grants: readonly Grant[]
  readonly by: Grant
  readonly id: string
  /** The links that the target made, too. */
  readonly withMade: boolean
  readonly now: number
}

/** The link itself first, then what goes with it. A link taken back already stays as it is: no changes. */
export function decideRevocation({ grants, by, id, withMade, now }: Asked): readonly GrantChange[] | GrantRefusal {
  const target = grants.find((grant) => grant.id === id)
  if (target === undefined) return 'no-such-grant'
  if (!mayRevokeGrant(by, target)) return 'not-allowed'
  const also =
    withMade && target.id !== by.id
      ? madeBy(grants, target.id, by.id).filter(({ revokedAt }) => revokedAt === null)
      : []
  const changes = [target, ...also]
    .filter(({ revokedAt }) => revokedAt === null)
    .map((grant): GrantChange => {
      const revokedWith = grant === target ? null : target.id
      return { id: grant.id, right: grant.right, revokedAt: now, revokedBy: by.id, revokedWith }
    })
  return leavesManager(grants, changes, now) ? changes : 'last-manage'
}

/**
 * Gives a link this right. A link that was taken back is good again, and so are the ones that went with it: it is how a
 * revocation is undone.
 */
export function decideRight(asked: Asked & { readonly right: Right }): readonly GrantChange[] | GrantRefusal {
  const { grants, by, id, withMade, now, right } = asked
  const target = grants.find((grant) => grant.id === id)
  if (target === undefined) return 'no-such-grant'
  if (!mayChangeGrant(by, target, right)) return 'not-allowed'
  const wentAlong = withMade && target.revokedAt !== null ? grants.filter(({ revokedWith }) => revokedWith === id) : []
  // Only what the caller could make anew.
  if (!wentAlong.every((grant) => mayGrant(by, grant))) return 'not-allowed'
  const changes = [{ ...target, right }, ...wentAlong].map((grant): GrantChange => ({
    id: grant.id,
    right: grant.right,
    revokedAt: null,
    revokedBy: null,
    revokedWith: null,
  }))
  const isSame = target.revokedAt === null && target.right === right
  if (isSame) return []
  return leavesManager(grants, changes, now) ? changes : 'last-manage'
}

/** Everything that came from this link, directly or through others, the caller's branch left out. */
function madeBy(grants: readonly Grant[], id: string, caller: string): readonly Grant[] {
  return grants
    .filter((grant) => grant.madeBy === id && grant.id !== caller)
    .flatMap((grant) => [grant, ...madeBy(grants, grant.id, caller)])
}

function leavesManager(grants: readonly Grant[], changes: readonly GrantChange[], now: number): boolean {
  const after = grants.map((grant) => ({ ...grant, ...changes.find(({ id }) => id === grant.id) }))
  return after.some((grant) => grant.right === 'manage' && refusalOf(grant, now) === null)
}
