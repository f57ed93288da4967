// Frames from people who mean harm, or from broken software: they cost their sender the socket and nobody else anything.
import { LIMITS, encodeMessage } from '@milepost/protocol'
import { describe, expect, test } from 'vitest'
import type { RelayLimits } from '../src/limits.ts'
import { fakeTimer } from './support/fake-timer.ts'
import { stage } from './support/stage.ts'
import { typed } from './support/updates.ts'

/** Small and seeded: a failing seed is printed with the failure. */
function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e9))

test(`[FRAME-9] a thousand bad frames, seed ${SEED}: the relay lives, and so do the others`, async () => {
  const { raw, plan, relay, stored } = await stage()
  const good = raw(plan.secret)
  await good.next('hello')
  const next = random(SEED)
  const below = (limit: number) => Math.floor(next() * limit)
  const valid = [
    encodeMessage({ type: 'syncStep1', vector: Uint8Array.of(1, 7, 7) }),
    encodeMessage({ type: 'update', update: typed('fuzz', 77) }),
    encodeMessage({ type: 'awareness', entries: [{ clientId: 7, clock: 1, state: '{"a":1}' }] }),
    encodeMessage({ type: 'barrier', n: 300 }),
  ]
  let client = raw(plan.secret)
  await client.next('hello')
  let closes = 0
  for (let round = 0; round < 1_000; round++) {
    const frame = [...valid[below(valid.length)]!]
    if (next() < 0.3) frame.splice(0, frame.length, ...Array.from({ length: below(30) }, () => below(256)))
    else for (let changes = 1 + below(3); changes > 0; changes--) frame[below(frame.length)] = below(256)
    if (next() < 0.2) frame.length = below(frame.length)
    client.sendBytes(...frame)
    const outcome = await Promise.race([client.closed, client.served().then(() => 'open' as const)])
    if (outcome === 'open') continue
    expect([4400, 4413]).toContain(outcome)
    closes++
    client = raw(plan.secret)
    await client.next('hello')
  }
  expect(closes).toBeGreaterThan(300)
  const answer = good.next('barrierAnswer')
  good.send({ type: 'syncStep2', update: typed('fine', 5) }, { type: 'barrier', n: 1 })
  expect(await answer).toMatchObject({ status: 0 })
  expect((await stored()).head).toBeGreaterThan(0)
  expect(await relay.metrics.text()).toContain('milepost_closed_total{code="4400"}')
})

describe('[SIZE-1] too big is closed with 4413, which does not come back', () => {
  test('a frame over the limit', async () => {
    const { raw, plan } = await stage()
    const client = raw(plan.secret)
    await client.next('hello')
    client.ws.send(new Uint8Array(LIMITS.frameBytes + 1))
    expect(await client.closed).toBe(4413)
  })

  test('an update over the limit', async () => {
    const { raw, plan, stored } = await stage()
    const client = raw(plan.secret)
    await client.next('hello')
    client.send({ type: 'update', update: typed('x'.repeat(LIMITS.updateBytes)) })
    expect(await client.closed).toBe(4413)
    expect((await stored()).head).toBe(0)
  })

  test('the same as a step 2 is fine: a stock client cannot split what it wrote offline', async () => {
    const { raw, plan } = await stage()
    const client = raw(plan.secret)
    await client.next('hello')
    const answer = client.next('barrierAnswer')
    client.send({ type: 'syncStep2', update: typed('x'.repeat(LIMITS.updateBytes)) }, { type: 'barrier', n: 1 })
    expect(await answer).toMatchObject({ status: 0 })
  })
})

test('[FRAME-5] text frames and broken websocket frames are malformed', async () => {
  const { raw, plan } = await stage()
  const client = raw(plan.secret)
  await client.next('hello')
  client.ws.send('hello')
  expect(await client.closed).toBe(4400)
})

