import { describe, expect, test } from 'vitest'
import {
  OFFLINE_RETRY_MS,
  retryDelay,
  step,
  STOPPED,
  type Connection,
  type ConnectionEvent,
  type Effect,
  type Phase,
} from './machine.ts'

const STATES = {
  stopped: { name: 'stopped' },
  offline: { name: 'offline' },
  asking: { name: 'asking', after: null },
  'connecting to write': { name: 'connecting', mode: 'write' },
  'connecting to read': { name: 'connecting', mode: 'read' },
  'joining to write': { name: 'joining', mode: 'write', answered: false, received: false },
  'joining to write, received': { name: 'joining', mode: 'write', answered: false, received: true },
  'joining to write, answered': { name: 'joining', mode: 'write', answered: true, received: false },
  'joining to read': { name: 'joining', mode: 'read', answered: false, received: false },
  sending: { name: 'sending', received: true, dirty: false },
  'sending, dirty': { name: 'sending', received: true, dirty: true },
  'sending, not received': { name: 'sending', received: false, dirty: false },
  'synced to write': { name: 'synced', mode: 'write' },
  'synced to read': { name: 'synced', mode: 'read' },
  waiting: { name: 'waiting' },
  refused: { name: 'refused', refusal: 'revoked' },
} as const satisfies Record<string, Phase>

const EVENTS = {
  start: { type: 'start' },
  stop: { type: 'stop' },
  renew: { type: 'renew' },
  deviceOnline: { type: 'deviceOnline' },
  deviceOffline: { type: 'deviceOffline' },
  shown: { type: 'shown' },
  retryDue: { type: 'retryDue' },
  'admitted to write': { type: 'admitted', mode: 'write' },
  'admitted to read': { type: 'admitted', mode: 'read' },
  denied: { type: 'denied', refusal: 'revoked' },
  unreachable: { type: 'unreachable' },
  opened: { type: 'opened' },
  answered: { type: 'answered' },
  received: { type: 'received' },
  changed: { type: 'changed' },
  durable: { type: 'barrierAnswered', n: 7, status: 0 },
  'refused barrier': { type: 'barrierAnswered', n: 7, status: 1 },
  full: { type: 'barrierAnswered', n: 7, status: 2 },
  'old answer': { type: 'barrierAnswered', n: 6, status: 0 },
  lost: { type: 'closed', code: null },
  'closed 1012': { type: 'closed', code: 1012 },
  'closed 4400': { type: 'closed', code: 4400 },
  'closed 4401': { type: 'closed', code: 4401 },
  'closed 4403': { type: 'closed', code: 4403 },
  'closed 4404': { type: 'closed', code: 4404 },
  'closed 4409': { type: 'closed', code: 4409 },
  'closed 4413': { type: 'closed', code: 4413 },
  'closed 4426': { type: 'closed', code: 4426 },
  'closed 4499': { type: 'closed', code: 4499 },
  'closed 4503': { type: 'closed', code: 4503 },
  otherEpoch: { type: 'otherEpoch' },
  tooOld: { type: 'tooOld' },
} as const satisfies Record<string, ConnectionEvent>

type StateName = keyof typeof STATES
type EventName = keyof typeof EVENTS

/** What everything with a socket does when it is closed or thrown out. */
const CLOSED: Partial<Record<EventName, string>> = {
  stop: 'stopped | cancelRetry disconnect',
  renew: 'asking | disconnect cancelRetry ask',
  deviceOffline: 'offline | cancelRetry disconnect retryLater',
  lost: 'waiting | retryAfter 3',
  'closed 1012': 'waiting | retryAfter 3',
  'closed 4400': 'refused malformed',
  'closed 4401': 'asking | cancelRetry ask',
  'closed 4403': 'asking | cancelRetry ask',
  'closed 4404': 'asking | cancelRetry ask',
  'closed 4409': 'refused otherEpoch',
  'closed 4413': 'refused tooBig',
  'closed 4426': 'refused tooOld',
  'closed 4499': 'refused malformed',
  'closed 4503': 'waiting | retryAfter 3',
  otherEpoch: 'refused otherEpoch | disconnect',
  tooOld: 'refused tooOld | disconnect',
}

