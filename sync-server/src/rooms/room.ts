// One room: what it holds, who is in it, and the way of a change through it.
//
//   member -> check -> queue -> (disk) -> settled -> coverage, chain -> broadcast -> member told
//
// A change is shown to others only when it is on disk: what was seen never vanishes again. Nothing between a check and its
// effect waits, so one event after the other is all the locking there is. Rules ROOM-4 to ROOM-9, SPEC.md.
import { CLOSE, CONTRIBUTION_SLOT_MS, LIMITS, encodeMessage, type Room as RoomId } from '@milepost/protocol'
import type { Log } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import type { GroupCommit, Sink } from '../storage/group-commit.ts'
import type { Append, AppendOutcome, Row, Storage, StoredRoom } from '../storage/storage.ts'
import type { Timer } from '../timer.ts'
import { Chain } from './chain.ts'
import type { Member } from './member.ts'
import type { Merger } from './merger.ts'
import { PresenceRelay } from './presence-relay.ts'
import { Coverage, decodeRuns, type Run } from './runs.ts'
import { checkUpdate, isEmptyUpdate, isUpdateProblem, type UpdateProblem } from './update-check.ts'
import { frameUpdate } from './update-frame.ts'

export interface RoomParts {
  readonly storage: Storage
  readonly commits: GroupCommit<PendingUpdate>
  readonly merger: Merger
  readonly timer: Timer
  readonly metrics: Metrics
  readonly log: Log
  /** Called whenever the room's chain was used; may drop the chains of others. */
  readonly chainUsed: (room: Room) => void
}

/** A change that was checked and not handed in yet. */
export interface CheckedUpdate {
  readonly frame: Uint8Array
  readonly update: Uint8Array
  readonly runs: readonly Run[]
}

export interface PendingUpdate extends Append {
  readonly member: Member
  readonly frame: Uint8Array
  readonly runs: readonly Run[]
}

export type LoadOutcome = 'ready' | 'no-such-room' | 'damaged' | 'unavailable'

const RETRY_MS = 1_000

export class Room implements Sink<PendingUpdate> {
  readonly id: RoomId
  readonly presence: PresenceRelay
  readonly #parts: RoomParts
  readonly #members = new Set<Member>()
  #load: Promise<LoadOutcome> | null = null
  #epoch = ''
  /** The last row that was shown to the members. */
  #head = 0
  #bytes = 0
  #coverage = new Coverage()
  #authors = new Map<number, string>()
  readonly #slots = new Map<string, number>()
  #chain: Chain | null = null
  #tailRows = 0
  #tailBytes = 0
  #pending = 0
  #outgoing: { seq: number; entry: PendingUpdate }[] = []
  #told: { member: Member; outcome: 'kept' | 'failed' }[] = []
  /** Something was not kept, or came out of order: what the disk holds must be read before more is taken in. */
  #mustRecover = false
  #asked = new WeakSet<Member>()
  #isCompacting = false
  #isCompactionOff = false
  #idleSince: number

