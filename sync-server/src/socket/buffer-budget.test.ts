import { expect, test } from 'vitest'
import { BufferBudget, type Reader } from './buffer-budget.ts'

interface FakeReader extends Reader {
  stuckMs: number
  write(bytes: number): void
  /** Takes bytes without a word. */
  take(bytes: number): void
}

function crowd(limit: number, count: number, stuckMs: number) {
  const cut: number[] = []
  const readers: FakeReader[] = []
  const budget: BufferBudget = new BufferBudget(limit, () => readers.filter((_, at) => !cut.includes(at)))
  for (let at = 0; at < count; at++) {
    let waiting = 0
    let told = 0
    const tell = () => {
      const by = waiting - told
      told = waiting
      budget.changed(by)
    }
    readers.push({
      stuckMs,
      get bytesWaiting() {
        return waiting
      },
      write: (bytes) => {
        waiting += bytes
        tell()
      },
      take: (bytes) => (waiting -= bytes),
      recount: tell,
      cutOff: () => {
        cut.push(at)
        waiting = 0
        tell()
      },
    })
  }
  return { budget, readers, cut }
}

test('[OUT-6] over the budget those that are stuck go, furthest behind first, and no more of them than it takes', () => {
  const { readers, cut, budget } = crowd(100, 4, 10_000)
  for (const [at, bytes] of [10, 50, 30, 10].entries()) readers[at]?.write(bytes)
  expect(cut).toEqual([])
  readers[3]?.write(1)
  expect(cut).toEqual([1])
  expect(budget.bytesWaiting).toBe(51)
})

test('[OUT-6] a large change for a whole room costs nobody the connection, until twice the budget', () => {
  const { readers, cut, budget } = crowd(100, 5, 0)
  for (const reader of readers.slice(0, 4)) reader.write(50)
  expect(cut).toEqual([])
  readers[4]?.write(51)
  expect(cut).toEqual([4, 0])
  expect(budget.bytesWaiting).toBe(150)
})

test('[OUT-6] who gets stuck over the budget is found without a further write', () => {
  const { readers, cut, budget } = crowd(100, 3, 0)
  for (const reader of readers) reader.write(40)
  budget.keep()
  expect(cut).toEqual([])
  readers[1]!.stuckMs = 10_000
  budget.keep()
  expect(cut).toEqual([1])
})

test('[OUT-6] somebody who took his bytes in silence costs nobody the connection', () => {
  const { readers, cut, budget } = crowd(100, 2, 10_000)
  readers[0]?.write(90)
  readers[0]?.take(80)
  readers[1]?.write(20)
  expect(cut).toEqual([])
  expect(budget.bytesWaiting).toBe(30)
})

test('[OUT-6] four hundred stalled readers and no end of changes: never more than the budget and a step', () => {
  const { readers, cut, budget } = crowd(10_000, 400, 10_000)
  let most = 0
  for (let round = 0; round < 100; round++) {
    for (const [at, reader] of readers.entries()) if (!cut.includes(at)) reader.write(10)
    most = Math.max(most, budget.bytesWaiting)
  }
  expect(most).toBeLessThanOrEqual(10_000 + 10_000 / 64 + 10)
  expect(cut.length).toBeGreaterThan(0)
  expect(cut.length).toBeLessThan(400)
})