test('[RATE-1] a flood is read more slowly, and all of it is kept', async () => {
  const { raw, plan, stored } = await stage({ config: { hasRateLimits: true } })
  const client = raw(plan.secret)
  await client.next('hello')
  client.send({ type: 'syncStep2', update: Uint8Array.of(0, 0) })
  const count = LIMITS.framesBurst + 40
  for (let at = 0; at < count; at++) client.send({ type: 'update', update: typed('x', 1_000 + at) })
  const answer = client.next('barrierAnswer')
  client.send({ type: 'barrier', n: 1 })
  expect(await answer).toMatchObject({ status: 0 })
  expect((await stored()).head).toBe(count)
})

test.each<[string, Partial<RelayLimits>]>([
  ['frames', { framesPerSecond: 10, framesBurst: 5 }],
  ['bytes', { bytesPerSecond: 200_000, bytesBurst: 100_000 }],
])('[RATE-1] beyond its %s a socket is not read for a while, and then on', async (_, limits) => {
  const timer = fakeTimer()
  const { raw, plan, relay, stored } = await stage({ timer, limits, config: { hasRateLimits: true } })
  const client = raw(plan.secret)
  await client.next('hello')
  const count = 60
  for (let at = 0; at < count; at++) client.send({ type: 'update', update: typed('x'.repeat(20_000), 1_000 + at) })
  const isPaused = async () => (await relay.metrics.text()).includes('milepost_sockets_paused{why="rate"} 1')
  await expect.poll(isPaused).toBe(true)
  expect((await stored()).head).toBeLessThan(count)
  await expect
    .poll(async () => {
      timer.advance(1_000)
      return (await stored()).head
    })
    .toBe(count)
})

test('[SIZE-2] a crowd of invented client ids fills a room and is closed with 4413', async () => {
  const { raw, plan, stored } = await stage()
  const client = raw(plan.secret)
  await client.next('hello')
  const crowd = (from: number, count: number) => {
    const bytes: number[] = []
    const write = (value: number) => {
      for (let left = value; ; left = Math.floor(left / 128)) {
        bytes.push(left > 127 ? 128 + (left % 128) : left)
        if (left <= 127) return
      }
    }
    write(count)
    // One struct each: a collected unit at clock 0.
    for (let id = 0; id < count; id++) for (const value of [1, from + id, 0, 0, 1]) write(value)
    write(0)
    return Uint8Array.from(bytes)
  }
  const answer = client.next('barrierAnswer')
  client.send({ type: 'syncStep2', update: crowd(1, LIMITS.roomClients - 10) }, { type: 'barrier', n: 1 })
  expect(await answer).toMatchObject({ status: 0 })
  client.send({ type: 'update', update: crowd(5_000_000, 11) })
  expect(await client.closed).toBe(4413)
  expect((await stored()).head).toBe(1)
})

test('[RATE-2] the room is full: closed with 4413, what is there stays', async () => {
  const { raw, plan, storage, stored } = await stage()
  const big = typed('y'.repeat(3 * 1024 * 1024), 3)
  for (let bytes = 0; bytes + big.length <= LIMITS.roomBytes; bytes += big.length) {
    await storage.append([
      { room: plan.planId as never, grantId: plan.grantId, update: big, newAuthors: [], slot: null },
    ])
  }
  const head = (await stored()).head
  const client = raw(plan.secret)
  await client.next('hello')
  client.send({ type: 'update', update: big })
  expect(await client.closed).toBe(4413)
  expect((await stored()).head).toBe(head)
})

test('a body over the limit: a clear answer, and the next call of the same caller is served', async () => {
  const { plan, relay } = await stage()
  const call = (body: string) =>
    fetch(`http://127.0.0.1:${relay.port}/api/plans/${plan.planId}/grants`, {
      method: 'POST',
      headers: { authorization: `Bearer ${plan.secret}`, 'content-type': 'application/json' },
      body,
    })
  for (let round = 0; round < 20; round++) {
    const refused = await call('x'.repeat(3_000_000))
    expect(refused.status).toBe(413)
    expect(await refused.json()).toMatchObject({ error: { code: 'too-big' } })
    expect((await call(JSON.stringify({ right: 'view', side: 'seller' }))).status).toBe(201)
  }
})
