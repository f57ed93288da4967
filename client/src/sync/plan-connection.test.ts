import { CLOSE, newCapability, parsePlanId, roomOf, type Message } from '@milepost/protocol'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Connection } from './machine.ts'
import type { PageEvent } from './page-events.ts'
import { createPlanConnection, type Admission, type PlanConnection, type RelayHello } from './plan-connection.ts'
import { fakeRelay } from './testing/fake-relay.ts'
import { manualTimers } from './testing/manual-timers.ts'

/** The provider takes hold of the clock when it is loaded, so it must be ours before that. */
const clock = vi.hoisted(() => {
  const real = Date.now
  const own = { ahead: 0 }
  Date.now = () => real() + own.ahead
  return own
})

const PLAN = parsePlanId('AAAAAAAAAAAAAAAAAAAAA')
const EMPTY = new Uint8Array([0, 0])
const open: (() => void)[] = []
afterEach(() => open.splice(0).forEach((close) => close()))

const turn = () => new Promise((resolve) => setTimeout(resolve, 0))

function setUp({ mode = 'write', epoch = null }: { mode?: 'write' | 'read'; epoch?: string | null } = {}) {
  if (PLAN === null) throw new Error('no plan id')
  const relay = fakeRelay()
  const timers = manualTimers()
  const ydoc = new Y.Doc()
  const awareness = new Awareness(ydoc)
  const capability = newCapability()
  const heard: RelayHello[] = []
  const confirmed: number[] = []
  const missing: boolean[] = []
  const pages = new Set<(event: PageEvent) => void>()
  let answer: Admission = { type: 'admitted', mode, capability, epoch }
  let changes = 0
  let asked = 0
  let state: Connection | null = null
  ydoc.on('update', (_update, _origin, _doc, transaction) => {
    if (transaction.local) changes += 1
  })
  const connection: PlanConnection = createPlanConnection({
    ydoc,
    awareness,
    room: roomOf(PLAN),
    relay: 'https://relay.example',
    ask: () => {
      asked += 1
      return Promise.resolve(answer)
    },
    isOutgoing: (_origin, transaction) => transaction.local,
    mark: () => changes,
    confirm: (mark) => confirmed.push(mark),
    onChange: (next) => (state = next),
    onHello: (hello) => heard.push(hello),
    onMissing: (isMissing) => missing.push(isMissing),
    page: {
      subscribe(listener) {
        pages.add(listener)
        return () => void pages.delete(listener)
      },
    },
    timers,
    random: () => 1,
    WebSocket: relay.WebSocket,
  })
  open.push(() => {
    connection.stop()
    awareness.destroy()
  })
  const type = (text: string) => ydoc.getText('t').insert(0, text)
  return {
    relay,
    timers,
    ydoc,
    capability,
    connection,
    heard,
    confirmed,
    missing,
    type,
    asked: () => asked,
    answer: (next: Admission) => (answer = next),
    page: (event: PageEvent) => pages.forEach((listener) => listener(event)),
    phase: () => (state ?? connection.current()).phase.name,
    types: () => relay.last().heard.map(({ type: name }) => name),
    async start() {
      connection.start()
      await turn()
      relay.last().open()
      return relay.last()
    },
  }
}

/** The relay's side of a handshake; what it holds, and its question for what the client holds. */
function theirs(write: (ydoc: Y.Doc) => void = () => {}): { step1: Message; step2: Message; ydoc: Y.Doc } {
  const ydoc = new Y.Doc()
  write(ydoc)
  return {
    ydoc,
    step1: { type: 'syncStep1', vector: Y.encodeStateVector(ydoc) },
    step2: { type: 'syncStep2', update: Y.encodeStateAsUpdate(ydoc) },
  }
}

const barriers = (messages: readonly Message[]) =>
  messages.flatMap((message) => (message.type === 'barrier' ? [message.n] : []))

