// When a socket is read, and when it is left alone for a while: its own queue fills then, and nobody else's.
//
// Three things stop it, each by itself: the room that is still being read from disk, a disk that is behind, and the socket's
// own rate. Nothing that was sent is lost by waiting. Rules RATE-1 and COMMIT-5, SPEC.md.
import type { RelayLimits } from '../limits.ts'
import type { Timer } from '../timer.ts'
import { TokenBucket } from '../token-bucket.ts'

export type Wait = 'room' | 'commits' | 'rate'

export interface IntakeParts {
  readonly socket: { pause(): void; resume(): void }
  readonly timer: Timer
  readonly limits: Pick<RelayLimits, 'framesPerSecond' | 'framesBurst' | 'bytesPerSecond' | 'bytesBurst'>
  /** Off: frames and bytes are not counted. */
  readonly hasRateLimits: boolean
}

export class Intake {
  readonly #parts: IntakeParts
  readonly #frames: TokenBucket
  readonly #bytes: TokenBucket
  readonly #waits: Set<Wait>

  /** The socket comes paused: nothing may be read before the room is there. */
  constructor(parts: IntakeParts) {
    const { limits, timer } = parts
    const now = timer.monotonic()
    this.#parts = parts
    this.#frames = new TokenBucket(limits.framesPerSecond, limits.framesBurst, now)
    this.#bytes = new TokenBucket(limits.bytesPerSecond, limits.bytesBurst, now)
    this.#waits = new Set(['room'])
  }

  waitsFor(why: Wait): boolean {
    return this.#waits.has(why)
  }

  pauseFor(why: Wait): void {
    this.#waits.add(why)
    this.#parts.socket.pause()
  }

  resume(why: Wait): void {
    this.#waits.delete(why)
    if (this.#waits.size === 0) this.#parts.socket.resume()
  }

  /** A frame came: beyond what a socket may send on and on, the next one waits. */
  took(bytes: number): void {
    if (!this.#parts.hasRateLimits) return
    const now = this.#parts.timer.monotonic()
    const wait = Math.max(this.#frames.spend(now, 1), this.#bytes.spend(now, bytes))
    if (wait > 0 && !this.#waits.has('rate')) this.#rest(wait)
  }

  /** Until all of it is made up for: frames that had come already are still served after the first that was too much. */
  #rest(ms: number): void {
    this.pauseFor('rate')
    this.#parts.timer.after(ms, () => {
      const now = this.#parts.timer.monotonic()
      const more = Math.max(this.#frames.spend(now, 0), this.#bytes.spend(now, 0))
      // Less than a timer can measure is nothing.
      if (more >= 1) this.#rest(more)
      else this.resume('rate')
    })
  }
}
