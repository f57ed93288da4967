// One room: what it holds, who is in it, and the way of a change through it.
//
//   member -> check -> queue -> (disk) -> settled -> coverage, chain -> broadcast -> member told
//
// A change is shown to others only when it is on disk: what was seen never vanishes again. Nothing between a check and its
// effect waits, so one event after the other is all the locking there is. Rules ROOM-4 to ROOM-9, SPEC.md.
import { CONTRIBUTION_SLOT_MS, LIMITS, type Room as RoomId } from '@milepost/protocol'
import { DEFAULT_LIMITS, type RelayLimits } from '../limits.ts'
import { reasonOf } from '../log.ts'
import type { GroupCommit, Sink } from '../storage/group-commit.ts'
import type { Append, AppendOutcome, Row, StoredRoom } from '../storage/storage.ts'
import { AuthorBook } from './author-book.ts'
import { Chain } from './chain.ts'
import type { Merged } from './compaction.ts'
import { Compactor, type CompactorParts } from './compactor.ts'
import { GapWatch } from './gap-watch.ts'
import type { Member } from './member.ts'
import { PresenceRelay } from './presence-relay.ts'
import { Coverage, decodeRuns, type Run } from './runs.ts'
import { checkUpdate, isEmptyUpdate, isUpdateProblem, type UpdateProblem } from './update-check.ts'
import { frameUpdate } from './update-frame.ts'

export interface RoomParts extends CompactorParts {
  readonly commits: GroupCommit<PendingUpdate>
  /** Is a change refused that writes under somebody else's client id? Else it is counted. */
  readonly bindsClients: boolean
  readonly limits?: RelayLimits
  /** Called whenever the room's chain was used; may drop the chains of others. */
  readonly chainUsed: (room: Room) => void
}

/** A change that was checked and not handed in yet. */
export interface CheckedUpdate {
  readonly frame: Uint8Array
  readonly update: Uint8Array
  readonly runs: readonly Run[]
  /** Those of the runs that hold something new. */
  readonly news: readonly Run[]
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
  readonly #parts: RoomParts
  readonly #members = new Set<Member>()
  #load: Promise<LoadOutcome> | null = null
  #epoch = ''
  /** The last row that was shown to the members. */
  #head = 0
  #bytes = 0
  #coverage = new Coverage()
  #authors = new AuthorBook([], 0)
  readonly #gaps = new GapWatch()
  readonly #slots = new Map<string, number>()
  #chain: Chain | null = null
  /** Made for the first who says where he is. */
  #presence: PresenceRelay | null = null
  #pending = 0
  #outgoing: { seq: number; entry: PendingUpdate }[] = []
  #told: { member: Member; outcome: 'kept' | 'failed' }[] = []
  /** Something was not kept, or came out of order: what the disk holds must be read before more is taken in. */
  #mustRecover = false
  readonly #compactor: Compactor
  #idleSince: number

