// The relay's settings, read once from the environment. A wrong one is a line for a person, not a stack.
//
// The rows (names, defaults, words) stand in `settings.ts` and `limits.ts`; here they become values.
import { join } from 'node:path'
import { APP_VERSION, LEAST_APP_VERSION } from '@milepost/protocol'
import { readLimits, type RelayLimits } from './limits.ts'
import { isLogLevel, type LogLevel } from './log.ts'

export interface Config {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** Set: only calls that carry it may create plans. */
  readonly createToken: string | null
  /** Set: whoever carries it may read the metrics from elsewhere. */
  readonly metricsToken: string | null
  /** How many proxies in front are believed about where a request came from. */
  readonly trustedProxies: number
  /** Pages that may connect; null: all of them. */
  readonly origins: readonly string[] | null
  readonly leastAppVersion: number
  readonly logLevel: LogLevel
  /** Off: rates, and counts per address and link, are not held; sizes and rights are. */
  readonly hasRateLimits: boolean
  /** Is a change refused that writes under a client id of somebody else? Else it is counted. */
  readonly bindsClients: boolean
  /** Is deleted content let go of in quiet rooms? */
  readonly collectsDeleted: boolean
  /** The built app; served where it is there. */
  readonly clientDir: string
  readonly limits: RelayLimits
}

export interface ConfigProblem {
  readonly problem: string
}

type Env = Readonly<Record<string, string | undefined>>

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1'])
/** What stands for the relay's own host in the list of origins. */
export const SAME_ORIGIN = 'same'

export function isConfigProblem(config: object): config is ConfigProblem {
  return 'problem' in config
}

export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host) || host.startsWith('127.')
}

export function readConfig(env: Env, root: string): Config | ConfigProblem {
  const numbers = readNumbers(env)
  if (isConfigProblem(numbers)) return numbers
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
  const logLevel = env['MILEPOST_LOG'] || 'info'
  if (!isLogLevel(logLevel)) {
    return { problem: `MILEPOST_LOG must be debug, info, warn, error or silent, not "${logLevel}".` }
  }
  const origins = readOrigins(env['MILEPOST_ORIGINS'] ?? '')
  if (typeof origins === 'string') return { problem: origins }
  const metricsToken = env['MILEPOST_METRICS_TOKEN'] || null
  if (metricsToken !== null && !/^[!-~]{16,}$/.test(metricsToken)) {
    return { problem: 'MILEPOST_METRICS_TOKEN must have at least 16 characters, without spaces.' }
  }
  const limits = readLimits(env)
  if (isConfigProblem(limits)) return limits
  return {
    ...numbers,
    host: env['HOST'] || '127.0.0.1',
    dataDir: env['MILEPOST_DATA'] || 'data',
    createToken: env['MILEPOST_CREATE_TOKEN'] || null,
    metricsToken,
    origins,
    logLevel,
    hasRateLimits: rates === 'on',
    bindsClients: bind === 'enforce',
    collectsDeleted: collect === 'on',
    clientDir: env['MILEPOST_CLIENT_DIR'] || join(root, 'client', 'dist'),
    limits,
  }
}

type Numbers = Pick<Config, 'port' | 'trustedProxies' | 'leastAppVersion'>

function readNumbers(env: Env): Numbers | ConfigProblem {
  const port = numberIn(env, 'PORT', 4_321, 65_535)
  if (typeof port === 'string') return { problem: port }
  const trustedProxies = numberIn(env, 'MILEPOST_TRUST_PROXY', 0, 10)
  if (typeof trustedProxies === 'string') return { problem: trustedProxies }
  // More than the app served here says of itself would lock everybody out.
  const leastAppVersion = numberIn(env, 'MILEPOST_LEAST_APP_VERSION', LEAST_APP_VERSION, APP_VERSION)
  if (typeof leastAppVersion === 'string') return { problem: leastAppVersion }
  return { port, trustedProxies, leastAppVersion }
}

/** The number, or what is wrong with it. */
function numberIn(env: Env, name: string, fallback: number, most: number): number | string {
  const text = env[name] || String(fallback)
  if (/^\d{1,9}$/.test(text) && Number(text) <= most) return Number(text)
  return `${name} must be a number from 0 to ${most}, not "${text}".`
}

/** The list, null where there is none, or what is wrong with it. */
function readOrigins(text: string): readonly string[] | null | string {
  const words = text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
  if (words.length === 0) return null
  for (const word of words) {
    if (word !== SAME_ORIGIN && !isOrigin(word)) {
      return `MILEPOST_ORIGINS: "${word}" is no origin. Write https://host, or http://host:port, without anything after it.`
    }
  }
  return words
}

function isOrigin(word: string): boolean {
  return /^https?:\/\//.test(word) && URL.canParse(word) && new URL(word).origin === word
}
