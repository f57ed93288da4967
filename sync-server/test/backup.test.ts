// Backups made while people type, and what a restore refuses to do.
import { copyFileSync, existsSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { restoreBackup } from '../src/storage/restore.ts'
import { runBackupProcess } from './support/backup-process.ts'
import { rawClient } from './support/raw-client.ts'
import { relayProcess, startProcess, type RelayProcess } from './support/relay-process.ts'
import { createPlan, freshFolder, type TestPlan } from './support/test-relay.ts'
import { keystrokes, textReceived, typed } from './support/updates.ts'

function folder(): string {
  const { dir, remove } = freshFolder()
  onTestFinished(remove)
  return dir
}

async function runningRelay(dir: string): Promise<RelayProcess> {
  const relay = await relayProcess(dir)
  onTestFinished(() => void relay.kill('SIGKILL'))
  return relay
}

/** Writes and waits until it is on disk. */
async function write(relay: RelayProcess, plan: TestPlan, ...updates: readonly Uint8Array[]): Promise<void> {
  const client = rawClient(relay.origin, plan.planId, plan.secret)
  await client.next('syncStep1')
  const answer = client.next('barrierAnswer')
  client.send({ type: 'syncStep2', update: Uint8Array.of(0, 0) })
  for (const update of updates) client.send({ type: 'update', update })
  client.send({ type: 'barrier', n: 1 })
  await answer
  client.leave()
}

async function read(relay: RelayProcess, plan: TestPlan): Promise<string> {
  const client = rawClient(relay.origin, plan.planId, plan.secret)
  const all = client.until((received) => received.some(({ type }) => type === 'syncStep2'))
  client.send({ type: 'syncStep1', vector: Uint8Array.of(0) })
  await all
  client.leave()
  return textReceived(client.received)
}

/** A stopped relay's folder with one plan that says "kept", and a backup of it. */
async function stoppedWithBackup() {
  const dir = folder()
  const relay = await runningRelay(dir)
  const plan = await createPlan(relay.origin)
  await write(relay, plan, typed('kept'))
  const file = join(folder(), 'backup.sqlite')
  expect(await runBackupProcess(dir, 'backup', file)).toMatchObject({ code: 0 })
  await relay.kill('SIGTERM')
  return { dir, plan, file }
}

test('[BACKUP-1] made while somebody types without pause, it holds everything confirmed before it began', async () => {
  const dir = folder()
  const relay = await runningRelay(dir)
  const plan = await createPlan(relay.origin)
  const keys = keystrokes('x'.repeat(3_000), 7)
  await write(relay, plan, ...keys.slice(0, 400))
  const typist = rawClient(relay.origin, plan.planId, plan.secret)
  await typist.next('syncStep1')
  typist.send({ type: 'syncStep2', update: Uint8Array.of(0, 0) })
  const state = { isDone: false, next: 400 }
  const typing = (async () => {
    while (!state.isDone && state.next < keys.length) {
      const answer = typist.next('barrierAnswer')
      typist.send({ type: 'update', update: keys[state.next]! }, { type: 'barrier', n: state.next })
      await answer
      state.next++
    }
  })()
  const file = join(folder(), 'backup.sqlite')
  const { code, line } = await runBackupProcess(dir, 'backup', file)
  state.isDone = true
  await typing
  typist.leave()
  expect({ code, line }).toEqual({ code: 0, line: expect.stringContaining('found whole') })
  expect(state.next).toBeGreaterThan(400)
  // One file, nothing beside it, for its owner only.
  expect(readdirSync(join(file, '..'))).toEqual(['backup.sqlite'])
  expect(statSync(file).mode & 0o777).toBe(0o600)

  const restored = folder()
  expect(await runBackupProcess(restored, 'restore', file)).toMatchObject({ code: 0 })
  const other = await runningRelay(restored)
  const text = await read(other, plan)
  expect(text.length).toBeGreaterThanOrEqual(400)
  expect(text).toBe('x'.repeat(text.length))
  // And the relay it was taken of lost nothing by it.
  expect(await read(relay, plan)).toHaveLength(state.next)
})

test('[BACKUP-2] no file is written over, and what is damaged is not backed up', async () => {
  const { dir, file } = await stoppedWithBackup()
  const before = readFileSync(file)
  expect(await runBackupProcess(dir, 'backup', file)).toEqual({ code: 1, line: expect.stringContaining('is there already') }) // prettier-ignore
  expect(readFileSync(file)).toEqual(before)
  const db = new DatabaseSync(join(dir, 'milepost.sqlite'))
  db.exec('UPDATE updates SET data = zeroblob(2)')
  db.close()
  const second = join(folder(), 'second.sqlite')
  expect(await runBackupProcess(dir, 'backup', second)).toEqual({ code: 1, line: expect.stringContaining('is damaged') }) // prettier-ignore
  expect(readdirSync(join(second, '..'))).toEqual([])
  expect(await runBackupProcess(folder(), 'backup', second)).toEqual({ code: 1, line: expect.stringContaining('no milepost.sqlite') }) // prettier-ignore
  expect(await runBackupProcess(dir, 'backup')).toEqual({ code: 1, line: expect.stringContaining('Say which file') })
})

test('[RESTORE-1] refused while a relay runs on the folder', async () => {
  const { dir, file } = await stoppedWithBackup()
  await runningRelay(dir)
  expect(await runBackupProcess(dir, 'restore', file)).toEqual({ code: 1, line: expect.stringContaining('Stop it first') }) // prettier-ignore
})

test.each([
  ['flipped bits', 'damaged', 'UPDATE updates SET data = zeroblob(2)'],
  ['a missing row', 'damaged', 'DELETE FROM updates'],
  ['a newer schema', 'newer', 'PRAGMA user_version = 999'],
  ['another program’s file', 'no backup of Milepost', 'PRAGMA application_id = 7'],
])('[RESTORE-2] %s: refused, and nothing in the folder is touched', async (_, word, sql) => {
  const { dir, file } = await stoppedWithBackup()
  const db = new DatabaseSync(file)
  db.exec(sql)
  db.close()
  const before = readFileSync(join(dir, 'milepost.sqlite'))
  expect(await runBackupProcess(dir, 'restore', file)).toEqual({ code: 1, line: expect.stringContaining(word) })
  expect(readFileSync(join(dir, 'milepost.sqlite'))).toEqual(before)
  expect(readdirSync(dir).toSorted()).toEqual(['milepost.lock', 'milepost.sqlite'])
})

test('[RESTORE-3] what was there is kept aside, each time', async () => {
  const { dir, plan, file } = await stoppedWithBackup()
  const relay = await relayProcess(dir)
  await write(relay, plan, typed(' and more', 2))
  // Killed: its newest changes lie in the log beside the file.
  await relay.kill('SIGKILL')
  await runBackupProcess(dir, 'restore', file)
  await runBackupProcess(dir, 'restore', file)
  const aside = readdirSync(dir).filter((name) => name.includes('before-restore') && name.endsWith('.sqlite'))
  expect(aside).toHaveLength(2)
  const old = folder()
  for (const end of ['', '-wal']) {
    const name = aside.find((one) => existsSync(join(dir, `${one}-wal`))) ?? ''
    copyFileSync(join(dir, name + end), join(old, `milepost.sqlite${end}`))
  }
  expect(await read(await runningRelay(old), plan)).toContain(' and more')
  expect(await read(await runningRelay(dir), plan)).toBe('kept')
})

test('[RESTORE-4] one that was cut short: no relay starts on half of it, and doing it again ends it', async () => {
  const { dir, plan, file } = await stoppedWithBackup()
  renameSync(join(dir, 'milepost.sqlite'), join(dir, 'milepost.restoring'))
  const { output, exited } = startProcess({ PORT: '0', MILEPOST_DATA: dir })
  expect(await exited).toBe(1)
  expect(output()).toContain('cut short')
  expect(await runBackupProcess(dir, 'restore', file)).toMatchObject({ code: 0 })
  expect(await read(await runningRelay(dir), plan)).toBe('kept')
})

test('[RESTORE-5] a folder copied from a stopped or a killed relay is a backup too', async () => {
  const dir = folder()
  const relay = await relayProcess(dir)
  const plan = await createPlan(relay.origin)
  await write(relay, plan, typed('in the log only'))
  await relay.kill('SIGKILL')
  expect(statSync(join(dir, 'milepost.sqlite-wal')).size).toBeGreaterThan(0)
  const before = readFileSync(join(dir, 'milepost.sqlite-wal'))
  const target = folder()
  expect(await runBackupProcess(target, 'restore', join(dir, 'milepost.sqlite'))).toMatchObject({ code: 0 })
  expect(readFileSync(join(dir, 'milepost.sqlite-wal'))).toEqual(before)
  expect(await read(await runningRelay(target), plan)).toBe('in the log only')
})

test('[RESTORE-2] a file that is no database', async () => {
  const file = join(folder(), 'diary')
  writeFileSync(file, 'Dear diary, '.repeat(1000))
  expect(await runBackupProcess(folder(), 'restore', file)).toEqual({ code: 1, line: expect.stringContaining('no backup of Milepost') }) // prettier-ignore
})

test('[RESTORE-3] two in the same second are kept aside under two names', async () => {
  const { dir, file } = await stoppedWithBackup()
  const options = { dataDir: dir, backup: file, now: Date.UTC(2026, 10, 23), hasOldLinks: false }
  const [one, two] = [restoreBackup(options), restoreBackup(options)]
  if (typeof one === 'string' || typeof two === 'string') throw new Error('not restored')
  expect(existsSync(one.aside ?? '')).toBe(true)
  expect(existsSync(two.aside ?? '')).toBe(true)
  expect(one.aside).not.toBe(two.aside)
})
