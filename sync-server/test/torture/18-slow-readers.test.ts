// 18: readers that stop reading, one on a slow line, healthy ones, and somebody who writes megabytes. Memory is bounded, the
// slow one gets one catch-up and everything, the healthy ones each change.
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { figuresAt } from '../support/figures.ts'
import { rawClient } from '../support/raw-client.ts'
import { relayProcess } from '../support/relay-process.ts'
import { slowLine } from '../support/slow-line.ts'
import { stockClient, until } from '../support/stock-client.ts'
import { createPlan, freshFolder } from '../support/test-relay.ts'
import { TORTURE_TIMEOUT, scaled, tell } from '../support/torture-scale.ts'

const MB = 1024 * 1024
const STALLED = scaled(40, 400)
const PIECE = 128 * 1024
const PIECES = 80

test(
  `18: ${STALLED} readers that stop, one that is slow, and a writer of ${(PIECE * PIECES) / MB} MB`,
  async () => {
    const { dir, remove } = freshFolder()
    const relay = await relayProcess(dir)
    onTestFinished(async () => {
      await relay.kill('SIGKILL')
      remove()
    })
    const { planId, secret } = await createPlan(relay.origin)
    const line = await slowLine(Number(new URL(relay.origin).port), 20 * MB)
    onTestFinished(() => line.close())

    const stalled = Array.from({ length: STALLED }, () => rawClient(relay.origin, planId, secret))
    await Promise.all(stalled.map((client) => client.next('hello')))
    for (const client of stalled) {
      client.send({ type: 'syncStep2', update: Uint8Array.of(0, 0) })
      await client.served()
      client.ws.pause()
    }
    onTestFinished(() => stalled.forEach((client) => client.leave()))
    const [slow, quick] = [stockClient(line.origin, planId, secret), stockClient(relay.origin, planId, secret)]
    onTestFinished(() => [slow, quick].forEach((client) => client.leave()))
    await Promise.all([slow.synced(), quick.synced()])
    // In the ordinary run it takes nothing until all is written; in the long one it trickles.
    line.carry(scaled(0, 40_000))
    let slowUpdates = 0
    slow.doc.on('update', () => slowUpdates++)
    const before = await figuresAt(relay.origin)

    const writer = rawClient(relay.origin, planId, secret)
    await writer.next('hello')
    onTestFinished(() => writer.leave())
    writer.send({ type: 'syncStep2', update: Uint8Array.of(0, 0) })
    const doc = new Y.Doc()
    doc.on('update', (update: Uint8Array) => writer.send({ type: 'update', update }))
    let most = 0
    for (let n = 1; n <= PIECES; n++) {
      doc.getText('t').insert(doc.getText('t').length, 'x'.repeat(PIECE))
      const answer = writer.next('barrierAnswer')
      writer.send({ type: 'barrier', n })
      expect(await answer).toMatchObject({ n, status: 0 })
      if (n % 20 === 0) most = Math.max(most, (await figuresAt(relay.origin))('milepost_socket_buffered_bytes'))
    }
    await until(quick.doc, () => quick.text.length === PIECE * PIECES)
    const during = await figuresAt(relay.origin)
    // Each stalled reader costs what makes it lag and one more change, however much is written.
    expect(most).toBeLessThanOrEqual((STALLED + 1) * (MB + 2 * PIECE))
    // All of them are behind, or were too much together and had to go.
    expect(during('milepost_sockets_lagging') + during('milepost_cut_off_total')).toBeGreaterThanOrEqual(STALLED)
    const grown = (during('process_resident_memory_bytes') - before('process_resident_memory_bytes')) / MB
    expect(grown).toBeLessThan(200)
    tell('18: memory grown', grown, 'MB')

    line.carry(scaled(20 * MB, 40_000))
    await until(slow.doc, () => slow.text.length === PIECE * PIECES)
    expect(slow.text.toJSON()).toBe(doc.getText('t').toJSON())
    expect(line.connections).toBe(1)
    expect((await figuresAt(relay.origin))('milepost_catchups_total')).toBeGreaterThan(0)
    // Not each change: what it missed came as one, or as a few where it fell behind again.
    expect(slowUpdates).toBeLessThan(PIECES)
    tell('18: updates the slow reader got instead of each change', slowUpdates, `of ${PIECES}`)
  },
  TORTURE_TIMEOUT,
)
