// Every pair of right and message, in both rooms: nothing is left to chance.
import type { Message, MessageType } from '@milepost/protocol'
import { expect, test } from 'vitest'
import { verdictOn } from './role-table.ts'

const update = Uint8Array.of(1, 2, 3)
const empty = Uint8Array.of(0, 0)
const MESSAGES: Record<MessageType | 'emptyStep2' | 'emptyUpdate', Message> = {
  syncStep1: { type: 'syncStep1', vector: Uint8Array.of(0) },
  syncStep2: { type: 'syncStep2', update },
  update: { type: 'update', update },
  emptyStep2: { type: 'syncStep2', update: empty },
  emptyUpdate: { type: 'update', update: empty },
  awareness: { type: 'awareness', entries: [] },
  queryAwareness: { type: 'queryAwareness' },
  barrier: { type: 'barrier', n: 1 },
  barrierAnswer: { type: 'barrierAnswer', n: 1, status: 0 },
  hello: { type: 'hello', epoch: '', relayTime: 0, leastAppVersion: 1 },
}
const ALWAYS = { syncStep1: 'serve', awareness: 'serve', queryAwareness: 'serve', barrier: 'serve', barrierAnswer: 'malformed', hello: 'malformed' } // prettier-ignore
const WRITES = { ...ALWAYS, syncStep2: 'serve', update: 'serve', emptyStep2: 'serve', emptyUpdate: 'serve' }
const READS = { ...ALWAYS, syncStep2: 'notAllowed', update: 'notAllowed', emptyStep2: 'ignore', emptyUpdate: 'ignore' }

test.each([
  ['view', 'plan', READS],
  ['comment', 'plan', READS],
  ['edit', 'plan', WRITES],
  ['manage', 'plan', WRITES],
  ['view', 'discussion', READS],
  ['comment', 'discussion', WRITES],
  ['edit', 'discussion', WRITES],
  ['manage', 'discussion', WRITES],
] as const)('[ROLE-1] %s in the room of the %s', (right, room, expected) => {
  const verdicts = Object.entries(MESSAGES).map(([name, message]) => [name, verdictOn(message, right, room)])
  expect(Object.fromEntries(verdicts)).toEqual(expected)
})
