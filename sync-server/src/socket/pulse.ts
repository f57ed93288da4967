// Is anybody at the other end? A ping every 25 s, and an end where none of two is answered; a first word within 30 s.
//
// A ping waits behind all that a slow reader has still to take, so that some of it went is an answer, too. Time is the one
// that nobody sets. Rules ALIVE-2 to ALIVE-4, SPEC.md.
import { LIMITS } from '@milepost/protocol'

export type Beat = 'nothing' | 'ping' | 'dead' | 'never-spoke'

export class Pulse {
  readonly #openedAt: number
  readonly #firstFrameMs: number
  #pingedAt: number
  #missed = 0
  #hasSpoken = false

  constructor(now: number, firstFrameMs: number) {
    this.#openedAt = now
    this.#pingedAt = now
    this.#firstFrameMs = firstFrameMs
  }

  /** More than one ping is not answered yet. */
  get isDoubtful(): boolean {
    return this.#missed > 1
  }

  spoke(): void {
    this.#hasSpoken = true
  }

  ponged(): void {
    this.#missed = 0
  }

  /** It took something that it was behind with. */
  moved(): void {
    this.#missed = Math.min(this.#missed, 1)
  }

  /** What to do now; a ping counts as sent. */
  beat(now: number): Beat {
    if (!this.#hasSpoken && now - this.#openedAt > this.#firstFrameMs) return 'never-spoke'
    if (now - this.#pingedAt < LIMITS.pingMs) return 'nothing'
    if (this.#missed >= LIMITS.missedPongs) return 'dead'
    this.#pingedAt = now
    this.#missed++
    return 'ping'
  }
}
