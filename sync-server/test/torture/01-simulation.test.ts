// 1, seeded simulation: three clients and two hundred changes each, lines that break, a disk that is slow and fails, a relay
// that dies. What somebody was told is on disk is there after every death, and in the end all hold the same.
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { faceOf } from '../../src/rooms/testing/random-history.ts'
import { chance, firstSeed, rounds } from '../support/seeded.ts'
import type { SimClient, Snapshot } from '../support/sim-client.ts'
import { Simulation } from '../support/simulation.ts'

const STEPS = 2_000
const FIRST = firstSeed()

/** What `doc` lacks of something that was confirmed. */
function lackOf(doc: Y.Doc, { vector, deleted }: Snapshot): string[] {
  const has = Y.decodeStateVector(Y.encodeStateVector(doc))
  const gone = Y.createDeleteSetFromStructStore(doc.store)
  const structs = [...vector].filter(([client, clock]) => (has.get(client) ?? 0) < clock)
  const deletions = [...deleted.clients].flatMap(([client, items]) =>
    items.flatMap(({ clock, len }) =>
      Array.from({ length: len }, (_, at) => Y.createID(client, clock + at)).filter((id) => !Y.isDeleted(gone, id)),
    ),
  )
  return [...structs.map(([client]) => `structs of ${client}`), ...deletions.map(({ clock }) => `deletion ${clock}`)]
}

async function lost(simulation: Simulation, clients: readonly SimClient[]): Promise<string[]> {
  const doc = await simulation.stored()
  return clients.flatMap(({ acked }) => acked.flatMap((snapshot) => lackOf(doc, snapshot)))
}

describe('three clients, breaking lines, a failing disk, a dying relay', () => {
  test.each(Array.from({ length: rounds(50) }, (_, at) => FIRST + at))('[KEPT-2] seed %i', async (seed) => {
    const dice = chance(seed)
    const simulation = new Simulation({ chance: dice, clients: 3 })
    await simulation.start()
    for (let at = 0; at < STEPS; at++) {
      await simulation.step()
      if (at % 500 !== 499) continue
      await simulation.restart()
      expect(await lost(simulation, simulation.clients)).toEqual([])
    }
    await simulation.settle()
    expect(await lost(simulation, simulation.clients)).toEqual([])
    const stored = faceOf(await simulation.stored())
    for (const { doc } of simulation.clients) expect(faceOf(doc)).toEqual(stored)
    expect(simulation.waiting).toBe(0)
    expect(simulation.clients.flatMap(({ acked }) => acked).length).toBeGreaterThan(0)
  })
})