describe('connecting', () => {
  test('asks first, then offers the capability as a subprotocol and never in the address', async () => {
    const { start, capability } = setUp({ epoch: 'life-1' })
    const socket = await start()
    expect(socket.protocols).toEqual(['milepost.v1', `cap.${capability}`])
    expect(socket.url).toBe(`wss://relay.example/sync/${PLAN}?v=1&epoch=life-1`)
    expect(socket.url).not.toContain(capability)
  })

  test('a refusal over HTTP opens no socket', async () => {
    const { connection, answer, relay, phase } = setUp()
    answer({ type: 'denied', refusal: 'revoked' })
    connection.start()
    await turn()
    expect(relay.sockets).toHaveLength(0)
    expect(phase()).toBe('refused')
  })

  test('a changed right is asked for before coming back', async () => {
    const { start, answer, relay, timers, asked, capability } = setUp()
    const socket = await start()
    answer({ type: 'admitted', mode: 'read', capability, epoch: null })
    socket.close(CLOSE.restart.code)
    await turn()
    expect(relay.sockets).toHaveLength(1)
    timers.pass(500)
    await turn()
    expect(asked()).toBe(2)
    expect(relay.sockets).toHaveLength(2)
  })

  test('nothing reconnects behind the machine’s back, whatever the relay does', async () => {
    const { start, relay, timers, page, phase } = setUp()
    const socket = await start()
    vi.useFakeTimers()
    socket.close(1006)
    // The provider's own back-off would have come by now.
    await vi.advanceTimersByTimeAsync(60_000)
    vi.useRealTimers()
    expect(relay.sockets).toHaveLength(1)
    page('offline')
    expect(phase()).toBe('offline')
    timers.pass(29_999)
    await turn()
    expect(relay.sockets).toHaveLength(1)
    page('online')
    await turn()
    expect(relay.sockets).toHaveLength(2)
  })

  test('a socket that went silent is given up by the provider and taken up by the machine', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] })
    const { connection, relay, phase } = setUp()
    connection.start()
    await vi.advanceTimersByTimeAsync(0)
    relay.last().open()
    clock.ahead = 31_000
    await vi.advanceTimersByTimeAsync(10_000)
    clock.ahead = 0
    vi.useRealTimers()
    expect(phase()).toBe('waiting')
    expect(relay.sockets).toHaveLength(1)
  })

  test('a page that comes to the front does not wait for the back-off', async () => {
    const { start, relay, page } = setUp()
    const socket = await start()
    socket.close(1006)
    await turn()
    page('shown')
    await turn()
    expect(relay.sockets).toHaveLength(2)
  })
})

describe('what may be called saved', () => {
  test('the first barrier follows the upload of what was written offline, whatever comes first from the relay', async () => {
    const { start, type, types, confirmed, phase } = setUp()
    type('offline')
    const socket = await start()
    const other = theirs()
    socket.say(other.step2)
    await turn()
    expect(barriers(socket.heard)).toEqual([])
    socket.say(other.step1)
    await turn()
    expect(types().slice(-2)).toEqual(['syncStep2', 'barrier'])
    expect(phase()).toBe('sending')
    socket.say({ type: 'barrierAnswer', n: 1, status: 0 })
    expect(phase()).toBe('synced')
    expect(confirmed).toEqual([1])
  })

  test('a change is followed by a barrier on the same socket; what comes later is not covered', async () => {
    const { start, type, types, confirmed, phase } = setUp()
    const socket = await start()
    const other = theirs()
    socket.say(other.step2)
    socket.say(other.step1)
    await turn()
    socket.say({ type: 'barrierAnswer', n: 1, status: 0 })
    type('a')
    await turn()
    type('b')
    await turn()
    expect(types().slice(-3)).toEqual(['update', 'barrier', 'update'])
    socket.say({ type: 'barrierAnswer', n: 2, status: 0 })
    expect(phase()).toBe('sending')
    await turn()
    expect(types().at(-1)).toBe('barrier')
    expect(confirmed).toEqual([0, 1])
    socket.say({ type: 'barrierAnswer', n: 3, status: 0 })
    expect(confirmed).toEqual([0, 1, 2])
    expect(phase()).toBe('synced')
  })

  test('an answer from before a reconnect confirms nothing', async () => {
    const { start, type, relay, timers, confirmed } = setUp()
    const first = await start()
    const other = theirs()
    first.say(other.step2)
    first.say(other.step1)
    await turn()
    type('lost?')
    first.close(1006)
    await turn()
    timers.pass(500)
    await turn()
    relay.last().open()
    relay.last().say({ type: 'barrierAnswer', n: 1, status: 0 })
    expect(confirmed).toEqual([])
  })

  test('somebody else’s change is no reason to ask', async () => {
    const { start, ydoc, phase } = setUp()
    const socket = await start()
    const other = theirs()
    socket.say(other.step2)
    socket.say(other.step1)
    await turn()
    socket.say({ type: 'barrierAnswer', n: 1, status: 0 })
    other.ydoc.getText('t').insert(0, 'theirs')
    socket.say({ type: 'update', update: Y.encodeStateAsUpdate(other.ydoc) })
    expect(ydoc.getText('t').toString()).toBe('theirs')
    expect(phase()).toBe('synced')
    expect(socket.heard.filter(({ type: name }) => name === 'update')).toEqual([])
  })
})

