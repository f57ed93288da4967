/**
 * What a hostile or broken peer may put anywhere: one value of every shape that Yjs
 * can carry, made anew for each use (a Y type belongs to one place).
 */
import * as fc from 'fast-check'
import * as Y from 'yjs'
import { PLAN_ROOTS } from '../keys.ts'

export const HOSTILE_VALUES: readonly (() => unknown)[] = [
  () => null,
  () => undefined,
  () => true,
  () => -1,
  () => 1.5,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => Number.MAX_SAFE_INTEGER,
  // The last moment that a Date can hold: in a year that no calendar of ours has.
  () => 8_640_000_000_000_000,
  () => 12345678901234567890n,
  () => '',
  () => '2026-02-30',
  () => 'r00000000',
  () => 'x'.repeat(200_000),
  () => '\u202Egnp.exe\u0000',
  () => [],
  () => [null, 1, 'a', [], {}],
  () => Array.from({ length: 5_000 }, (_, i) => `id${i}`),
  () => ({}),
  // Yjs itself refuses to write these two names; `poison` puts them into the bytes.
  () => ({ 'xxproto--': { by: { side: 'buyer', name: 'evil' }, at: 1, on: '2026-01-01', date: '2026-01-01' } }),
  () => ({ construct0r: 1, toString: 2, hasOwnProperty: 3 }),
  () => ({ from: '2026-02-02', to: '2026-01-01' }),
  () => ({ milestoneId: 5, rank: {} }),
  () => ({ on: 'never', by: 'me', at: 'now' }),
  () => ({ n: -5, side: 'both', by: null, at: -1, days: { a: 1 } }),
  () => new Uint8Array([1, 2, 3]),
  () => new Y.Map([['get', 'no function']]),
  () => new Y.Array(),
  () => new Y.Text('text'),
  () => new Y.XmlFragment(),
  () => new Y.XmlElement('script'),
  () => deep(500),
]

export const hostileValue = fc
  .integer({ min: 0, max: HOSTILE_VALUES.length - 1 })
  .map((index) => HOSTILE_VALUES[index]!)

/** Keys that a root map or a record may be given. */
export const hostileKey = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    '',
    ' ',
    'a'.repeat(41),
    'a/b',
    'ok',
    '2026-01-01',
    '12',
    'ok:buyer',
  ),
  fc.string({ maxLength: 50 }),
)

/** One value written over a key of a list, or over a field of one of its records. */
export const hostileAttack = fc.record({
  root: fc.constantFrom(...PLAN_ROOTS),
  key: hostileKey,
  field: fc.option(hostileKey),
  fieldOf: fc.nat(),
  value: hostileValue,
})

type HostileAttack = typeof hostileAttack extends fc.Arbitrary<infer Attack> ? Attack : never

/** All of them in one transaction. */
export function attackWith(ydoc: Y.Doc, attacks: readonly HostileAttack[]): void {
  ydoc.transact(() => {
    for (const { root, key, field, fieldOf, value } of attacks) {
      const map = ydoc.getMap(root)
      const records = [...map.values()].filter((record) => record instanceof Y.Map)
      const record = records[fieldOf % Math.max(1, records.length)]
      if (field !== null && record !== undefined) record.set(field, value())
      else map.set(key, value())
    }
  })
}

/** The update as a hostile client would have written it, with names that Yjs does not let us write. */
export function poison(update: Uint8Array): Uint8Array {
  let text = ''
  for (const byte of update) text += String.fromCharCode(byte)
  text = text.replaceAll('xxproto--', '__proto__').replaceAll('construct0r', 'constructor')
  return Uint8Array.from(text, (char) => char.charCodeAt(0))
}

function deep(depth: number): unknown {
  let value: unknown = 'bottom'
  for (let i = 0; i < depth; i += 1) value = { inner: value }
  return value
}
