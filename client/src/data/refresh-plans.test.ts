/** Who is asked, how many at once, and when nobody is: with timers and answers that the test holds in its hand. */
import type { PlanId } from '@milepost/protocol'
import { expect, test } from 'vitest'
import type { PageEvent } from '../sync/page-events.ts'
import { cell } from './readable.ts'
import { createRefresher, MOST_SOCKETS, RESTING, type Refreshing } from './refresh-plans.ts'

type Answer = 'answered' | 'unreachable' | 'stopped'

function bench(plans: Record<string, string>) {
  let now = 0
  let timers: { at: number; run: () => void }[] = []
  const waiting = new Map<string, (answer: Answer) => void>()
  const fresh = new Set<string>()
  const hears = new Set<(event: PageEvent) => void>()
  const progress = cell<Refreshing>(RESTING)
  const asked: string[] = []
  let most = 0
  const refresher = createRefresher({
    due: () =>
      Object.entries(plans)
        .filter(([planId]) => !fresh.has(planId))
        .map(([planId, relay]) => ({ planId: planId as PlanId, relay })),
    ask: (planId, signal) =>
      new Promise((resolve) => {
        asked.push(planId)
        waiting.set(planId, resolve)
        most = Math.max(most, waiting.size)
        signal.addEventListener('abort', () => answer(planId, 'stopped'))
      }),
    progress,
    page: {
      subscribe: (hear) => {
        hears.add(hear)
        return () => void hears.delete(hear)
      },
    },
    timers: {
      after(ms: number, run: () => void) {
        const timer = { at: now + ms, run }
        timers.push(timer)
        return () => void (timers = timers.filter((each) => each !== timer))
      },
    },
    now: () => now,
  })

  const turn = async () => {
    for (let at = 0; at < 12; at += 1) await Promise.resolve()
  }
  const answer = (planId: string, word: Answer) => {
    const resolve = waiting.get(planId)
    waiting.delete(planId)
    if (word === 'answered') fresh.add(planId)
    resolve?.(word)
  }
  /** Time goes on until nothing is left that waits for it within these. */
  async function pass(ms: number): Promise<void> {
    const end = now + ms
    await turn()
    for (;;) {
      const [next] = timers.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)
      if (next === undefined) break
      timers = timers.filter((each) => each !== next)
      now = next.at
      next.run()
      await turn()
    }
    now = end
  }

  return {
    refresher,
    progress,
    asked,
    waiting,
    fresh,
    pass,
    say: (event: PageEvent) => hears.forEach((hear) => hear(event)),
    most: () => most,
    async answerAll(word: Answer) {
      for (const planId of waiting.keys()) answer(planId, word)
      await turn()
    },
    /** Until nothing is asked any more. */
    async settle(word: (planId: string) => Answer) {
      for (let round = 0; round < 200; round += 1) {
        for (const planId of waiting.keys()) answer(planId, word(planId))
        await pass(100)
        if (waiting.size === 0 && progress.get().state !== 'asking') return
      }
      throw new Error('never came to rest')
    },
  }
}

const many = (count: number, relay = 'https://one') =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`${relay}-${at}`, relay]))

test('two hundred plans are asked, each once, never more than six at a time, and how far it is is told', async () => {
  const world = bench(many(200))
  const told: number[] = []
  world.progress.subscribe(() => told.push(world.progress.get().done))
  world.refresher.run()
  expect(world.progress.get()).toEqual({ state: 'asking', done: 0, all: 200 })
  await world.settle(() => 'answered')
  expect(new Set(world.asked).size).toBe(200)
  expect([world.asked.length, world.most()]).toEqual([200, MOST_SOCKETS])
  expect(told).toContain(200)
  expect(world.progress.get()).toEqual(RESTING)
})

test('nothing is asked before somebody looks, nor where all is fresh', async () => {
  const world = bench(many(3))
  world.say('shown')
  await world.pass(300_000)
  expect(world.asked).toEqual([])
  for (const planId of Object.keys(many(3))) world.fresh.add(planId)
  world.refresher.run()
  await world.pass(300_000)
  expect([world.asked, world.progress.get()]).toEqual([[], RESTING])
})

test('a hidden page asks nobody, and goes on where it was when it is shown', async () => {
  const world = bench(many(20))
  world.refresher.run()
  await world.answerAll('answered')
  await world.pass(100)
  const before = world.asked.length
  world.say('hidden')
  await world.pass(600_000)
  expect([world.asked.length, world.waiting.size, world.progress.get()]).toEqual([before, 0, RESTING])
  world.say('shown')
  await world.settle(() => 'answered')
  expect(world.fresh.size).toBe(20)
})

test('hidden and shown in one moment, it goes on', async () => {
  const world = bench(many(20))
  world.refresher.run()
  await world.pass(0)
  world.say('hidden')
  world.say('shown')
  await world.settle(() => 'answered')
  expect(world.fresh.size).toBe(20)
})

test('a relay that cannot be reached is left alone, longer each time; plans of another one go on', async () => {
  const world = bench({ ...many(30, 'https://gone'), ...many(30, 'https://here') })
  const answer = (planId: string): Answer => (planId.includes('gone') ? 'unreachable' : 'answered')
  const gone = () => world.asked.filter((planId) => planId.includes('gone')).length
  world.refresher.run()
  await world.settle(answer)
  const first = gone()
  expect(first).toBeLessThanOrEqual(MOST_SOCKETS)
  expect([world.fresh.size, world.progress.get().state]).toEqual([30, 'unreachable'])
  const waits: number[] = []
  for (let minute = 0, known = first, since = 0; minute < 40; minute += 1) {
    await world.pass(60_000)
    await world.settle(answer)
    since += 1
    if (gone() === known) continue
    waits.push(since)
    ;[known, since] = [gone(), 0]
  }
  expect(waits).toEqual(waits.toSorted((a, b) => a - b))
  expect(waits[0]).toBeLessThan(waits.at(-1) ?? 0)
  expect(waits.at(-1)).toBeLessThanOrEqual(11)
})

test('the network coming back forgets that a relay was away', async () => {
  const world = bench(many(3))
  world.refresher.run()
  await world.settle(() => 'unreachable')
  world.say('online')
  await world.pass(0)
  expect(world.waiting.size).toBeGreaterThan(0)
  await world.settle(() => 'answered')
  expect(world.fresh.size).toBe(3)
})

test('who stops looking ends it; who looks again begins anew', async () => {
  const world = bench(many(20))
  world.refresher.run()
  await world.pass(0)
  world.refresher.rest()
  await world.pass(300_000)
  expect([world.waiting.size, world.fresh.size]).toEqual([0, 0])
  world.refresher.run()
  await world.settle(() => 'answered')
  expect(world.fresh.size).toBe(20)
})
