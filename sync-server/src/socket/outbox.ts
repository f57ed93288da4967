// The way out to one reader: small messages gathered into one write, and a bound on what may pile up in front of a slow one.
// Gathered here and not in the socket: one look over all who got something is less work than a cork in each.
//
//   flowing --(over 1 MB waiting)--> lagging --(drained)--> one catch-up --> flowing
//                                       \--(over 16 MB, or no byte for 30 s)--> cut off
//
// A lagging reader misses single changes and gets all of them as one later; nothing is ever thinned out for good.
// Rules OUT-1 to OUT-7, SPEC.md.
import type { Duplex } from 'node:stream'
import type { RelayLimits } from '../limits.ts'
import { endsKey, type Ends, type SendQueues } from './send-queues.ts'

export interface OutboxParts {
  readonly socket: Duplex & Ends & { readonly bytesWritten?: number }
  readonly monotonic: () => number
  readonly limits: Pick<RelayLimits, 'laggingBytes' | 'caughtUpBytes' | 'stalledBytes' | 'stalledMs'>
  /** Sends everything after this row, then resolves. */
  readonly catchUp: (afterSeq: number) => Promise<void>
  readonly cutOff: () => void
  /** More or less waits for this reader. */
  readonly buffered: (by: number) => void
}

/** Small messages are copied together; larger ones are handed over one by one, in one go. */
const COPIED_TOGETHER = 16 * 1024

/** Who got something in this turn. */
let gathered: Outbox[] = []

function flushAll(): void {
  const outboxes = gathered
  gathered = []
  for (const outbox of outboxes) outbox.flush()
}

export class Outbox {
  readonly #parts: OutboxParts
  /** What leaves at the end of this turn, and its bytes. */
  #gathered: Uint8Array[] = []
  #gatheredBytes = 0
  #missedFrom: number | null = null
  #isCatchingUp = false
  #lastWrite: number
  #drained = 0
  #drainedAt: number
  /** At the last look: did something wait here, and how much did the system still hold? */
  #hadBacklog = false
  #systemHeld: number | null = null
  /** What was told to the budget. */
  #counted = 0
  #isReleased = false
  #waiters: (() => void)[] = []

  constructor(parts: OutboxParts) {
    this.#parts = parts
    this.#lastWrite = parts.monotonic()
    this.#drainedAt = this.#lastWrite
    parts.socket.on('drain', () => this.#onDrain())
    parts.socket.on('close', () => {
      this.release()
      this.#wake()
    })
  }

  get isLagging(): boolean {
    return this.#missedFrom !== null
  }

  get bytesWaiting(): number {
    return this.#parts.socket.writableLength + this.#gatheredBytes
  }

  /** How long nothing has gone of what waits, as far as the last look tells; 0 where nothing waits. */
  get stuckMs(): number {
    return this.bytesWaiting === 0 ? 0 : this.#parts.monotonic() - this.#drainedAt
  }

  /** Brings the budget up to date. */
  recount(): void {
    if (this.#isReleased) return
    const by = this.bytesWaiting - this.#counted
    this.#counted += by
    if (by !== 0) this.#parts.buffered(by)
  }

  /** Nothing waits for this reader any more. */
  release(): void {
    if (this.#isReleased) return
    this.#isReleased = true
    this.#parts.buffered(-this.#counted)
  }

  /** Milliseconds since anything was sent. */
  silentFor(): number {
    return this.#parts.monotonic() - this.#lastWrite
  }

  /** Something that must arrive: answers, questions, catch-ups. */
  write(frame: Uint8Array): void {
    const { socket, limits } = this.#parts
    if (socket.destroyed || socket.writableEnded) return
    if (this.#gathered.length === 0 && gathered.push(this) === 1) process.nextTick(flushAll)
    this.#gathered.push(frame)
    this.#gatheredBytes += frame.length
    if (this.bytesWaiting > limits.stalledBytes) this.#parts.cutOff()
  }

  /** Hands over what was gathered: at the end of the turn, or before something that must come after it. */
  flush(): void {
    const frames = this.#gathered
    if (frames.length === 0) return
    const { socket, monotonic } = this.#parts
    const bytes = this.#gatheredBytes
    this.#gathered = []
    this.#gatheredBytes = 0
    if (socket.destroyed || socket.writableEnded) return
    this.#lastWrite = monotonic()
    const [only] = frames
    if (frames.length === 1 && only !== undefined) socket.write(only)
    else if (bytes <= COPIED_TOGETHER) socket.write(Buffer.concat(frames, bytes))
    else {
      socket.cork()
      for (const frame of frames) socket.write(frame)
      socket.uncork()
    }
    this.recount()
  }

  /** Changes of the room: left for a catch-up where the reader is behind. */
  writeChanges(frames: Uint8Array, fromSeq: number): void {
    if (this.#missedFrom === null && this.bytesWaiting <= this.#parts.limits.laggingBytes) this.write(frames)
    else this.#missedFrom ??= fromSeq
  }

  /** Presence: an older one is worth nothing later. */
  writePresence(frame: Uint8Array): void {
    if (this.#missedFrom === null && this.bytesWaiting <= this.#parts.limits.laggingBytes) this.write(frame)
  }

  /** Resolves when there is room for the next large piece, or the socket is gone. */
  async room(): Promise<void> {
    while (this.bytesWaiting > this.#parts.limits.laggingBytes && !this.#parts.socket.destroyed) {
      await new Promise<void>((resolve) => this.#waiters.push(resolve))
    }
  }

  /**
   * Cuts off a reader that takes nothing; one that moves slowly stays. Called every few seconds, with the system's own
   * queues where somebody seemed stuck the last time. True: the reader has taken something that it was behind with.
   */
  sweep(queues: SendQueues | null = null): boolean {
    const { socket, limits } = this.#parts
    this.recount()
    const drained = (socket.bytesWritten ?? 0) - socket.writableLength
    const held = queues?.get(endsKey(socket)) ?? null
    // What is written now goes to the system at once, and says nothing of the reader; what had to wait does.
    const hasMoved =
      (this.#hadBacklog && drained !== this.#drained) ||
      (held !== null && this.#systemHeld !== null && held < this.#systemHeld)
    this.#drained = drained
    this.#systemHeld = held
    this.#hadBacklog = socket.writableLength > 0
    const now = this.#parts.monotonic()
    if (hasMoved || socket.writableLength === 0) {
      this.#drainedAt = now
      // A slow reader never empties its queue; that it came under the mark is seen here.
      if (socket.writableLength < limits.caughtUpBytes) this.#onDrain()
    } else if (now - this.#drainedAt > limits.stalledMs) this.#parts.cutOff()
    return hasMoved
  }

  #onDrain(): void {
    this.recount()
    this.#wake()
    if (this.#missedFrom === null || this.#isCatchingUp) return
    void this.#catchUp()
  }

  async #catchUp(): Promise<void> {
    this.#isCatchingUp = true
    try {
      // What is missed while the catch-up is being read is in it already; what is missed while it is sent, is not.
      for (let from = this.#missedFrom; from !== null; from = this.#missedFrom) {
        await this.room()
        this.#missedFrom = null
        try {
          await this.#parts.catchUp(from - 1)
        } catch {
          // The disk did not answer: still behind, and tried again with the next sweep.
          this.#missedFrom = from
          break
        }
        if (this.#parts.socket.destroyed || this.bytesWaiting > this.#parts.limits.caughtUpBytes) break
      }
    } finally {
      this.#isCatchingUp = false
    }
  }

  #wake(): void {
    for (const resolve of this.#waiters.splice(0)) resolve()
  }
}
