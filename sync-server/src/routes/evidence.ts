// GET /api/plans/:planId/contributions?days=, …/authors and …/revocations: what the relay itself saw of who wrote, and of
// whom one side shut out of the other.
//
// Names inside a plan are claims; these are the record to trust. Both sides may read them, whatever their right.
import { LIMITS, mayReadRoom, type Authors, type Contributions, type Revocations } from '@milepost/protocol'
import { Hono } from 'hono'
import type { Grant, Link, Storage } from '../storage/storage.ts'
import type { Timer } from '../timer.ts'
import { apiError } from './api-error.ts'
import { callerOf } from './caller.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const DEFAULT_DAYS = 30

export function evidenceRoutes({ storage, timer }: { readonly storage: Storage; readonly timer: Timer }): Hono {
  const app = new Hono()

  async function grantsById(caller: Link): Promise<Map<string, Grant>> {
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

  // A plan belongs to both sides: neither locks the other out unseen.
  app.get('/:planId/revocations', async (context) => {
    const caller = await callerOf(context, storage, timer)
    const body: Revocations = { revocations: revocationsAcross(await grantsById(caller)) }
    return context.json(body)
  })

  return app
}

function revocationsAcross(grants: ReadonlyMap<string, Grant>): Revocations['revocations'] {
  return [...grants.values()]
    .flatMap(({ id, side, role, name, right, revokedAt, revokedBy }) => {
      const by = grants.get(revokedBy ?? '')
      if (revokedAt === null || by === undefined || by.side === side) return []
      return [{ grantId: id, side, role, name, right, revokedAt, by: { side: by.side, role: by.role, name: by.name } }]
    })
    .toSorted((a, b) => b.revokedAt - a.revokedAt)
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
