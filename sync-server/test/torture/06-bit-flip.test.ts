// 6, flipped bits, seen from outside: a damaged segment is put together again and nobody notices; a damaged row closes its
// room to everybody and no other. (What the storage does about it: DAMAGE-1 to DAMAGE-3.)
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { createPlan, freshFolder, sqliteIn, startTestRelay, type TestPlan } from '../support/test-relay.ts'
import { rawClient } from '../support/raw-client.ts'
import { keystrokes, textReceived, typed } from '../support/updates.ts'

const TEXT = 'typed until it was merged into a segment. '.repeat(10)

async function relayOn(dir: string) {
  const started = await startTestRelay({ storage: await sqliteIn(dir) })
  onTestFinished(() => started.relay.stop())
  return started
}

async function write(origin: string, { planId, secret }: TestPlan, updates: readonly Uint8Array[]): Promise<void> {
  const client = rawClient(origin, planId, secret)
  await client.next('syncStep1')
  const answer = client.next('barrierAnswer')
  client.send({ type: 'syncStep2', update: Uint8Array.of(0, 0) })
  for (const update of updates) client.send({ type: 'update', update })
  client.send({ type: 'barrier', n: 1 })
  await answer
  client.leave()
}

async function read(origin: string, { planId, secret }: TestPlan, room: string = planId): Promise<string | number> {
  const client = rawClient(origin, room, secret)
  onTestFinished(() => client.leave())
  client.send({ type: 'syncStep1', vector: Uint8Array.of(0) })
  const all = client.until((received) => received.some(({ type }) => type === 'syncStep2'))
  const code = await Promise.race([client.closed, all.then(() => null)])
  return code ?? textReceived(client.received)
}

test('[DAMAGE-2] a segment is put together again; [DAMAGE-1] a row closes its room, and no other', async () => {
  const { dir, remove } = freshFolder()
  onTestFinished(remove)
  const first = await relayOn(dir)
  const [healed, closed] = [await createPlan(first.origin), await createPlan(first.origin)]
  await write(first.origin, healed, keystrokes(TEXT))
  await write(first.origin, closed, [typed('one row')])
  // Compaction follows the change that made it due.
  for (let n = 0; ; n++) {
    const room = await first.storage.readRoom(healed.planId as never)
    if (typeof room !== 'string' && room.segments.length > 0) break
    await write(first.origin, healed, [typed('', 50 + n)])
  }
  await first.relay.stop()
  const db = new DatabaseSync(join(dir, 'milepost.sqlite'))
  db.exec(`
    UPDATE segments SET data = zeroblob(length(data));
    UPDATE updates SET data = x'0000' WHERE room = (SELECT n FROM rooms WHERE name = '${closed.planId}')`)
  db.close()

  const second = await relayOn(dir)
  expect(await read(second.origin, healed)).toBe(TEXT)
  expect(await second.relay.metrics.text()).toContain('milepost_segments_restored_total 1')
  expect(await read(second.origin, closed)).toBe(4503)
  expect(await read(second.origin, closed, `${closed.planId}.c`)).toBe('')
  // And it is whole on disk, not only in memory.
  await second.relay.stop()
  const third = await relayOn(dir)
  expect(await read(third.origin, healed)).toBe(TEXT)
  expect(await third.relay.metrics.text()).toContain('milepost_segments_restored_total 0')
})
