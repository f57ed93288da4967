// Is this link good for this plan right now? Asked by every HTTP call and every socket.
import type { Capability, PlanId } from '@milepost/protocol'
import type { Link, Storage } from '../storage/storage.ts'
import { hashOf } from './secret-hash.ts'

export type Refusal = 'no-such-plan' | 'unknown-link' | 'expired-link' | 'revoked-link'

export function isRefusal(result: Link | Refusal): result is Refusal {
  return typeof result === 'string'
}

export async function admit(
  storage: Storage,
  planId: PlanId,
  capability: Capability,
  now: number,
): Promise<Link | Refusal> {
  const found = await storage.findGrant(planId, hashOf(capability))
  return typeof found === 'string' ? found : (refusalOf(found, now) ?? found)
}

export function refusalOf(grant: Link, now: number): Refusal | null {
  if (grant.revokedAt !== null) return 'revoked-link'
  return grant.expiresAt !== null && grant.expiresAt <= now ? 'expired-link' : null
}
