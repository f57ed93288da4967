// A merge thread: one request after the other. It gives way before it loads what it works with: loading is a tenth of a
// second of processor, which came on top of everything just when the first rooms had grown long.
import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import type { MergeReply, MergeRequest, MergeThreadData } from './merger.ts'

const NICE = 10

// Linux gives each thread a priority of its own; elsewhere this would slow the whole relay down.
if ((workerData as MergeThreadData).isBackground && process.platform === 'linux') giveWay()

function giveWay(): void {
  try {
    setPriority(NICE)
  } catch {
    // Forbidden by whoever runs the relay: then it takes its share like the others.
  }
}

const { perform } = await import('./merge-tasks.ts')

parentPort?.on('message', (request: MergeRequest) => {
  let reply: MergeReply
  try {
    reply = { id: request.id, value: perform(request) }
  } catch (error) {
    reply = { id: request.id, failure: error instanceof Error ? error.message : 'unknown' }
  }
  parentPort?.postMessage(reply)
})
