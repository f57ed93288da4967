import { expect, test } from 'vitest'
import { BufferBudget, type Reader } from './buffer-budget.ts'

interface FakeReader extends Reader {
  write(bytes: number): void
  /** Takes bytes without a word. */
  take(bytes: number): void
}

function crowd(limit: number, count: number) {
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

test('[OUT-6] over the budget the readers furthest behind go first, and no more of them than it takes', () => {
  const { readers, cut, budget } = crowd(100, 4)
  for (const [at, bytes] of [10, 50, 30, 10].entries()) readers[at]?.write(bytes)
  expect(cut).toEqual([])
  readers[3]?.write(1)
  expect(cut).toEqual([1])
  expect(budget.bytesWaiting).toBe(51)
})

test('[OUT-6] somebody who took his bytes in silence costs nobody the connection', () => {
  const { readers, cut, budget } = crowd(100, 2)
  readers[0]?.write(90)
  readers[0]?.take(80)
  readers[1]?.write(20)
  expect(cut).toEqual([])
  expect(budget.bytesWaiting).toBe(30)
})

test('[OUT-6] four hundred stalled readers and no end of changes: never more than the budget', () => {
  const { readers, cut, budget } = crowd(10_000, 400)
  for (let round = 0; round < 100; round++)
    for (const reader of readers) if (!cut.includes(readers.indexOf(reader))) reader.write(10)
  expect(budget.bytesWaiting).toBeLessThanOrEqual(10_000)
  expect(cut.length).toBeGreaterThan(0)
  expect(cut.length).toBeLessThan(400)
})