/** Everything that is not written here must change nothing and do nothing. */
const TABLE: Record<StateName, Partial<Record<EventName, string>>> = {
  stopped: { start: 'asking | cancelRetry ask' },
  offline: {
    stop: 'stopped | cancelRetry disconnect',
    renew: 'asking | disconnect cancelRetry ask',
    deviceOnline: 'asking | cancelRetry ask',
    shown: 'asking | cancelRetry ask',
    retryDue: 'asking | cancelRetry ask',
  },
  asking: {
    stop: 'stopped | cancelRetry disconnect',
    renew: 'asking | disconnect cancelRetry ask',
    deviceOffline: 'offline | cancelRetry disconnect retryLater',
    'admitted to write': 'connecting write | connect write',
    'admitted to read': 'connecting read | connect read',
    denied: 'refused revoked',
    unreachable: 'waiting | retryAfter 3',
  },
  'connecting to write': { ...CLOSED, opened: 'joining write' },
  'connecting to read': { ...CLOSED, opened: 'joining read' },
  'joining to write': { ...CLOSED, answered: 'sending | sendBarrier 8', received: 'joining write received' },
  'joining to write, received': { ...CLOSED, answered: 'sending received | sendBarrier 8' },
  'joining to write, answered': {
    ...CLOSED,
    answered: 'sending | sendBarrier 8',
    received: 'synced write',
    changed: 'sending | sendBarrier 8',
  },
  'joining to read': { ...CLOSED, received: 'synced read' },
  sending: {
    ...CLOSED,
    changed: 'sending received dirty',
    durable: 'synced write | confirm 7',
    'refused barrier': 'asking | disconnect cancelRetry ask',
    full: 'refused tooBig | disconnect',
  },
  'sending, dirty': {
    ...CLOSED,
    durable: 'sending received | confirm 7 sendBarrier 8',
    'refused barrier': 'asking | disconnect cancelRetry ask',
    full: 'refused tooBig | disconnect',
  },
  'sending, not received': {
    ...CLOSED,
    received: 'sending received',
    changed: 'sending dirty',
    durable: 'joining write answered | confirm 7',
    'refused barrier': 'asking | disconnect cancelRetry ask',
    full: 'refused tooBig | disconnect',
  },
  'synced to write': { ...CLOSED, changed: 'sending received | sendBarrier 8' },
  'synced to read': CLOSED,
  waiting: {
    stop: 'stopped | cancelRetry disconnect',
    renew: 'asking | disconnect cancelRetry ask',
    deviceOffline: 'offline | cancelRetry disconnect retryLater',
    deviceOnline: 'asking | cancelRetry ask',
    shown: 'asking | cancelRetry ask',
    retryDue: 'asking | cancelRetry ask',
  },
  refused: {
    stop: 'stopped | cancelRetry disconnect',
    renew: 'asking after revoked | disconnect cancelRetry ask',
    deviceOnline: 'asking after revoked | cancelRetry ask',
    shown: 'asking after revoked | cancelRetry ask',
  },
}

function drawPhase(phase: Phase): string {
  switch (phase.name) {
    case 'asking':
      return phase.after === null ? 'asking' : `asking after ${phase.after}`
    case 'connecting':
    case 'synced':
      return `${phase.name} ${phase.mode}`
    case 'joining':
      return ['joining', phase.mode, phase.answered && 'answered', phase.received && 'received']
        .filter(Boolean)
        .join(' ')
    case 'sending':
      return ['sending', phase.received && 'received', phase.dirty && 'dirty'].filter(Boolean).join(' ')
    case 'refused':
      return `refused ${phase.refusal}`
    default:
      return phase.name
  }
}

