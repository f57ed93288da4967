// Coming in: who is let in, who is told why not, and that nobody is told anything before the room is there.
import { request } from 'node:http'
import { LIMITS, SUBPROTOCOL, capabilityProtocol, newCapability } from '@milepost/protocol'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { fakeTimer } from './support/fake-timer.ts'
import { faultyStorage } from './support/faulty-storage.ts'
import { stage } from './support/stage.ts'
import { call, newPlanId } from './support/test-relay.ts'
import { typed } from './support/updates.ts'

describe('[DOOR-1] refused with a code that says why', () => {
  test('an unknown link', async () => {
    const { raw } = await stage()
    expect(await raw(newCapability()).closed).toBe(4401)
  })

  test.each([
    ['no capability', [SUBPROTOCOL]],
    ['no subprotocol at all', []],
    ['half a capability', [SUBPROTOCOL, 'cap.abc']],
    ['two capabilities', [SUBPROTOCOL, capabilityProtocol(newCapability()), capabilityProtocol(newCapability())]],
  ])('%s', async (_, protocols) => {
    const { raw, plan } = await stage()
    expect(await raw(plan.secret, { protocols }).closed).toBe(4401)
  })

  test("another plan's link", async () => {
    const { raw, origin } = await stage()
    const other = await stage()
    expect(await raw(other.plan.secret).closed).toBe(4401)
    expect(origin).not.toBe(other.origin)
  })

  test('a plan nobody made', async () => {
    const { raw, plan } = await stage()
    expect(await raw(plan.secret, { room: newPlanId() }).closed).toBe(4404)
    expect(await raw(plan.secret, { room: `${newPlanId()}.c` }).closed).toBe(4404)
  })

  test.each(['short', 'a'.repeat(22), `${'a'.repeat(21)}.d`, '%00', '', 'a%2fb'])('room name %j', async (room) => {
    const { raw, plan } = await stage()
    expect(await raw(plan.secret, { room }).closed).toBe(4400)
  })

  test('a viewer at the discussion', async () => {
    const { raw, link, plan } = await stage()
    const { secret } = await link('view')
    expect(await raw(secret, { room: `${plan.planId}.c` }).closed).toBe(4403)
  })

  test('a revoked link', async () => {
    const { raw, link, plan, origin } = await stage()
    const { secret, id } = await link('edit')
    await call(origin, plan.secret, 'DELETE', `/api/plans/${plan.planId}/grants/${id}`)
    expect(await raw(secret).closed).toBe(4401)
  })

  test('an expired link, and one that expires while connected', async () => {
    const timer = fakeTimer()
    const { raw, plan, origin, stored } = await stage({ timer })
    const body = { right: 'edit', side: 'seller', expiresAt: timer.now() + 1_000 }
    const made = await call(origin, plan.secret, 'POST', `/api/plans/${plan.planId}/grants`, body)
    const secret = String(made.body['secret'])
    const client = raw(secret)
    await client.next('hello')
    timer.advance(1_001)
    client.send({ type: 'update', update: typed('late') })
    expect(await client.closed).toBe(4401)
    expect((await stored()).head).toBe(0)
    expect(await raw(secret).closed).toBe(4401)
  })

  test.each([
    ['?v=0', 4426],
    ['?v=', 4400],
    ['?v=one', 4400],
    ['?epoch=another', 4409],
  ])('%s', async (query, code) => {
    const { raw, plan } = await stage()
    expect(await raw(plan.secret, { query }).closed).toBe(code)
  })
})

test('[DOOR-2] a newer app and the right epoch are let in', async () => {
  const { raw, plan } = await stage()
  const { epoch } = await raw(plan.secret).next('hello')
  const again = await raw(plan.secret, { query: `?v=99&epoch=${epoch}` }).next('hello')
  expect(again).toMatchObject({ epoch, leastAppVersion: 1 })
})

