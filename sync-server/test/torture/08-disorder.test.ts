// 8, frames of several writers that come twice, late, and in another order: all hold the same in the end, nothing waits, and
// merging leaves no trace of the repetition.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { mergeTree } from '../../src/rooms/compaction.ts'
import { faceOf } from '../../src/rooms/testing/random-history.ts'
import { chance, firstSeed, rounds } from '../support/seeded.ts'
import { Simulation } from '../support/simulation.ts'

const FIRST = firstSeed()

test.each(Array.from({ length: rounds(10) }, (_, at) => FIRST + at))('[KEPT-3] seed %i', async (seed) => {
  const simulation = new Simulation({ chance: chance(seed), clients: 4, isDisorderly: true })
  await simulation.start()
  for (let at = 0; at < 1_200; at++) await simulation.step()
  await simulation.settle()
  const stored = faceOf(await simulation.stored())
  for (const { doc } of simulation.clients) expect(faceOf(doc)).toEqual(stored)
  expect(simulation.waiting).toBe(0)
  // Each unit once, however often it came.
  const { structs } = Y.decodeUpdate(mergeTree(await simulation.storedUpdates()))
  const units = structs.reduce((sum, { length }) => sum + length, 0)
  const clocks = Y.decodeStateVector(Y.encodeStateVector(await simulation.stored())).values()
  expect(units).toBe([...clocks].reduce((sum, clock) => sum + clock, 0))
})
