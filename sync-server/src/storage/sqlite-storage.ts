// The main thread's end of the SQLite engine: every call becomes a message, so the event loop never waits for a disk.
import { mkdirSync } from 'node:fs'
import type { RoomName } from '@milepost/protocol'
import { Worker, type TransferListItem } from 'node:worker_threads'
import { mergeVerified } from '../rooms/compaction.ts'
import { unpackRoom, type PackedRoom } from './packed-room.ts'
import { packBatch, unpackOutcomes, type PackedOutcomes } from './packed-batch.ts'
import type { StartProblem, StartReply, StorageReply, StorageRequest, StorageThreadData } from './sqlite-messages.ts'
import type { DamagedSegments } from './sqlite-rooms.ts'
import type { Storage, StoredRoom } from './storage.ts'

export interface SqliteStorageOptions {
  /** The folder; made where it is missing. */
  readonly dataDir: string
  /** For tests of a full disk. */
  readonly maxPages?: number
}

/** Batches live for a moment. Left to itself each thread's young generation may grow to 192 MB and stays so. */
const resourceLimits = { maxYoungGenerationSizeMb: 8 }

export function isStartProblem(opened: Storage | StartProblem): opened is StartProblem {
  return typeof opened === 'string'
}

export async function openSqliteStorage({ dataDir, maxPages }: SqliteStorageOptions): Promise<Storage | StartProblem> {
  try {
    mkdirSync(dataDir, { recursive: true })
  } catch {
    return 'not-writable'
  }
  const workerData: StorageThreadData = { dataDir, maxPages }
  const worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), {
    workerData,
    execArgv: [],
    resourceLimits,
  })
  const reply = await new Promise<StartReply>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
  return 'problem' in reply ? reply.problem : storageOver(worker)
}

interface Waiting {
  readonly resolve: (value: never) => void
  readonly reject: (error: Error) => void
}

type Unnumbered = StorageRequest extends infer Request
  ? Request extends StorageRequest
    ? Omit<Request, 'id'>
    : never
  : never

type ReadReply = PackedRoom | DamagedSegments | 'no-such-room' | 'damaged'

function storageOver(worker: Worker): Storage {
  const waiting = new Map<number, Waiting>()
  let last = 0

  worker.on('message', (reply: StorageReply) => {
    const call = waiting.get(reply.id)
    waiting.delete(reply.id)
    if ('failure' in reply) call?.reject(new Error(`storage: ${reply.failure}`))
    else call?.resolve(reply.value as never)
  })
  let gone: string | null = null
  const failAll = (reason: string) => {
    gone ??= reason
    for (const call of waiting.values()) call.reject(new Error(reason))
    waiting.clear()
  }
  worker.on('error', (error) => failAll(`storage thread failed: ${error.message}`))
  worker.on('exit', () => failAll('storage thread ended'))

  /** The reply's shape is what `SqliteEngine` gives for the same call; nothing checks it again between two own threads. */
  function ask<Result>(request: Unnumbered, transfer: readonly TransferListItem[] = []): Promise<Result> {
    if (gone !== null) return Promise.reject(new Error(gone))
    return new Promise<Result>((resolve, reject) => {
      last++
      waiting.set(last, { resolve, reject })
      worker.postMessage({ ...request, id: last }, transfer)
    })
  }

  async function readRoom(room: RoomName): Promise<StoredRoom | 'no-such-room' | 'damaged'> {
    const stored = await ask<ReadReply>({ call: 'readRoom', args: [room] })
    if (typeof stored === 'string') return stored
    if ('packedTail' in stored) return unpackRoom(stored)
    const again = await restore(room, stored)
    return typeof again === 'string' ? again : { ...again, restored: stored.damaged.length }
  }

  /** Makes the damaged segments again from their parts, and reads once more. So rare that it is done right here. */
  async function restore(
    room: RoomName,
    { damaged }: DamagedSegments,
  ): Promise<StoredRoom | 'no-such-room' | 'damaged'> {
    for (const { fromSeq, toSeq, parts } of damaged) {
      const merged = mergeVerified(parts)
      if (merged === 'mismatch') return 'damaged'
      await ask({ call: 'restoreSegment', args: [room, { fromSeq, toSeq, ...merged }] })
    }
    const stored = await ask<ReadReply>({ call: 'readRoom', args: [room] })
    // Damaged once more, just after it was written: this disk is not to be argued with.
    if (typeof stored === 'string') return stored
    return 'packedTail' in stored ? unpackRoom(stored) : 'damaged'
  }

  return {
    createPlan: (...args) => ask({ call: 'createPlan', args }),
    findGrant: (...args) => ask({ call: 'findGrant', args }),
    grantsOf: (...args) => ask({ call: 'grantsOf', args }),
    addGrant: (...args) => ask({ call: 'addGrant', args }),
    changeGrants: (...args) => ask({ call: 'changeGrants', args }),
    markSeen: (...args) => ask({ call: 'markSeen', args }),
    readRoom,
    compact: (...args) => ask({ call: 'compact', args }),
    forgetReplaced: (...args) => ask({ call: 'forgetReplaced', args }),
    contributions: (...args) => ask({ call: 'contributions', args }),
    authors: (...args) => ask({ call: 'authors', args }),
    probe: () => ask({ call: 'probe', args: [] }),
    append: async (batch) => {
      const packed = packBatch(batch)
      return unpackOutcomes(await ask<PackedOutcomes>({ call: 'append', args: [packed] }, [packed]))
    },
    close: async () => {
      const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
      await ask({ call: 'close', args: [] })
      await gone
    },
  }
}
