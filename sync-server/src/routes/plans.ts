// POST /api/plans, GET /api/plans/:planId/me
import { parseCreatePlanBody, type Me } from '@milepost/protocol'
import { Hono } from 'hono'
import type { GrantBook } from '../auth/grant-book.ts'
import { isSameText } from '../auth/same-text.ts'
import { hashOf } from '../auth/secret-hash.ts'
import type { SeenLog } from '../auth/seen-log.ts'
import { linkName, type Log } from '../log.ts'
import type { Link, Storage } from '../storage/storage.ts'
import type { Timer } from '../timer.ts'
import { apiError } from './api-error.ts'
import { callerOf, capabilityOf, refusalError } from './caller.ts'
import { jsonBody } from './json-body.ts'

export interface PlanRouteParts {
  readonly storage: Storage
  readonly grants: GrantBook
  readonly seen: SeenLog
  readonly timer: Timer
  readonly log: Log
  readonly createToken: string | null
}

export function planRoutes({ storage, grants, seen, timer, log, createToken }: PlanRouteParts): Hono {
  const app = new Hono()

  app.post('/', async (context) => {
    if (createToken !== null && !isSameText(context.req.header('x-create-token') ?? '', createToken)) {
      throw apiError('create-token-needed', 'This relay makes plans only for those who have its create token.')
    }
    const capability = capabilityOf(context)
    const body = await jsonBody(context, parseCreatePlanBody)
    const made = await grants.createPlan(body, capability)
    if (made === 'taken') throw apiError('plan-exists', 'A plan with this id exists already.')
    if (typeof made === 'string') throw refusalError(made)
    if (made.outcome === 'created') log.info('plan made', { link: linkName(hashOf(capability)) })
    return context.json(grantToMe(made.grant), made.outcome === 'created' ? 201 : 200)
  })

  app.get('/:planId/me', async (context) => {
    const grant = await callerOf(context, storage, timer)
    seen.mark(grant.id)
    return context.json(grantToMe(grant))
  })

  return app
}

function grantToMe({ planId, id, right, side, role, name, roleId, personId, expiresAt }: Link): Me {
  return { planId, grantId: id, right, side, role, name, roleId, personId, expiresAt }
}
