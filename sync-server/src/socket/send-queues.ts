// How much the system still holds of what was sent on each connection: the only sign of life of a reader on a slow line.
//
// The system takes megabytes at once and says nothing while they trickle out, so for a minute and more a reader at 20 kB/s
// looks like one that reads nothing. Linux tells the length of that queue in /proc/net/tcp; elsewhere there is no
// such table and the answer is empty. Two connections with the same pair of ports are summed up: a stalled one may then pass
// for a slow one, and the bounds on bytes hold all the same.
import { readFile } from 'node:fs/promises'

export interface Ends {
  readonly localPort?: number | undefined
  readonly remotePort?: number | undefined
}

export type SendQueues = ReadonlyMap<string, number>

export function endsKey({ localPort = 0, remotePort = 0 }: Ends): string {
  return `${localPort}:${remotePort}`
}

/** Unacknowledged and unsent bytes by `endsKey`. */
export async function readSendQueues(): Promise<SendQueues> {
  const queues = new Map<string, number>()
  for (const file of ['/proc/net/tcp', '/proc/net/tcp6']) {
    const text = await readFile(file, 'latin1').catch(() => '')
    for (const [, local = '', remote = '', bytes = ''] of text.matchAll(ROW)) {
      const key = endsKey({ localPort: Number.parseInt(local, 16), remotePort: Number.parseInt(remote, 16) })
      queues.set(key, (queues.get(key) ?? 0) + Number.parseInt(bytes, 16))
    }
  }
  return queues
}

/** `sl: address:port address:port state tx:rx …`, numbers in hex. */
const ROW = /^\s*\d+: [0-9A-F]+:([0-9A-F]{4}) [0-9A-F]+:([0-9A-F]{4}) [0-9A-F]{2} ([0-9A-F]{8}):/gm
