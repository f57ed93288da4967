// 17: everybody comes back at once, after a kill and after an orderly stop; and old clients that do not take no for an
// answer cost next to nothing.
import { expect, onTestFinished, test } from 'vitest'
import { fakeTimer } from '../support/fake-timer.ts'
import { figuresAt, figuresOf } from '../support/figures.ts'
import { relayProcess, type RelayProcess } from '../support/relay-process.ts'
import { stage } from '../support/stage.ts'
import { stockClient, type StockClient } from '../support/stock-client.ts'
import { call, createPlan, freshFolder } from '../support/test-relay.ts'
import { TORTURE_TIMEOUT, scaled, tell } from '../support/torture-scale.ts'

const CLIENTS = scaled(120, 2_000)
const PER_ROOM = 20

test.each(['SIGKILL', 'SIGTERM'] as const)(
  `17: ${CLIENTS} stock clients, %s, and back, with what they wrote meanwhile`,
  async (signal) => {
    const { dir, remove } = freshFolder()
    let relay: RelayProcess = await relayProcess(dir)
    onTestFinished(async () => {
      await relay.kill('SIGKILL')
      remove()
    })
    const { port } = new URL(relay.origin)
    const clients: StockClient[] = []
    onTestFinished(() => clients.forEach((client) => client.leave()))
    const rooms: StockClient[][] = []
    while (clients.length < CLIENTS) {
      const { planId, secret } = await createPlan(relay.origin)
      const room = Array.from({ length: PER_ROOM }, () => stockClient(relay.origin, planId, secret))
      clients.push(...room)
      rooms.push(room)
      await Promise.all(room.map((client) => client.synced()))
    }
    await Promise.all(rooms.map(([first]) => (first!.text.insert(0, 'before '), first!.barrier())))

    const gone = clients.map((client) => new Promise((resolve) => client.provider.once('connection-close', resolve)))
    const ended = relay.kill(signal)
    await Promise.all([...gone, ended])
    for (const [at, client] of clients.entries()) client.text.insert(client.text.length, `${at},`)
    const from = performance.now()
    relay = await relayProcess(dir, { PORT: port })
    await Promise.all(clients.map((client) => synced(client)))
    await Promise.all(clients.map((client) => client.barrier()))
    tell(`17: all ${CLIENTS} back, and all they wrote on disk, after ${signal}`, performance.now() - from, 'ms')

    for (const room of rooms) {
      const numbers = new Set(room.map((client) => clients.indexOf(client)))
      const whole = () => room.every(({ text }) => [...numbers].every((at) => text.toJSON().includes(`${at},`)))
      await expect.poll(whole, { timeout: 20_000 }).toBe(true)
      expect(new Set(room.map(({ text }) => text.toJSON())).size).toBe(1)
    }
    const figures = await figuresAt(relay.origin)
    expect(figures('milepost_sockets')).toBe(CLIENTS)
    expect(figures('milepost_refused_total')).toBe(0)
  },
  TORTURE_TIMEOUT,
)

function synced({ provider }: StockClient): Promise<void> {
  return new Promise((resolve) => {
    if (provider.synced) resolve()
    else provider.on('sync', (isSynced: boolean) => isSynced && resolve())
  })
}

test('17: old clients with a revoked link try without end: two look-ups each, and then they wait at the door', async () => {
  const timer = fakeTimer()
  const { raw, link, plan, origin, storage, relay } = await stage({ timer, config: { hasRateLimits: true }, limits: { joinsPerSecondPerAddress: 1_000 } }) // prettier-ignore
  const links = await Promise.all(Array.from({ length: 20 }, () => link('edit')))
  for (const { id } of links) await call(origin, plan.secret, 'DELETE', `/api/plans/${plan.planId}/grants/${id}`)
  let lookUps = 0
  const find = storage.findGrant.bind(storage)
  Object.assign(storage, { findGrant: (...args: Parameters<typeof find>) => (lookUps++, find(...args)) })
  let isOver = false
  for (const { secret } of links) {
    // What y-websocket up to 3.0 does: whatever the code, again at once.
    const hammer = () => void (isOver || raw(secret).closed.then(hammer))
    hammer()
  }
  const held = async () => figuresOf(await relay.metrics.text())('milepost_upgrades_held')
  await expect.poll(held).toBe(links.length)
  expect(lookUps).toBe(2 * links.length)
  // Ten seconds: those after 2 and 4 s; the third would come after 14.
  for (const seconds of [2, 4]) {
    timer.advance(seconds * 1_000)
    await expect.poll(() => lookUps).toBe((seconds === 2 ? 3 : 4) * links.length)
    await expect.poll(held).toBe(links.length)
  }
  isOver = true
})
