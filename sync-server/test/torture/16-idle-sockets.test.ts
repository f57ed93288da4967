// 16: sockets that do nothing, each in a room of its own: what they cost, that nobody hangs up, and that all of it is given
// back when they go. Ten thousand of them, with stock clients among them, in the torture run; it needs some 11,000 file
// handles in this process and in the relay.
import { expect, onTestFinished, test } from 'vitest'
import { figuresAt } from '../support/figures.ts'
import { rawClient, type RawClient } from '../support/raw-client.ts'
import { relayProcess } from '../support/relay-process.ts'
import { stockClient } from '../support/stock-client.ts'
import { createPlan, freshFolder } from '../support/test-relay.ts'
import { IS_LONG, MINUTES, TORTURE_TIMEOUT, scaled, tell } from '../support/torture-scale.ts'

const MB = 1024 * 1024
const SOCKETS = scaled(200, 9_990)
const AT_ONCE = 50
/** Longer than the stock client waits for a word. */
const IDLE_MS = Math.min(Math.max(MINUTES - 2, 1), 10) * 60_000

test(
  `16: ${SOCKETS} idle sockets in ${SOCKETS} rooms`,
  async () => {
    const { dir, remove } = freshFolder()
    const relay = await relayProcess(dir)
    onTestFinished(async () => {
      await relay.kill('SIGKILL')
      remove()
    })
    const before = await figuresAt(relay.origin)
    const clients: RawClient[] = []
    while (clients.length < SOCKETS) {
      const some = Array.from({ length: Math.min(AT_ONCE, SOCKETS - clients.length) }, async () => {
        const { planId, secret } = await createPlan(relay.origin)
        const client = rawClient(relay.origin, planId, secret)
        await client.next('hello')
        client.send({ type: 'syncStep2', update: Uint8Array.of(0, 0) })
        return client
      })
      clients.push(...(await Promise.all(some)))
    }
    onTestFinished(() => clients.forEach((client) => client.leave()))
    const closed: number[] = []
    for (const client of clients) void client.closed.then((code) => closed.push(code))
    const plan = await createPlan(relay.origin)
    const stock = Array.from({ length: scaled(2, 5) }, () => stockClient(relay.origin, plan.planId, plan.secret))
    await Promise.all(stock.map((client) => client.synced()))
    let hangUps = 0
    for (const { provider } of stock) provider.on('connection-close', () => hangUps++)

    const full = await figuresAt(relay.origin)
    expect(full('milepost_sockets')).toBe(SOCKETS + stock.length)
    expect(full('milepost_rooms_loaded')).toBe(SOCKETS + 1)
    const each = (full('process_resident_memory_bytes') - before('process_resident_memory_bytes')) / SOCKETS / 1024
    tell('16: memory per idle socket and room', each, 'kB')
    tell('16: memory in all', full('process_resident_memory_bytes') / MB, 'MB')

    if (IS_LONG) await idle(relay.origin)
    expect([closed, hangUps]).toEqual([[], 0])

    for (const client of stock) client.leave()
    for (const client of clients) client.leave()
    await expect.poll(async () => (await figuresAt(relay.origin))('milepost_sockets'), { timeout: 30_000 }).toBe(0)
    if (IS_LONG) await roomsGone(relay.origin)
  },
  TORTURE_TIMEOUT,
)

/** Time itself is what is tested here: the stock client hangs up after 30 s without a word. */
async function idle(origin: string): Promise<void> {
  const before = await figuresAt(origin)
  await new Promise((resolve) => setTimeout(resolve, IDLE_MS))
  const after = await figuresAt(origin)
  const cpu = after('process_cpu_seconds_total') - before('process_cpu_seconds_total')
  tell('16: processor while idle', (cpu / IDLE_MS) * 100_000, '% of a core')
  tell('16: memory after idling', after('process_resident_memory_bytes') / MB, 'MB')
}

/** Rooms stay a minute longer: most who leave come back at once. */
async function roomsGone(origin: string): Promise<void> {
  const loaded = async () => (await figuresAt(origin))('milepost_rooms_loaded')
  await expect.poll(loaded, { timeout: 120_000, interval: 1_000 }).toBe(0)
  tell('16: memory after all left', (await figuresAt(origin))('process_resident_memory_bytes') / MB, 'MB')
}
