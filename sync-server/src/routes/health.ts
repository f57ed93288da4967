// GET /healthz, /readyz, /metrics: for whoever runs the relay.
import { Hono, type Context } from 'hono'
import { isSameText } from '../auth/same-text.ts'
import { isLoopback } from '../config.ts'
import type { Metrics } from '../metrics.ts'
import type { Storage } from '../storage/storage.ts'
import type { Timer } from '../timer.ts'
import { addressOf } from './address.ts'
import { apiError } from './api-error.ts'

export interface HealthParts {
  readonly storage: Storage
  readonly metrics: Metrics
  readonly timer: Timer
  readonly metricsToken: string | null
  readonly isStopping: () => boolean
}

/** Anybody may ask whether the relay is ready, and asking costs a wait for the disk: one in so long. */
const PROBE_MS = 1_000

export function healthRoutes({ storage, metrics, timer, metricsToken, isStopping }: HealthParts): Hono {
  const app = new Hono()
  let probe: { readonly at: number; readonly done: Promise<void> } | null = null

  // The process answers: no more is meant by it.
  app.get('/healthz', (context) => context.text('ok\n'))

  // Something can be kept: asked by keeping something.
  app.get('/readyz', async (context) => {
    if (isStopping()) throw apiError('stopping', 'The relay is stopping.')
    const now = timer.monotonic()
    if (probe === null || now - probe.at >= PROBE_MS) probe = { at: now, done: storage.probe() }
    await probe.done
    return context.text('ok\n')
  })

  app.get('/metrics', async (context) => {
    if (!mayRead(context, metricsToken)) throw apiError('not-found', 'Not found.')
    return context.text(await metrics.text(), 200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' })
  })

  return app
}

function mayRead(context: Context, token: string | null): boolean {
  const [scheme, given, ...rest] = (context.req.header('authorization') ?? '').split(' ')
  const hasToken = scheme?.toLowerCase() === 'bearer' && rest.length === 0
  if (token !== null && hasToken && isSameText(given ?? '', token)) return true
  // Behind a proxy every caller looks local; a forwarded one is not.
  const isForwarded = ['x-forwarded-for', 'forwarded'].some((name) => context.req.header(name) !== undefined)
  return !isForwarded && isLoopback(addressOf(context, 0))
}
