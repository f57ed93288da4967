// Every limit that can be set, set small, run into, and counted. What the limits on readers do is in `outbox.test.ts` and
// `buffer-budget.test.ts`; that the settings are read at all, in `config.test.ts`.
import { once } from 'node:events'
import { connect } from 'node:net'
import type { Message } from '@milepost/protocol'
import { describe, expect, test } from 'vitest'
import type { Config } from '../src/config.ts'
import type { RelayLimits } from '../src/limits.ts'
import { jsonLog } from '../src/log.ts'
import { fakeTimer } from './support/fake-timer.ts'
import { faultyStorage } from './support/faulty-storage.ts'
import { stage, type Stage } from './support/stage.ts'
import { call, newPlanId } from './support/test-relay.ts'
import { keystrokes, typed } from './support/updates.ts'

const EMPTY = Uint8Array.of(0, 0)
const strict = (limits: Partial<RelayLimits>) => ({ limits, config: { hasRateLimits: true } })

async function refused({ relay }: Stage, why: string): Promise<number> {
  const found = new RegExp(`milepost_refused_total\\{why="${why}"\\} (\\d+)`).exec(await relay.metrics.text())
  return Number(found?.[1] ?? 0)
}

/** In, or the code it was closed with. */
async function outcome(client: ReturnType<Stage['raw']>): Promise<number | 'in'> {
  return Promise.race([client.closed, client.next('hello').then(() => 'in' as const)])
}

describe('[DOOR-8] counts at the door', () => {
  test.each<[string, Partial<RelayLimits>]>([
    ['sockets', { sockets: 2 }],
    ['room_sockets', { socketsPerRoom: 2 }],
    ['link_sockets', { socketsPerLink: 2 }],
    ['address_sockets', { socketsPerAddress: 2 }],
    ['link_joins', { joinsPerSecondPerLink: 1 }],
    ['address_joins', { joinsPerSecondPerAddress: 1 }],
  ])('%s', async (why, limits) => {
    const it = await stage({ timer: fakeTimer(), ...strict(limits) })
    const [first, second] = [it.raw(it.plan.secret), it.raw(it.plan.secret)]
    expect([await outcome(first), await outcome(second)]).toEqual(['in', 'in'])
    expect(await it.raw(it.plan.secret).closed).toBe(1013)
    expect(await refused(it, why)).toBe(1)
  })

  test.each<[string, Partial<RelayLimits>]>([
    ['sockets', { sockets: 1 }],
    ['room_sockets', { socketsPerRoom: 1 }],
    ['link_sockets', { socketsPerLink: 1 }],
    ['address_sockets', { socketsPerAddress: 1 }],
  ])('%s: whoever leaves makes room', async (_, limits) => {
    const it = await stage(strict(limits))
    for (let times = 0; times < 3; times++) {
      const client = it.raw(it.plan.secret)
      expect(await outcome(client)).toBe('in')
      client.leave()
      // The relay notices a moment later than we do.
      await expect.poll(async () => (await it.relay.metrics.text()).includes('milepost_sockets 0')).toBe(true)
    }
  })

  test('[ADDRESS-1] behind a proxy each forwarded address counts for itself, and a stranger cannot choose one', async () => {
    const limits = { joinsPerSecondPerAddress: 1 }
    const it = await stage({ timer: fakeTimer(), limits, config: { hasRateLimits: true, trustedProxies: 1 } })
    const from = (forwarded: string) => outcome(it.raw(it.plan.secret, { headers: { 'x-forwarded-for': forwarded } }))
    expect([await from('192.0.2.1'), await from('192.0.2.1')]).toEqual(['in', 'in'])
    expect(await from('192.0.2.1')).toBe(1013)
    expect(await from('192.0.2.2')).toBe('in')
    expect(await from('198.51.100.9, 192.0.2.1')).toBe(1013)
  })

  test('[ADDRESS-1] nobody is trusted: forwarded addresses change nothing', async () => {
    const it = await stage({ timer: fakeTimer(), ...strict({ joinsPerSecondPerAddress: 1 }) })
    const from = (forwarded: string) => outcome(it.raw(it.plan.secret, { headers: { 'x-forwarded-for': forwarded } }))
    expect([await from('192.0.2.1'), await from('192.0.2.2'), await from('192.0.2.3')]).toEqual(['in', 'in', 1013])
  })
})

