import { fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { mergeTree } from './compaction.ts'
import { Coverage, decodeRuns, encodeRuns, type Run } from './runs.ts'
import { gappy, disorderly, history } from './testing/random-history.ts'
import { checkUpdate, isUpdateProblem } from './update-check.ts'

function runsOfUpdate(update: Uint8Array): readonly Run[] {
  const facts = checkUpdate(update)
  if (isUpdateProblem(facts)) throw new Error(facts)
  return facts.runs
}

function coverageOf(updates: readonly Uint8Array[]): Coverage {
  const coverage = new Coverage()
  for (const update of updates) for (const run of runsOfUpdate(update)) coverage.add(run)
  return coverage
}

const vectorOf = (bytes: Uint8Array) => [...Y.decodeStateVector(bytes)].toSorted(([a], [b]) => a - b)

test('[VECTOR-1] the vector is the one Yjs reads off the merged updates', () => {
  const property = fc.property(fc.oneof(history, disorderly, gappy), ({ updates }) => {
    const merged = Y.encodeStateVectorFromUpdate(mergeTree(updates))
    expect(vectorOf(coverageOf(updates).toVector())).toEqual(vectorOf(merged))
  })
  expect(() => fc.assert(property, { numRuns: 500 })).not.toThrow()
})

test('[VECTOR-2] the order of pieces does not matter, and what is there is not new', () => {
  const run = fc.record({ client: fc.nat(2), from: fc.nat(30), length: fc.nat(8) })
  const property = fc.property(fc.array(run), (pieces) => {
    const runs = pieces.map(({ client, from, length }) => ({ client, from, to: from + length }))
    const coverage = new Coverage()
    const known = new Set<string>()
    for (const { client, from, to } of runs) {
      const units = Array.from({ length: to - from }, (_, at) => `${client} ${from + at}`)
      const isNew = units.some((unit) => !known.has(unit))
      expect(coverage.has({ client, from, to })).toBe(!isNew)
      expect(coverage.add({ client, from, to })).toBe(isNew)
      for (const unit of units) known.add(unit)
    }
    const units = [...coverage.runs()].flatMap(({ client, from, to }) =>
      Array.from({ length: to - from }, (_, at) => `${client} ${from + at}`),
    )
    expect(units.toSorted()).toEqual([...known].toSorted())
  })
  expect(() => fc.assert(property, { numRuns: 1_000 })).not.toThrow()
})

test('[VECTOR-3] holes are counted, and a hole that fills is gone', () => {
  const coverage = new Coverage()
  coverage.add({ client: 1, from: 0, to: 2 })
  coverage.add({ client: 1, from: 5, to: 6 })
  coverage.add({ client: 2, from: 3, to: 4 })
  expect([coverage.gaps, coverage.clockOf(1), coverage.clockOf(2), coverage.clockOf(3)]).toEqual([2, 2, 0, 0])
  coverage.add({ client: 1, from: 1, to: 5 })
  coverage.add({ client: 2, from: 0, to: 3 })
  expect([coverage.gaps, coverage.clockOf(1), coverage.clockOf(2)]).toEqual([0, 6, 4])
})

test('[VECTOR-4] runs read back, with client ids of 32 bits and more', () => {
  const runs = [
    { client: 4_294_967_295, from: 0, to: 1 },
    { client: 2 ** 40, from: 300, to: 70_000 },
  ]
  expect(decodeRuns(encodeRuns(runs))).toEqual(runs)
  expect(decodeRuns(encodeRuns([]))).toEqual([])
})
