// The one place that composes: storage, rooms, sockets and calls become a relay that can be started and stopped.
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createApp } from './app.ts'
import { GrantBook } from './auth/grant-book.ts'
import { SeenLog } from './auth/seen-log.ts'
import { isLoopback, type Config } from './config.ts'
import { reasonOf, type Log } from './log.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { threadMerger, type Merger } from './rooms/merger.ts'
import { Rooms } from './rooms/registry.ts'
import type { PendingUpdate } from './rooms/room.ts'
import { Connections } from './socket/connections.ts'
import { createDoor } from './socket/door.ts'
import { steadyTimer } from './steady-clock.ts'
import { GroupCommit } from './storage/group-commit.ts'
import type { Storage } from './storage/storage.ts'
import { SYSTEM_TIMER, type Timer } from './timer.ts'

export interface RelayParts {
  readonly storage: Storage
  readonly log: Log
  readonly metrics?: Metrics
  readonly timer?: Timer
  readonly merger?: Merger
}

export interface Relay {
  readonly port: number
  readonly metrics: Metrics
  /** Looks after every socket and room; done every few seconds by itself. */
  sweep(): void
  /** Keeps what was handed in, says "come back" to everybody, closes the storage. */
  stop(): Promise<void>
}

export type StartFailure = { readonly problem: 'port-taken' | 'port-forbidden' | 'address-unknown' }

/** Every socket is looked after this often: keep-alive, pings, stalled readers, idle rooms. */
const SWEEP_MS = 5_000
/** Connections the system holds while the relay is busy: everybody comes back at once after a restart. */
const BACKLOG = 4_096
const COMMIT_LIMIT_MS = 10_000
const REQUEST_MS = 30_000
const SLACK = 1_000
/** Up to this many sockets are told at once; more are spread out. */
const AT_ONCE = 50

export async function startRelay(config: Config, parts: RelayParts): Promise<Relay | StartFailure> {
  const { storage, log, metrics = createMetrics(), merger = threadMerger() } = parts
  const { limits } = config
  const timer = steadyTimer(parts.timer ?? SYSTEM_TIMER)
  let isStopping = false

  const watch = {
    committed: (rows: number, seconds: number) => {
      metrics.observe('commit_batch_size', rows)
      metrics.observe('commit_seconds', seconds)
    },
    failed: (error: unknown) => {
      metrics.count('commit_failures_total')
      log.error('commit failed', { reason: reasonOf(error) })
    },
  }
  const commits = new GroupCommit<PendingUpdate>(storage, watch, () => timer.monotonic(), limits)
  const connections = new Connections(limits)
  const seen = new SeenLog(storage, timer, log)
  const { bindsClients, collectsDeleted } = config
  const rooms = new Rooms({ storage, commits, merger, timer, metrics, log, limits, bindsClients, collectsDeleted })
  const grants = new GrantBook({ storage, connections, seen, timer, settledSoFar: () => commits.settledSoFar() })
  const kept = { storage, seen, timer, metrics, log, config }
  const door = createDoor({
    ...kept,
    rooms,
    connections,
    whenCommitsHaveRoom: (callback) => {
      if (!commits.isFull) return true
      commits.whenRoom(callback)
      return false
    },
  })
  const app = createApp({
    ...kept,
    grants,
    isLocal: isLoopback(config.host),
    isStopping: () => isStopping,
  })

  metrics.gauge('limit', () => limits)
  metrics.gauge('uncommitted_bytes', () => commits.bytesWaiting)
  metrics.gauge('uncommitted_seconds', () => commits.msWaiting / 1_000)
  metrics.gauge('rooms_loaded', () => rooms.size)
  metrics.gauge('room_content_bytes', () => rooms.chainBytes)
  metrics.gauge('waiting_rows', () => rooms.waiting.rows)
  metrics.gauge('waiting_bytes', () => rooms.waiting.bytes)
  metrics.gauge('sockets', () => connections.size)
  metrics.gauge('sockets_lagging', () => connections.lagging)
  metrics.gauge('sockets_paused', () => connections.paused)
  metrics.gauge('socket_buffered_bytes', () => connections.bytesWaiting)
  metrics.gauge('upgrades_held', () => door.held)

  const server = createServer(
    {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.upgradeMs,
      requestTimeout: Math.max(limits.upgradeMs, REQUEST_MS),
      // Node looks for late ones only so often.
      connectionsCheckingInterval: Math.min(1_000, limits.upgradeMs),
    },
    getRequestListener(app.fetch),
  )
  // Sockets over the limit get a close code; beyond the slack for that, and for calls, nobody is listened to.
  server.maxConnections = limits.sockets + SLACK
  server.on('upgrade', (request, socket, head) => door.upgrade(request, socket, head))
  const failure = await new Promise<StartFailure | null>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const problem = PROBLEMS[error.code ?? '']
      if (problem === undefined) reject(error)
      else resolve({ problem })
    })
    server.listen({ port: config.port, host: config.host, backlog: BACKLOG }, () => resolve(null))
  })
  if (failure !== null) return failure

  function sweep(): void {
    connections.sweep()
    rooms.sweep()
    door.sweep()
  }
  const sweeping = setInterval(sweep, SWEEP_MS)

  async function stop(): Promise<void> {
    isStopping = true
    door.shut()
    log.info('stopping', { sockets: connections.size })
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    // What was handed in is kept and confirmed before anybody is sent away.
    await Promise.race([commits.idle(), wait(COMMIT_LIMIT_MS)])
    clearInterval(sweeping)
    await connections.closeAll(spreadOver(connections.size), wait)
    server.closeIdleConnections()
    await Promise.race([closed, wait(1_000)])
    server.closeAllConnections()
    // What came while they were being told. A disk that does not answer must not keep the process for ever.
    await Promise.race([commits.idle(), wait(COMMIT_LIMIT_MS)])
    await seen.flush()
    await merger.close()
    await storage.close()
    log.info('stopped')
  }

  let stopping: Promise<void> | null = null
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : config.port,
    metrics,
    sweep,
    stop: () => (stopping ??= stop()),
  }
}

/** Few are told at once; many over two to five seconds, because the stock client comes back without a pause of its own. */
function spreadOver(sockets: number): number {
  return sockets <= AT_ONCE ? 0 : Math.min(5_000, Math.max(2_000, sockets))
}

const PROBLEMS: Readonly<Record<string, StartFailure['problem']>> = {
  EADDRINUSE: 'port-taken',
  EACCES: 'port-forbidden',
  EADDRNOTAVAIL: 'address-unknown',
  ENOTFOUND: 'address-unknown',
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref())
}