test('[ADDRESS-4] a proxy that nobody told the relay of is warned about, once', async () => {
  const told = async (config: Partial<Config>, headers: Record<string, string>) => {
    const lines: string[] = []
    const it = await stage({
      config: { hasRateLimits: true, ...config },
      log: jsonLog('warn', (line) => lines.push(line)),
    })
    for (let times = 0; times < 3; times++) await outcome(it.raw(it.plan.secret, { headers }))
    return lines.filter((line) => line.includes('MILEPOST_TRUST_PROXY')).length
  }
  const forwarded = { 'x-forwarded-for': '192.0.2.1' }
  expect(await told({}, forwarded)).toBe(1)
  expect(await told({}, {})).toBe(0)
  expect(await told({ trustedProxies: 1 }, forwarded)).toBe(0)
  expect(await told({ hasRateLimits: false }, forwarded)).toBe(0)
})

test('[RATE-3] MILEPOST_RATE_LIMITS=off: no rates and no counts per address and link; everything else is held', async () => {
  const limits = { joinsPerSecondPerLink: 1, joinsPerSecondPerAddress: 1, socketsPerLink: 1, socketsPerAddress: 1, callsPerSecondPerAddress: 1, callsPerSecondPerLink: 1, sockets: 12, framesPerSecond: 1, framesBurst: 1, frameBytes: 200_000 } // prettier-ignore
  const it = await stage({ timer: fakeTimer(), limits })
  const clients = Array.from({ length: 12 }, () => it.raw(it.plan.secret))
  expect(await Promise.all(clients.map(outcome))).toEqual(clients.map(() => 'in'))
  for (let calls = 0; calls < 20; calls++) {
    expect((await call(it.origin, it.plan.secret, 'GET', `/api/plans/${it.plan.planId}/me`)).status).toBe(200)
  }
  for (const update of keystrokes('a dozen keys')) clients[0]!.send({ type: 'update', update })
  await clients[0]!.served()
  expect(await it.raw(it.plan.secret).closed).toBe(1013)
  clients[0]!.ws.send(new Uint8Array(200_001))
  expect(await clients[0]!.closed).toBe(4413)
})

test.each<[string, Partial<RelayLimits>, string]>([
  ['one address', { callsPerSecondPerAddress: 2 }, 'address_calls'],
  ['one link', { callsPerSecondPerLink: 2 }, 'link_calls'],
])('[RATE-4] calls of %s are bounded', async (_, limits, why) => {
  const timer = fakeTimer()
  const it = await stage({ timer, ...strict(limits) })
  const me = async () => (await call(it.origin, it.plan.secret, 'GET', `/api/plans/${it.plan.planId}/me`)).status
  const statuses = []
  for (let calls = 0; calls < 12; calls++) statuses.push(await me())
  expect([statuses[0], statuses.at(-1)]).toEqual([200, 429])
  expect(await refused(it, why)).toBeGreaterThan(0)
  timer.advance(1_000)
  expect(await me()).toBe(200)
})

test('[RATE-5] who asks for everything again and again without taking it is sent away; who takes it is not', async () => {
  const it = await stage()
  const ask = { type: 'syncStep1', vector: Uint8Array.of(0) } as const
  const patient = it.raw(it.plan.secret)
  await patient.next('hello')
  for (let times = 0; times < 40; times++) {
    const answer = patient.next('syncStep2')
    patient.send(ask)
    await answer
  }
  const greedy = it.raw(it.plan.secret)
  await greedy.next('hello')
  greedy.send(...Array.from({ length: 40 }, () => ask))
  expect(await greedy.closed).toBe(1013)
  expect(await refused(it, 'questions')).toBe(1)
  await patient.served()
})

describe('[SIZE-1] sizes are closed with 4413', () => {
  test.each<[string, Partial<RelayLimits>, Message]>([
    ['update_bytes', { updateBytes: 16_384 }, { type: 'update', update: typed('x'.repeat(16_384)) }],
    ['upload_bytes', { uploadBytes: 16_384 }, { type: 'syncStep2', update: typed('x'.repeat(16_384)) }],
    ['frame_bytes', { frameBytes: 16_384 }, { type: 'update', update: typed('x'.repeat(16_384)) }],
    ['room_full', { roomBytes: 16_384 }, { type: 'update', update: typed('x'.repeat(16_384)) }],
    ['room_full', { roomUpdates: 0 }, { type: 'update', update: typed('x') }],
  ])('%s', async (why, limits, message) => {
    const it = await stage({ limits })
    const client = it.raw(it.plan.secret)
    await client.next('hello')
    client.send(message)
    expect(await client.closed).toBe(4413)
    expect((await it.stored()).head).toBe(0)
    expect(await refused(it, why)).toBe(1)
  })
})

