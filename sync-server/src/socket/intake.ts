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
    const { hasRateLimits, timer } = this.#parts
    if (!hasRateLimits) return
    const now = timer.monotonic()
    const wait = Math.max(this.#frames.spend(now, 1), this.#bytes.spend(now, bytes))
    if (wait <= 0 || this.#waits.has('rate')) return
    this.pauseFor('rate')
    timer.after(wait, () => this.resume('rate'))
  }
}
