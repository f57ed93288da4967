// The way out to one reader: small messages gathered into one write, and a bound on what may pile up in front of a slow one.
//
//   flowing --(over 1 MB waiting)--> lagging --(drained)--> one catch-up --> flowing
//                                       \--(over 16 MB, or no byte for 30 s)--> cut off
//
// A lagging reader misses single changes and gets all of them as one later; nothing is ever thinned out for good.
// Rules OUT-1 to OUT-5, SPEC.md.
import type { Duplex } from 'node:stream'
import { LIMITS } from '@milepost/protocol'

export interface OutboxParts {
  readonly socket: Duplex & { readonly bytesWritten?: number }
  readonly monotonic: () => number
  /** Sends everything after this row, then resolves. */
  readonly catchUp: (afterSeq: number) => Promise<void>
  readonly cutOff: () => void
}

export class Outbox {
  readonly #parts: OutboxParts
  #missedFrom: number | null = null
  #isCatchingUp = false
  #isCorked = false
  #lastWrite: number
  #drained = 0
  #drainedAt: number
  #waiters: (() => void)[] = []

  constructor(parts: OutboxParts) {
    this.#parts = parts
    this.#lastWrite = parts.monotonic()
    this.#drainedAt = this.#lastWrite
    parts.socket.on('drain', () => this.#onDrain())
    parts.socket.on('close', () => this.#wake())
  }

  get isLagging(): boolean {
    return this.#missedFrom !== null
  }

  get bytesWaiting(): number {
    return this.#parts.socket.writableLength
  }

  /** Milliseconds since anything was sent. */
  silentFor(): number {
    return this.#parts.monotonic() - this.#lastWrite
  }

  /** Something that must arrive: answers, questions, catch-ups. */
  write(frame: Uint8Array): void {
    const { socket } = this.#parts
    if (socket.destroyed || socket.writableEnded) return
    this.#lastWrite = this.#parts.monotonic()
    if (!this.#isCorked) {
      this.#isCorked = true
      socket.cork()
      process.nextTick(() => {
        this.#isCorked = false
        socket.uncork()
      })
    }
    socket.write(frame)
    if (this.bytesWaiting > LIMITS.stalledBytes) this.#parts.cutOff()
  }

  /** Changes of the room: left for a catch-up where the reader is behind. */
  writeChanges(frames: Uint8Array, fromSeq: number): void {
    if (this.#missedFrom === null && this.bytesWaiting <= LIMITS.laggingBytes) this.write(frames)
    else this.#missedFrom ??= fromSeq
  }

  /** Presence: an older one is worth nothing later. */
  writePresence(frame: Uint8Array): void {
    if (this.#missedFrom === null && this.bytesWaiting <= LIMITS.laggingBytes) this.write(frame)
  }

  /** Resolves when there is room for the next large piece, or the socket is gone. */
  async room(): Promise<void> {
    while (this.bytesWaiting > LIMITS.laggingBytes && !this.#parts.socket.destroyed) {
      await new Promise<void>((resolve) => this.#waiters.push(resolve))
    }
  }

  /** Cuts off a reader that takes nothing; one that moves slowly stays. Called every few seconds. */
  sweep(): void {
    const { socket } = this.#parts
    const drained = (socket.bytesWritten ?? 0) - socket.writableLength
    const now = this.#parts.monotonic()
    if (drained !== this.#drained || socket.writableLength === 0) {
      this.#drained = drained
      this.#drainedAt = now
      // A slow reader never empties its queue; that it came under the mark is seen here.
      if (socket.writableLength < LIMITS.caughtUpBytes) this.#onDrain()
    } else if (now - this.#drainedAt > LIMITS.stalledMs) this.#parts.cutOff()
  }

  #onDrain(): void {
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
        if (this.#parts.socket.destroyed || this.bytesWaiting > LIMITS.caughtUpBytes) break
      }
    } finally {
      this.#isCatchingUp = false
    }
  }

  #wake(): void {
    for (const resolve of this.#waiters.splice(0)) resolve()
  }
}