describe('[DOOR-10] time at the door', () => {
  test('a head that trickles in is not waited for', async () => {
    const it = await stage({ limits: { upgradeMs: 100 } })
    const socket = connect(it.port, '127.0.0.1')
    socket.write('GET /sync/x HTTP/1.1\r\nHost: relay\r\nX-Slow: ')
    const [data] = (await once(socket, 'data')) as [Buffer]
    expect(data.toString()).toContain('408')
    await once(socket, 'close')
  })

  test('nor is one who says nothing at all', async () => {
    const it = await stage({ limits: { upgradeMs: 100 } })
    const socket = connect(it.port, '127.0.0.1')
    const [data] = (await once(socket, 'data')) as [Buffer]
    expect(data.toString()).toContain('408')
  })

  test('a head that is too long is refused', async () => {
    const it = await stage({ limits: { headerBytes: 4_096 } })
    const answer = await fetch(`${it.origin}/healthz`, { headers: { 'x-long': 'x'.repeat(5_000) } })
    expect(answer.status).toBe(431)
  })

  test('a room that is not read in time: 4503', async () => {
    const timer = fakeTimer()
    const storage = faultyStorage()
    const it = await stage({ timer, storage, limits: { joinMs: 500 } })
    const held = storage.holdReads()
    const client = it.raw(it.plan.secret)
    await expect.poll(async () => (await it.relay.metrics.text()).includes('milepost_sockets 1')).toBe(true)
    timer.advance(501)
    expect(await client.closed).toBe(4503)
    expect(await refused(it, 'join_time')).toBe(1)
    held()
  })

  test('rooms are read so many at a time, and the others wait their turn', async () => {
    const storage = faultyStorage()
    const it = await stage({ storage, limits: { loadsAtOnce: 2 } })
    let reading = 0
    const open = storage.holdReads()
    const read = storage.readRoom.bind(storage)
    storage.readRoom = (room) => {
      reading++
      return read(room).finally(() => reading--)
    }
    const plans = await Promise.all(Array.from({ length: 12 }, async () => {
      const planId = newPlanId()
      await call(it.origin, it.plan.secret, 'POST', '/api/plans', { planId, side: 'seller' })
      return planId
    })) // prettier-ignore
    const clients = plans.map((room) => it.raw(it.plan.secret, { room }))
    const outcomes = clients.map(outcome)
    await expect.poll(async () => (await it.relay.metrics.text()).includes('milepost_sockets 12')).toBe(true)
    expect(reading).toBe(2)
    open()
    expect(await Promise.all(outcomes)).toEqual(clients.map(() => 'in'))
  })

  test('whoever says nothing after joining is sent away', async () => {
    const timer = fakeTimer()
    const it = await stage({ timer, limits: { firstFrameMs: 1_000 } })
    const client = it.raw(it.plan.secret)
    await client.next('hello')
    timer.advance(1_001)
    it.relay.sweep()
    expect(await client.closed).toBe(1013)
    expect(await refused(it, 'first_frame')).toBe(1)
  })
})

describe('[COMMIT-5] while the disk is behind, writers are read more slowly', () => {
  test.each<[string, Partial<RelayLimits>]>([
    ['by bytes', { commitQueueBytes: 10 }],
    ['by time', { commitQueueMs: 500 }],
  ])('%s', async (_, limits) => {
    const timer = fakeTimer()
    const storage = faultyStorage()
    const it = await stage({ timer, storage, limits })
    const client = it.raw(it.plan.secret)
    await client.next('hello')
    const release = storage.holdAppends()
    client.send({ type: 'syncStep2', update: EMPTY }, { type: 'update', update: typed('first, and long enough') })
    await client.served()
    timer.advance(501)
    client.send({ type: 'update', update: typed('second', 2) })
    const paused = async () => /sockets_paused\{why="commits"\} 1/.test(await it.relay.metrics.text())
    await expect.poll(paused).toBe(true)
    const answer = client.next('barrierAnswer')
    client.send({ type: 'barrier', n: 1 })
    release()
    expect(await answer).toMatchObject({ n: 1, status: 0 })
    expect(await paused()).toBe(false)
    expect((await it.stored()).head).toBe(2)
  })
})