function drawEffect(effect: Effect): string {
  switch (effect.type) {
    case 'connect':
      return `connect ${effect.mode}`
    case 'sendBarrier':
    case 'confirm':
      return `${effect.type} ${effect.n}`
    case 'retryAfter':
      return `retryAfter ${effect.attempts}`
    default:
      return effect.type
  }
}

const at = (phase: Phase, more: Partial<Connection> = {}): Connection => ({
  phase,
  attempts: 2,
  denials: 0,
  barrier: 7,
  ...more,
})

describe.each(Object.keys(STATES) as StateName[])('%s', (state) => {
  test.each(Object.keys(EVENTS) as EventName[])('%s', (event) => {
    const now = at(STATES[state])
    const { next, effects } = step(now, EVENTS[event])
    const expected = TABLE[state][event] ?? drawPhase(STATES[state])
    const drawn = [drawPhase(next.phase), effects.map(drawEffect).join(' ')].filter(Boolean).join(' | ')
    expect(drawn).toBe(expected)
  })
})

/** Plays events from the start; the phases and effects on the way. */
function play(...events: readonly ConnectionEvent[]) {
  let now = STOPPED
  const effects: string[] = []
  for (const event of events) {
    const result = step(now, event)
    now = result.next
    effects.push(...result.effects.map(drawEffect))
  }
  return { now, effects }
}

const IN: readonly ConnectionEvent[] = [EVENTS.start, EVENTS['admitted to write'], EVENTS.opened]

test('offline edits are said to be synced only after the barrier behind their upload came back', () => {
  const { now } = play(...IN, EVENTS.received, EVENTS.answered)
  expect(now.phase.name).toBe('sending')
  expect(step(now, { type: 'barrierAnswered', n: 1, status: 0 }).next.phase.name).toBe('synced')
})

test('a change behind a barrier asks for another one, and an old answer says nothing', () => {
  const { now, effects } = play(
    ...IN,
    EVENTS.received,
    EVENTS.answered,
    EVENTS.changed,
    EVENTS.changed,
    { type: 'barrierAnswered', n: 1, status: 0 },
    { type: 'barrierAnswered', n: 1, status: 0 },
  )
  expect(now.phase.name).toBe('sending')
  expect(effects.filter((effect) => effect.startsWith('sendBarrier'))).toEqual(['sendBarrier 1', 'sendBarrier 2'])
})

test('success makes the back-off start again, and only success', () => {
  const failing = play(EVENTS.start, EVENTS.unreachable, EVENTS.retryDue, EVENTS.unreachable).now
  expect(failing.attempts).toBe(2)
  const opened = [EVENTS.retryDue, EVENTS['admitted to write'], EVENTS.opened].reduce<Connection>(
    (now, event) => step(now, event).next,
    failing,
  )
  expect(opened.attempts).toBe(2)
  const done = [
    EVENTS.received,
    EVENTS.answered,
    { type: 'barrierAnswered', n: 1, status: 0 } as const,
  ].reduce<Connection>((now, event) => step(now, event).next, opened)
  expect(done.attempts).toBe(0)
})

test('a relay that lets in and throws out again is asked three times, then believed', () => {
  let now = play(EVENTS.start).now
  const phases: string[] = []
  for (let round = 0; round < 4; round += 1) {
    for (const event of [EVENTS['admitted to write'], EVENTS.opened, EVENTS['closed 4403']]) now = step(now, event).next
    phases.push(drawPhase(now.phase))
    now = step(now, EVENTS.retryDue).next
  }
  expect(phases).toEqual(['asking', 'waiting', 'waiting', 'refused notAllowed'])
})

test('the back-off doubles, has an end, and half of it is chance', () => {
  expect([1, 2, 3, 10].map((attempts) => retryDelay(attempts, () => 1))).toEqual([500, 1000, 2000, 15_000])
  expect(retryDelay(3, () => 0)).toBe(1000)
  expect(OFFLINE_RETRY_MS).toBeGreaterThan(retryDelay(10, () => 1))
})
