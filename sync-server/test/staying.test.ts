// Long connections: keep-alive, silence, slow readers, going away and coming back, and what is counted about it.
import {
  CONTRIBUTION_SLOT_MS,
  LIMITS,
  isShapeProblem,
  parseAuthors,
  parseContributions,
  parseGrantList,
} from '@milepost/protocol'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Connections } from '../src/socket/connections.ts'
import { faultyStorage } from './support/faulty-storage.ts'
import { fakeTimer } from './support/fake-timer.ts'
import { figuresOf } from './support/figures.ts'
import { stage } from './support/stage.ts'
import { until } from './support/stock-client.ts'
import { call } from './support/test-relay.ts'
import { keystrokes, textReceived, typed } from './support/updates.ts'

test('[ALIVE-1] after 15 s of silence a word, so that the stock client does not hang up', async () => {
  const timer = fakeTimer()
  const { raw, plan, relay } = await stage({ timer })
  const client = raw(plan.secret)
  client.send({ type: 'syncStep1', vector: Uint8Array.of(0) })
  await client.next('syncStep2')
  const before = client.received.length
  timer.advance(LIMITS.silenceMs - 1)
  relay.sweep()
  await client.served()
  expect(client.received).toHaveLength(before)
  timer.advance(1)
  const word = client.next('awareness')
  relay.sweep()
  expect(await word).toEqual({ type: 'awareness', entries: [] })
})

test('[ALIVE-2] a socket that does not answer pings is cut off, one that does stays', async () => {
  const timer = fakeTimer()
  const { raw, plan, relay } = await stage({ timer })
  const [dead, alive] = [raw(plan.secret), raw(plan.secret)]
  for (const client of [dead, alive]) client.send({ type: 'barrier', n: 1 })
  await Promise.all([dead.next('hello'), alive.next('hello')])
  await Promise.all([dead.served(), alive.served()])
  dead.ws.pong = () => {}
  dead.ws.removeAllListeners('ping')
  Object.assign(dead.ws, { _autoPong: false })
  for (let round = 0; round <= LIMITS.missedPongs; round++) {
    timer.advance(LIMITS.pingMs)
    const pinged = new Promise((resolve) => alive.ws.once('ping', resolve))
    relay.sweep()
    if (round < LIMITS.missedPongs) await pinged
    await alive.served()
  }
  expect(await dead.closed).toBe(1006)
  await alive.served()
})

test('[ALIVE-3] the machine’s clock jumps a day: nobody is closed', async () => {
  const timer = fakeTimer()
  const { raw, plan, relay } = await stage({ timer })
  const client = raw(plan.secret)
  await client.next('hello')
  client.send({ type: 'barrier', n: 1 })
  await client.served()
  for (const jump of [86_400_000, -2 * 86_400_000]) {
    timer.jumpClock(jump)
    relay.sweep()
  }
  await client.served()
  expect(client.ws.readyState).toBe(client.ws.OPEN)
})

test('[ALIVE-4] a socket that never says anything is sent away, to come back', async () => {
  const timer = fakeTimer()
  const { raw, plan, relay } = await stage({ timer })
  const client = raw(plan.secret)
  await client.next('hello')
  timer.advance(LIMITS.firstFrameMs + 1)
  relay.sweep()
  expect(await client.closed).toBe(1013)
})

test('[OUT-2] a reader that stops reading for a while gets everything in the end, and costs the others nothing', async () => {
  const { raw, plan } = await stage()
  const [writer, slow, quick] = [raw(plan.secret), raw(plan.secret), raw(plan.secret)]
  await Promise.all([writer.next('hello'), slow.next('hello'), quick.next('hello')])
  slow.ws.pause()
  const letters = 'abcdefghijklmnop'
  const doc = new Y.Doc()
  doc.on('update', (update: Uint8Array) => writer.send({ type: 'update', update }))
  for (const letter of letters) doc.getText('t').insert(doc.getText('t').length, letter.repeat(1_000_000))
  const whole = doc.getText('t').toJSON()
  await quick.until((received) => textReceived(received).length === whole.length)
  slow.ws.resume()
  await slow.until((received) => textReceived(received).length === whole.length)
  expect(textReceived(slow.received)).toBe(whole)
  expect(slow.received.length).toBeLessThanOrEqual(quick.received.length)
})

