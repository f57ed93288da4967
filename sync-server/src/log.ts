// What the relay writes for the person who runs it: one line per event, never a secret, never content.
//
// Callers are expected not to hand secrets in; whatever looks like one is blotted out all the same. Grants are named by
// the first eight characters of their id.

export type LogFields = Readonly<Record<string, string | number | boolean | null>>

export interface Log {
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields): void
}

/** 43 characters of base64url: a capability, or as long as one. */
const SECRET = /(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/g

export function consoleLog(write: (line: string) => void = (line) => console.error(line)): Log {
  const at =
    (level: string) =>
    (event: string, fields: LogFields = {}) => {
      const pairs = Object.entries(fields).map(([key, value]) => `${key}=${String(value)}`)
      write([new Date().toISOString(), level, event, ...pairs].join(' ').replace(SECRET, '[secret]'))
    }
  return { info: at('info'), warn: at('warn'), error: at('error') }
}

export const SILENT_LOG: Log = { info: () => {}, warn: () => {}, error: () => {} }

export function shortId(id: string): string {
  return id.slice(0, 8)
}