  constructor(id: RoomId, parts: RoomParts) {
    this.id = id
    this.#parts = parts
    this.#compactor = new Compactor(parts, {
      id,
      memberCount: () => this.#members.size,
      useChain: () => this.#useChain(),
      compacted: (segment) => this.#chain?.compacted(segment),
      dropChain: () => this.dropChain(),
    })
    this.#idleSince = parts.timer.monotonic()
  }

  get presence(): PresenceRelay {
    this.#presence ??= new PresenceRelay(this.#parts.timer, (message) => {
      for (const member of this.#members) member.sendPresence(message)
    })
    return this.#presence
  }

  /** Everybody's presence as one message; null where nobody has said any. */
  everybodysPresence(): Uint8Array | null {
    return this.#presence?.everybody() ?? null
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

  /** Changes that wait for a missing one, and their bytes. */
  get waiting(): { readonly rows: number; readonly bytes: number } {
    return this.#gaps
  }

  get wantsCollection(): boolean {
    return this.#compactor.wantsCollection
  }

  /** Lets go of deleted content while nobody is here. */
  async collect(): Promise<void> {
    await this.#compactor.collect()
    this.touch()
  }

  /** How long nobody has been here and nothing was left to do; 0 while there is. */
  idleFor(): number {
    const isBusy = this.#members.size > 0 || this.#pending > 0 || this.#compactor.isAtWork || this.#mustRecover
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
    const everybody = this.everybodysPresence()
    if (everybody !== null) member.sendPresence(everybody)
  }

  leave(member: Member): void {
    if (!this.#members.delete(member)) return
    this.#presence?.leave(member)
    this.#idleSince = this.#parts.timer.monotonic()
    if (this.#members.size === 0) this.#presence?.close()
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

  /** `empty` is fine and nothing to keep. The bytes are copied. `foreign`: somebody else writes under its client id. */
  check(member: Member, update: Uint8Array): CheckedUpdate | 'empty' | UpdateProblem | 'full' | 'foreign' {
    if (isEmptyUpdate(update)) return 'empty'
    const { roomBytes, roomUpdates } = this.#parts.limits ?? DEFAULT_LIMITS
    if (this.#bytes + update.length > roomBytes || this.#head + this.#pending >= roomUpdates) return 'full'
    const framed = frameUpdate(update)
    const facts = checkUpdate(framed.update)
    if (isUpdateProblem(facts)) return facts
    if (this.#hasTooManyClients(facts.runs)) return 'full'
    const news = facts.runs.filter((run) => !this.#coverage.has(run))
    return this.#refusesAuthor(member, news) ? 'foreign' : { ...framed, runs: facts.runs, news }
  }

  /** Each client id is remembered for ever, so a room takes only so many. */
  #hasTooManyClients(runs: readonly Run[]): boolean {
    if (this.#coverage.clientCount + runs.length <= LIMITS.roomClients) return false
    const unknown = new Set(runs.map(({ client }) => client).filter((client) => !this.#coverage.knows(client)))
    return this.#coverage.clientCount + unknown.size > LIMITS.roomClients
  }

  #refusesAuthor(member: Member, news: readonly Run[]): boolean {
    const foreign = this.#authors.foreignTo(member, news)
    if (foreign === 0) return false
    const { metrics, bindsClients, timer } = this.#parts
    metrics.count('foreign_structs_total', {}, foreign)
    return bindsClients && !this.#authors.isHealing(timer.now())
  }

  /** Hands a checked change in. The member is told by `settled`. `unavailable`: it was not taken. */
  write(member: Member, checked: CheckedUpdate, isUpload: boolean): 'taken' | 'unavailable' {
    if (this.#mustRecover) return 'unavailable'
    const { frame, update, runs, news } = checked
    const now = this.#parts.timer.now()
    const slot = Math.floor(now / CONTRIBUTION_SLOT_MS)
    const newAuthors = this.#authors.claim(member, news, isUpload, now)
    const isCounted = news.length === 0 || this.#slots.get(member.grantId) === slot
    this.#pending++
    this.#parts.commits.add(
      { room: this.id.name, grantId: member.grantId, update, newAuthors, slot: isCounted ? null : slot, member, frame, runs }, // prettier-ignore
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
    this.#takeIn({ seq: outcome.seq, update: entry.update }, entry)
    if (entry.slot !== null) this.#slots.set(entry.grantId, entry.slot)
    this.#outgoing.push({ seq: outcome.seq, entry })
  }

  batchEnded(): void {
    this.#broadcast()
    if (this.#coverage.gaps > 0 || this.#gaps.rows > 0) this.#lookAtGaps()
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
      this.#adopt(stored, await this.#mergedTail(stored))
      return 'ready'
    } catch (error) {
      this.#parts.log.error('room could not be read', { reason: reasonOf(error) })
      return 'unavailable'
    }
  }

  /** A tail that grew long (compaction was off, or had not come to it) is read in a thread. */
  async #mergedTail({ tail }: StoredRoom): Promise<Merged | null> {
    const bytes = tail.reduce((sum, { update }) => sum + update.length, 0)
    if (tail.length <= LIMITS.mainThreadRows && bytes <= LIMITS.mainThreadBytes) return null
    return this.#parts.merger.join(tail.map(({ update }) => update))
  }

  #adopt(stored: StoredRoom, merged: Merged | null): void {
    this.#epoch = stored.epoch
    this.#head = stored.head
    this.#bytes = stored.bytes
    this.#authors = new AuthorBook(stored.authors, stored.healsUntil)
    this.#coverage = new Coverage()
    for (const { runs } of stored.segments) this.#cover(decodeRuns(runs))
    this.#gaps.reset()
    if (merged !== null) this.#cover(decodeRuns(merged.runs))
    else this.#coverRows(stored.tail)
    const tailBytes = stored.tail.reduce((sum, { update }) => sum + update.length, 0)
    this.#compactor.adopt(stored.tail.length, tailBytes, stored.collectedAt)
    this.#setChain(new Chain(stored, this.#parts.merger, { merged }))
    this.#gaps.look(new Set(), this.#coverage, () => this.vector())
    void this.#compactWhereDue()
  }

  #coverRows(rows: readonly Row[]): void {
    const read = rows.map(({ update }) => ({ update, facts: checkUpdate(update) }))
    for (const { facts } of read) if (!isUpdateProblem(facts)) this.#cover(facts.runs)
    for (const { update, facts } of read) {
      if (!isUpdateProblem(facts)) this.#gaps.taken(facts.runs, update.length, null, this.#coverage)
    }
  }

  #cover(runs: readonly Run[]): void {
    for (const run of runs) this.#coverage.add(run)
  }

  #takeIn(row: Row, { runs, member }: PendingUpdate): void {
    this.#cover(runs)
    this.#gaps.taken(runs, row.update.length, member, this.#coverage)
    this.#bytes += row.update.length
    this.#compactor.taken(row.update.length)
    this.#chain?.push(row)
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
      return this.#chain ?? this.#setChain(new Chain(stored, this.#parts.merger))
    }
    this.#parts.chainUsed(this)
    return this.#chain
  }

  /** Each member gets what others wrote, as one piece of bytes made once for all who wrote nothing of it. */
  #broadcast(): void {
    const outgoing = this.#outgoing
    const [first] = outgoing
    if (first === undefined) return
    this.#outgoing = []
    const authors = new Set(outgoing.map(({ entry }) => entry.member))
    const all = concatenated(outgoing)
    for (const member of this.#members) {
      if (!authors.has(member)) member.sendFramed(all, first.seq)
      else if (authors.size > 1) {
        const others = outgoing.filter(({ entry }) => entry.member !== member)
        if (others[0]) member.sendFramed(concatenated(others), others[0].seq)
      }
    }
  }

  #lookAtGaps(): void {
    // A member that left needs nothing asked of it.
    const writers = new Set(this.#told.map(({ member }) => member).filter((member) => this.#members.has(member)))
    this.#gaps.look(writers, this.#coverage, () => this.vector())
  }

  /** `shown`: the last row the members saw. */
  async #recover(shown = this.#head): Promise<void> {
    // The storage answers in order: once it answers, everything handed in before is either there or not.
    if (this.#pending > 0) return
    this.#load = null
    const missed = (await this.load()) === 'ready' ? await this.piecesSince(shown).catch(() => null) : null
    if (missed === null) {
      this.#parts.timer.after(RETRY_MS, () => void this.#recover(shown))
      return
    }
    this.#mustRecover = false
    for (const update of missed) {
      for (const member of this.#members) member.sendFramed(frameUpdate(update).frame, shown + 1)
    }
  }

  async #compactWhereDue(): Promise<void> {
    await this.#compactor.compactWhereDue()
  }
}

function concatenated(outgoing: readonly { readonly entry: PendingUpdate }[]): Uint8Array {
  const [only] = outgoing
  return outgoing.length === 1 && only ? only.entry.frame : Buffer.concat(outgoing.map(({ entry }) => entry.frame))
}