test('[OUT-6] readers that stop all at once cost no more than the budget; the writer and the healthy stay', async () => {
  const { raw, plan, relay, link } = await stage({ limits: { bufferedBytes: 2 * 1024 * 1024 } })
  const { secret } = await link('view')
  const [writer, quick] = [raw(plan.secret), raw(plan.secret)]
  const stalled = Array.from({ length: 8 }, () => raw(secret))
  const hellos = [writer, quick, ...stalled].map((client) => client.next('hello'))
  await Promise.all(hellos)
  for (const client of stalled) client.ws.pause()
  const doc = new Y.Doc()
  doc.on('update', (update: Uint8Array) => writer.send({ type: 'update', update }))
  for (let at = 1; at <= 64; at++) {
    doc.getText('t').insert(doc.getText('t').length, 'x'.repeat(200_000))
    await quick.until((received) => received.filter(({ type }) => type === 'update').length === at)
  }
  const figures = figuresOf(await relay.metrics.text())
  expect(figures('milepost_cut_off_total{why="buffer_budget"}')).toBeGreaterThan(0)
  expect(figures('milepost_socket_buffered_bytes')).toBeLessThanOrEqual(5 * 1024 * 1024)
  await Promise.all([writer.served(), quick.served()])
})

test('[STOP-2] all are told, spread over time', async () => {
  const connections = new Connections()
  const told: number[] = []
  let waits = 0
  for (let at = 0; at < 100; at++) connections.add({ grantId: String(at), close: () => told.push(waits) } as never)
  await connections.closeAll(500, async () => void waits++)
  expect(told).toHaveLength(100)
  expect(new Set(told).size).toBe(10)
})

test('[STOP-3] a relay that is stopping waits for the disk, confirms, and only then sends people away', async () => {
  const storage = faultyStorage()
  const { raw, plan, relay, storedText } = await stage({ storage })
  const client = raw(plan.secret)
  await client.next('hello')
  const release = storage.holdAppends()
  client.send({ type: 'syncStep2', update: typed('in time') }, { type: 'barrier', n: 1 })
  await client.served()
  const answer = client.next('barrierAnswer')
  const stopped = relay.stop()
  release()
  expect(await Promise.race([answer, client.closed])).toEqual({ type: 'barrierAnswer', n: 1, status: 0 })
  expect(await client.closed).toBe(1012)
  await stopped
  expect(await storedText()).toBe('in time')
})

test('evidence: who wrote, how often, who is here', async () => {
  const timer = fakeTimer()
  const { raw, link, plan, origin } = await stage({ timer })
  const { secret, id } = await link('edit', 'buyer')
  const bea = raw(secret)
  await bea.next('hello')
  const [first, second, third] = keystrokes('abc', 4_000_000_001)
  const save = async (update: Uint8Array, n: number) => {
    const answer = bea.next('barrierAnswer')
    bea.send({ type: 'syncStep2', update }, { type: 'barrier', n })
    await answer
  }
  await save(first!, 1)
  await save(second!, 2)
  timer.advance(CONTRIBUTION_SLOT_MS)
  // What is there already is no contribution.
  await save(first!, 3)
  timer.advance(CONTRIBUTION_SLOT_MS)
  await save(third!, 4)

  const get = (path: string) =>
    call(origin, plan.secret, 'GET', `/api/plans/${plan.planId}/${path}`).then(({ body }) => body)
  const shown = parseGrantList(await get('grants'))
  expect(isShapeProblem(shown) ? null : shown.grants.map(({ online, edits }) => [online, edits])).toEqual([[false, 0], [true, 4]]) // prettier-ignore
  expect(parseContributions(await get('contributions'))).toMatchObject({
    contributions: [{ grantId: id, side: 'buyer', slots: 2 }],
  })
  expect(parseAuthors(await get('authors'))).toMatchObject({
    authors: [{ clientId: 4_000_000_001, grantId: id, room: 'plan' }],
  })
})

test('two stock clients that were offline, with offline edits on both sides, meet', async () => {
  const { stock, plan, storedText } = await stage()
  const [ann, bob] = [stock(plan.secret), stock(plan.secret)]
  await Promise.all([ann.synced(), bob.synced()])
  ann.text.insert(0, 'base')
  await until(bob.doc, () => bob.text.toJSON() === 'base')
  for (const client of [ann, bob]) client.provider.disconnect()
  ann.text.insert(4, ' ann')
  bob.text.delete(0, 2)
  for (const client of [ann, bob]) client.provider.connect()
  await Promise.all([
    until(ann.doc, () => ann.text.toJSON() === 'se ann'),
    until(bob.doc, () => bob.text.toJSON() === 'se ann'),
  ])
  await Promise.all([ann.synced(), bob.synced()])
  expect(await ann.barrier()).toBe(0)
  expect(await bob.barrier()).toBe(0)
  expect(await storedText()).toBe('se ann')
})
