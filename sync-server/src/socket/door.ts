// The way in for sockets: from an HTTP upgrade to a connection in a loaded room, or a close code that says why not.
//
// A socket is accepted first and refused with a close code after: browsers hide the status of a refused upgrade, and the
// stock client would try for ever. Nobody is told that he is in step before the room is loaded. Who may come in is asked in
// `admittance.ts`; who was sent away and comes back at once waits here (`auth/denials.ts`).
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { CLOSE, type Room as RoomId } from '@milepost/protocol'
import { WebSocket } from 'ws'
import { Denials } from '../auth/denials.ts'
import type { SeenLog } from '../auth/seen-log.ts'
import { reasonOf, type Log } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import type { Rooms } from '../rooms/registry.ts'
import type { Link, Storage } from '../storage/storage.ts'
import type { Timer } from '../timer.ts'
import { Admittance, isRefused, isSyncPath, type DoorConfig, type Refused, type Visitor } from './admittance.ts'
import { Connection } from './connection.ts'
import type { Connections } from './connections.ts'
import { refusalOfError, socketServer, type RelaySocket } from './relay-socket.ts'

export interface DoorParts {
  readonly config: DoorConfig
  readonly storage: Storage
  readonly rooms: Rooms
  readonly connections: Connections
  readonly seen: SeenLog
  readonly timer: Timer
  readonly metrics: Metrics
  readonly log: Log
  readonly whenCommitsHaveRoom: (callback: () => void) => boolean
}

export interface Door {
  /** Clients kept waiting before their upgrade. */
  readonly held: number
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  sweep(): void
  /** Lets nobody in from now on. */
  shut(): void
}

/** More than so many kept waiting at once are turned away instead. */
const HELD = 1_000

