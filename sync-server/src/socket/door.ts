// The way in for sockets: from an HTTP upgrade to a connection in a loaded room, or a close code that says why not.
//
// A socket is accepted first and refused with a close code after: browsers hide the status of a refused upgrade, and the
// stock client would try for ever. Nobody is told that he is in step before the room is loaded.
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import {
  CLOSE,
  LEAST_APP_VERSION,
  LIMITS,
  SUBPROTOCOL,
  capabilityOfProtocols,
  mayReadRoom,
  parseRoom,
  type CloseMeaning,
  type Room as RoomId,
} from '@milepost/protocol'
import { WebSocket, WebSocketServer } from 'ws'
import { admit, isRefusal } from '../auth/admission.ts'
import type { SeenLog } from '../auth/seen-log.ts'
import type { Log } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import type { Rooms } from '../rooms/registry.ts'
import type { Grant, Storage } from '../storage/storage.ts'
import type { Timer } from '../timer.ts'
import { TokenBuckets } from '../token-bucket.ts'
import { Connection } from './connection.ts'
import type { Connections } from './connections.ts'

export interface DoorParts {
  readonly storage: Storage
  readonly rooms: Rooms
  readonly connections: Connections
  readonly seen: SeenLog
  readonly timer: Timer
  readonly metrics: Metrics
  readonly log: Log
  readonly hasRateLimits: boolean
  readonly whenCommitsHaveRoom: (callback: () => void) => boolean
}

export interface Door {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  sweep(): void
  /** Lets nobody in from now on. */
  shut(): void
}

/** Errors of the socket library carry codes the stock client would retry for ever; ours say what they mean. */
class RelaySocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    if (code === 1009) super.close(CLOSE.tooBig.code, CLOSE.tooBig.reason)
    else if (code === 1002 || code === 1003 || code === 1007) super.close(CLOSE.malformed.code, CLOSE.malformed.reason)
    else super.close(code, reason)
  }
}

/** How long the other end may take to say goodbye; the library's types do not know the option. */
const HANDSHAKE = { closeTimeout: 5_000 }

const PATH = /^\/sync\/([^/?]*)$/

export function createDoor(parts: DoorParts): Door {
  const server = new WebSocketServer({
    ...HANDSHAKE,
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: LIMITS.frameBytes,
    WebSocket: RelaySocket,
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
  })
  const perAddress = new TokenBuckets(LIMITS.joinsPerSecondPerAddress, 2 * LIMITS.joinsPerSecondPerAddress)
  const perGrant = new TokenBuckets(LIMITS.joinsPerSecondPerCapability, 2 * LIMITS.joinsPerSecondPerCapability)
  let isShut = false
  /** Sockets whose link is being looked up. */
  let comingIn = 0

  function refuse(ws: WebSocket, meaning: CloseMeaning): void {
    parts.metrics.count('closed_total', { code: meaning.code })
    ws.close(meaning.code, meaning.reason)
    // Paused, it would never read the other end's goodbye.
    ws.resume()
  }

  function refusalBeforeAsking(request: IncomingMessage, url: URL, room: RoomId | null): CloseMeaning | null {
    const { timer, hasRateLimits, connections } = parts
    const address = request.socket.remoteAddress ?? ''
    if (hasRateLimits && !perAddress.take(address, timer.monotonic())) return CLOSE.overload
    if (connections.size + comingIn >= LIMITS.sockets) return CLOSE.overload
    if (room === null) return CLOSE.malformed
    const version = url.searchParams.get('v')
    if (version === null) return null
    if (!/^\d{1,9}$/.test(version)) return CLOSE.malformed
    return Number(version) < LEAST_APP_VERSION ? CLOSE.tooOld : null
  }

  async function grantOf(request: IncomingMessage, room: RoomId): Promise<Grant | CloseMeaning> {
    const { storage, timer, hasRateLimits, connections } = parts
    const capability = capabilityOfProtocols(offeredBy(request))
    if (capability === null) return CLOSE.unknownLink
    const grant = await admit(storage, room.planId, capability, timer.now())
    if (isRefusal(grant)) return grant === 'no-such-plan' ? CLOSE.noSuchPlan : CLOSE.unknownLink
    if (!mayReadRoom(grant.right, room.kind)) return CLOSE.notAllowed
    if (!hasRateLimits) return grant
    const isTooMuch = connections.countOf(grant.id) >= LIMITS.socketsPerCapability
    return isTooMuch || !perGrant.take(grant.id, timer.monotonic()) ? CLOSE.overload : grant
  }

  async function comeIn(ws: WebSocket, socket: Duplex, request: IncomingMessage): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://relay')
    const room = parseRoom(roomTextOf(url))
    const refusal = refusalBeforeAsking(request, url, room)
    if (refusal !== null || room === null) return refuse(ws, refusal ?? CLOSE.malformed)
    comingIn++
    const grant = await grantOf(request, room).finally(() => comingIn--)
    if (isMeaning(grant)) return refuse(ws, grant)
    if (ws.readyState !== WebSocket.OPEN) return
    const connection = connect(ws, socket, grant, room)
    await join(connection, room, url.searchParams.get('epoch'))
  }

  function connect(ws: WebSocket, socket: Duplex, grant: Grant, room: RoomId): Connection {
    const { timer, metrics, hasRateLimits, whenCommitsHaveRoom, connections, seen } = parts
    const connection = new Connection({
      ws,
      socket,
      grant,
      timer,
      metrics,
      hasRateLimits,
      whenCommitsHaveRoom,
      roomKind: room.kind,
      leastAppVersion: LEAST_APP_VERSION,
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

  async function join(connection: Connection, id: RoomId, epoch: string | null): Promise<void> {
    const callOff = parts.timer.after(LIMITS.joinMs, () => connection.close(CLOSE.storage))
    const room = await parts.rooms.open(id)
    callOff()
    if (room === 'no-such-room') return connection.close(CLOSE.noSuchPlan)
    if (typeof room === 'string') return connection.close(CLOSE.storage)
    if (epoch !== null && epoch !== room.epoch) return connection.close(CLOSE.otherEpoch)
    if (room.memberCount >= LIMITS.socketsPerRoom) return connection.close(CLOSE.overload)
    connection.open(room)
  }

  return {
    upgrade(request, socket, head) {
      // Until the library takes over, a reset by the other end must not end the process.
      socket.on('error', () => socket.destroy())
      const path = (request.url ?? '').split('?')[0] ?? ''
      if (isShut) return answerPlainly(socket, '503 Service Unavailable')
      if (!PATH.test(path)) return answerPlainly(socket, '404 Not Found')
      server.handleUpgrade(request, socket, head, (ws) => {
        // Nothing is read before the room is loaded: what comes meanwhile waits in the network.
        ws.pause()
        ws.on('error', () => parts.metrics.count('socket_errors_total'))
        comeIn(ws, socket, request).catch((error: unknown) => {
          parts.log.error('join failed', { reason: error instanceof Error ? error.message : 'unknown' })
          refuse(ws, CLOSE.storage)
        })
      })
    },
    sweep() {
      const now = parts.timer.monotonic()
      perAddress.sweep(now)
      perGrant.sweep(now)
    },
    shut() {
      isShut = true
    },
  }
}

function roomTextOf(url: URL): string {
  const text = PATH.exec(url.pathname)?.[1] ?? ''
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

function offeredBy(request: IncomingMessage): string[] {
  return (request.headers['sec-websocket-protocol'] ?? '').split(',').map((protocol) => protocol.trim())
}

function isMeaning(found: Grant | CloseMeaning): found is CloseMeaning {
  return 'permanent' in found
}

function answerPlainly(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
