// All rooms that are loaded: at most one object per room, however many come at once, and none for ever.
//
// What a room holds is kept in memory only as far as a common budget goes (least recently used first): a relay with ten
// thousand quiet rooms keeps ten thousand small facts, not ten thousand documents.
import { LIMITS, type Room as RoomId, type RoomName } from '@milepost/protocol'
import { DEFAULT_LIMITS } from '../limits.ts'
import { CompactionTurns } from './compaction-turns.ts'
import { Room, type LoadOutcome, type RoomParts } from './room.ts'

/** Content of all rooms kept in memory. Read again it costs a millisecond. */
const CHAIN_BUDGET = 32 * 1024 * 1024
/** A room nobody is in stays this long: most who leave come back at once. Its content stays for a reload of the page. */
const LINGER_MS = 60_000
const CONTENT_LINGER_MS = 5_000
/** How often what compaction replaced is looked through for what may go. */
const FORGET_EVERY_MS = 10 * 60 * 1000

export class Rooms {
  readonly #parts: RoomParts
  readonly #rooms = new Map<RoomName, Room>()
  /** Rooms with a chain in memory, least recently used first, with the bytes it had then. */
  readonly #chains = new Map<Room, number>()
  #chainBytes = 0
  #loading = 0
  #loadQueue: (() => void)[] = []
  #forgotAt = Number.NEGATIVE_INFINITY

  constructor(parts: Omit<RoomParts, 'chainUsed' | 'turns'>) {
    const turns = new CompactionTurns(parts.timer)
    this.#parts = { ...parts, turns, chainUsed: (room) => this.#chainUsed(room) }
  }

  get size(): number {
    return this.#rooms.size
  }

  /** Changes that wait for a missing one, and their bytes. */
  get waiting(): { readonly rows: number; readonly bytes: number } {
    let [rows, bytes] = [0, 0]
    for (const { waiting } of this.#rooms.values()) {
      rows += waiting.rows
      bytes += waiting.bytes
    }
    return { rows, bytes }
  }

  get chainBytes(): number {
    return this.#chainBytes
  }

  /** The loaded room, or why there is none. */
  async open(id: RoomId): Promise<Room | Exclude<LoadOutcome, 'ready'>> {
    let room = this.#rooms.get(id.name)
    if (room === undefined) {
      room = new Room(id, this.#parts)
      this.#rooms.set(id.name, room)
    }
    room.touch()
    const outcome = await this.#loadInTurn(room)
    if (outcome === 'ready') return room
    if (this.#rooms.get(id.name) === room && room.memberCount === 0) this.#rooms.delete(id.name)
    return outcome
  }

  /** Lets go of rooms that nobody has been in for a while. Called every few seconds. */
  sweep(): void {
    for (const [name, room] of this.#rooms) {
      const idleFor = room.idleFor()
      if (idleFor >= CONTENT_LINGER_MS && room.chainBytes > 0) {
        room.dropChain()
        this.#forgetChain(room)
      }
      if (idleFor < LINGER_MS) continue
      if (room.wantsCollection) {
        // At work it is not idle; it goes a minute after that.
        void room.collect()
        continue
      }
      this.#rooms.delete(name)
      this.#forgetChain(room)
    }
    this.#forgetReplaced()
  }

  #forgetReplaced(): void {
    const { timer, storage, log } = this.#parts
    if (timer.monotonic() - this.#forgotAt < FORGET_EVERY_MS) return
    this.#forgotAt = timer.monotonic()
    storage.forgetReplaced(timer.now() - LIMITS.replacedMs).catch((error: unknown) => {
      log.warn('what was replaced stays a little longer', {
        reason: error instanceof Error ? error.message : 'unknown',
      })
    })
  }

  /** Only so many readings at a time: two thousand people come back at once after a restart. */
  async #loadInTurn(room: Room): Promise<LoadOutcome> {
    const { loadsAtOnce } = this.#parts.limits ?? DEFAULT_LIMITS
    if (this.#loading >= loadsAtOnce) await new Promise<void>((resolve) => this.#loadQueue.push(resolve))
    this.#loading++
    try {
      return await room.load()
    } finally {
      this.#loading--
      this.#loadQueue.shift()?.()
    }
  }

  #chainUsed(room: Room): void {
    this.#forgetChain(room)
    const bytes = room.chainBytes
    this.#chains.set(room, bytes)
    this.#chainBytes += bytes
    for (const [oldest] of this.#chains) {
      if (this.#chainBytes <= CHAIN_BUDGET || oldest === room) break
      oldest.dropChain()
      this.#forgetChain(oldest)
    }
  }

  #forgetChain(room: Room): void {
    this.#chainBytes -= this.#chains.get(room) ?? 0
    this.#chains.delete(room)
  }
}
