// Every environment variable the relay reads, with its default and what it does: one table for `config.ts`, for the page
// of those who run it (`docs/operate.md` is held against it by a test), and for the question "is this one known?".
import { LEAST_APP_VERSION } from '@milepost/protocol'
import { LIMIT_NAMES, LIMIT_ROWS } from './limits.ts'

export interface Setting {
  readonly env: string
  /** As a person would write it; empty: not set. */
  readonly fallback: string
  readonly about: string
}

export const SETTINGS: readonly Setting[] = [
  { env: 'PORT', fallback: '4321', about: 'the port; 0 takes a free one' },
  { env: 'HOST', fallback: '127.0.0.1', about: 'the address to listen on; `0.0.0.0` for all' },
  { env: 'MILEPOST_DATA', fallback: 'data', about: 'the folder of the database' },
  { env: 'MILEPOST_CLIENT_DIR', fallback: 'client/dist', about: 'the built app, served where it is there' },
  { env: 'MILEPOST_CREATE_TOKEN', fallback: '', about: 'set: only calls with this in `X-Create-Token` may make plans' },
  {
    env: 'MILEPOST_METRICS_TOKEN',
    fallback: '',
    about: 'set: `/metrics` is also answered to `Authorization: Bearer` with this',
  },
  {
    env: 'MILEPOST_TRUST_PROXY',
    fallback: '0',
    about: 'how many proxies stand in front and add to `X-Forwarded-For` (0 to 10)',
  },
  {
    env: 'MILEPOST_ORIGINS',
    fallback: '',
    about: "set: pages that may connect, as `https://host` with commas between; `same` is the relay's own host",
  },
  {
    env: 'MILEPOST_LEAST_APP_VERSION',
    fallback: String(LEAST_APP_VERSION),
    about: 'apps that say a smaller `v` are closed with 4426',
  },
  { env: 'MILEPOST_LOG', fallback: 'info', about: '`debug`, `info`, `warn`, `error` or `silent`' },
  {
    env: 'MILEPOST_RATE_LIMITS',
    fallback: 'on',
    about: '`off`: no rates and no counts per address and link, for benchmarks; sizes and rights are held',
  },
  {
    env: 'MILEPOST_BIND_CLIENTS',
    fallback: 'report',
    about:
      '`enforce`: new changes under a client id that somebody else was first to use are refused (4403); else counted',
  },
  {
    env: 'MILEPOST_COLLECT_DELETED',
    fallback: 'off',
    about: '`on`: what was deleted is let go of in rooms that nobody is in, for good',
  },
  ...LIMIT_NAMES.map((name) => {
    const { env, value, about } = LIMIT_ROWS[name]
    return { env, fallback: String(value), about }
  }),
]

/** Names that look like ours and are none: most likely a slip of the pen, and what was meant does not happen. */
export function unknownSettings(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const known = new Set(SETTINGS.map((setting) => setting.env))
  return Object.keys(env).filter((name) => name.startsWith('MILEPOST_') && !known.has(name))
}