test('[DOOR-3] the relay selects its subprotocol and never echoes the secret', async () => {
  const { raw, plan } = await stage()
  const client = raw(plan.secret)
  const headers = new Promise<string>((resolve) => {
    client.ws.once('upgrade', (answer) => resolve(JSON.stringify(answer.rawHeaders)))
  })
  expect(await headers).not.toContain(plan.secret)
  expect(client.ws.protocol).toBe(SUBPROTOCOL)
})

test('[DOOR-4] sockets are opened under /sync only', async () => {
  const { port } = await stage()
  const status = await new Promise((resolve) => {
    const headers = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==', 'sec-websocket-version': '13' } // prettier-ignore
    request({ port, path: '/elsewhere', headers }, (answer) => resolve(answer.statusCode)).end()
  })
  expect(status).toBe(404)
})

test('[DOOR-5] a writer is asked for what the relay lacks, a viewer is not', async () => {
  const { raw, plan, link } = await stage()
  const writer = raw(plan.secret)
  expect(await writer.next('syncStep1')).toEqual({ type: 'syncStep1', vector: Uint8Array.of(0) })
  const viewer = raw((await link('view')).secret)
  await viewer.next('hello')
  await viewer.served()
  expect(viewer.received.map(({ type }) => type)).toEqual(['hello'])
})

test('[DOOR-6] nobody is told that he is in step before the room is read', async () => {
  const storage = faultyStorage()
  const { plan, stock, raw, stored } = await stage({ storage })
  await storage.append([
    { room: plan.planId as never, grantId: plan.grantId, update: typed('kept'), newAuthors: [1], slot: null },
  ])
  expect((await stored()).head).toBe(1)
  const release = storage.holdReads()
  const early = raw(plan.secret)
  early.send({ type: 'syncStep1', vector: Uint8Array.of(0) })
  const ann = stock(plan.secret)
  let isSynced = false
  ann.provider.once('sync', () => (isSynced = true))
  await new Promise<void>((resolve) => ann.provider.ws!.addEventListener('open', () => resolve()))
  // The relay has accepted both sockets and given everything it will give before the disk answers.
  await call(`http://127.0.0.1:${new URL(ann.provider.url).port}`, plan.secret, 'GET', `/api/plans/${plan.planId}/me`)
  expect([isSynced, early.received]).toEqual([false, []])
  const answer = early.next('syncStep2')
  release()
  await ann.synced()
  expect(ann.text.toJSON()).toBe('kept')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, (await answer).update)
  expect(doc.getText('t').toJSON()).toBe('kept')
})

test('[DOOR-6] a hundred at once while the disk is slow: each gets the whole document', async () => {
  const storage = faultyStorage()
  const { plan, raw } = await stage({ storage })
  await storage.append([
    { room: plan.planId as never, grantId: plan.grantId, update: typed('whole'), newAuthors: [1], slot: null },
  ])
  const release = storage.holdReads()
  const clients = Array.from({ length: 40 }, () => {
    const client = raw(plan.secret)
    client.send({ type: 'syncStep1', vector: Uint8Array.of(0) })
    return client.next('syncStep2')
  })
  release()
  for (const { update } of await Promise.all(clients)) {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, update)
    expect(doc.getText('t').toJSON()).toBe('whole')
  }
})

test('[DOOR-7] a disk that does not answer: try again later, and later it works', async () => {
  const storage = faultyStorage()
  const { plan, raw } = await stage({ storage })
  storage.failReads = true
  expect(await raw(plan.secret).closed).toBe(4503)
  storage.failReads = false
  await raw(plan.secret).next('hello')
})

test('[DOOR-8] joins of one link and sockets of one link are bounded', async () => {
  const timer = fakeTimer()
  const { plan, raw } = await stage({ timer, config: { hasRateLimits: true } })
  const codes = await Promise.all(
    Array.from({ length: 2 * LIMITS.joinsPerSecondPerCapability + 5 }, async () => {
      const client = raw(plan.secret)
      const result = await Promise.race([client.closed, client.next('hello').then(() => 'in')])
      client.leave()
      return result
    }),
  )
  expect(codes.filter((code) => code === 1013)).toHaveLength(5)
  timer.advance(1_000)
  await raw(plan.secret).next('hello')
})
