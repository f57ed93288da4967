/**
 * The one door for plain values that others wrote: copied first, then parsed.
 *
 * Copied, because a value may inherit. A key `__proto__` in an update becomes the
 * prototype of the decoded object, so whoever received those bytes would read fields
 * that whoever receives a re-encoded copy does not have: two devices would differ
 * for ever. Only an object's own keys count, in lists and objects of sane size.
 */
import * as v from 'valibot'
import * as Y from 'yjs'

const DEPTH = 6
const WIDTH = 4_096

/** What the schema makes of it; undefined where it makes nothing. */
export function readValue<T>(schema: v.GenericSchema<unknown, T>, raw: unknown): T | undefined {
  const result = v.safeParse(schema, ownCopy(raw, DEPTH))
  return result.success ? result.output : undefined
}

function ownCopy(raw: unknown, depth: number): unknown {
  if (typeof raw !== 'object' || raw === null) return raw
  if (depth === 0 || raw instanceof Y.AbstractType || raw instanceof Uint8Array) return undefined
  if (Array.isArray(raw)) return raw.slice(0, WIDTH).map((item) => ownCopy(item, depth - 1))
  const copy: Record<string, unknown> = Object.create(null)
  for (const key of Object.keys(raw).slice(0, WIDTH)) copy[key] = ownCopy(Reflect.get(raw, key), depth - 1)
  return copy
}
