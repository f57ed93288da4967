// 3, kill -9 in the middle of commits: a real process under load, killed again and again. Whoever was told that a change is on
// disk finds it there; and no document has a hole.
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { rawClient } from '../support/raw-client.ts'
import { relayProcess } from '../support/relay-process.ts'
import { chance, firstSeed, rounds } from '../support/seeded.ts'
import { stockClient } from '../support/stock-client.ts'
import { createPlan, freshFolder } from '../support/test-relay.ts'

const SEED = firstSeed()
const ROUNDS = rounds(5)

test(`[KEPT-1] killed without warning, again and again, while people type: every confirmed change is there, seed ${SEED}`, async () => {
  const dice = chance(SEED)
  const { dir, remove } = freshFolder()
  onTestFinished(remove)
  let relay = await relayProcess(dir)
  const plan = await createPlan(relay.origin)
  const other = await createPlan(relay.origin)
  const confirmed = new Map<number, number>()
  for (let round = 0; round < ROUNDS; round++) {
    const writers = [0, 1, 2].map((at) => {
      const clientID = 1_000 * (round + 1) + at
      const client = rawClient(relay.origin, (at === 2 ? other : plan).planId, (at === 2 ? other : plan).secret)
      const doc = new Y.Doc()
      doc.clientID = clientID
      doc.on('update', (update: Uint8Array) => client.send({ type: 'update', update }))
      return { client, doc, clientID }
    })
    for (const { client, doc, clientID } of writers) {
      client.send({ type: 'syncStep2', update: Uint8Array.of(0, 0) })
      // Closed loop: each confirmation brings the next keys, so there is always something on its way to the disk.
      const type = (n: number) => {
        for (let key = 0; key < 5; key++) doc.getText('t').insert(doc.getText('t').length, 'x')
        client.send({ type: 'barrier', n })
      }
      client.ws.on('message', () => {
        const last = client.received.at(-1)
        if (last?.type !== 'barrierAnswer') return
        confirmed.set(clientID, last.n)
        type(last.n + 5)
      })
      type(5)
    }
    // Killed after some confirmation that differs from round to round: in the middle of other people's commits.
    const enough = 20 + dice.below(40) * 5
    await writers[0]!.client.until(() => (confirmed.get(writers[0]!.clientID) ?? 0) >= enough)
    await relay.kill('SIGKILL')
    for (const { client } of writers) client.leave()
    relay = await relayProcess(dir)
  }
  onTestFinished(() => void relay.kill('SIGKILL'))
  const clocks = new Map<number, number>()
  for (const { planId, secret } of [plan, other]) {
    const reader = stockClient(relay.origin, planId, secret)
    await reader.synced()
    for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(reader.doc))) clocks.set(client, clock)
    expect(reader.doc.store.pendingStructs).toBeNull()
    reader.leave()
  }
  expect(confirmed.size).toBe(ROUNDS * 3)
  const lost = [...confirmed].filter(([client, clock]) => (clocks.get(client) ?? 0) < clock)
  expect(lost).toEqual([])
}, 3_600_000)
