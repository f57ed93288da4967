// The merge thread: one request after the other.
import { parentPort } from 'node:worker_threads'
import { mergeVerified } from './compaction.ts'
import type { MergeReply, MergeRequest } from './merger.ts'

parentPort?.on('message', ({ id, updates }: MergeRequest) => {
  let reply: MergeReply
  try {
    reply = { id, merged: mergeVerified(updates) }
  } catch (error) {
    reply = { id, failure: error instanceof Error ? error.message : 'unknown' }
  }
  parentPort?.postMessage(reply)
})
