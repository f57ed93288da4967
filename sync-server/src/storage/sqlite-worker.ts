// The storage thread: one engine, one request after the other, each answered when it is on disk.
//
// After a failed write the engine is opened anew before the next one: what a failed fsync left in the page cache is not
// to be trusted. The folder is locked for as long as the relay lives (`data-folder.ts`).
import { existsSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData, type TransferListItem } from 'node:worker_threads'
import { dataFiles, takeLock } from './data-folder.ts'
import { SYSTEM_TIMER } from '../timer.ts'
import { buffersOfRoom, isPackedRoom, packRoom } from './packed-room.ts'
import { packOutcomes, unpackBatch } from './packed-batch.ts'
import { QuietCheckpoint } from './quiet-checkpoint.ts'
import { SqliteEngine } from './sqlite-engine.ts'
import type { StartProblem, StartReply, StorageReply, StorageRequest, StorageThreadData } from './sqlite-messages.ts'

const port = parentPort
if (port === null) throw new Error('the storage thread was started as a program')
const { dataDir, maxPages } = workerData as StorageThreadData
const files = dataFiles(dataDir)
let mustReopen = false

const lock = takeLock(files.lock)
const engine = typeof lock === 'string' ? lock : openEngine(lock)
if (typeof engine === 'string') start({ problem: engine })
else {
  const quiet = new QuietCheckpoint(SYSTEM_TIMER, () => checkpoint(engine))
  port.on('message', (request: StorageRequest) => {
    answer(engine, request)
    if (request.call === 'append' || request.call === 'compact') quiet.wrote()
    if (request.call === 'close') quiet.stop()
  })
  start({ started: true })
}

function openEngine(lock: DatabaseSync): SqliteEngine | StartProblem {
  // Under the lock: a restore that is at work has it.
  const engine = existsSync(files.restoring)
    ? 'restore-unfinished'
    : SqliteEngine.open({ path: files.database, maxPages })
  if (typeof engine === 'string') lock.close()
  return engine
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

/** The log stays as it is where this fails; but a disk that failed is opened anew. */
function checkpoint(engine: SqliteEngine): void {
  try {
    engine.checkpoint()
  } catch {
    mustReopen = true
  }
}

function perform(engine: SqliteEngine, request: StorageRequest): unknown {
  switch (request.call) {
    case 'readRoom': {
      const stored = engine.readRoom(...request.args)
      return typeof stored === 'string' || 'damaged' in stored ? stored : packRoom(stored)
    }
    case 'append':
      return packOutcomes(engine.append(unpackBatch(request.args[0])))
    case 'close':
      engine.close()
      if (typeof lock !== 'string') lock.close()
      return null
    default:
      return call(engine, request)
  }
}

function call(
  engine: SqliteEngine,
  request: Exclude<StorageRequest, { call: 'readRoom' | 'append' | 'close' }>,
): unknown {
  // One union of name and arguments each: the compiler cannot follow that they belong together.
  const method = engine[request.call] as (...args: unknown[]) => unknown
  return method.apply(engine, [...request.args])
}

/** The content of a room is handed over, not copied. */
function transferOf(value: unknown): TransferListItem[] {
  return isPackedRoom(value) ? buffersOfRoom(value) : []
}
