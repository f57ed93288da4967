// 19: a big plan over a slow line with the stock client: one connection, one "synced", no loop of hanging up and beginning
// anew.
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { slowLine } from '../support/slow-line.ts'
import { stage } from '../support/stage.ts'
import { TORTURE_TIMEOUT, scaled } from '../support/torture-scale.ts'

const KB = 1024
const MB = 1024 * KB
const PIECES = scaled(16, 80)

test(
  `19: ${PIECES / 4} MB at ${scaled('2 MB', '256 kB')} a second`,
  async () => {
    const { stock, raw, plan, port } = await stage()
    const writer = raw(plan.secret)
    await writer.next('hello')
    writer.send({ type: 'syncStep2', update: Uint8Array.of(0, 0) })
    const doc = new Y.Doc()
    doc.on('update', (update: Uint8Array) => writer.send({ type: 'update', update }))
    for (let n = 1; n <= PIECES; n++) {
      doc.getText('t').insert(doc.getText('t').length, String.fromCharCode(96 + (n % 26)).repeat(MB / 4))
      const answer = writer.next('barrierAnswer')
      writer.send({ type: 'barrier', n })
      await answer
    }
    writer.leave()
    const line = await slowLine(port, scaled(2 * MB, 256 * KB))
    onTestFinished(() => line.close())
    const reader = stock(plan.secret, { origin: line.origin })
    const told: boolean[] = []
    reader.provider.on('sync', (isSynced: boolean) => told.push(isSynced))
    await reader.synced()
    expect(reader.text.length).toBe(doc.getText('t').length)
    expect(reader.text.toJSON() === doc.getText('t').toJSON()).toBe(true)
    expect([told, line.connections]).toEqual([[true], 1])
    expect(await reader.barrier()).toBe(0)
  },
  TORTURE_TIMEOUT,
)