describe('[ORIGIN-1] pages that may connect', () => {
  test('with a list, pages that are not on it are closed with 4403; what is no page comes in', async () => {
    const it = await stage({ config: { origins: ['https://plans.example', 'same'] } })
    const from = (origin: string) => outcome(it.raw(it.plan.secret, { headers: { origin } }))
    expect(await from('https://plans.example')).toBe('in')
    expect(await from(it.origin)).toBe('in')
    expect(await from('https://evil.example')).toBe(4403)
    expect(await outcome(it.raw(it.plan.secret))).toBe('in')
    expect(await refused(it, 'origin')).toBe(1)
  })

  test('and calls from them get no permission to be read', async () => {
    const it = await stage({ config: { origins: ['https://plans.example'] } })
    const allowed = async (origin: string) =>
      (await fetch(`${it.origin}/api/plans/${it.plan.planId}/me`, { headers: { origin } })).headers.get('access-control-allow-origin') // prettier-ignore
    expect(await allowed('https://plans.example')).toBe('https://plans.example')
    expect(await allowed('https://evil.example')).toBeNull()
  })
})

describe('[DOOR-9] the least version of the app', () => {
  test('an app below it is closed with 4426, and hello tells it', async () => {
    const it = await stage({ config: { leastAppVersion: 7 } })
    expect(await outcome(it.raw(it.plan.secret, { query: '?v=6' }))).toBe(4426)
    const client = it.raw(it.plan.secret, { query: '?v=7' })
    expect(await client.next('hello')).toMatchObject({ leastAppVersion: 7 })
    expect(await outcome(it.raw(it.plan.secret))).toBe('in')
  })
})

describe('[HOLD-3] a client that was sent away for good and comes back at once', () => {
  test('waits at the door after the second denial; another link and another room do not', async () => {
    const timer = fakeTimer()
    const it = await stage({ timer, config: { hasRateLimits: true } })
    const { secret, id } = await it.link('edit')
    await call(it.origin, it.plan.secret, 'DELETE', `/api/plans/${it.plan.planId}/grants/${id}`)
    for (let times = 0; times < 2; times++) expect(await it.raw(secret).closed).toBe(4401)
    for (const seconds of [2, 4]) {
      const again = it.raw(secret)
      await expect.poll(async () => (await it.relay.metrics.text()).includes('milepost_upgrades_held 1')).toBe(true)
      timer.advance(seconds * 1_000 - 1)
      expect(await outcome(it.raw(it.plan.secret))).toBe('in')
      expect(again.ws.readyState).toBe(again.ws.CONNECTING)
      timer.advance(1)
      expect(await again.closed).toBe(4401)
    }
    expect(await it.raw(secret, { room: `${it.plan.planId}.c` }).closed).toBe(4401)
  })

  test('a link that is given back comes in after the wait, and starts anew', async () => {
    const timer = fakeTimer()
    const it = await stage({ timer, config: { hasRateLimits: true } })
    const { secret, id } = await it.link('edit')
    const path = `/api/plans/${it.plan.planId}/grants/${id}`
    await call(it.origin, it.plan.secret, 'DELETE', path)
    for (let times = 0; times < 2; times++) expect(await it.raw(secret).closed).toBe(4401)
    await call(it.origin, it.plan.secret, 'PATCH', path, { right: 'edit' })
    const again = it.raw(secret)
    await expect.poll(async () => (await it.relay.metrics.text()).includes('milepost_upgrades_held 1')).toBe(true)
    timer.advance(2_000)
    expect(await outcome(again)).toBe('in')
    expect(await outcome(it.raw(secret))).toBe('in')
  })
})

test('[METRIC-3] the limits in force are in the metrics', async () => {
  const it = await stage({ limits: { sockets: 77 } })
  expect(await it.relay.metrics.text()).toContain('milepost_limit{limit="sockets"} 77')
})
