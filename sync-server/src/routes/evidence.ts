// GET /api/plans/:planId/contributions?days=, GET /api/plans/:planId/authors: what the relay itself saw of who wrote.
//
// Names inside a plan are claims; these two are the record to trust. Both sides may read them, whatever their right.
import { LIMITS, mayReadRoom, type Authors, type Contributions } from '@milepost/protocol'
import { Hono } from 'hono'
import type { Grant, Storage } from '../storage/storage.ts'
import type { Timer } from '../timer.ts'
import { apiError } from './api-error.ts'
import { callerOf } from './caller.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const DEFAULT_DAYS = 30

export function evidenceRoutes({ storage, timer }: { readonly storage: Storage; readonly timer: Timer }): Hono {
  const app = new Hono()

  async function grantsById(caller: Grant): Promise<Map<string, Grant>> {
    const plan = await storage.grantsOf(caller.planId)
    return new Map(plan === 'no-such-plan' ? [] : plan.grants.map((grant) => [grant.id, grant]))
  }

  app.get('/:planId/contributions', async (context) => {
    const caller = await callerOf(context, storage, timer)
    const days = daysOf(context.req.query('days'))
    const sinceDay = Math.floor(timer.now() / DAY_MS) - days + 1
    const grants = await grantsById(caller)
    const body: Contributions = {
      contributions: (await storage.contributions(caller.planId, sinceDay)).flatMap(({ grantId, day, slots }) => {
        const grant = grants.get(grantId)
        return grant ? [{ grantId, side: grant.side, day: dayText(day), slots }] : []
      }),
    }
    return context.json(body)
  })

  app.get('/:planId/authors', async (context) => {
    const caller = await callerOf(context, storage, timer)
    const grants = await grantsById(caller)
    const authors = (await storage.authors(caller.planId)).filter(({ room }) => mayReadRoom(caller.right, room))
    const named = new Set(authors.map(({ grantId }) => grantId))
    const body: Authors = {
      authors: authors.map(({ clientId, grantId, room }) => ({ clientId, grantId, room })),
      grants: [...grants.values()]
        .filter(({ id }) => named.has(id))
        .map(({ id, side, role, name }) => ({ id, side, role, name })),
    }
    return context.json(body)
  })

  return app
}

function daysOf(text: string | undefined): number {
  const days = Number(text ?? DEFAULT_DAYS)
  if (!Number.isInteger(days) || days < 1 || days > LIMITS.contributionDays) {
    throw apiError('bad-request', `days: expected a number from 1 to ${LIMITS.contributionDays}`)
  }
  return days
}

function dayText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}