export function createDoor(parts: DoorParts): Door {
  const { config, timer, metrics, connections, log } = parts
  const server = socketServer(config.limits.frameBytes)
  const admittance = new Admittance(config, connections)
  const denials = new Denials()
  let isShut = false
  let held = 0
  let hasWarned = false

  /** Else the limits of one address are the limits of everybody, and people are turned away for no reason they could see. */
  function warnOfProxy(request: IncomingMessage): void {
    if (hasWarned || config.trustedProxies > 0 || request.headers['x-forwarded-for'] === undefined) return
    hasWarned = true
    log.warn('People come through a proxy and count as one address. Set MILEPOST_TRUST_PROXY.')
  }

  function refuse(ws: RelaySocket, visitor: Visitor, { meaning, why }: Refused): void {
    metrics.count('closed_total', { code: meaning.code })
    metrics.count('refused_total', { why })
    log.debug('not let in', { why, code: meaning.code, link: visitor.link })
    if (meaning.permanent) denials.denied(holdKey(visitor), timer.monotonic())
    ws.close(meaning.code, meaning.reason)
    // Paused, it would never read the other end's goodbye.
    ws.resume()
  }

  async function comeIn(ws: RelaySocket, socket: Duplex, visitor: Visitor): Promise<void> {
    const early = admittance.beforeAsking(visitor, timer.monotonic())
    const { room } = visitor
    if (early !== null || room === null)
      return refuse(ws, visitor, early ?? { meaning: CLOSE.malformed, why: 'room_name' })
    const grant = await admittance.grantOf(visitor, room, parts.storage, timer)
    if (isRefused(grant)) return refuse(ws, visitor, grant)
    if (ws.readyState !== WebSocket.OPEN) return
    const late = admittance.afterAsking(grant, room, timer.monotonic())
    if (late !== null) return refuse(ws, visitor, late)
    await join(connect(ws, socket, visitor, grant, room), room, visitor)
  }

  function connect(ws: RelaySocket, socket: Duplex, visitor: Visitor, grant: Link, room: RoomId): Connection {
    const { whenCommitsHaveRoom, seen } = parts
    const connection = new Connection({
      ws,
      socket,
      grant,
      address: visitor.address,
      link: visitor.link,
      timer,
      metrics,
      log,
      limits: config.limits,
      hasRateLimits: config.hasRateLimits,
      whenCommitsHaveRoom,
      roomKind: room.kind,
      leastAppVersion: config.leastAppVersion,
      buffered: (by) => connections.budget.changed(by),
      closed: (gone) => {
        connections.remove(gone)
        seen.mark(gone.grantId)
      },
    })
    connections.add(connection)
    seen.mark(grant.id)
    metrics.count('joins_total', { right: grant.right, room: room.kind })
    return connection
  }

  async function join(connection: Connection, id: RoomId, visitor: Visitor): Promise<void> {
    const from = timer.monotonic()
    const callOff = timer.after(config.limits.joinMs, () => connection.refuse(CLOSE.storage, 'join_time'))
    const room = await parts.rooms.open(id)
    callOff()
    if (room === 'no-such-room') return connection.close(CLOSE.noSuchPlan)
    if (typeof room === 'string') return connection.close(CLOSE.storage)
    metrics.observe('room_load_seconds', (timer.monotonic() - from) / 1_000)
    if (visitor.epoch !== null && visitor.epoch !== room.epoch) {
      denials.denied(holdKey(visitor), timer.monotonic())
      return connection.close(CLOSE.otherEpoch)
    }
    if (room.memberCount >= config.limits.socketsPerRoom) return connection.refuse(CLOSE.overload, 'room_sockets')
    denials.admitted(holdKey(visitor))
    connection.open(room)
  }

  function accept(request: IncomingMessage, socket: Duplex, head: Buffer, visitor: Visitor): void {
    if (isShut) return answerPlainly(socket, '503 Service Unavailable')
    server.handleUpgrade(request, socket, head, (ws) => {
      // Nothing is read before the room is loaded: what comes meanwhile waits in the network.
      ws.pause()
      countErrors(ws, metrics)
      comeIn(ws, socket, visitor).catch((error: unknown) => {
        log.error('join failed', { reason: reasonOf(error) })
        refuse(ws, visitor, { meaning: CLOSE.storage, why: 'storage' })
      })
    })
  }

  function acceptAfter(ms: number, request: IncomingMessage, socket: Duplex, head: Buffer, visitor: Visitor): void {
    held++
    timer.after(ms, () => {
      held--
      if (!socket.destroyed) accept(request, socket, head, visitor)
    })
  }

  return {
    get held() {
      return held
    },
    upgrade(request, socket, head) {
      // Until the library takes over, a reset by the other end must not end the process.
      endOnError(socket)
      if (isShut) return answerPlainly(socket, '503 Service Unavailable')
      if (!isSyncPath(request.url ?? '')) return answerPlainly(socket, '404 Not Found')
      if (config.hasRateLimits) warnOfProxy(request)
      const visitor = admittance.visitorOf(request)
      const wait = config.hasRateLimits ? denials.holdFor(holdKey(visitor)) : 0
      if (wait === 0) return accept(request, socket, head, visitor)
      metrics.count('refused_total', { why: 'held' })
      if (held >= HELD) return answerPlainly(socket, '503 Service Unavailable')
      acceptAfter(wait, request, socket, head, visitor)
    },
    sweep() {
      const now = timer.monotonic()
      admittance.sweep(now)
      denials.sweep(now)
    },
    shut() {
      isShut = true
    },
  }
}

/** Denials count for one link at one room from one address: another room of the same plan may be another matter. */
function holdKey({ address, link, room }: Visitor): string {
  return `${address} ${link} ${room?.name ?? ''}`
}

// These two stand by themselves, so that what lives as long as the socket does not hold on to what its request said:
// kilobytes, and the secret among them.

function countErrors(ws: RelaySocket, metrics: Metrics): void {
  ws.on('error', (error) => {
    metrics.count('socket_errors_total')
    const why = refusalOfError(error)
    if (why !== null) metrics.count('refused_total', { why })
  })
}

function endOnError(socket: Duplex): void {
  socket.on('error', () => socket.destroy())
}

function answerPlainly(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
