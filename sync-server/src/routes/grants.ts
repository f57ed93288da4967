// GET, POST /api/plans/:planId/grants; PATCH, DELETE /api/plans/:planId/grants/:id
import {
  mayListGrants,
  parseGrantBody,
  parseGrantPatch,
  type ChangedGrants,
  type GrantList,
  type Right,
} from '@milepost/protocol'
import { Hono, type Context } from 'hono'
import type { GrantBook } from '../auth/grant-book.ts'
import type { GrantRefusal } from '../auth/grant-changes.ts'
import { linkName, shortId, type Log } from '../log.ts'
import { hashOf } from '../auth/secret-hash.ts'
import type { Storage } from '../storage/storage.ts'
import type { Timer } from '../timer.ts'
import { apiError } from './api-error.ts'
import { callerOf, capabilityOf } from './caller.ts'
import { jsonBody } from './json-body.ts'

export interface GrantRouteParts {
  readonly storage: Storage
  readonly grants: GrantBook
  readonly timer: Timer
  readonly log: Log
}

const NOT_ALLOWED = 'This link does not allow that.'
const REFUSALS: Readonly<Record<GrantRefusal, string>> = {
  'no-such-grant': 'There is no such link in this plan.',
  'not-allowed': NOT_ALLOWED,
  'last-manage': 'A plan keeps at least one link that can manage it.',
}

export function grantRoutes({ storage, grants, timer, log }: GrantRouteParts): Hono {
  const app = new Hono()

  /** Who did what to which link: the one thing about people's doings that is worth a line. */
  function note(context: Context, event: string, grantId: string, right: Right): void {
    log.info(event, { link: linkName(hashOf(capabilityOf(context))), target: shortId(grantId), right })
  }

  app.get('/:planId/grants', async (context) => {
    const caller = await callerOf(context, storage, timer)
    if (!mayListGrants(caller.right)) throw apiError('not-allowed', NOT_ALLOWED)
    const list: GrantList = { grants: [...(await grants.list(caller.planId, caller))] }
    return context.json(list)
  })

  app.post('/:planId/grants', async (context) => {
    const caller = await callerOf(context, storage, timer)
    const made = await grants.make(caller, await jsonBody(context, parseGrantBody))
    if (made === 'not-allowed') throw apiError('not-allowed', NOT_ALLOWED)
    if (made === 'too-many-grants') throw apiError('too-many-grants', 'This plan has as many links as it may have.')
    note(context, 'link made', made.grant.id, made.grant.right)
    return context.json(made, 201)
  })

  app.patch('/:planId/grants/:id', async (context) => {
    const caller = await callerOf(context, storage, timer)
    const { right } = await jsonBody(context, parseGrantPatch)
    const changed = await grants.changeRight(caller, context.req.param('id'), right, withMadeOf(context))
    if (typeof changed !== 'string') note(context, 'right changed', changed.grant.id, right)
    return answer(context, changed)
  })

  app.delete('/:planId/grants/:id', async (context) => {
    const caller = await callerOf(context, storage, timer)
    const changed = await grants.revoke(caller, context.req.param('id'), withMadeOf(context))
    if (typeof changed !== 'string') note(context, 'link taken back', changed.grant.id, changed.grant.right)
    return answer(context, changed)
  })

  return app
}

function answer(context: Context, changed: ChangedGrants | GrantRefusal): Response {
  if (typeof changed === 'string') throw apiError(changed, REFUSALS[changed])
  return context.json(changed)
}

/** `?withMade=false` leaves alone what the link made; taking it along is the default. */
function withMadeOf(context: Context): boolean {
  const text = context.req.query('withMade') ?? 'true'
  if (text !== 'true' && text !== 'false') throw apiError('bad-request', 'withMade: expected true or false')
  return text === 'true'
}
