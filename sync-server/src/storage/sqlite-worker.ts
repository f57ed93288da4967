// The storage thread: one engine, one request after the other, each answered when it is on disk.
//
// After a failed write the engine is opened anew before the next one: what a failed fsync left in the page cache is not
// to be trusted. A second, empty SQLite file is held locked for as long as the relay lives, so that two relays never write
// one database; the kernel lets go of it however the process ends.
import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData, type TransferListItem } from 'node:worker_threads'
import { unpackBatch } from './packed-batch.ts'
import { SqliteEngine, isOpenProblem } from './sqlite-engine.ts'
import type { SqliteOptions } from './sqlite-file.ts'
import type { StartReply, StorageReply, StorageRequest } from './sqlite-messages.ts'

const port = parentPort
if (port === null) throw new Error('the storage thread was started as a program')
const { path, lockPath, maxPages } = workerData as SqliteOptions & { lockPath: string }

const lock = takeLock()
const engine = lock === null ? null : SqliteEngine.open({ path, maxPages })
let mustReopen = false

if (lock === 'not-writable') start({ problem: 'not-writable' })
else if (engine === null) start({ problem: 'in-use' })
else if (isOpenProblem(engine)) start({ problem: engine })
else {
  port.on('message', (request: StorageRequest) => answer(engine, request))
  start({ started: true })
}

function start(reply: StartReply): void {
  port?.postMessage(reply)
  if ('problem' in reply) port?.close()
}

function answer(engine: SqliteEngine, request: StorageRequest): void {
  let reply: StorageReply
  try {
    if (mustReopen) engine.reopen()
    mustReopen = false
    reply = { id: request.id, value: perform(engine, request) }
  } catch (error) {
    mustReopen = true
    reply = { id: request.id, failure: error instanceof Error ? error.message : 'unknown' }
  }
  port?.postMessage(reply, 'value' in reply ? transferOf(reply.value) : [])
  if (request.call === 'close') port?.close()
}

function perform(engine: SqliteEngine, request: StorageRequest): unknown {
  switch (request.call) {
    case 'append':
      return engine.append(unpackBatch(request.args[0]))
    case 'close':
      engine.close()
      if (lock instanceof DatabaseSync) lock.close()
      return null
    default:
      return call(engine, request)
  }
}

function call(engine: SqliteEngine, request: Exclude<StorageRequest, { call: 'append' | 'close' }>): unknown {
  // One union of name and arguments each: the compiler cannot follow that they belong together.
  const method = engine[request.call] as (...args: unknown[]) => unknown
  return method.apply(engine, [...request.args])
}

/** Segments are handed over, not copied. */
function transferOf(value: unknown): TransferListItem[] {
  if (typeof value !== 'object' || value === null || !('segments' in value) || !Array.isArray(value.segments)) return []
  return value.segments.map((segment: { update: Uint8Array<ArrayBuffer> }) => segment.update.buffer)
}

function takeLock(): DatabaseSync | 'not-writable' | null {
  let file: DatabaseSync
  try {
    file = new DatabaseSync(lockPath, { timeout: 0 })
  } catch {
    return 'not-writable'
  }
  try {
    file.exec('BEGIN EXCLUSIVE')
    return file
  } catch (error) {
    file.close()
    const busy = error instanceof Error && 'errcode' in error && error.errcode === 5
    return busy ? null : 'not-writable'
  }
}
