// GET /healthz, /readyz, /metrics: for whoever runs the relay.
import { Hono } from 'hono'
import { isLoopback } from '../config.ts'
import type { Metrics } from '../metrics.ts'
import type { Storage } from '../storage/storage.ts'
import { addressOf } from './address.ts'
import { apiError } from './api-error.ts'

export interface HealthParts {
  readonly storage: Storage
  readonly metrics: Metrics
  readonly isStopping: () => boolean
}

export function healthRoutes({ storage, metrics, isStopping }: HealthParts): Hono {
  const app = new Hono()

  // The process answers: no more is meant by it.
  app.get('/healthz', (context) => context.text('ok\n'))

  // Something can be kept: asked by keeping something.
  app.get('/readyz', async (context) => {
    if (isStopping()) throw apiError('stopping', 'The relay is stopping.')
    await storage.probe()
    return context.text('ok\n')
  })

  app.get('/metrics', (context) => {
    // Behind a proxy every caller looks local; a forwarded one is not.
    const isForwarded =
      context.req.header('x-forwarded-for') !== undefined || context.req.header('forwarded') !== undefined
    if (isForwarded || !isLoopback(addressOf(context))) throw apiError('not-found', 'Not found.')
    return context.text(metrics.text())
  })

  return app
}
