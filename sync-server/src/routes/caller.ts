// Who is calling: the bearer secret of a call, read and checked against the plan in its path.
import { parseCapability, parsePlanId, type Capability, type PlanId } from '@milepost/protocol'
import type { Context } from 'hono'
import { admit, isRefusal, type Refusal } from '../auth/admission.ts'
import type { Link, Storage } from '../storage/storage.ts'
import type { Timer } from '../timer.ts'
import { apiError } from './api-error.ts'

const REFUSALS: Readonly<Record<Refusal, string>> = {
  'no-such-plan': 'This relay does not know the plan.',
  'unknown-link': 'The link is not known.',
  'expired-link': 'The link has expired.',
  'revoked-link': 'The link was taken back.',
}

export function refusalError(refusal: Refusal): Error {
  return apiError(refusal, REFUSALS[refusal])
}

export function planIdOf(context: Context): PlanId {
  const planId = parsePlanId(context.req.param('planId'))
  if (planId === null) throw apiError('bad-plan-id', 'A plan id has 21 characters of A-Z, a-z, 0-9, _ and -.')
  return planId
}

export function capabilityOf(context: Context): Capability {
  const [scheme, secret, ...rest] = (context.req.header('authorization') ?? '').split(' ')
  const capability = scheme?.toLowerCase() === 'bearer' && rest.length === 0 ? parseCapability(secret) : null
  if (capability === null)
    throw apiError('no-capability', 'Send the secret of the link as "Authorization: Bearer ...".')
  return capability
}

export async function callerOf(context: Context, storage: Storage, timer: Timer): Promise<Link> {
  const planId = planIdOf(context)
  const grant = await admit(storage, planId, capabilityOf(context), timer.now())
  if (isRefusal(grant)) throw refusalError(grant)
  return grant
}
