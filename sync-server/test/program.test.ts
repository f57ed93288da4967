// The relay as a program: how it starts, refuses to start, stops, and what is left when it is killed.
import { once } from 'node:events'
import { chmodSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, onTestFinished, test } from 'vitest'
import { rawClient } from './support/raw-client.ts'
import { relayProcess, startProcess } from './support/relay-process.ts'
import { stockClient } from './support/stock-client.ts'
import { call, createPlan, freshFolder, makeLink } from './support/test-relay.ts'
import { typed } from './support/updates.ts'

function folder(): string {
  const { dir, remove } = freshFolder()
  onTestFinished(remove)
  return dir
}

async function refusal(env: Readonly<Record<string, string>>): Promise<{ code: number | null; lines: string[] }> {
  const { output, exited } = startProcess({ MILEPOST_DATA: folder(), ...env })
  const code = await exited
  return { code, lines: output().trim().split('\n') }
}

describe('[START-1] one clear line and exit code 1', () => {
  test.each(['abc', '70000', '-1', '80.5', '0x50'])('PORT=%s', async (PORT) => {
    expect(await refusal({ PORT })).toEqual({ code: 1, lines: [expect.stringContaining(`PORT must be a number`)] })
  })

  test('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void other.close())
    await once(other, 'listening')
    const port = String((other.address() as AddressInfo).port)
    expect(await refusal({ PORT: port })).toEqual({
      code: 1,
      lines: [expect.stringContaining(`port ${port} is taken`)],
    })
  })

  test('a HOST that is not this machine', async () => {
    expect(await refusal({ PORT: '0', HOST: '192.0.2.1' })).toEqual({
      code: 1,
      lines: [expect.stringContaining('HOST "192.0.2.1"')],
    })
  })

  test('a folder that cannot be made', async () => {
    const file = join(folder(), 'file')
    writeFileSync(file, '')
    expect(await refusal({ PORT: '0', MILEPOST_DATA: join(file, 'data') })).toEqual({
      code: 1,
      lines: [expect.stringContaining('cannot be written')],
    })
  })

  test.skipIf(process.getuid?.() === 0)('a folder that cannot be written', async () => {
    const dir = join(folder(), 'readonly')
    mkdirSync(dir)
    chmodSync(dir, 0o500)
    expect(await refusal({ PORT: '0', MILEPOST_DATA: dir })).toEqual({
      code: 1,
      lines: [expect.stringContaining('cannot be written')],
    })
  })

  test('a file that is no database', async () => {
    const dir = folder()
    writeFileSync(join(dir, 'milepost.sqlite'), 'not a database, but long enough to look like one '.repeat(100))
    expect(await refusal({ PORT: '0', MILEPOST_DATA: dir })).toEqual({
      code: 1,
      lines: [expect.stringContaining('is not a database')],
    })
  })

  test('a newer schema', async () => {
    const dir = folder()
    const first = await relayProcess(dir)
    await first.kill('SIGTERM')
    const db = new DatabaseSync(join(dir, 'milepost.sqlite'))
    db.exec('PRAGMA user_version = 999')
    db.close()
    expect(await refusal({ PORT: '0', MILEPOST_DATA: dir })).toEqual({
      code: 1,
      lines: [expect.stringContaining('newer Milepost')],
    })
  })

  test('a folder another relay is using', async () => {
    const dir = folder()
    const first = await relayProcess(dir)
    onTestFinished(() => void first.kill('SIGKILL'))
    expect(await refusal({ PORT: '0', MILEPOST_DATA: dir })).toEqual({
      code: 1,
      lines: [expect.stringContaining('another Milepost')],
    })
  })

  test('a setting nobody knows', async () => {
    expect(await refusal({ PORT: '0', MILEPOST_RATE_LIMITS: 'maybe' })).toEqual({
      code: 1,
      lines: [expect.stringContaining('MILEPOST_RATE_LIMITS')],
    })
  })
})

test('[START-2] it warns where everybody could make plans, and not elsewhere', async () => {
  const open = await relayProcess(folder(), { HOST: '0.0.0.0' })
  await open.kill('SIGTERM')
  expect(open.output()).toContain('MILEPOST_CREATE_TOKEN')
  const closed = await relayProcess(folder(), { HOST: '0.0.0.0', MILEPOST_CREATE_TOKEN: 'token' })
  await closed.kill('SIGTERM')
  expect(closed.output()).not.toContain('MILEPOST_CREATE_TOKEN')
})

test('[START-4] it warns of a setting that there is none of, and runs', async () => {
  const relay = await relayProcess(folder(), { MILEPOST_SOCKET: '5' })
  await relay.kill('SIGTERM')
  expect(relay.output()).toContain('MILEPOST_SOCKET')
})

test.each(['SIGTERM', 'SIGINT'] as const)(
  '[STOP-1] %s: what was handed in is kept, clients are told to come back, exit code 0',
  async (signal) => {
    const dir = folder()
    const relay = await relayProcess(dir)
    const plan = await createPlan(relay.origin)
    const client = rawClient(relay.origin, plan.planId, plan.secret)
    await client.next('hello')
    client.send({ type: 'syncStep2', update: typed('last words') })
    await client.served()
    const code = relay.kill(signal)
    expect(await client.closed).toBe(1012)
    expect(await code).toBe(0)
    expect(readdirSync(dir).toSorted()).toEqual(['milepost.lock', 'milepost.sqlite'])

    const again = await relayProcess(dir)
    onTestFinished(() => void again.kill('SIGKILL'))
    const reader = stockClient(again.origin, plan.planId, plan.secret)
    await reader.synced()
    expect(reader.text.toJSON()).toBe('last words')
    reader.leave()
  },
)

test('[SECRET-1] no secret in the log or in the files, whatever happens to it', async () => {
  const dir = folder()
  const relay = await relayProcess(dir, { MILEPOST_CREATE_TOKEN: '' })
  const plan = await createPlan(relay.origin)
  const link = await makeLink(relay.origin, plan, 'edit')
  const client = rawClient(relay.origin, plan.planId, link.secret)
  await client.next('hello')
  client.send({ type: 'update', update: typed('text') })
  await call(relay.origin, plan.secret, 'DELETE', `/api/plans/${plan.planId}/grants/${link.id}`)
  await client.closed
  await rawClient(relay.origin, plan.planId, link.secret).closed
  await call(relay.origin, link.secret, 'GET', `/api/plans/${plan.planId}/me`)
  await call(relay.origin, plan.secret, 'POST', '/api/plans', { planId: plan.secret, side: plan.secret })
  await fetch(`${relay.origin}/${plan.secret}?secret=${plan.secret}`)
  await relay.kill('SIGTERM')
  const files = readdirSync(dir).map((name) => readFileSync(join(dir, name), 'latin1'))
  for (const text of [relay.output(), ...files]) {
    for (const secret of [plan.secret, link.secret]) expect(text).not.toContain(secret)
  }
  expect(files.join()).toContain(plan.planId)
})
