// Who may come in: everything that is asked of an upgraded socket before it gets its room, in the order of what it costs.
//
// First what needs no look at the disk (origin, rates, counts, version), then the link, then what the link is bound by. The
// last part is done in one go with opening the connection, so that a crowd cannot slip past a count together.
// Rules DOOR-1 to DOOR-10, SPEC.md.
import type { IncomingMessage } from 'node:http'
import {
  CLOSE,
  capabilityOfProtocols,
  mayReadRoom,
  parseRoom,
  type Capability,
  type CloseMeaning,
  type Room as RoomId,
} from '@milepost/protocol'
import { admit, isRefusal } from '../auth/admission.ts'
import { addressKey, clientAddress } from '../auth/client-address.ts'
import { mayConnectFrom } from '../auth/origin.ts'
import { hashOf } from '../auth/secret-hash.ts'
import type { Config } from '../config.ts'
import { linkName } from '../log.ts'
import type { Link, Storage } from '../storage/storage.ts'
import type { Timer } from '../timer.ts'
import { TokenBuckets } from '../token-bucket.ts'
import type { Connections } from './connections.ts'

export type DoorConfig = Pick<Config, 'limits' | 'hasRateLimits' | 'origins' | 'trustedProxies' | 'leastAppVersion'>

/** One who knocks, as far as the request tells. */
export interface Visitor {
  /** Counted as one. */
  readonly address: string
  readonly capability: Capability | null
  /** The link's name in the log. */
  readonly link: string
  readonly room: RoomId | null
  readonly epoch: string | null
  readonly version: string | null
  readonly origin: string | undefined
  readonly host: string | undefined
}

export interface Refused {
  readonly meaning: CloseMeaning
  /** For the metrics. */
  readonly why: string
}

const PATH = /^\/sync\/([^/?]*)$/

export function isSyncPath(url: string): boolean {
  return PATH.test(url.split('?')[0] ?? '')
}

export function isRefused(found: Link | Refused): found is Refused {
  return 'meaning' in found
}

export class Admittance {
  readonly #config: DoorConfig
  readonly #connections: Connections
  readonly #perAddress: TokenBuckets
  readonly #perLink: TokenBuckets
  /** Sockets whose link is being looked up. */
  #comingIn = 0

  constructor(config: DoorConfig, connections: Connections) {
    const { joinsPerSecondPerAddress, joinsPerSecondPerLink } = config.limits
    this.#config = config
    this.#connections = connections
    this.#perAddress = new TokenBuckets(joinsPerSecondPerAddress, 2 * joinsPerSecondPerAddress)
    this.#perLink = new TokenBuckets(joinsPerSecondPerLink, 2 * joinsPerSecondPerLink)
  }

  visitorOf(request: IncomingMessage): Visitor {
    const url = URL.parse(request.url ?? '/', 'http://relay') ?? new URL('http://relay')
    const capability = capabilityOfProtocols(offeredBy(request))
    const address = clientAddress(
      request.socket.remoteAddress,
      request.headers['x-forwarded-for']?.toString(),
      this.#config.trustedProxies,
    )
    return {
      address: addressKey(address),
      capability,
      link: capability === null ? '' : linkName(hashOf(capability)),
      room: parseRoom(roomTextOf(url)),
      epoch: url.searchParams.get('epoch'),
      version: url.searchParams.get('v'),
      origin: request.headers.origin,
      host: request.headers.host,
    }
  }

  /** What can be said without asking the disk. */
  beforeAsking({ address, room, version, origin, host }: Visitor, now: number): Refused | null {
    const { hasRateLimits, limits, origins, leastAppVersion } = this.#config
    if (!mayConnectFrom(origins, origin, host)) return { meaning: CLOSE.notAllowed, why: 'origin' }
    if (hasRateLimits && !this.#perAddress.take(address, now)) return { meaning: CLOSE.overload, why: 'address_joins' }
    if (hasRateLimits && this.#connections.countFrom(address) >= limits.socketsPerAddress) {
      return { meaning: CLOSE.overload, why: 'address_sockets' }
    }
    if (this.#connections.size + this.#comingIn >= limits.sockets) return { meaning: CLOSE.overload, why: 'sockets' }
    if (room === null) return { meaning: CLOSE.malformed, why: 'room_name' }
    if (version === null) return null
    if (!/^\d{1,9}$/.test(version)) return { meaning: CLOSE.malformed, why: 'version' }
    return Number(version) < leastAppVersion ? { meaning: CLOSE.tooOld, why: 'version' } : null
  }

  async grantOf({ capability }: Visitor, room: RoomId, storage: Storage, timer: Timer): Promise<Link | Refused> {
    if (capability === null) return { meaning: CLOSE.unknownLink, why: 'no_link' }
    this.#comingIn++
    try {
      const grant = await admit(storage, room.planId, capability, timer.now())
      if (!isRefusal(grant)) return grant
      return {
        meaning: grant === 'no-such-plan' ? CLOSE.noSuchPlan : CLOSE.unknownLink,
        why: grant.replaceAll('-', '_'),
      }
    } finally {
      this.#comingIn--
    }
  }

  /** What the link itself is bound by; to be followed by opening the connection without waiting for anything. */
  afterAsking(grant: Link, room: RoomId, now: number): Refused | null {
    const { hasRateLimits, limits } = this.#config
    if (!mayReadRoom(grant.right, room.kind)) return { meaning: CLOSE.notAllowed, why: 'right' }
    if (!hasRateLimits) return null
    if (this.#connections.countOf(grant.id) >= limits.socketsPerLink) {
      return { meaning: CLOSE.overload, why: 'link_sockets' }
    }
    return this.#perLink.take(grant.id, now) ? null : { meaning: CLOSE.overload, why: 'link_joins' }
  }

  sweep(now: number): void {
    this.#perAddress.sweep(now)
    this.#perLink.sweep(now)
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
