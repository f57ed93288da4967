// 4, a full disk: nothing is confirmed, writers are sent away for a while (4503), readers read on, `/readyz` says no; when there
// is room again everything unconfirmed comes from the clients.
//
// On Linux as root on a disk of its own (a small tmpfs, made larger later); everywhere else SQLite's own limit of pages
// stands in for the disk, and for "room again" the relay is started without it.
import { execFileSync } from 'node:child_process'
import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { rawClient, type RawClient } from '../support/raw-client.ts'
import { relayProcess } from '../support/relay-process.ts'
import { stockClient } from '../support/stock-client.ts'
import { createPlan, freshFolder, makeLink, sqliteIn, startTestRelay, type TestPlan } from '../support/test-relay.ts'
import { textReceived } from '../support/updates.ts'

const KB = 1024

/** Writes pieces of 8 kB until it is closed; what was confirmed of them. */
async function writesUntilClosed(client: RawClient, doc: Y.Doc): Promise<{ code: number; confirmed: number }> {
  let confirmed = 0
  client.ws.on('message', () => {
    const last = client.received.at(-1)
    if (last?.type === 'barrierAnswer') confirmed = last.n
  })
  await client.next('syncStep1')
  client.send({ type: 'syncStep2', update: Uint8Array.of(0, 0) })
  doc.on('update', (update: Uint8Array) => client.send({ type: 'update', update }))
  let isOpen = true
  void client.closed.then(() => (isOpen = false))
  const state = { get isOpen() { return isOpen } } // prettier-ignore
  for (let n = 1; state.isOpen; n++) {
    doc.getText('t').insert(doc.getText('t').length, String(n % 10).repeat(8 * KB))
    client.send({ type: 'barrier', n })
    await Promise.race([client.closed, client.served()])
  }
  return { code: await client.closed, confirmed }
}

async function readText(origin: string, plan: TestPlan): Promise<string> {
  const reader = rawClient(origin, plan.planId, plan.secret)
  const all = reader.until((received) => received.some(({ type }) => type === 'syncStep2'))
  reader.send({ type: 'syncStep1', vector: Uint8Array.of(0) })
  await all
  reader.leave()
  return textReceived(reader.received)
}

/** Sends everything it has, as a client does that comes back. */
async function comesBack(origin: string, plan: TestPlan, doc: Y.Doc): Promise<number> {
  const client = stockClient(origin, plan.planId, plan.secret, { doc })
  onTestFinished(() => client.leave())
  await client.synced()
  return client.barrier()
}

/** Takes what room there is. */
function fillUp(path: string): void {
  const file = openSync(path, 'w')
  try {
    for (;;) writeSync(file, Buffer.alloc(4 * KB))
  } catch {
    // Full, as was meant.
  } finally {
    closeSync(file)
  }
}

function smallDisk(dir: string): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', dir], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

test('[FULL-1] on a disk of its own, in a process of its own', async ({ skip }) => {
  const { dir, remove } = freshFolder()
  onTestFinished(remove)
  if (!smallDisk(dir)) skip('no disk can be made here')
  onTestFinished(() => void execFileSync('umount', ['-l', dir]))
  const relay = await relayProcess(dir)
  onTestFinished(() => void relay.kill('SIGKILL'))
  const plan = await createPlan(relay.origin)
  const viewer = rawClient(relay.origin, plan.planId, (await makeLink(relay.origin, plan, 'view')).secret)
  onTestFinished(() => viewer.leave())
  viewer.send({ type: 'syncStep1', vector: Uint8Array.of(0) })
  await viewer.until((received) => received.some(({ type }) => type === 'syncStep2'))
  const doc = new Y.Doc()
  const { code, confirmed } = await writesUntilClosed(rawClient(relay.origin, plan.planId, plan.secret), doc)
  expect(code).toBe(4503)
  expect(confirmed).toBeGreaterThan(0)
  // Everything confirmed can be read, by those who stayed and by those who come.
  await viewer.served()
  expect(viewer.ws.readyState).toBe(viewer.ws.OPEN)
  expect((await readText(relay.origin, plan)).length).toBeGreaterThanOrEqual(confirmed * 8 * KB)
  expect(textReceived(viewer.received).length).toBeGreaterThanOrEqual(confirmed * 8 * KB)
  // Opening the file anew may have made room; when that is filled too it is not ready, and says so.
  for (let n = 0; (await fetch(`${relay.origin}/readyz`)).status !== 503; n++) fillUp(join(dir, `ballast${n}`))
  const late = rawClient(relay.origin, plan.planId, plan.secret)
  late.send({ type: 'syncStep2', update: Y.encodeStateAsUpdate(doc) }, { type: 'barrier', n: 1 })
  expect(await late.closed).toBe(4503)
  expect(late.received.some(({ type }) => type === 'barrierAnswer')).toBe(false)
  expect((await readText(relay.origin, plan)).length).toBeGreaterThanOrEqual(confirmed * 8 * KB)

  execFileSync('mount', ['-o', 'remount,size=64m', dir])
  expect(await comesBack(relay.origin, plan, doc)).toBe(0)
  // Ready again by itself, in its own time.
  while ((await fetch(`${relay.origin}/readyz`)).status !== 200);
  expect(await readText(relay.origin, plan)).toBe(doc.getText('t').toJSON())
})

test('[FULL-1] under a limit of pages', async () => {
  const { dir, remove } = freshFolder()
  onTestFinished(remove)
  const small = await startTestRelay({ storage: await sqliteIn(dir, 120) })
  const plan = await createPlan(small.origin)
  const doc = new Y.Doc()
  const { code, confirmed } = await writesUntilClosed(rawClient(small.origin, plan.planId, plan.secret), doc)
  expect(code).toBe(4503)
  expect(confirmed).toBeGreaterThan(0)
  expect((await readText(small.origin, plan)).length).toBeGreaterThanOrEqual(confirmed * 8 * KB)
  await small.relay.stop()

  const roomy = await startTestRelay({ storage: await sqliteIn(dir) })
  onTestFinished(() => roomy.relay.stop())
  expect(await comesBack(roomy.origin, plan, doc)).toBe(0)
  expect(await readText(roomy.origin, plan)).toBe(doc.getText('t').toJSON())
})
