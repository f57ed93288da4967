// A merge thread: one request after the other.
import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import * as Y from 'yjs'
import { unpackUpdates } from '../storage/packed-updates.ts'
import { collectVerified } from './collection.ts'
import { joined, mergeVerified } from './compaction.ts'
import type { MergeReply, MergeRequest, MergeThreadData } from './merger.ts'

const NICE = 10

// Linux gives each thread a priority of its own; elsewhere this would slow the whole relay down.
if ((workerData as MergeThreadData).isBackground && process.platform === 'linux') giveWay()

function giveWay(): void {
  try {
    setPriority(NICE)
  } catch {
    // Forbidden by whoever runs the relay (`SystemCallFilter=~@resources`): then it takes its share like the others.
  }
}

parentPort?.on('message', (request: MergeRequest) => {
  let reply: MergeReply
  try {
    reply = { id: request.id, value: perform(request) }
  } catch (error) {
    reply = { id: request.id, failure: error instanceof Error ? error.message : 'unknown' }
  }
  parentPort?.postMessage(reply)
})

function perform({ task, updates, vector }: MergeRequest): unknown {
  const unpacked = unpackUpdates(updates)
  switch (task) {
    case 'merge':
      return mergeVerified(unpacked)
    case 'collect':
      return collectVerified(unpacked)
    case 'join':
      return joined(unpacked)
    case 'cut':
      return Y.diffUpdate(unpacked[0] ?? Uint8Array.of(0, 0), vector)
  }
}
