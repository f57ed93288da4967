// The relay's settings, read once from the environment. A wrong one is a line for a person, not a stack.
import { join } from 'node:path'

export interface Config {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** Set: only calls that carry it may create plans. */
  readonly createToken: string | null
  /** Off: rates and per-address counts are not held; sizes and rights are. */
  readonly hasRateLimits: boolean
  /** Is a change refused that writes under a client id of somebody else? Else it is counted. */
  readonly bindsClients: boolean
  /** Is deleted content let go of in quiet rooms? */
  readonly collectsDeleted: boolean
  /** The built app; served where it is there. */
  readonly clientDir: string
}

export interface ConfigProblem {
  readonly problem: string
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1'])

export function isConfigProblem(config: Config | ConfigProblem): config is ConfigProblem {
  return 'problem' in config
}

export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host) || host.startsWith('127.')
}

export function readConfig(env: Readonly<Record<string, string | undefined>>, root: string): Config | ConfigProblem {
  const portText = env['PORT'] || '4321'
  const port = Number(portText)
  if (!/^\d{1,5}$/.test(portText) || port > 65_535) {
    return { problem: `PORT must be a number from 0 to 65535, not "${portText}".` }
  }
  const rates = env['MILEPOST_RATE_LIMITS'] || 'on'
  if (rates !== 'on' && rates !== 'off') return { problem: `MILEPOST_RATE_LIMITS must be on or off, not "${rates}".` }
  const bind = env['MILEPOST_BIND_CLIENTS'] || 'report'
  if (bind !== 'report' && bind !== 'enforce') {
    return { problem: `MILEPOST_BIND_CLIENTS must be report or enforce, not "${bind}".` }
  }
  const collect = env['MILEPOST_COLLECT_DELETED'] || 'off'
  if (collect !== 'on' && collect !== 'off') {
    return { problem: `MILEPOST_COLLECT_DELETED must be on or off, not "${collect}".` }
  }
  return {
    port,
    host: env['HOST'] || '127.0.0.1',
    dataDir: env['MILEPOST_DATA'] || 'data',
    createToken: env['MILEPOST_CREATE_TOKEN'] || null,
    hasRateLimits: rates === 'on',
    bindsClients: bind === 'enforce',
    collectsDeleted: collect === 'on',
    clientDir: env['MILEPOST_CLIENT_DIR'] || join(root, 'client', 'dist'),
  }
}
