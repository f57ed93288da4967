// What the relay writes for the person who runs it: one JSON object a line (pino), never a secret, a name or content.
//
// Three nets. Fields are numbers, flags and short words of our own, so there is no object to hand in by mistake. What an
// error says is written only where it is known to come from the system or the disk (`reasonOf`): other errors quote what
// they were given. And whatever looks like a secret is blotted out of the finished line. Rules LOG-1 to LOG-3, SPEC.md.
import { pino, type Level } from 'pino'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'
export type LogFields = Readonly<Record<string, string | number | boolean | null>>

export interface Log {
  debug(event: string, fields?: LogFields): void
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields): void
}

const LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error', 'silent']

/** 43 characters of base64url: a capability, or as long as one. */
const SECRET = /(?<![A-Za-z0-9_-])(cap\.)?[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/g

export function isLogLevel(text: string): text is LogLevel {
  return LEVELS.some((level) => level === text)
}

export function jsonLog(
  level: LogLevel,
  write: (line: string) => void = (line) => void process.stderr.write(line),
): Log {
  const destination = { write: (line: string) => write(line.replace(SECRET, '[secret]')) }
  const logger = pino(
    {
      level,
      base: null,
      messageKey: 'event',
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  )
  const at =
    (label: Level) =>
    (event: string, fields: LogFields = {}) =>
      logger[label](fields, event)
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

export const SILENT_LOG: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

/** How a link is called in the log: the first eight hex digits of the hash the relay keeps of it. */
export function linkName(hash: Uint8Array): string {
  return Buffer.from(hash.subarray(0, 4)).toString('hex')
}

/** The first characters of an id that is no secret: enough to find it in the database. */
export function shortId(id: string): string {
  return id.slice(0, 8)
}

/**
 * What may be said of an error. Messages of the disk and of the system name files and codes; any other may quote what it
 * choked on (a parser shows the text it read), so only its kind and its place in our code are told.
 */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const isOurs = /^(storage|merge)\b/.test(error.message)
  const isSystem = 'syscall' in error && typeof error.syscall === 'string'
  if (isOurs || isSystem) return error.message
  const place = /\n\s+at (?:.*\()?(?:file:\/\/)?(?:[^()\s]*\/)?([^/()\s]+:\d+):\d+\)?/.exec(error.stack ?? '')?.[1]
  return place === undefined ? error.name : `${error.name} at ${place}`
}
