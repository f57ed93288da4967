// 5, a disk that fails: writing, waiting for the disk, opening. Never a confirmation for a batch whose fsync failed; the file
// is opened anew and the head read again before anything else is taken in.
//
// Through the storage interface: ROOM-8 and COMMIT-3. Here the kernel itself says no to a real process, where strace is
// there to make it.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { rawClient } from '../support/raw-client.ts'
import { relayProcess } from '../support/relay-process.ts'
import { stockClient } from '../support/stock-client.ts'
import { createPlan, freshFolder } from '../support/test-relay.ts'
import { textReceived } from '../support/updates.ts'

function hasStrace(): boolean {
  try {
    execFileSync('strace', ['-e', 'inject=fsync:error=EIO', 'true'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** From now on these calls of the process fail; the answer ends it. */
async function failing(pid: number, dir: string, calls: string, error: string): Promise<() => Promise<unknown>> {
  const files = ['milepost.sqlite', 'milepost.sqlite-wal'].flatMap((name) => ['-P', join(dir, name)])
  const what = ['-e', `trace=${calls}`, '-e', `inject=${calls}:error=${error}`]
  const tracer = spawn('strace', ['-f', '-p', String(pid), ...files, ...what])
  onTestFinished(() => void tracer.kill('SIGKILL'))
  await new Promise<void>((resolve) => {
    let said = ''
    tracer.stderr.on('data', (data: Buffer) => (said += data.toString()).includes('attached') && resolve())
  })
  return async () => {
    tracer.kill('SIGINT')
    await once(tracer, 'exit')
  }
}

test.for([
  ['fsync,fdatasync', 'EIO'],
  ['write,pwrite64', 'EIO'],
  ['write,pwrite64', 'ENOSPC'],
] as const)(
  '[DISK-1] %s fails with %s: not confirmed, sent away, and kept when it works again',
  async ([calls, error], { skip }) => {
    if (!hasStrace()) skip('no strace here')
    const { dir, remove } = freshFolder()
    onTestFinished(remove)
    const relay = await relayProcess(dir)
    onTestFinished(() => void relay.kill('SIGKILL'))
    const plan = await createPlan(relay.origin)
    const doc = new Y.Doc()
    const ann = rawClient(relay.origin, plan.planId, plan.secret)
    await ann.next('syncStep1')
    doc.getText('t').insert(0, 'kept before. ')
    const first = ann.next('barrierAnswer')
    ann.send({ type: 'syncStep2', update: Y.encodeStateAsUpdate(doc) }, { type: 'barrier', n: 1 })
    await first

    const heal = await failing(relay.child.pid ?? 0, dir, calls, error)
    doc.once('update', (update: Uint8Array) => ann.send({ type: 'update', update }, { type: 'barrier', n: 2 }))
    doc.getText('t').insert(doc.getText('t').length, 'not confirmed. ')
    expect(await ann.closed).toBe(4503)
    expect(ann.received.filter(({ type }) => type === 'barrierAnswer')).toHaveLength(1)
    expect((await fetch(`${relay.origin}/readyz`)).status).toBe(503)
    await heal()

    // Ready again by itself, in its own time.
    while ((await fetch(`${relay.origin}/readyz`)).status !== 200);
    const again = stockClient(relay.origin, plan.planId, plan.secret, { doc })
    onTestFinished(() => again.leave())
    await again.synced()
    expect(await again.barrier()).toBe(0)
    await relay.kill('SIGKILL')
    const restarted = await relayProcess(dir)
    onTestFinished(() => void restarted.kill('SIGKILL'))
    const reader = rawClient(restarted.origin, plan.planId, plan.secret)
    onTestFinished(() => reader.leave())
    reader.send({ type: 'syncStep1', vector: Uint8Array.of(0) })
    await reader.until((received) => received.some(({ type }) => type === 'syncStep2'))
    expect(textReceived(reader.received)).toBe('kept before. not confirmed. ')
  },
)
