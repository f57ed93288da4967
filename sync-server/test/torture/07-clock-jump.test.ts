// 7: the machine's clock is set a day on and back: nobody is closed, no link ends early, nobody's presence goes, and what is
// said is still kept. (The clock itself: CLOCK-1.)
import { LIMITS } from '@milepost/protocol'
import { expect, test } from 'vitest'
import { fakeTimer } from '../support/fake-timer.ts'
import { stage } from '../support/stage.ts'
import { call } from '../support/test-relay.ts'
import { typed } from '../support/updates.ts'

const DAY = 86_400_000
const HOUR = 3_600_000

test.each([DAY, -DAY])('7: the clock jumps by %i ms', async (jump) => {
  const timer = fakeTimer()
  const { raw, plan, relay, origin, storedText } = await stage({ timer, config: { hasRateLimits: true } })
  const path = `/api/plans/${plan.planId}/grants`
  const made = await call(origin, plan.secret, 'POST', path, { right: 'edit', side: 'buyer', expiresAt: timer.now() + HOUR }) // prettier-ignore
  const secret = String(made.body['secret'])
  const clients = [raw(plan.secret), raw(secret)] as const
  await Promise.all(clients.map((client) => client.next('hello')))
  clients[1].send({ type: 'awareness', entries: [{ clientId: 5, clock: 1, state: '{"name":"Bea"}' }] })
  await clients[0].until((received) => received.some(({ type }) => type === 'awareness'))

  timer.jumpClock(jump)
  for (let sweeps = 0; sweeps < 6; sweeps++) {
    relay.sweep()
    await Promise.all(clients.map((client) => client.served()))
    timer.advance(1_000)
  }
  for (const client of clients) expect(client.ws.readyState).toBe(client.ws.OPEN)
  // Who comes now comes in, with a link that expires too, and sees who is here.
  const late = raw(secret)
  expect(await Promise.race([late.closed, late.next('awareness')])).toMatchObject({ entries: [{ clientId: 5 }] })
  expect((await call(origin, secret, 'GET', `/api/plans/${plan.planId}/me`)).status).toBe(200)
  const answer = clients[1].next('barrierAnswer')
  clients[1].send({ type: 'syncStep2', update: typed('still kept') }, { type: 'barrier', n: 1 })
  expect(await answer).toMatchObject({ status: 0 })
  expect(await storedText()).toBe('still kept')
})

test('7: the silence of a connection is measured by a clock that nobody sets', async () => {
  const timer = fakeTimer()
  const { raw, plan, relay } = await stage({ timer })
  const client = raw(plan.secret)
  client.send({ type: 'syncStep1', vector: Uint8Array.of(0) })
  await client.next('syncStep2')
  timer.jumpClock(-DAY)
  timer.advance(LIMITS.silenceMs)
  const word = client.next('awareness')
  relay.sweep()
  expect(await word).toEqual({ type: 'awareness', entries: [] })
})

test('7: a clock that was set right stays right, and then links end when they should', async () => {
  const timer = fakeTimer()
  const { raw, plan, relay, origin } = await stage({ timer })
  const path = `/api/plans/${plan.planId}/grants`
  const made = await call(origin, plan.secret, 'POST', path, { right: 'edit', side: 'buyer', expiresAt: timer.now() + HOUR }) // prettier-ignore
  const client = raw(String(made.body['secret']))
  await client.next('hello')
  client.send({ type: 'barrier', n: 1 })
  await client.served()
  timer.jumpClock(DAY)
  relay.sweep()
  timer.advance(10 * 60_000)
  relay.sweep()
  expect(await client.closed).toBe(4401)
})
