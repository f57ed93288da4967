// When a room's rows are merged into segments, and when its deleted content is collected; never twice at once.
//
// The work is done in a thread and proved there; the storage then puts the result in the place of exactly what it covers,
// or says that something changed and does nothing. A room in which much is written is merged less often and more at a time:
// each merge goes through older segments again, and that was a third of all work of a busy relay. Rooms take turns
// (`compaction-turns.ts`).
import { LIMITS, type Room as RoomId } from '@milepost/protocol'
import type { Log } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import type { Segment, Storage } from '../storage/storage.ts'
import type { Timer } from '../timer.ts'
import type { Chain, CompactionPlan } from './chain.ts'
import type { Merged } from './compaction.ts'
import type { CompactionTurns } from './compaction-turns.ts'
import type { Merger } from './merger.ts'

export interface CompactorParts {
  readonly storage: Storage
  readonly merger: Merger
  /** Of all rooms together. */
  readonly turns: CompactionTurns
  readonly timer: Timer
  readonly metrics: Metrics
  readonly log: Log
  /** Does the owner of this relay want deleted content to be let go of? */
  readonly collectsDeleted: boolean
}

/** What the compactor needs of its room. */
export interface CompactedRoom {
  readonly id: RoomId
  memberCount(): number
  useChain(): Promise<Chain>
  /** The chain in memory has a segment in the place of what it covers. */
  compacted(segment: Segment): void
  /** The chain in memory is not what the disk holds. */
  dropChain(): void
}

const RETRY_MS = 1_000
/** A room merged just now is merged again after this, or when its tail is as long as may be read on the main thread. */
const PAUSE_MS = 2_000

export class Compactor {
  readonly #parts: CompactorParts
  readonly #room: CompactedRoom
  #tailRows = 0
  #tailBytes = 0
  #isAtWork = false
  #isOff = false
  #isPausing = false
  /** Nothing was written since it was collected, or since that was seen to be worth nothing. */
  #isCollected = false
  #collectedAt: number | null = null

  constructor(parts: CompactorParts, room: CompactedRoom) {
    this.#parts = parts
    this.#room = room
  }

  get isAtWork(): boolean {
    return this.#isAtWork
  }

  /** As read from disk. */
  adopt(rows: number, bytes: number, collectedAt: number | null): void {
    this.#tailRows = rows
    this.#tailBytes = bytes
    this.#collectedAt = collectedAt
  }

  taken(bytes: number): void {
    this.#tailRows++
    this.#tailBytes += bytes
    this.#isCollected = false
  }

  /** Merges what is due. Never rejects. */
  async compactWhereDue(): Promise<void> {
    if (this.#isAtWork && this.#isUrgent()) this.#parts.turns.look()
    if (!this.#isDue() || this.#isAtWork || this.#isOff) return
    await this.#atWork('compaction put off', async () => {
      while (this.#isDue() && !this.#isOff) {
        await this.#parts.turns.take(
          () => this.#isUrgent(),
          async () => this.#compact((await this.#room.useChain()).planCompaction()),
        )
      }
    })
  }

  /** Is there anything to collect in a room that is quiet? */
  get wantsCollection(): boolean {
    const { collectsDeleted, timer } = this.#parts
    if (!collectsDeleted || this.#isCollected || this.#isAtWork || this.#isOff) return false
    // As long as what was there before the last time is kept, there is no second one to keep beside it.
    return this.#collectedAt === null || timer.now() - this.#collectedAt > LIMITS.replacedMs
  }

  /** Lets go of deleted content. Called while nobody is in the room. Never rejects. */
  async collect(): Promise<void> {
    if (!this.wantsCollection) return
    this.#isCollected = true
    await this.#atWork('collection put off', async () => {
      const chain = await this.#room.useChain()
      const plan = chain.bytes < LIMITS.collectFromBytes ? null : chain.planCollection()
      if (plan === null) return
      const collected = await this.#parts.merger.collect(plan.updates)
      if (collected === 'mismatch') return this.#mismatch(plan)
      // What waits for missing pieces may not be deleted at all; and a room somebody came into is not quiet.
      if (collected === 'waiting' || this.#room.memberCount() > 0) return
      if (collected.update.length > LIMITS.segmentBytes || collected.update.length > chain.bytes * WORTH_IT) return
      if (!(await this.#replace(plan, collected, true))) return
      this.#collectedAt = this.#parts.timer.now()
      this.#parts.metrics.count('collections_total')
    })
  }

  async #compact(plan: CompactionPlan | null): Promise<void> {
    if (plan === null) return this.#rest()
    const merged = await this.#parts.merger.merge(plan.updates)
    if (merged === 'mismatch') return this.#mismatch(plan)
    if (!(await this.#replace(plan, merged, false))) return
    this.#parts.metrics.count('compactions_total')
    this.#pause()
  }

  async #replace(plan: CompactionPlan, merged: Merged, isCollection: boolean): Promise<boolean> {
    const { storage, timer } = this.#parts
    const segment = { fromSeq: plan.fromSeq, toSeq: plan.toSeq, ...merged }
    const outcome = await storage.compact(this.#room.id.name, segment, { at: timer.now(), isCollection })
    if (outcome === 'changed') {
      this.#room.dropChain()
      this.#rest()
      return false
    }
    this.#tailRows = Math.max(0, this.#tailRows - plan.rows)
    this.#tailBytes = Math.max(0, this.#tailBytes - plan.rowBytes)
    this.#room.compacted(segment)
    return true
  }

  #mismatch(plan: CompactionPlan): void {
    this.#parts.metrics.count('compaction_mismatch_total')
    this.#parts.log.error('compaction would have changed a room; nothing was touched', { rows: plan.updates.length })
    this.#isOff = true
  }

  /** The tail has grown so long that reading it is work. */
  #isUrgent(): boolean {
    return this.#tailBytes > LIMITS.tailBytes || this.#tailRows > LIMITS.mainThreadRows
  }

  #isDue(): boolean {
    return this.#isUrgent() || (this.#tailRows > LIMITS.tailRows && !this.#isPausing)
  }

  /** What came meanwhile is looked at when the pause is over, should nothing more come. */
  #pause(): void {
    if (this.#isPausing) return
    this.#isPausing = true
    this.#parts.timer.after(PAUSE_MS, () => {
      this.#isPausing = false
      void this.compactWhereDue()
    })
  }

  async #atWork(problem: string, work: () => Promise<void>): Promise<void> {
    this.#isAtWork = true
    try {
      await work()
    } catch (error) {
      this.#parts.log.warn(problem, { reason: error instanceof Error ? error.message : 'unknown' })
      this.#rest()
    } finally {
      this.#isAtWork = false
    }
  }

  /** Not again with the very next change. */
  #rest(): void {
    if (this.#isOff) return
    this.#isOff = true
    this.#parts.timer.after(RETRY_MS, () => (this.#isOff = false))
  }
}

/** A collection that saves less than a tenth is not written. */
const WORTH_IT = 0.9
