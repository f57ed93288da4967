// Where merging is done: in a thread of its own, because one large merge would hold up every other room.
//
// The thread is started with the first merge, so that starting the relay does not wait for it.
import { Worker } from 'node:worker_threads'
import type { Merged } from './compaction.ts'

export interface Merger {
  /** See `mergeVerified`. Rejects where an update cannot be read at all. */
  merge(updates: readonly Uint8Array[]): Promise<Merged | 'mismatch'>
  close(): Promise<void>
}

export interface MergeRequest {
  readonly id: number
  readonly updates: readonly Uint8Array[]
}

export type MergeReply =
  | { readonly id: number; readonly merged: Merged | 'mismatch' }
  | { readonly id: number; readonly failure: string }

interface Waiting {
  readonly resolve: (merged: Merged | 'mismatch') => void
  readonly reject: (error: Error) => void
}

export function threadMerger(): Merger {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let last = 0

  function started(): Worker {
    if (worker !== null) return worker
    const thread = new Worker(new URL('./merge-worker.ts', import.meta.url), { execArgv: [] })
    thread.on('message', (reply: MergeReply) => {
      const call = waiting.get(reply.id)
      waiting.delete(reply.id)
      if ('failure' in reply) call?.reject(new Error(`merge: ${reply.failure}`))
      else call?.resolve(reply.merged)
    })
    const end = (reason: string) => {
      for (const call of waiting.values()) call.reject(new Error(reason))
      waiting.clear()
      worker = null
    }
    thread.on('error', (error) => end(`merge thread: ${error.message}`))
    thread.on('exit', () => end('merge thread ended'))
    worker = thread
    return thread
  }

  return {
    merge: (updates) =>
      new Promise((resolve, reject) => {
        last++
        waiting.set(last, { resolve, reject })
        // Copies, so that the room keeps what it has, and no more than it means (a view would carry its whole buffer).
        const request: MergeRequest = { id: last, updates: updates.map((update) => Uint8Array.from(update)) }
        started().postMessage(request)
      }),
    close: async () => {
      await worker?.terminate()
    },
  }
}
