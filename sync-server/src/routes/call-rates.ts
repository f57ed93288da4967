// So many calls a second from one address, and with one link: the second because a whole office may share the first.
import { createHash } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { addressKey } from '../auth/client-address.ts'
import type { Config } from '../config.ts'
import type { Metrics } from '../metrics.ts'
import type { Timer } from '../timer.ts'
import { TokenBuckets } from '../token-bucket.ts'
import { addressOf } from './address.ts'
import { apiError } from './api-error.ts'

export interface CallRateParts {
  readonly config: Pick<Config, 'limits' | 'trustedProxies'>
  readonly timer: Timer
  readonly metrics: Metrics
}

/** Opening a page makes several calls at once. */
const ADDRESS_BURST = 4
const LINK_BURST = 5
/** A bucket that is full again is forgotten. */
const SWEEP_MS = 10_000

export function callRates({ config, timer, metrics }: CallRateParts): MiddlewareHandler {
  const { callsPerSecondPerAddress, callsPerSecondPerLink } = config.limits
  const perAddress = new TokenBuckets(callsPerSecondPerAddress, ADDRESS_BURST * callsPerSecondPerAddress)
  const perLink = new TokenBuckets(callsPerSecondPerLink, LINK_BURST * callsPerSecondPerLink)
  let sweptAt = timer.monotonic()

  return async (context, next) => {
    const now = timer.monotonic()
    if (now - sweptAt > SWEEP_MS) {
      perAddress.sweep(now)
      perLink.sweep(now)
      sweptAt = now
    }
    const secret = context.req.header('authorization')
    const why = !perAddress.take(addressKey(addressOf(context, config.trustedProxies)), now)
      ? 'address_calls'
      : secret !== undefined && !perLink.take(nameOf(secret), now)
        ? 'link_calls'
        : null
    if (why !== null) {
      metrics.count('refused_total', { why })
      throw apiError('too-many-calls', 'Too many calls at once. Wait a moment.')
    }
    await next()
  }
}

/** Secrets are not kept, not even for a second. */
function nameOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64')
}
