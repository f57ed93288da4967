// Everything the relay answers over HTTP, as one hono app that tests call without a socket.
import { LIMITS } from '@milepost/protocol'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import { HTTPException } from 'hono/http-exception'
import type { GrantBook } from './auth/grant-book.ts'
import type { SeenLog } from './auth/seen-log.ts'
import { SAME_ORIGIN, type Config } from './config.ts'
import { reasonOf, type Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import { apiError } from './routes/api-error.ts'
import { callRates } from './routes/call-rates.ts'
import { clientFiles } from './routes/client-files.ts'
import { evidenceRoutes } from './routes/evidence.ts'
import { grantRoutes } from './routes/grants.ts'
import { healthRoutes } from './routes/health.ts'
import { planRoutes } from './routes/plans.ts'
import { securityHeaders } from './routes/security-headers.ts'
import type { Storage } from './storage/storage.ts'
import type { Timer } from './timer.ts'

export interface AppParts {
  readonly storage: Storage
  readonly grants: GrantBook
  readonly seen: SeenLog
  readonly timer: Timer
  readonly metrics: Metrics
  readonly log: Log
  readonly config: Pick<
    Config,
    'createToken' | 'metricsToken' | 'hasRateLimits' | 'clientDir' | 'limits' | 'trustedProxies' | 'origins'
  >
  /** Is the relay reached from this machine only? */
  readonly isLocal: boolean
  readonly isStopping: () => boolean
}

export function createApp(parts: AppParts): Hono {
  const app = new Hono()
  const { config } = parts

  app.use(securityHeaders(parts.isLocal))
  // Open to every page unless a list is set: there is no cookie to abuse, a call is worth what its secret is worth.
  const origin = config.origins === null ? '*' : config.origins.filter((word) => word !== SAME_ORIGIN)
  app.use('/api/*', cors({ origin, allowHeaders: ['Authorization', 'Content-Type', 'X-Create-Token'], maxAge: 86_400 }))
  app.use('/api/*', async (_, next) => {
    if (parts.isStopping()) throw apiError('stopping', 'The relay is stopping.')
    await next()
  })
  if (config.hasRateLimits) app.use('/api/*', callRates(parts))
  app.use('/api/*', async (context, next) => {
    await next()
    context.res.headers.set('Cache-Control', 'no-store')
  })
  app.use(
    '/api/*',
    bodyLimit({
      maxSize: LIMITS.bodyBytes,
      onError: () => {
        const answer = apiError('too-big', `A body has at most ${LIMITS.bodyBytes} bytes.`).getResponse()
        // The rest of the body is never read, so nothing else can come on this connection.
        answer.headers.set('Connection', 'close')
        return answer
      },
    }),
  )

  app.route('/api/plans', planRoutes({ ...parts, createToken: config.createToken }))
  app.route('/api/plans', grantRoutes(parts))
  app.route('/api/plans', evidenceRoutes(parts))
  app.all('/api/*', () => {
    throw apiError('not-found', 'There is no such call.')
  })
  app.route('/', healthRoutes({ ...parts, metricsToken: config.metricsToken }))
  app.route('/', clientFiles(config.clientDir))

  app.notFound(() => apiError('not-found', 'Not found.').getResponse())
  app.onError((error, context) => {
    if (error instanceof HTTPException) return error.getResponse()
    parts.log.error('call failed', { path: routeOf(context.req.path), reason: reasonOf(error) })
    parts.metrics.count('calls_failed_total')
    const isStorage = error.message.startsWith('storage')
    return (
      isStorage ? apiError('storage', 'Nothing can be kept right now.') : apiError('internal', 'The relay failed.')
    ).getResponse()
  })
  return app
}

/** The path without anything that names a plan or a link. */
function routeOf(path: string): string {
  return path.replace(/[A-Za-z0-9_-]{16,}/g, ':id')
}
