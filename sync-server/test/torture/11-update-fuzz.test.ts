// 11, mutated updates: what the relay takes in, merges and hands out is what a document makes of the same bytes; everything
// else is refused. (That nothing throws in a client, that V2 is refused, and that declared lengths reach nowhere: CHECK-1 to
// CHECK-5.)
import { fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Chain } from '../../src/rooms/chain.ts'
import { collectVerified } from '../../src/rooms/collection.ts'
import { mergeVerified } from '../../src/rooms/compaction.ts'
import { Coverage, type Run } from '../../src/rooms/runs.ts'
import { directMerger } from '../../src/rooms/testing/direct-merger.ts'
import { docOf, faceOf, history } from '../../src/rooms/testing/random-history.ts'
import { checkUpdate, isEmptyUpdate, isUpdateProblem } from '../../src/rooms/update-check.ts'
import { frameUpdate } from '../../src/rooms/update-frame.ts'
import { firstSeed, rounds } from '../support/seeded.ts'

const SEED = firstSeed()

/** One update of a history, with a few bytes turned, cut off or doubled; and the others as they are. */
const mutated = fc
  .tuple(history, fc.nat(59), fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { minLength: 1, maxLength: 3 }), fc.nat(9))
  .map(([{ updates }, which, turns, kind]) => {
    const at = which % updates.length
    const bad = Uint8Array.from(updates[at] ?? [])
    for (const [place, value] of turns) bad[place % bad.length] = value
    const cut = kind === 0 ? bad.subarray(0, bad.length - 1) : bad
    return updates.map((update, index) => (index === at ? cut : update))
  })

test(`[CHECK-7] the relay's way and a document's way end in the same, seed ${SEED}`, async () => {
  let taken = 0
  const property = fc.asyncProperty(mutated, async (updates) => {
    const known = new Coverage()
    const passed = updates.filter((update) => {
      const facts = checkUpdate(frameUpdate(update).update)
      if (isEmptyUpdate(update) || isUpdateProblem(facts)) return false
      // Two different things under one clock make copies differ whatever a relay does: that is forgery (BIND-1).
      if (facts.runs.some((run) => overlaps(known, run))) return false
      for (const run of facts.runs) known.add(run)
      return true
    })
    if (passed.length === updates.length) taken++
    const chain = new Chain({ segments: [], tail: [], head: 0 }, directMerger())
    for (const [at, update] of passed.entries()) chain.push({ seq: at + 1, update })
    const plan = chain.planCompaction()
    const merged = plan && mergeVerified(plan.updates)
    // A proof that fails keeps everything as it is; that is an answer too.
    if (plan !== null && merged !== null && merged !== 'mismatch') chain.compacted({ ...plan, ...merged })
    const direct = docOf(passed)
    expect(faceOf(docOf(await chain.piecesFor(Uint8Array.of(0))))).toEqual(faceOf(direct))
    const again = docOf(passed.slice(0, passed.length >> 1))
    for (const piece of await chain.piecesFor(Y.encodeStateVector(again))) Y.applyUpdate(again, piece)
    expect(visible(again)).toEqual(visible(direct))
    const collected = passed.length === 0 ? 'waiting' : collectVerified(passed)
    const small = typeof collected === 'string' ? direct : docOf([collected.update])
    expect(visible(small)).toEqual(visible(direct))
  })
  await expect(fc.assert(property, { numRuns: rounds(20) * 50, seed: SEED })).resolves.toBeUndefined()
  // Most mutations are refused; some must not be, or this would test nothing.
  expect(taken).toBeGreaterThan(0)
}, 600_000)

function overlaps(known: Coverage, { client, from, to }: Run): boolean {
  return Array.from({ length: Math.min(to - from, 1_000) }, (_, at) => from + at).some((clock) =>
    known.has({ client, from: clock, to: clock + 1 }),
  )
}

/** What can be seen; how far bytes reach that still wait depends on where they were cut. */
function visible(doc: Y.Doc): unknown {
  const { waits: _, ...rest } = faceOf(doc) as Record<string, unknown>
  return rest
}
