import { expect, test } from 'vitest'
import { STOPPED, type Connection, type Phase } from '../sync/machine.ts'
import { statusOf } from './status-of.ts'
import type { Refusal } from './sync-status.ts'

const at = (phase: Phase, attempts = 0): Connection => ({ ...STOPPED, phase, attempts })

const ROWS: readonly (readonly [string, Connection | 'local' | null, number, Refusal | null, string])[] = [
  ['a sample', 'local', 3, null, 'local'],
  ['a plan nobody knows', null, 0, 'unknown', 'refused unknown'],
  ['the first try', at({ name: 'connecting', mode: 'write' }), 0, null, 'connecting'],
  ['asking for the first time', at({ name: 'asking', after: null }), 0, null, 'connecting'],
  ['asking again after failures', at({ name: 'asking', after: null }, 2), 1, null, 'offline'],
  ['trying again after failures', at({ name: 'connecting', mode: 'write' }, 2), 1, null, 'offline'],
  ['between two tries', at({ name: 'waiting' }, 1), 1, null, 'offline'],
  ['no network', at({ name: 'offline' }), 1, null, 'offline'],
  ['no network, and a link that was revoked', at({ name: 'offline' }), 1, 'revoked', 'refused revoked'],
  ['asking once more after a refusal', at({ name: 'asking', after: 'revoked' }), 0, 'revoked', 'refused revoked'],
  [
    'the socket is open',
    at({ name: 'joining', mode: 'write', answered: false, received: false }),
    1,
    null,
    'connecting',
  ],
  ['a barrier is out', at({ name: 'sending', received: true, dirty: false }), 0, null, 'sending'],
  ['confirmed', at({ name: 'synced', mode: 'write' }), 0, null, 'synced'],
  ['confirmed, and another tab has something more', at({ name: 'synced', mode: 'write' }), 1, null, 'sending'],
  ['a reader', at({ name: 'synced', mode: 'read' }), 0, null, 'synced'],
  [
    'a reader who once could write, and has unsent changes',
    at({ name: 'synced', mode: 'read' }),
    2,
    null,
    'refused notAllowed',
  ],
  ['refused', at({ name: 'refused', refusal: 'tooBig' }), 1, 'tooBig', 'refused tooBig'],
]

test.each(ROWS)('%s', (_what, connection, waiting, refusal, expected) => {
  const rest = {
    kept: 'kept',
    lastSyncedAt: null,
    clockOff: false,
    incomplete: false,
    nearlyFull: false,
    damage: 'none',
  } as const
  const status = statusOf({ connection, waiting, refusal, ...rest })
  expect([status.relay, status.refusal].filter((part) => part !== null).join(' ')).toBe(expected)
  expect(status.waiting).toBe(waiting)
})