  constructor(id: RoomId, parts: RoomParts) {
    this.id = id
    this.#parts = parts
    this.#idleSince = parts.timer.monotonic()
    this.presence = new PresenceRelay(parts.timer, (message) => {
      for (const member of this.#members) member.sendPresence(message)
    })
  }

  get epoch(): string {
    return this.#epoch
  }

  get head(): number {
    return this.#head
  }

  get memberCount(): number {
    return this.#members.size
  }

  get chainBytes(): number {
    return this.#chain?.bytes ?? 0
  }

  get gaps(): number {
    return this.#coverage.gaps
  }

  /** How long nobody has been here and nothing was left to do; 0 while there is. */
  idleFor(): number {
    const isBusy = this.#members.size > 0 || this.#pending > 0 || this.#isCompacting || this.#mustRecover
    return isBusy ? 0 : this.#parts.timer.monotonic() - this.#idleSince
  }

  /** Somebody is on the way in. */
  touch(): void {
    this.#idleSince = this.#parts.timer.monotonic()
  }

  /** Reads the room once; everybody who comes meanwhile waits for the same reading. A failed one may be tried again. */
  load(): Promise<LoadOutcome> {
    this.#load ??= this.#read().then((outcome) => {
      if (outcome !== 'ready') this.#load = null
      return outcome
    })
    return this.#load
  }

  join(member: Member): void {
    this.#members.add(member)
    const everybody = this.presence.everybody()
    if (everybody !== null) member.sendPresence(everybody)
  }

  leave(member: Member): void {
    if (!this.#members.delete(member)) return
    this.presence.leave(member)
    this.#idleSince = this.#parts.timer.monotonic()
    if (this.#members.size === 0) this.presence.close()
  }

  /** What the relay holds, for asking a writer for what it lacks. */
  vector(): Uint8Array {
    return this.#coverage.toVector()
  }

  /** What a client with this vector lacks. Rejects where the disk does not answer. */
  async piecesFor(vector: Uint8Array): Promise<readonly Uint8Array[]> {
    return (await this.#useChain()).piecesFor(vector)
  }

  async piecesSince(seq: number): Promise<readonly Uint8Array[]> {
    return (await this.#useChain()).piecesSince(seq)
  }

  /** `empty` is fine and nothing to keep. The bytes are copied. */
  check(update: Uint8Array): CheckedUpdate | 'empty' | UpdateProblem | 'full' {
    if (isEmptyUpdate(update)) return 'empty'
    if (this.#bytes + update.length > LIMITS.roomBytes || this.#head + this.#pending >= LIMITS.roomUpdates)
      return 'full'
    const framed = frameUpdate(update)
    const facts = checkUpdate(framed.update)
    if (isUpdateProblem(facts)) return facts
    return this.#hasTooManyClients(facts.runs) ? 'full' : { ...framed, runs: facts.runs }
  }

  /** Each client id is remembered for ever, so a room takes only so many. */
  #hasTooManyClients(runs: readonly Run[]): boolean {
    if (this.#authors.size + runs.length <= LIMITS.roomClients) return false
    const unknown = new Set(runs.map(({ client }) => client).filter((client) => !this.#authors.has(client)))
    return this.#authors.size + unknown.size > LIMITS.roomClients
  }

  /** Hands a checked change in. The member is told by `settled`. `unavailable`: it was not taken. */
  write(member: Member, { frame, update, runs }: CheckedUpdate): 'taken' | 'unavailable' {
    if (this.#mustRecover) return 'unavailable'
    const news = runs.filter((run) => !this.#coverage.has(run))
    const slot = Math.floor(this.#parts.timer.now() / CONTRIBUTION_SLOT_MS)
    const newAuthors = new Set<number>()
    for (const { client } of news) {
      const author = this.#authors.get(client)
      if (author === undefined) newAuthors.add(client)
      // Reported, not refused: a restored relay meets others' structs in honest hands.
      else if (author !== member.grantId) this.#parts.metrics.count('foreign_structs_total')
    }
    const isCounted = news.length === 0 || this.#slots.get(member.grantId) === slot
    this.#pending++
    this.#parts.commits.add(
      { room: this.id.name, grantId: member.grantId, update, newAuthors: [...newAuthors], slot: isCounted ? null : slot, member, frame, runs }, // prettier-ignore
      this,
    )
    return 'taken'
  }

  settled(entry: PendingUpdate, outcome: AppendOutcome): void {
    this.#pending--
    if (typeof outcome === 'string') {
      this.#mustRecover = true
      this.#told.push({ member: entry.member, outcome: 'failed' })
      return
    }
    this.#told.push({ member: entry.member, outcome: 'kept' })
    if (this.#mustRecover || outcome.seq !== this.#head + 1) {
      this.#mustRecover = true
      return
    }
    this.#head = outcome.seq
    this.#takeIn({ seq: outcome.seq, update: entry.update }, entry.runs)
    for (const client of entry.newAuthors) this.#claim(client, entry.grantId)
    if (entry.slot !== null) this.#slots.set(entry.grantId, entry.slot)
    this.#outgoing.push({ seq: outcome.seq, entry })
  }

  batchEnded(): void {
    this.#broadcast()
    this.#askForGaps()
    if (this.#chain !== null) this.#parts.chainUsed(this)
    for (const { member, outcome } of this.#told.splice(0)) member.settled(outcome)
    if (this.#mustRecover) void this.#recover()
    else void this.#compactWhereDue()
    this.#idleSince = this.#parts.timer.monotonic()
  }

  /** Forgets the content, not the facts about it; it is read again when somebody asks. */
  dropChain(): void {
    this.#chain = null
  }

  async #read(): Promise<LoadOutcome> {
    try {
      const stored = await this.#parts.storage.readRoom(this.id.name)
      if (typeof stored === 'string') {
        if (stored === 'damaged')
          this.#parts.log.error('room damaged, not served', { plan: this.id.planId, room: this.id.kind })
        return stored
      }
      if (stored.restored > 0) {
        this.#parts.metrics.count('segments_restored_total', {}, stored.restored)
        this.#parts.log.error('segments came back damaged and were put together again', { plan: this.id.planId, room: this.id.kind }) // prettier-ignore
      }
      this.#adopt(stored)
      return 'ready'
    } catch (error) {
      this.#parts.log.error('room could not be read', { reason: messageOf(error) })
      return 'unavailable'
    }
  }

  #adopt(stored: StoredRoom): void {
    this.#epoch = stored.epoch
    this.#head = stored.head
    this.#bytes = stored.bytes
    this.#authors = new Map(stored.authors)
    this.#coverage = new Coverage()
    for (const segment of stored.segments) for (const run of decodeRuns(segment.runs)) this.#coverage.add(run)
    this.#tailRows = 0
    this.#tailBytes = 0
    for (const { update } of stored.tail) {
      const facts = checkUpdate(update)
      if (!isUpdateProblem(facts)) for (const run of facts.runs) this.#coverage.add(run)
      this.#tailRows++
      this.#tailBytes += update.length
    }
    this.#setChain(new Chain(stored))
  }

  #takeIn(row: Row, runs: readonly Run[]): void {
    for (const run of runs) this.#coverage.add(run)
    this.#bytes += row.update.length
    this.#tailRows++
    this.#tailBytes += row.update.length
    this.#chain?.push(row)
  }

  #claim(client: number, grantId: string): void {
    if (!this.#authors.has(client)) this.#authors.set(client, grantId)
  }

  #setChain(chain: Chain): Chain {
    this.#chain = chain
    this.#parts.chainUsed(this)
    return chain
  }

  async #useChain(): Promise<Chain> {
    if (this.#chain === null) {
      const stored = await this.#parts.storage.readRoom(this.id.name)
      if (typeof stored === 'string') throw new Error(`room is ${stored}`)
      // Somebody else may have read it meanwhile, and that one was kept up to date.
      return this.#chain ?? this.#setChain(new Chain(stored))
    }
    this.#parts.chainUsed(this)
    return this.#chain
  }

  /** Each member gets what others wrote, as one piece of bytes made once for all who wrote nothing of it. */
  #broadcast(): void {
    const outgoing = this.#outgoing.splice(0)
    const fromSeq = outgoing[0]?.seq
    if (fromSeq === undefined) return
    const authors = new Set(outgoing.map(({ entry }) => entry.member))
    const all = concatenated(outgoing.map(({ entry }) => entry.frame))
    for (const member of this.#members) {
      if (!authors.has(member)) member.sendFramed(all, fromSeq)
      else {
        const others = outgoing.filter(({ entry }) => entry.member !== member)
        if (others[0]) member.sendFramed(concatenated(others.map(({ entry }) => entry.frame)), others[0].seq)
      }
    }
  }

  /**
   * A hole means that a frame was lost on the way: whoever writes while there is one is asked for all behind it. Once:
   * the answer is stored again, and somebody who cannot fill the hole would send it with every key.
   */
  #askForGaps(): void {
    if (this.#coverage.gaps === 0) {
      this.#asked = new WeakSet()
      return
    }
    for (const member of new Set(this.#told.map(({ member }) => member))) {
      if (this.#coverage.gaps > LIMITS.roomGaps) member.close(CLOSE.tooBig)
      else if (this.#members.has(member) && !this.#asked.has(member)) {
        this.#asked.add(member)
        member.send(encodeMessage({ type: 'syncStep1', vector: this.vector() }))
      }
    }
  }

  async #recover(): Promise<void> {
    // The storage answers in order: once it answers, everything handed in before is either there or not.
    if (this.#pending > 0) return
    const shown = this.#head
    this.#load = null
    if ((await this.load()) !== 'ready') {
      this.#parts.timer.after(RETRY_MS, () => void this.#recover())
      return
    }
    this.#mustRecover = false
    const missed = this.#chain?.piecesSince(shown) ?? []
    for (const update of missed) {
      for (const member of this.#members) member.sendFramed(frameUpdate(update).frame, shown + 1)
    }
  }

  async #compactWhereDue(): Promise<void> {
    const isDue = this.#tailRows > LIMITS.tailRows || this.#tailBytes > LIMITS.tailBytes
    if (!isDue || this.#isCompacting || this.#isCompactionOff) return
    this.#isCompacting = true
    try {
      await this.#compact(await this.#useChain())
    } catch (error) {
      this.#parts.log.warn('compaction put off', { reason: messageOf(error) })
      this.#restCompaction()
    } finally {
      this.#isCompacting = false
      this.#idleSince = this.#parts.timer.monotonic()
    }
  }

  async #compact(chain: Chain): Promise<void> {
    const plan = chain.planCompaction()
    if (plan === null) return
    const rows = this.#tailRows
    const bytes = this.#tailBytes
    const merged = await this.#parts.merger.merge(plan.updates)
    if (merged === 'mismatch') {
      this.#parts.metrics.count('compaction_mismatch_total')
      this.#parts.log.error('compaction would have changed a room; nothing was touched', { rows: plan.updates.length })
      this.#isCompactionOff = true
      return
    }
    const segment = { fromSeq: plan.fromSeq, toSeq: plan.toSeq, ...merged }
    const replacement = { at: this.#parts.timer.now(), isCollection: false }
    if ((await this.#parts.storage.compact(this.id.name, segment, replacement)) === 'changed') {
      this.#chain = null
      this.#restCompaction()
      return
    }
    this.#parts.metrics.count('compactions_total')
    this.#tailRows = Math.max(0, this.#tailRows - rows)
    this.#tailBytes = Math.max(0, this.#tailBytes - bytes)
    // The chain may have been dropped and read again meanwhile: then it is the disk's own reading already, or it holds
    // rows the segment covers and must not keep them.
    this.#chain?.compacted(segment)
  }

  /** Not again with the very next change. */
  #restCompaction(): void {
    this.#isCompactionOff = true
    this.#parts.timer.after(RETRY_MS, () => (this.#isCompactionOff = false))
  }
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts
  return parts.length === 1 && only ? only : Buffer.concat(parts)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown'
}
