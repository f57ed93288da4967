// Turns single changes into batches, so that one wait for the disk pays for all that arrived meanwhile.
//
// No timer: an idle relay commits at once, a busy one takes everything that came during the last commit. Outcomes are
// told in the order of the changes, all of a batch before anything else happens, so that a room can send them as one.
import { LIMITS } from '@milepost/protocol'
import { DEFAULT_LIMITS, type RelayLimits } from '../limits.ts'
import type { Append, AppendOutcome, Storage } from './storage.ts'

/** Whoever hands in changes (a room) and is told what became of them. */
export interface Sink<Entry extends Append> {
  settled(entry: Entry, outcome: AppendOutcome): void
  /** After the last `settled` of a batch. */
  batchEnded(): void
}

export interface CommitWatch {
  committed(rows: number, seconds: number): void
  failed(error: unknown): void
}

interface Queued<Entry extends Append> {
  readonly entry: Entry
  readonly sink: Sink<Entry>
  /** When it was handed in. */
  readonly at: number
}

type QueueLimits = Pick<RelayLimits, 'commitQueueBytes' | 'commitQueueMs'>

export class GroupCommit<Entry extends Append> {
  readonly #storage: Pick<Storage, 'append'>
  readonly #watch: CommitWatch
  readonly #monotonic: () => number
  #queue: Queued<Entry>[] = []
  #bytes = 0
  /** When the first change was handed in that is not settled; null: there is none. */
  #oldest: number | null = null
  readonly #limits: QueueLimits
  #isCommitting = false
  #idleWaiters: (() => void)[] = []
  #added = 0
  #settled = 0
  /** In the order of what they wait for. */
  #soFarWaiters: { readonly after: number; readonly resolve: () => void }[] = []
  #roomWaiters: (() => void)[] = []

  constructor(
    storage: Pick<Storage, 'append'>,
    watch: CommitWatch,
    monotonic: () => number = () => performance.now(),
    limits: QueueLimits = DEFAULT_LIMITS,
  ) {
    this.#limits = limits
    this.#storage = storage
    this.#watch = watch
    this.#monotonic = monotonic
  }

  /** Bytes handed in and not settled. */
  get bytesWaiting(): number {
    return this.#bytes
  }

  /** How long the oldest change has waited. */
  get msWaiting(): number {
    return this.#oldest === null ? 0 : this.#monotonic() - this.#oldest
  }

  /** True while writers should be read more slowly. */
  get isFull(): boolean {
    return this.#bytes > this.#limits.commitQueueBytes || this.msWaiting > this.#limits.commitQueueMs
  }

  add(entry: Entry, sink: Sink<Entry>): void {
    const at = this.#monotonic()
    this.#oldest ??= at
    this.#queue.push({ entry, sink, at })
    this.#bytes += entry.update.length
    this.#added++
    if (!this.#isCommitting) void this.#commitAll()
  }

  /** Resolves when nothing is waiting for the disk. */
  idle(): Promise<void> {
    if (!this.#isCommitting) return Promise.resolve()
    return new Promise((resolve) => this.#idleWaiters.push(resolve))
  }

  /** Resolves when everything handed in so far is settled, whatever comes meanwhile. */
  settledSoFar(): Promise<void> {
    const after = this.#added
    if (this.#settled >= after) return Promise.resolve()
    return new Promise((resolve) => this.#soFarWaiters.push({ after, resolve }))
  }

  /** Calls back once when there is room again. */
  whenRoom(callback: () => void): void {
    if (this.isFull) this.#roomWaiters.push(callback)
    else callback()
  }

  async #commitAll(): Promise<void> {
    this.#isCommitting = true
    // What the other sockets have brought in this turn of the event loop goes along.
    await new Promise((resolve) => setImmediate(resolve))
    while (this.#queue.length > 0) await this.#commit(this.#queue.splice(0, LIMITS.commitRows))
    this.#isCommitting = false
    for (const resolve of this.#idleWaiters.splice(0)) resolve()
  }

  async #commit(batch: readonly Queued<Entry>[]): Promise<void> {
    const from = this.#monotonic()
    let outcomes: readonly AppendOutcome[] = []
    try {
      outcomes = await this.#storage.append(batch.map(({ entry }) => entry))
      this.#watch.committed(batch.length, (this.#monotonic() - from) / 1000)
    } catch (error) {
      this.#watch.failed(error)
    }
    for (const [index, { entry, sink }] of batch.entries()) {
      this.#bytes -= entry.update.length
      sink.settled(entry, outcomes[index] ?? 'failed')
    }
    this.#settled += batch.length
    this.#oldest = this.#queue[0]?.at ?? null
    for (const sink of new Set(batch.map(({ sink }) => sink))) sink.batchEnded()
    for (let first = this.#soFarWaiters[0]; first && first.after <= this.#settled; first = this.#soFarWaiters[0]) {
      this.#soFarWaiters.shift()
      first.resolve()
    }
    if (!this.isFull) for (const callback of this.#roomWaiters.splice(0)) callback()
  }
}
