// Where merging and cutting are done: in threads of their own, because one large document would hold up every other room.
//
// Two threads, each started with its first task: nobody who comes in waits behind a compaction, and nobody waits for
// compaction at all, so it takes what processor is left over.
import { Worker } from 'node:worker_threads'
import { buffersOf, packUpdates, type PackedUpdates } from '../storage/packed-updates.ts'
import type { Merged } from './compaction.ts'

export interface Merger {
  /** See `mergeVerified`. Rejects where an update cannot be read at all. */
  merge(updates: readonly Uint8Array[]): Promise<Merged | 'mismatch'>
  /** See `collectVerified`. */
  collect(updates: readonly Uint8Array[]): Promise<Merged | 'mismatch' | 'waiting'>
  /** Everything these say as one, for answering; nothing old is deleted for it, so nothing is proved. */
  join(updates: readonly Uint8Array[]): Promise<Merged>
  /** What somebody with this state vector lacks of an update. */
  cut(update: Uint8Array, vector: Uint8Array): Promise<Uint8Array>
  close(): Promise<void>
}

export type MergeTask = 'merge' | 'collect' | 'join' | 'cut'

export interface MergeRequest {
  readonly id: number
  readonly task: MergeTask
  readonly updates: PackedUpdates
  readonly vector: Uint8Array
}

export interface MergeThreadData {
  /** Nobody waits for it. */
  readonly isBackground: boolean
}

export type MergeReply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly failure: string }

const NO_VECTOR = Uint8Array.of(0)
/** What is merged is dropped at once; left to itself the young generation of each thread may grow to 192 MB and stays so. */
const RESOURCE_LIMITS = { maxYoungGenerationSizeMb: 16 }

export function threadMerger(): Merger {
  const compaction = new MergeThread({ isBackground: true })
  const answers = new MergeThread({ isBackground: false })
  return {
    merge: (updates) => compaction.ask('merge', updates),
    collect: (updates) => compaction.ask('collect', updates),
    join: (updates) => answers.ask('join', updates),
    cut: (update, vector) => answers.ask('cut', [update], vector),
    close: async () => {
      await Promise.all([compaction.close(), answers.close()])
    },
  }
}

interface Waiting {
  readonly resolve: (value: never) => void
  readonly reject: (error: Error) => void
}

class MergeThread {
  readonly #waiting = new Map<number, Waiting>()
  readonly #role: MergeThreadData
  #worker: Worker | null = null
  #isClosed = false
  #last = 0

  constructor(role: MergeThreadData) {
    this.#role = role
  }

  /** The answer's shape is what the function of this name gives; nothing checks it again between two own threads. */
  ask<Result>(task: MergeTask, updates: readonly Uint8Array[], vector: Uint8Array = NO_VECTOR): Promise<Result> {
    // A room whose turn comes while the relay stops must not start a thread that nobody ends.
    if (this.#isClosed) return Promise.reject(new Error('merge thread closed'))
    return new Promise((resolve, reject) => {
      const id = ++this.#last
      this.#waiting.set(id, { resolve, reject })
      // Copies, so that the room keeps what it has, and no more than it means (a view would carry its whole buffer).
      const packed = packUpdates(updates)
      const request: MergeRequest = { id, task, updates: packed, vector: Uint8Array.from(vector) }
      this.#started().postMessage(request, buffersOf(packed))
    })
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await this.#worker?.terminate()
  }

  #started(): Worker {
    if (this.#worker !== null) return this.#worker
    const options = { workerData: this.#role, execArgv: [], resourceLimits: RESOURCE_LIMITS }
    const worker = new Worker(new URL('./merge-worker.ts', import.meta.url), options)
    worker.on('message', (reply: MergeReply) => {
      const call = this.#waiting.get(reply.id)
      this.#waiting.delete(reply.id)
      if ('failure' in reply) call?.reject(new Error(`merge: ${reply.failure}`))
      else call?.resolve(reply.value as never)
    })
    const end = (reason: string) => {
      for (const call of this.#waiting.values()) call.reject(new Error(reason))
      this.#waiting.clear()
      this.#worker = null
    }
    worker.on('error', (error) => end(`merge thread: ${error.message}`))
    worker.on('exit', () => end('merge thread ended'))
    this.#worker = worker
    return worker
  }
}
