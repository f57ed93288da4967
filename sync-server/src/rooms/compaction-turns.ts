// Whose turn it is to be compacted: one room at a time, and a rest after each.
//
// Rooms in which people type alike reach their bound in the same moment. Merged one right after the other, fifty of them took
// a whole core and the disk for a quarter of a second, and whoever typed in it waited. So merging takes a fifth of the time
// at most; a room that has grown long does not wait for that: what a room may hold unmerged has a bound.
import type { Timer } from '../timer.ts'

/** A rest is so many times as long as the work before it. */
const REST_FACTOR = 4
/** A merge that hung for a while is no reason to rest for long. */
const LONGEST_REST_MS = 500

interface Waiting {
  readonly isUrgent: () => boolean
  readonly start: () => void
}

export class CompactionTurns {
  readonly #timer: Timer
  readonly #waiting: Waiting[] = []
  #isBusy = false
  #isResting = false

  constructor(timer: Timer) {
    this.#timer = timer
  }

  /** Does the work when it is its turn; the urgent comes first and does not wait for a rest to end. */
  async take(isUrgent: () => boolean, work: () => Promise<void>): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#waiting.push({ isUrgent, start: resolve })
      this.look()
    })
    const from = this.#timer.monotonic()
    try {
      await work()
    } finally {
      this.#isBusy = false
      this.#rest(this.#timer.monotonic() - from)
    }
  }

  /** Something that waits may have become urgent. */
  look(): void {
    if (this.#isBusy || this.#waiting.length === 0) return
    const urgent = this.#waiting.findIndex(({ isUrgent }) => isUrgent())
    if (urgent === -1 && this.#isResting) return
    const [next] = this.#waiting.splice(Math.max(0, urgent), 1)
    this.#isBusy = true
    next?.start()
  }

  #rest(worked: number): void {
    if (!this.#isResting) {
      this.#isResting = true
      this.#timer.after(Math.min(LONGEST_REST_MS, worked * REST_FACTOR), () => {
        this.#isResting = false
        this.look()
      })
    }
    this.look()
  }
}