describe('a reader', () => {
  test('is synced when the relay’s state is here, answers no question about its own and sends no change', async () => {
    const { start, types, type, phase, ydoc } = setUp({ mode: 'read' })
    const socket = await start()
    const other = theirs((there) => there.getText('t').insert(0, 'theirs'))
    socket.say(other.step1)
    socket.say(other.step2)
    await turn()
    expect(phase()).toBe('synced')
    expect(ydoc.getText('t').toString()).toBe('theirs')
    type('mine')
    await turn()
    expect(types().filter((name) => name !== 'awareness')).toEqual(['syncStep1'])
  })
})

describe('an odd relay', () => {
  test('another life of the plan is never merged', async () => {
    const { start, phase, ydoc, heard } = setUp({ epoch: 'life-1' })
    const socket = await start()
    socket.say({ type: 'hello', epoch: 'life-2', relayTime: 1, leastAppVersion: 1 })
    socket.say(theirs((there) => there.getText('t').insert(0, 'other life')).step2)
    expect(phase()).toBe('refused')
    expect(heard).toEqual([])
    expect(ydoc.getText('t').toString()).toBe('')
  })

  test('one that needs a newer app is not talked to', async () => {
    const { start, phase } = setUp()
    const socket = await start()
    socket.say({ type: 'hello', epoch: 'life-1', relayTime: 1, leastAppVersion: 2 })
    expect(phase()).toBe('refused')
  })

  test('its hello is passed on', async () => {
    const { start, heard } = setUp()
    const socket = await start()
    socket.say({ type: 'hello', epoch: 'life-1', relayTime: 12, leastAppVersion: 1 })
    expect(heard).toEqual([{ epoch: 'life-1', relayTime: 12 }])
  })

  test.each([
    ['a cut frame', new Uint8Array([0, 2, 200])],
    ['an overlong number', new Uint8Array([0, 128, 0, 0])],
    ['a barrier answer that is none', new Uint8Array([100, 1, 9])],
    ['bytes behind a message', new Uint8Array([100, 1, 0, 7])],
  ])('%s ends the connection, and the document stays as it is', async (_what, bytes) => {
    const { start, phase, ydoc } = setUp()
    const socket = await start()
    socket.sayBytes(bytes)
    await turn()
    expect(phase()).toBe('waiting')
    expect(Y.encodeStateAsUpdate(ydoc)).toEqual(EMPTY)
  })

  test('presence that is no JSON is dropped, and the connection lives', async () => {
    const { start, phase } = setUp()
    const socket = await start()
    socket.say({ type: 'awareness', entries: [{ clientId: 7, clock: 1, state: '{oh' }] })
    expect(phase()).toBe('joining')
  })

  test('a hole that stays is asked for again, then reported, then taken back', async () => {
    const { start, timers, missing, types } = setUp()
    const socket = await start()
    const other = theirs((there) => there.getText('t').insert(0, 'first'))
    const before = Y.encodeStateVector(other.ydoc)
    other.ydoc.getText('t').insert(5, ' second')
    socket.say({ type: 'update', update: Y.encodeStateAsUpdate(other.ydoc, before) })
    const asked = () => types().filter((name) => name === 'syncStep1').length
    expect(asked()).toBe(1)
    timers.pass(5_000)
    expect(asked()).toBe(2)
    expect(missing).toEqual([])
    timers.pass(5_000)
    expect(missing).toEqual([true])
    socket.say({ type: 'update', update: Y.encodeStateAsUpdate(other.ydoc) })
    expect(missing).toEqual([true, false])
  })
})
