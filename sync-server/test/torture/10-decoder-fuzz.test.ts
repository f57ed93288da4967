// 10: frames nobody meant: random ones, good ones with bytes changed, cut, glued together, with lengths that promise
// gigabytes. Nothing is thrown, nothing is reserved for a promise, nobody else notices. Minutes long in the torture run.
import { decodeFrame, encodeMessage, isFrameProblem, type Message } from '@milepost/protocol'
import { expect, test } from 'vitest'
import { stage } from '../support/stage.ts'
import { IS_LONG, MINUTES, SEED, TORTURE_TIMEOUT, seededRandom } from '../support/torture-scale.ts'
import { typed } from '../support/updates.ts'

const GOOD: readonly Message[] = [
  { type: 'syncStep1', vector: Uint8Array.of(2, 1, 3, 2, 9) },
  { type: 'syncStep2', update: typed('fuzz', 77) },
  { type: 'update', update: typed('fuzz', 78) },
  { type: 'awareness', entries: [{ clientId: 7, clock: 1, state: '{"a":1}' }] },
  { type: 'queryAwareness' },
  { type: 'barrier', n: 300 },
]

const next = seededRandom(SEED)
const below = (limit: number) => Math.floor(next() * limit)

function mutant(): Uint8Array {
  const frame = Array.from({ length: 1 + below(3) }, () => [...encodeMessage(GOOD[below(GOOD.length)]!)]).flat()
  switch (below(6)) {
    case 0:
      return Uint8Array.from({ length: below(200) }, () => below(256))
    case 1:
      return Uint8Array.from(frame.slice(0, below(frame.length)))
    case 2:
      return Uint8Array.from([...frame, below(256)])
    case 3:
      // The same number in more bytes than it takes.
      return Uint8Array.from([...frame.slice(0, 1).map((byte) => byte | 0x80), 0, ...frame.slice(1)])
    case 4:
      // A length that promises up to 2^35 bytes.
      return Uint8Array.from([0, 1 + below(2), 255, 255, 255, 255, below(128), ...frame])
    default:
      for (let changes = 1 + below(4); changes > 0; changes--) frame[below(frame.length)] = below(256)
      return Uint8Array.from(frame)
  }
}

test(`10: seed ${SEED}: no frame throws, and no promised length reserves memory`, () => {
  const before = process.memoryUsage().arrayBuffers
  let refused = 0
  for (let round = 0; round < 50_000; round++) if (isFrameProblem(decodeFrame(mutant()))) refused++
  expect(refused).toBeGreaterThan(10_000)
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 1024 * 1024)
})

test(
  `10: seed ${SEED}: one socket after the other is closed for it, and nobody else notices`,
  async () => {
    const { raw, plan, relay, storedText } = await stage()
    const good = raw(plan.secret)
    await good.next('hello')
    // Who says nothing for 30 s is sent away.
    good.send({ type: 'syncStep1', vector: Uint8Array.of(0) })
    const end = performance.now() + MINUTES * 60_000
    let closes = 0
    const newcomer = async () => {
      const fresh = raw(plan.secret)
      expect(await Promise.race([fresh.closed, fresh.next('hello').then(() => 'in')])).toBe('in')
      return fresh
    }
    let client = await newcomer()
    for (let round = 0; IS_LONG ? performance.now() < end : round < 400; round++) {
      client.sendBytes(...mutant())
      const outcome = await Promise.race([client.closed, client.served().then(() => 'open' as const)])
      if (outcome === 'open') continue
      expect([4400, 4413]).toContain(outcome)
      closes++
      client = await newcomer()
    }
    expect(closes).toBeGreaterThan(100)
    const answer = good.next('barrierAnswer')
    good.send({ type: 'syncStep2', update: typed('fine', 5) }, { type: 'barrier', n: 1 })
    expect(await answer).toMatchObject({ status: 0 })
    expect(await storedText()).toContain('fine')
    expect(await relay.metrics.text()).not.toMatch(/calls_failed_total [1-9]/)
  },
  TORTURE_TIMEOUT,
)
