// Presence of one room: who is here and where, passed on and never stored.
//
// Presence is an open door in most relays: anybody may speak for anybody. Here an id belongs to the socket that first
// named it, entries for other ids are dropped, clocks may not leap, and a state must be JSON that every client can read.
//
// In a crowd only those are shown who did something last. To say "still here" every 15 s is not doing something: else all
// of a crowd would take turns at being shown. Nobody is told to go for it; the others forget him after their own 30 s.
// Rules PRESENCE-1 to PRESENCE-9, SPEC.md.
import { LIMITS, encodeMessage, type PresenceEntry } from '@milepost/protocol'
import type { Member } from './member.ts'

export interface PresenceTimer {
  /** Calls back after so many milliseconds; returns how to call it off. */
  after(ms: number, callback: () => void): () => void
  monotonic(): number
}

interface Present {
  owner: Member
  clock: number
  state: string
}

const GOODBYE = 'null'
/** Ids that left, remembered so that the same id can return. */
const TOMBSTONES = 1_000

export class PresenceRelay {
  readonly #timer: PresenceTimer
  readonly #broadcast: (message: Uint8Array) => void
  /** Who did something last stands last. */
  readonly #present = new Map<number, Present>()
  /** The ids each member speaks for. */
  readonly #claims = new Map<Member, Set<number>>()
  readonly #tombstones = new Map<number, number>()
  readonly #changed = new Set<number>()
  #callOff: (() => void) | null = null
  #lastTick = -Infinity

  constructor(timer: PresenceTimer, broadcast: (message: Uint8Array) => void) {
    this.#timer = timer
    this.#broadcast = broadcast
  }

  /** Everybody here (of a crowd: the ones shown), as one message; null where nobody is. */
  everybody(): Uint8Array | null {
    const shown = [...this.#present].slice(-LIMITS.presencesShown)
    const entries = shown.map(([clientId, { clock, state }]) => ({ clientId, clock, state }))
    return entries.length === 0 ? null : encodeMessage({ type: 'awareness', entries })
  }

  receive(from: Member, entries: readonly PresenceEntry[]): void {
    const unbelievable: PresenceEntry[] = []
    // An honest client says at most what it hears of everybody.
    for (const entry of entries.slice(0, LIMITS.presenceEntries)) {
      const verdict = this.#verdictOn(from, entry)
      if (verdict === 'take') this.#take(from, entry)
      else if (verdict !== 'drop') unbelievable.push({ clientId: entry.clientId, clock: verdict, state: GOODBYE })
    }
    // The others know these ids as gone and would not believe an old clock. Its own goodbye, sent back, makes a client
    // announce itself anew; one that only repeats what it heard of somebody else (stock clients do) will not.
    if (unbelievable.length > 0) from.send(encodeMessage({ type: 'awareness', entries: unbelievable }))
    this.#tickSoon()
  }

  /** Says goodbye for every id of this member, with the clock it had: the next one is for its return. */
  leave(member: Member): void {
    for (const clientId of this.#claims.get(member) ?? []) {
      this.#bury(clientId, this.#present.get(clientId)?.clock ?? 0)
      this.#changed.add(clientId)
    }
    this.#tickSoon()
  }

  /** Nobody is left to tell. */
  close(): void {
    this.#callOff?.()
    this.#callOff = null
  }

  /** The clock at which the others saw this id go, where that makes the entry unbelievable. States are read last. */
  #verdictOn(from: Member, { clientId, clock, state }: PresenceEntry): 'take' | 'drop' | number {
    if (clock > LIMITS.presenceClock || state.length > LIMITS.presenceBytes) return 'drop'
    const present = this.#present.get(clientId)
    if (present === undefined) {
      if (state === GOODBYE) return 'drop'
      const buried = this.#tombstones.get(clientId)
      if (buried !== undefined && clock <= buried) return buried
      const mayClaim = (this.#claims.get(from)?.size ?? 0) < LIMITS.presencesPerSocket
      return mayClaim && clock <= (buried ?? clock) + LIMITS.presenceClockStep && isStateText(state) ? 'take' : 'drop'
    }
    // A reconnect may beat the close of the socket it replaces; only the same link may take over.
    if (present.owner !== from && present.owner.grantId !== from.grantId) return 'drop'
    const isNews = clock > present.clock || (clock === present.clock && state === GOODBYE)
    return isNews && clock <= present.clock + LIMITS.presenceClockStep && isStateText(state) ? 'take' : 'drop'
  }

  #take(from: Member, { clientId, clock, state }: PresenceEntry): void {
    this.#changed.add(clientId)
    if (state === GOODBYE) {
      this.#bury(clientId, clock)
      return
    }
    this.#tombstones.delete(clientId)
    const before = this.#present.get(clientId)
    if (before?.owner !== from) {
      this.#disclaim(clientId)
      this.#claims.set(from, (this.#claims.get(from) ?? new Set()).add(clientId))
    }
    if (before?.state !== state) this.#present.delete(clientId)
    this.#present.set(clientId, { owner: from, clock, state })
  }

  #disclaim(clientId: number): void {
    const owner = this.#present.get(clientId)?.owner
    const claims = owner && this.#claims.get(owner)
    claims?.delete(clientId)
    if (owner && claims?.size === 0) this.#claims.delete(owner)
  }

  #bury(clientId: number, clock: number): void {
    this.#disclaim(clientId)
    this.#present.delete(clientId)
    if (this.#tombstones.size >= TOMBSTONES) {
      const [oldest] = this.#tombstones.keys()
      if (oldest !== undefined) this.#tombstones.delete(oldest)
    }
    this.#tombstones.set(clientId, clock)
  }

  /** At once where the last one is long ago, else when the tick is over. */
  #tickSoon(): void {
    if (this.#changed.size === 0 || this.#callOff !== null) return
    const wait = this.#lastTick + LIMITS.presenceTickMs - this.#timer.monotonic()
    if (wait <= 0) this.#tick()
    else this.#callOff = this.#timer.after(wait, () => this.#tick())
  }

  #tick(): void {
    this.#callOff = null
    this.#lastTick = this.#timer.monotonic()
    const notShown = new Set([...this.#present.keys()].slice(0, -LIMITS.presencesShown))
    const entries = [...this.#changed].flatMap((clientId): PresenceEntry[] => {
      if (notShown.has(clientId)) return []
      const present = this.#present.get(clientId)
      if (present) return [{ clientId, clock: present.clock, state: present.state }]
      const clock = this.#tombstones.get(clientId)
      return clock === undefined ? [] : [{ clientId, clock, state: GOODBYE }]
    })
    this.#changed.clear()
    if (entries.length > 0) this.#broadcast(encodeMessage({ type: 'awareness', entries }))
  }
}

/** Every client will parse it, and the stock one throws on what is no JSON. */
function isStateText(state: string): boolean {
  try {
    return typeof JSON.parse(state) === 'object'
  } catch {
    return false
  }
}
